import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fixtureForm, form2014, formFrom } from "../../../test/support/forms.ts";
import { reportOf } from "../../../test/support/reports.ts";
import { applyEdit } from "../edit/apply.ts";
import { annexPaper } from "../paper/annex.ts";
import { matrixOf } from "../paper/matrix.ts";
import { readTable } from "../recognise/table.ts";
import type { Cell, Report } from "../report/report.ts";
import { guessTarget, planAnnex } from "./annex-plan.ts";
import { annexTables, type Copied, readAnnexTables } from "./annex-source.ts";
import { formatHtml } from "./html.ts";
import { formatTsv } from "./tsv.ts";

const table = form2014.tables.get("statistics") ?? expect.fail("no table");
const quarterly = formFrom("test", "fixtures", "forms", "quarterly.json").tables.get("lending") ?? expect.fail();

const asHtml = (rows: readonly (readonly string[])[]): Copied => ({ html: formatHtml(rows), text: "" });
const asTsv = (rows: readonly (readonly string[])[]): Copied => ({ html: "", text: formatTsv(rows) });

const planOf = (copied: Copied, own: readonly Cell[], target: "current" | "previous", form = table) =>
  planAnnex(readTable(annexTables(copied, form), form), sheet(own, form), own, target);
const sheet = (own: readonly Cell[], form = table) => ({
  table: form,
  cellAt: (row: string, column: string) => own.find((cell) => cell.row === row && cell.column === column),
});
const told = ({ lines }: ReturnType<typeof planOf>) =>
  lines.map(({ row, column, from, to }) => `${row}:${column} ${from}→${to}`);
const cell = (row: string, value: string, column = "value"): Cell => ({
  row,
  column,
  label: row,
  unit: "件",
  state: "number",
  value,
});

/** The printed annex of a report, as it stands in Word or Excel. */
function printed(report: Report): string[][] {
  const paper = annexPaper(report, form2014);
  if (!paper) return [];
  return [
    [paper.yearLine],
    [...paper.header],
    ...paper.rows.map((row) => [row.label + row.note, row.unit, ...row.values.map(({ text }) => text)]),
  ];
}

describe("a clipboard", () => {
  it.each([
    [
      "a block of values",
      [
        ["7", "8"],
        ["9", "0"],
      ],
      0,
    ],
    ["labels alone", [["1.当面申请数"], ["2.传真申请数"]], 0],
    ["one row of an annex", [["1.当面申请数", "件", "5"]], 1],
    ["cells one below the other", [["1.当面申请数"], ["件"], ["5"], ["2.传真申请数"], ["件"], ["0"]], 1],
  ])("%s", (_, rows, count) => {
    expect(annexTables(asTsv(rows), table)).toHaveLength(count);
    if (rows.every((row) => row.length > 1)) expect(annexTables(asHtml(rows), table)).toHaveLength(count);
  });
});

describe("a pasted annex", () => {
  it("is laid in by its labels, whatever their order and the rows left out", () => {
    const rows = [
      ["指标", "单位", "2018年", "2017年"],
      ["（一）收到申请数", "件", "12", "8"],
      ["1.当面申请数", "件", "5", ""],
      ["3．网络申请数", "件", "四", "3"],
    ];
    const own = [cell("3.1", "11"), cell("3.1.1", "5"), cell("3.1.2", "7")];
    expect(told(planOf(asHtml(rows), own, "current"))).toEqual([
      "3.1:value 11→12",
      "3.1:previous →8",
      "3.1.1:value 5→5",
      "3.1.3:value →4",
      "3.1.3:previous →3",
    ]);
  });

  it("goes to last year's column by choice, and says what is not used", () => {
    const rows = [
      ["指标", "单位", "本年", "上年"],
      ["1.当面申请数", "件", "5", "3"],
      ["三、不认识的一行", "件", "9", ""],
    ];
    const plan = planOf(asTsv(rows), [cell("3.1.1", "6")], "previous");
    expect(told(plan)).toEqual(["3.1.1:previous →5"]);
    expect(plan.unplaced).toEqual(["三、不认识的一行 9"]);
    expect(plan.aside).toEqual(["来源里再前一年的 1 个数"]);
  });

  it("leaves a cell alone where the source is blank, keeps its note, and tells what is doubtful", () => {
    const own = [{ ...cell("3.1.1", "5"), note: "问过" }, cell("3.1.2", "1")];
    const plan = planOf(
      asTsv([
        ["1.当面申请数", "件", "约7"],
        ["2.传真申请数", "件", ""],
      ]),
      own,
      "current",
    );
    expect(plan.blank).toBe(1);
    expect(plan.lines).toHaveLength(1);
    expect(plan.lines[0]).toMatchObject({ from: "5", to: "7", change: { after: { note: "问过", raw: "约7" } } });
    expect(plan.lines[0]?.doubt).toContain("读作 7");
  });

  it("finds a row that the office has added by its label", () => {
    const own = [{ ...cell("local-1", "1"), label: "本地新增的巡查数" }];
    const rows = [
      ["1.当面申请数", "件", "5"],
      ["本地新增的巡查数", "件", "8"],
    ];
    expect(told(planOf(asTsv(rows), own, "current"))).toContain("local-1:value 1→8");
  });

  it("fills several value columns", () => {
    const rows = [
      ["项目", "单位", "一季度", "二季度", "合计"],
      ["1.成人借出", "册", "1", "2", "3"],
    ];
    expect(told(planOf(asHtml(rows), [], "current", quarterly))).toEqual([
      "1.1.1:q1 →1",
      "1.1.1:q2 →2",
      "1.1.1:total →3",
    ]);
  });

  it("of any report, printed and pasted over another, gives that report's numbers", () => {
    fc.assert(
      fc.property(reportOf(form2014), fc.constantFrom(asHtml, asTsv), (report, copied) => {
        const own = report.tables[0]?.cells ?? [];
        const wanted = own.filter(({ state, row }) => state === "number" && table.rows.has(row));
        const plan = planOf(copied(printed(report)), [], "current");
        const changes = plan.lines.flatMap(({ change }) => change ?? []);
        const filled = applyEdit({ ...report, tables: [] }, { kind: "cells", table: "statistics", changes });
        const got = new Map(filled.tables[0]?.cells.map((one) => [one.row, one.value]));
        expect(wanted.filter(({ row, value }) => got.get(row) !== value)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("of a section's table, a matrix, is laid in by rows and heads", () => {
    const matrix = fixtureForm("matrix").tables.get("readers") ?? expect.fail("no table");
    const own = [cell("1", "5", "adult"), cell("2.2.1", "7", "student"), cell("2.1", "2", "total")];
    const { rows } = matrixOf(matrix, { key: "readers", cells: own });
    const html = `<table>${rows
      .map(
        (row) =>
          `<tr>${row.map(({ text, colSpan, rowSpan }) => `<td colspan=${colSpan} rowspan=${rowSpan}>${text}</td>`).join("")}</tr>`,
      )
      .join("")}</table>`;
    const tables = annexTables({ html, text: "" }, matrix);
    const plan = planAnnex(readAnnexTables(tables, matrix), sheet([], matrix), [], "current");
    expect(told(plan)).toEqual(["1:adult →5", "2.1:total →2", "2.2.1:student →7"]);
    expect(annexTables({ html, text: "" }, table)).toEqual([]);
  });

  it("is of the year that stands over it", () => {
    const of = (line: string) =>
      guessTarget(
        readTable(annexTables(asTsv([[line], ["指标", "单位", "数"], ["1.当面申请数", "件", "5"]]), table), table),
        2018,
      );
    expect([of("（2017年度）"), of("（2018年度）"), of("统计表")]).toEqual(["previous", "current", "current"]);
  });
});
