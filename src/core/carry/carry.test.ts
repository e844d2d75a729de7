import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { form2014 } from "../../../test/support/forms.ts";
import { EMPTY_ANNEX, REPORT_SCHEMA, type Report } from "../report/report.ts";
import { carryOver } from "./carry.ts";
import { staleMarks } from "./stale.ts";

const cell = (row: string, column: string, value: string | null) =>
  ({ row, column, label: "数", unit: "条", state: value === null ? "blank" : "number", value }) as const;

const last: Report = {
  schema: REPORT_SCHEMA,
  form: form2014.id,
  year: 2017,
  unit: "试验街道",
  title: "试验街道2017年政府信息公开工作年度报告",
  sections: [{ key: "basic-work", heading: "一、基本工作情况", paragraphs: ["（一）组织", "2017年公开7条。"] }],
  tables: [
    {
      key: "statistics",
      cells: [cell("1.1", "value", "7"), cell("1.1", "previous", "5"), cell("1.1.a", "value", null)],
    },
  ],
  annex: { ...EMPTY_ANNEX, head: "甲", date: "2018年1月5日" },
  extra: [],
  dropped: [],
  messages: [{ level: "ask", code: "year-from-prose", text: "年度是推断的。" }],
  reasons: [{ code: "x", cells: [], text: "理由", by: "甲", at: "2018-01-05", kind: "lifted" }],
};

describe("next year from last year", () => {
  const next = carryOver(last, form2014, { year: 2018, text: "keep", figures: "previous" });

  it("has the new year, in its title too, and neither the old date nor old reasons", () => {
    expect([next.year, next.title]).toEqual([2018, "试验街道2018年政府信息公开工作年度报告"]);
    expect(next.annex).toEqual({ ...last.annex, date: null });
    expect(next.reasons).toBeUndefined();
    expect(next.messages).toEqual([]);
  });

  it("has last year's figures beside blanks, never as its own", () => {
    expect(next.tables[0]?.cells).toEqual([
      cell("1.1", "value", null),
      cell("1.1", "previous", "7"),
      cell("1.1.a", "value", null),
      cell("1.1.a", "previous", null),
    ]);
  });

  it("has last year's text with marks on what may be out of date", () => {
    expect(next.sections).toEqual(last.sections);
    const marked = next.stale?.map(({ paragraph, from, to, reason }) => [
      next.sections[0]?.paragraphs[paragraph]?.slice(from, to),
      reason,
    ]);
    expect(marked).toEqual([
      ["2017年", "年份"],
      ["7", "数字"],
    ]);
  });

  it("has headings only when that is wanted", () => {
    const bare = carryOver(last, form2014, { year: 2018, text: "headings", figures: "current" });
    expect(bare.sections).toEqual([{ key: "basic-work", heading: "一、基本工作情况", paragraphs: [] }]);
    expect(bare.stale).toBeUndefined();
    expect(bare.tables).toEqual(last.tables);
  });
});

it("the same year goes on as it was", () => {
  const same = carryOver(last, form2014, { year: 2017, text: "keep", figures: "current" });
  expect(same).toEqual({ ...last, messages: [] });
});

describe("marks", () => {
  const marksOf = (text: string) =>
    staleMarks([{ key: "a", heading: "", paragraphs: [text] }]).map(({ from, to, reason }) => [
      text.slice(from, to),
      reason,
    ]);

  it.each([
    ["印发《办法》（国办发〔2016〕80号）", [["〔2016〕80号", "文号"]]],
    [
      "截至2017年12月31日共1,205条、占3.5%",
      [
        ["2017年12月31日", "日期"],
        ["1,205", "数字"],
        ["3.5%", "数字"],
      ],
    ],
    ["1.政府网站公开33条", [["33", "数字"]]],
    ["（三）没有数", []],
  ])("%s", (text, expected) => {
    expect(marksOf(text)).toEqual(expected);
  });

  it("lie inside the text, in order, and never over each other", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("2017", "年", "3", "月", ",", "号", "〔", "〕", "甲", ".", "、")),
        (parts) => {
          const text = parts.join("");
          let end = 0;
          for (const { from, to } of staleMarks([{ key: "a", heading: "", paragraphs: [text] }])) {
            expect(from).toBeGreaterThanOrEqual(end);
            expect(to).toBeGreaterThan(from);
            expect(to).toBeLessThanOrEqual(text.length);
            end = to;
          }
        },
      ),
    );
  });
});
