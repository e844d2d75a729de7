import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { form2014, formNamed } from "../../../test/support/forms.ts";
import { reportOf } from "../../../test/support/reports.ts";
import { figureText } from "../content/figure.ts";
import { narrativeOf } from "../content/of-report.ts";
import { formatReportJson } from "../report/format-json.ts";
import { parseReportJson } from "../report/json.ts";
import { EMPTY_ANNEX, REPORT_SCHEMA, type Report, type Section } from "../report/report.ts";
import { carryOver } from "./carry.ts";
import { usualMoves } from "./moves.ts";
import { formAfter, nextYear } from "./next-year.ts";

const form2019 = formNamed("gongkai-2019");
const form2021 = formNamed("gongkai-2021");

function reportWith(sections: readonly Section[], more: Partial<Report> = {}): Report {
  return {
    schema: REPORT_SCHEMA,
    form: form2014.id,
    year: 2018,
    unit: "试验街道",
    title: "试验街道2018年政府信息公开工作年度报告",
    sections,
    tables: [],
    annex: { ...EMPTY_ANNEX, head: "甲", title: "统计表", date: "2019年1月5日" },
    extra: [],
    dropped: [],
    messages: [],
    ...more,
  };
}

const OLD = reportWith([
  { key: "preamble", heading: "", paragraphs: ["本报告依照条例编写。"] },
  { key: "basic-work", heading: "一、基本工作情况", paragraphs: ["（一）组织领导", "1.专人负责", "成立了领导小组。"] },
  { key: "proactive", heading: "二、主动公开政府信息情况", paragraphs: ["公开7条。"] },
  { key: "review-litigation", heading: "三、行政复议情况", paragraphs: ["（一）复议", "没有发生。"] },
  { key: "local-1", heading: "四、附则", paragraphs: ["另行说明。"] },
]);

describe("from the form of 2014 to that of 2019", () => {
  const next = nextYear(OLD, form2014, form2019, 2019);

  it("the text stands under the new headings, several old sections one behind the other with theirs", () => {
    expect(next.form).toBe(form2019.id);
    expect(next.sections).toEqual([
      { key: "preamble", heading: "", paragraphs: ["本报告依照条例编写。"] },
      {
        key: "overview",
        heading: "一、总体情况",
        paragraphs: [
          "（一）基本工作情况",
          "1.组织领导",
          "（1）专人负责",
          "成立了领导小组。",
          "（二）主动公开政府信息情况",
          "公开7条。",
        ],
      },
      { key: "proactive", heading: "二、主动公开政府信息情况", paragraphs: [] },
      { key: "requests", heading: "三、收到和处理政府信息公开申请情况", paragraphs: [] },
      {
        key: "review-litigation",
        heading: "四、政府信息公开行政复议、行政诉讼情况",
        paragraphs: ["（一）复议", "没有发生。"],
      },
      { key: "problems", heading: "五、存在的主要问题及改进情况", paragraphs: [] },
      { key: "other", heading: "六、其他需要报告的事项", paragraphs: [] },
      { key: "local-1", heading: "七、附则", paragraphs: ["另行说明。"] },
    ]);
  });

  it("says that the form is another, and of each section without a goal that it stayed", () => {
    expect(next.messages.map(({ level, code, at }) => [level, code, at])).toEqual([
      ["info", "form-changed", undefined],
      ["warning", "section-stayed", { section: "local-1" }],
    ]);
    expect(next.messages[0]?.text).toContain("2014—2018 年");
  });

  it("names the new year, keeps the people, and leaves the old annex's title and date", () => {
    expect([next.year, next.title]).toEqual([2019, "试验街道2019年政府信息公开工作年度报告"]);
    expect(next.annex).toMatchObject({ head: "甲", title: null, date: null });
  });

  it("goes where the clerk says instead", () => {
    const moves = usualMoves(OLD, form2019).map((move) => (move.from === "local-1" ? { ...move, to: "other" } : move));
    const carry = { year: 2019, text: "keep", figures: "previous", into: { form: form2019, moves } } as const;
    const other = carryOver(OLD, form2014, carry);
    expect(other.sections.at(-1)).toEqual({
      key: "other",
      heading: "六、其他需要报告的事项",
      paragraphs: ["另行说明。"],
    });
    expect(other.messages.map(({ code }) => code)).toEqual(["form-changed"]);
  });

  it("is only headings where that is wanted", () => {
    const into = { form: form2019, moves: usualMoves(OLD, form2019) };
    const bare = carryOver(OLD, form2014, { year: 2019, text: "headings", figures: "previous", into });
    expect(bare.sections.flatMap(({ paragraphs }) => paragraphs)).toEqual([]);
    expect(bare.stale).toBeUndefined();
  });
});

it("a section whose key means something else in the new form gets one of its own", () => {
  const old = reportWith([{ key: "other", heading: "一、其他情况", paragraphs: ["没有。"] }]);
  const next = nextYear(old, form2014, form2019, 2019);
  expect(next.sections.at(-1)).toMatchObject({ key: "local-1", paragraphs: ["没有。"] });
});

describe("any report of the older form", () => {
  const pairs = [
    [form2014, form2019, 2019],
    [form2014, form2021, 2021],
    [form2019, form2021, 2021],
  ] as const;

  it.each(pairs)("keeps every paragraph, every heading and every figure ($0.id to $1.id)", (old, form, year) => {
    fc.assert(
      fc.property(reportOf(old), (report) => {
        const next = nextYear({ ...report, year: year - 1 }, old, form, year);
        const lines = next.sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs]).map(words);
        for (const { paragraphs } of report.sections)
          for (const paragraph of paragraphs.filter((text) => text.trim() !== ""))
            expect(lines).toContain(words(paragraph));
        expect(next.reference?.tables ?? []).toEqual(report.tables.filter(({ cells }) => cells.length > 0));
        expect(
          next.tables
            .flatMap(({ cells }) => cells)
            .filter(isNew(form))
            .every(({ state }) => state === "blank"),
        ).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it.each(pairs)("is a sound report afterwards ($0.id to $1.id)", (old, form, year) => {
    fc.assert(
      fc.property(reportOf(old), (report) => {
        const next = nextYear({ ...report, year: year - 1 }, old, form, year);
        expect(parseReportJson(JSON.parse(JSON.stringify(formatReportJson(next))))).toEqual({ ok: true, report: next });
        expect(narrativeOf(next).kind).toBe("content");
      }),
      { numRuns: 40 },
    );
  });
});

/** A line without its number, which follows from the place. */
function words(line: string): string {
  return line.replace(/^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）|\d+\.)+/, "").replace(/\s/g, "");
}

function isNew(form: typeof form2019): (cell: { readonly column: string }) => boolean {
  const previous = new Set(
    form.file.tables.flatMap(({ columns }) => columns.flatMap((c) => (c.role === "previous" ? [c.key] : []))),
  );
  return ({ column }) => !previous.has(column);
}

it("a figure that followed a cell of the older form stays as the number that it was", () => {
  const cell = { row: "1.1", column: "value", label: "", unit: "条", state: "number", value: "7" } as const;
  const attrs = { table: "statistics", row: "1.1", column: "value", format: "chinese" } as const;
  const content = {
    type: "doc",
    content: [
      {
        type: "section",
        attrs: { key: "basic-work" },
        content: [
          { type: "heading", attrs: { label: null }, content: [{ type: "text", text: "基本工作情况" }] },
          {
            type: "paragraph",
            attrs: { rank: null, label: null, align: null },
            content: [
              { type: "text", text: "公开" },
              { type: "figure", attrs },
              { type: "text", text: "条。" },
            ],
          },
        ],
      },
    ],
  };
  const text = `公开${figureText(cell, "chinese")}条。`;
  const old = reportWith([{ key: "basic-work", heading: "一、基本工作情况", paragraphs: [text] }], {
    tables: [{ key: "statistics", cells: [cell] }],
    content,
  });
  const next = nextYear(old, form2014, form2019, 2019);
  expect(next.sections[0]?.paragraphs).toEqual(["公开七条。"]);
  expect(JSON.stringify(next.content)).not.toContain('"figure"');
  expect(next.reference).toEqual({ form: form2014.id, year: 2018, tables: old.tables });
});

describe("the form of a year", () => {
  const forms = [form2014, form2019, form2021];
  it("follows the year where reports can go over to it", () => {
    expect(formAfter(forms, form2014, 2018)).toBe(form2014);
    expect(formAfter(forms, form2014, 2020)).toBe(form2019);
    expect(formAfter(forms, form2019, 2024)).toBe(form2021);
    expect(formAfter([form2014], form2014, 2020)).toBe(form2014);
    expect(formAfter(forms, form2021, 2018)).toBe(form2021);
  });
});
