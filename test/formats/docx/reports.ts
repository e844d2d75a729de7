import fc from "fast-check";
import { EMPTY_ANNEX, REPORT_SCHEMA, type Report } from "../../../src/core/report/report.ts";
import { form2014 } from "../../support/forms.ts";

/** Text as it should never be, and sometimes is: signs of XML, controls, halves of pairs, every line end. */
const hostile = fc.string({
  unit: fc.constantFrom(
    "国",
    "。",
    "“",
    "A",
    "1",
    " ",
    "\u3000",
    "\t",
    "\n",
    "\r",
    "<",
    "&",
    ">",
    '"',
    "]]>",
    "\u0000",
    "\u000b",
    "\ud83d",
    "😀",
    "\ufeff",
    "\uffff",
    "\u200b",
  ),
  maxLength: 12,
});
const option = fc.option(hostile);

/** Reports of the 2014 form with hostile text in every place: what a writer must survive. */
export const hostileReport: fc.Arbitrary<Report> = fc
  .record({
    title: option,
    unit: option,
    year: fc.option(fc.integer({ min: 2014, max: 2018 })),
    preamble: fc.array(hostile, { maxLength: 3 }),
    sections: fc.array(fc.record({ heading: hostile, paragraphs: fc.array(hostile, { maxLength: 3 }) }), {
      maxLength: 4,
    }),
    annex: fc.record({ number: option, title: option, unit: option, head: option, phone: option }),
    cells: fc.option(
      fc.array(fc.record({ state: fc.constantFrom("number", "blank", "na"), raw: hostile }), { maxLength: 8 }),
    ),
  })
  .map(({ preamble, sections, cells, annex, ...rest }) => {
    const rows = form2014.tables.get("statistics")?.valueRows ?? [];
    return {
      ...emptyReport(),
      ...rest,
      sections: [
        { key: "preamble", heading: "", paragraphs: preamble },
        ...sections.map((section, i) => ({ key: `local-${i + 1}`, ...section })),
      ],
      annex: { ...EMPTY_ANNEX, ...annex },
      tables:
        cells === null
          ? []
          : [
              {
                key: "statistics",
                cells: cells.map(({ state, raw }, i) => ({
                  row: rows[i]?.id ?? `local-${i}`,
                  column: "value",
                  label: raw,
                  unit: "件",
                  ...(state === "number" ? { state, value: `${i}.5` } : { state, value: null, raw }),
                })),
              },
            ],
    } satisfies Report;
  });

export function emptyReport(): Report {
  return {
    schema: REPORT_SCHEMA,
    form: form2014.id,
    year: null,
    unit: null,
    title: null,
    sections: [],
    tables: [],
    annex: EMPTY_ANNEX,
    extra: [],
    dropped: [],
    messages: [],
  };
}

/** A report with every row of the table filled in. */
export function fullReport(paragraphs: readonly string[]): Report {
  const rows = form2014.tables.get("statistics")?.valueRows ?? [];
  return {
    ...emptyReport(),
    year: 2017,
    unit: "青禾镇",
    title: "青禾镇2017年政府信息公开工作年度报告",
    sections: [
      { key: "preamble", heading: "", paragraphs: ["现将有关情况报告如下。"] },
      { key: "basic-work", heading: "一、基本工作情况", paragraphs },
      {
        key: "proactive",
        heading: "二、主动公开政府信息情况",
        paragraphs: ["（一）公开数量", "1.政府网站", "共公开7条。"],
      },
    ],
    tables: [
      {
        key: "statistics",
        cells: rows.map((row, i) => ({
          row: row.id,
          column: "value",
          label: row.label,
          unit: row.unit,
          state: "number",
          value: String(i),
        })),
      },
    ],
    annex: {
      ...EMPTY_ANNEX,
      number: "附件2",
      title: "政府信息公开情况统计表",
      unit: "青禾镇",
      head: "张三",
      phone: "0123-4567890",
      date: "2018年1月10日",
    },
  };
}
