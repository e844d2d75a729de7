import { describe, expect, it } from "vitest";
import { form2014 } from "../../../test/support/forms.ts";
import { EMPTY_ANNEX, REPORT_SCHEMA, type Report } from "../report/report.ts";
import { carryOver } from "./carry.ts";

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
      ["2017年", "报告年份"],
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

it("a year that the form does not serve stays on the form, with a warning", () => {
  const next = carryOver({ ...last, year: 2018 }, form2014, { year: 2019, text: "keep", figures: "previous" });
  expect(next.form).toBe(form2014.id);
  expect(next.messages).toMatchObject([{ level: "warning", code: "year-outside-form" }]);
});

it("figures of another year than the one before are said not to be last year's", () => {
  const next = carryOver({ ...last, year: 2015 }, form2014, { year: 2017, text: "keep", figures: "previous" });
  expect(next.messages).toMatchObject([{ level: "warning", code: "previous-of-another-year" }]);
});

it("figures that are bound in the text wait for the new year's numbers", () => {
  const figure = { type: "figure", attrs: { table: "statistics", row: "1.1", column: "value", format: "arabic" } };
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
            content: [{ type: "text", text: "公开" }, figure, { type: "text", text: "条。" }],
          },
        ],
      },
    ],
  };
  const sections = [{ key: "basic-work", heading: "一、基本工作情况", paragraphs: ["公开7条。"] }];
  const next = carryOver({ ...last, content, sections }, form2014, { year: 2018, text: "keep", figures: "previous" });
  expect(next.content).toEqual(content);
  expect(next.sections[0]?.paragraphs).toEqual(["公开未填条。"]);
  expect(next.stale).toBeUndefined();
});

it("the same year goes on as it was", () => {
  const same = carryOver(last, form2014, { year: 2017, text: "keep", figures: "current" });
  expect(same).toEqual({ ...last, messages: [] });
  const stale = [{ section: "basic-work", paragraph: 1, from: 0, to: 5, reason: "年份" }];
  const carry = { year: 2017, text: "keep", figures: "current" } as const;
  expect(carryOver({ ...last, stale }, form2014, carry).stale).toEqual(stale);
  expect(carryOver({ ...last, stale }, form2014, { ...carry, text: "headings" }).stale).toBeUndefined();
});
