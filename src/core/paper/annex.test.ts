import { describe, expect, it } from "vitest";
import { form2014 } from "../../../test/support/forms.ts";
import { type Cell, EMPTY_ANNEX, type Report } from "../report/report.ts";
import { annexPaper, printedValue } from "./annex.ts";

function cell(row: string, value: string | null, more: Partial<Cell> = {}): Cell {
  return { row, column: "value", label: "", unit: "件", state: value === null ? "blank" : "number", value, ...more };
}

function reportOf(cells: readonly Cell[]): Report {
  return {
    schema: "nianbao.report/1",
    form: form2014.id,
    year: 2017,
    unit: "青禾街道",
    title: null,
    sections: [],
    tables: [{ key: "statistics", cells }],
    annex: { ...EMPTY_ANNEX, number: "附件1", unit: "青禾街道办事处", filler: "王小明" },
    extra: [],
    dropped: [],
    messages: [],
  };
}

function paperOf(report: Report) {
  const paper = annexPaper(report, form2014);
  if (!paper) throw new Error("no annex");
  return paper;
}

describe("what a cell prints", () => {
  it.each([
    ["a number", cell("6", "160.5964"), { text: "160.5964", number: "160.5964" }],
    ["a blank", cell("6", null), { text: "", number: null }],
    ["a blank of which the source said something", cell("6", null, { raw: "无" }), { text: "无", number: null }],
    ["na as the sign it was read as", cell("6", null, { state: "na", raw: "——" }), { text: "——", number: null }],
    ["na without a sign", cell("6", null, { state: "na" }), { text: "/", number: null }],
    ["a doubtful number", cell("6", "120", { raw: "约120" }), { text: "120", number: "120" }],
    ["no cell", undefined, { text: "", number: null }],
  ])("%s", (_, given, printed) => {
    expect(printedValue(given)).toEqual(printed);
  });
});

describe("the annex on paper", () => {
  it("has the form's rows, without the local one that the report lacks", () => {
    const { rows } = paperOf(reportOf([cell("6", "3")]));
    expect(rows).toHaveLength(65);
    expect(rows.find(({ id }) => id === "6")?.values).toEqual([{ text: "3", number: "3" }]);
    expect(rows.find(({ id }) => id === "8")).toMatchObject({ header: true, values: [{ text: "", number: null }] });
    expect(paperOf(reportOf([cell("1.1.c", null)])).rows).toHaveLength(66);
  });

  it("prints the columns of the printed form only", () => {
    const paper = paperOf(reportOf([cell("6", "3"), cell("6", "9", { column: "previous" })]));
    expect(paper.header).toEqual(["统 计 指 标", "单位", "统计数"]);
    expect(paper.rows.find(({ id }) => id === "6")?.values).toHaveLength(1);
  });

  it("puts a row that the form does not know behind the row it followed", () => {
    const own = [cell("local-1", "4", { label: "微信推送数" }), cell("local-2", "5", { label: "短视频数" })];
    const { rows } = paperOf(reportOf([cell("1.2.4", "1"), ...own, cell("1.2.5", "2")]));
    const at = rows.findIndex(({ id }) => id === "1.2.4");
    expect(rows.slice(at, at + 4).map(({ id, label, level }) => [id, level, label.slice(0, 4)])).toEqual([
      ["1.2.4", 3, "4.政务"],
      ["local-1", 3, "微信推送"],
      ["local-2", 3, "短视频数"],
      ["1.2.5", 3, "5.其他"],
    ]);
  });

  it("has head and foot, and says when the title is the form's own", () => {
    const report = reportOf([cell("6", "3")]);
    expect(paperOf(report)).toMatchObject({
      number: "附件1",
      title: "政府信息公开情况统计表",
      titleProposed: true,
      yearLine: expect.stringContaining("2017"),
      unitLine: expect.stringMatching(/^填报单位.*青禾街道办事处$/),
    });
    expect(paperOf(report).signOff.map(({ key, value }) => [key, value])).toEqual([
      ["head", ""],
      ["reviewer", ""],
      ["filler", "王小明"],
      ["phone", ""],
      ["date", ""],
    ]);
    const titled = paperOf({ ...report, year: null, annex: { ...report.annex, title: "统计表" } });
    expect(titled).toMatchObject({ title: "统计表", titleProposed: false, yearLine: "" });
  });

  it("is none without the table", () => {
    expect(annexPaper({ ...reportOf([]), tables: [] }, form2014)).toBeNull();
  });
});
