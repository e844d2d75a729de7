import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withPlace } from "../../../test/forms/json.ts";
import { form2014, formFrom } from "../../../test/support/forms.ts";
import { reportOf } from "../../../test/support/reports.ts";
import { formatReportJson } from "./format-json.ts";
import { parseReportJson } from "./json.ts";
import { EMPTY_ANNEX, type Message, type Reason, type Report, type StaleMark } from "./report.ts";

const quarterly = formFrom("test", "fixtures", "forms", "quarterly.json");

const place = fc.record({ table: fc.string(), row: fc.string(), column: fc.string() });
const message: fc.Arbitrary<Message> = fc
  .record({
    level: fc.constantFrom("error", "warning", "ask", "info"),
    code: fc.string(),
    text: fc.string(),
    at: fc.option(fc.oneof(place, fc.record({ section: fc.string() }))),
  })
  .map(({ at, ...rest }) => (at ? { ...rest, at } : rest));
const reason: fc.Arbitrary<Reason> = fc.record({
  code: fc.string(),
  cells: fc.array(place, { maxLength: 3 }),
  text: fc.string(),
  by: fc.string(),
  at: fc.string(),
  kind: fc.constantFrom("lifted", "ignored"),
});
const stale: fc.Arbitrary<StaleMark> = fc.record({
  section: fc.string(),
  paragraph: fc.nat(),
  from: fc.nat(),
  to: fc.nat(),
  reason: fc.string(),
});

/** Reports with everything that the contract allows beside the text and the figures. */
const full: fc.Arbitrary<Report> = fc
  .tuple(
    fc.oneof(reportOf(form2014), reportOf(quarterly)),
    fc.record(
      {
        extra: fc.array(fc.string()),
        dropped: fc.array(fc.record({ text: fc.string(), why: fc.string() })),
        messages: fc.array(message),
        stale: fc.array(stale, { maxLength: 3 }),
        reasons: fc.array(reason, { maxLength: 3 }),
      },
      { requiredKeys: ["extra", "dropped", "messages"] },
    ),
    fc.option(fc.string()),
  )
  .map(([report, more, note]) => ({
    ...report,
    ...more,
    tables: report.tables.map(({ key, cells }) => ({
      key,
      cells: cells.map((cell, i) => (note !== null && i % 7 === 0 ? { ...cell, note } : cell)),
    })),
  }));

function document(report: Report): unknown {
  const block = (type: string, text: string) => ({ type, content: text === "" ? [] : [{ type: "text", text }] });
  return {
    type: "doc",
    content: report.sections.map(({ heading, paragraphs }) => ({
      type: "section",
      content: [...(heading ? [block("heading", heading)] : []), ...paragraphs.map((text) => block("paragraph", text))],
    })),
  };
}

const small: Report = {
  schema: "nianbao.report/1",
  form: "gongkai-2014",
  year: 2018,
  unit: "青禾街道",
  title: null,
  sections: [{ key: "preamble", heading: "", paragraphs: ["全年公开 7 条。"] }],
  tables: [
    {
      key: "statistics",
      cells: [
        { row: "1.1", column: "value", label: "主动公开数", unit: "条", state: "number", value: "7" },
        { row: "1.1.a", column: "value", label: "规范性文件数", unit: "条", state: "blank", value: null, raw: "无" },
      ],
    },
  ],
  annex: EMPTY_ANNEX,
  extra: [],
  dropped: [],
  messages: [],
};

function read(json: unknown): Report {
  const parsed = parseReportJson(json);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.report;
}

describe("report JSON", () => {
  it("what is written reads back as the same report, through text too", () => {
    fc.assert(
      fc.property(full, (report) => {
        expect(read(formatReportJson(report))).toEqual(report);
        const text = JSON.stringify(formatReportJson(report));
        expect(JSON.stringify(formatReportJson(read(JSON.parse(text))))).toBe(text);
      }),
    );
  });

  it("writes its fields in one order, however the report was put together", () => {
    const turned = Object.fromEntries(Object.entries(small).toReversed());
    expect(JSON.stringify(formatReportJson(read(turned)))).toBe(JSON.stringify(formatReportJson(small)));
    expect(Object.keys(Object(formatReportJson(small))).slice(0, 5)).toEqual([
      "schema",
      "form",
      "year",
      "unit",
      "title",
    ]);
  });

  it("takes what another program left out as empty", () => {
    const { schema, form, sections, tables } = small;
    expect(read({ schema, form, sections, tables })).toEqual({ ...small, year: null, unit: null });
    expect(read({ ...small, annex: { phone: "66274966" } }).annex).toEqual({ ...EMPTY_ANNEX, phone: "66274966" });
    const bare = { row: "1.1", column: "value", state: "blank" };
    expect(read(withPlace(small, "tables.0.cells.0", bare)).tables[0]?.cells[0]).toMatchObject({
      value: null,
      label: "",
    });
  });

  it("makes decimals canonical", () => {
    expect(read(withPlace(small, "tables.0.cells.0.value", "007.50")).tables[0]?.cells[0]?.value).toBe("7.5");
  });

  it.each([
    [
      "a number that is none",
      "tables.0.cells.0.value",
      "七",
      "表 statistics 的单元格 1.1:value 的 value",
      /“七”不是数/,
    ],
    [
      "a number with separators",
      "tables.0.cells.0.value",
      "1,234",
      "表 statistics 的单元格 1.1:value 的 value",
      /不是数/,
    ],
    ["a number as a JSON number", "tables.0.cells.0.value", 7, "表 statistics 的单元格 1.1:value 的 value", /应为文本/],
    ["a number without a value", "tables.0.cells.0.value", null, "表 statistics 的单元格 1.1:value 的 value", /缺少数/],
    ["a blank with a value", "tables.0.cells.1.value", "0", "表 statistics 的单元格 1.1.a:value 的 value", /不能有数/],
    [
      "an unknown state",
      "tables.0.cells.1.state",
      "empty",
      "表 statistics 的单元格 1.1.a:value 的 state",
      /只能是 number/,
    ],
    ["a cell twice", "tables.0.cells.1.row", "1.1", "表 statistics 的单元格 1.1:value", /出现了两次/],
    ["no form", "form", undefined, "form", /应为文本/],
    ["no sections", "sections", undefined, "sections", /应为列表/],
    ["a year as text", "year", "2018", "year", /应为/],
    ["paragraphs that are no list", "sections.0.paragraphs", "文字", "第 1 部分 的 paragraphs", /应为列表/],
    ["a section twice", "sections.1", { key: "preamble", heading: "", paragraphs: [] }, "第 2 部分", /出现了两次/],
    ["another schema", "schema", "nianbao.report/2", "schema", /升级程序/],
    ["no schema", "schema", undefined, "(整个文件)", /不是年报通的报告文件/],
  ])("refuses %s, with its place", (_, at, value, where, why) => {
    const parsed = parseReportJson(withPlace(small, at, value));
    if (parsed.ok) throw new Error("read");
    const fault = parsed.faults.find(({ place: p }) =>
      p.startsWith(where.replace("(", "\uff08").replace(")", "\uff09")),
    );
    expect(fault?.reason, JSON.stringify(parsed.faults)).toMatch(why);
  });

  it("anything else is refused and never throws", () => {
    fc.assert(
      fc.property(fc.anything(), (json) => {
        expect(parseReportJson(json).ok).toBe(false);
        parseReportJson({ ...small, sections: json, annex: json, messages: [json] });
        parseReportJson({ ...small, tables: [{ key: "statistics", cells: [json] }] });
      }),
    );
  });

  it("ignores fields that it does not know, and says so once", () => {
    const odd = withPlace(withPlace(small, "colour", "red"), "tables.0.cells.0.bold", true);
    const report = read(withPlace(odd, "tables.0.cells.1.bold", true));
    expect(report.messages).toEqual([
      {
        level: "info",
        code: "unknown-field",
        text: expect.stringMatching(/tables\.cells\.bold、colour|colour、tables\.cells\.bold/),
      },
    ]);
    expect({ ...report, messages: [] }).toEqual(small);
    expect(read(formatReportJson(report))).toEqual(report);
  });
});

describe("the narrative document beside the paragraphs", () => {
  it("is kept as it is, without a word, where both say the same", () => {
    fc.assert(
      fc.property(reportOf(form2014), (report) => {
        const both = { ...report, content: document(report) };
        expect(read(formatReportJson(both))).toEqual(both);
      }),
    );
  });

  it("where it differs, the paragraphs win and one message says so, however often it is read", () => {
    const other = document({ ...small, sections: [{ key: "preamble", heading: "", paragraphs: ["全年公开 8 条。"] }] });
    const report = read({ ...small, content: other });
    expect(report.sections).toEqual(small.sections);
    expect(report.messages).toMatchObject([{ level: "warning", code: "content-differs" }]);
    expect(read(formatReportJson(report))).toEqual(report);
  });

  it("reads a bound figure as its cell, marks and breaks as text", () => {
    const inline = [
      { type: "text", text: "全年公", marks: [{ type: "bold" }] },
      { type: "text", text: "开 " },
      { type: "figure", attrs: { table: "statistics", row: "1.1", column: "value" } },
      { type: "text", text: " 条。" },
    ];
    const content = { type: "doc", content: [{ type: "section", content: [{ type: "paragraph", content: inline }] }] };
    expect(read({ ...small, content }).messages).toEqual([]);
    const changed = withPlace(small, "tables.0.cells.0.value", "9");
    expect(read({ ...Object(changed), content }).messages).toMatchObject([{ code: "content-differs" }]);
    const broken = { ...small, sections: [{ key: "preamble", heading: "", paragraphs: ["上\n下"] }] };
    const lines = [{ type: "text", text: "上" }, { type: "hardBreak" }, { type: "text", text: "下" }];
    expect(
      read({ ...broken, content: { type: "doc", content: [{ type: "paragraph", content: lines }] } }).messages,
    ).toEqual([]);
  });

  it("a document that is none differs", () => {
    for (const content of [null, 7, "text", [], {}]) {
      expect(read({ ...small, content }).messages).toMatchObject([{ code: "content-differs" }]);
    }
  });
});
