import { describe, expect, it } from "vitest";
import { fixtureForm } from "../../../test/support/forms.ts";
import { tableGrid } from "../document.ts";
import type { Cell } from "../report/report.ts";
import { matrixOf } from "./matrix.ts";

const form = fixtureForm("matrix");

/** The table as it looks: every place with the text that covers it. */
function looks(key: string, cells: readonly Cell[] = []): (string | null)[][] {
  const table = form.tables.get(key);
  if (!table) throw new Error(key);
  const grid = tableGrid({ kind: "table", rows: matrixOf(table, { key, cells }).rows });
  return grid.map((row) => row.map((cell) => cell?.text ?? null));
}

const cell = (row: string, column: string, value: string): Cell => ({
  row,
  column,
  label: "",
  unit: "",
  state: "number",
  value,
});

describe("a table of a section on the paper", () => {
  it("in blocks: each under its own line and heads, the width shared evenly", () => {
    expect(looks("services", [cell("1.1", "held", "4"), cell("3.1", "spent", "12.50")])).toEqual([
      Array.from({ length: 7 }, () => "第一类 馆内活动"),
      ["服务内容", ...Array.from({ length: 3 }, () => "本年举办次数"), ...Array.from({ length: 3 }, () => "到场人次")],
      ["讲座", "4", "4", "4", "", "", ""],
      ["展览", "", "", "", "", "", ""],
      Array.from({ length: 7 }, () => "第二类 馆外活动"),
      ["服务内容", "本年举办次数", "本年举办次数", "到场人次", "到场人次", "比上年增减", "比上年增减"],
      ["流动书车", "", "", "", "", "", ""],
      Array.from({ length: 7 }, () => "第三类 经费"),
      ["服务内容", ...Array.from({ length: 6 }, () => "经费（单位：元）")],
      ["设备购置", ...Array.from({ length: 6 }, () => "12.50")],
    ]);
  });

  it("with spans: what neighbours share stands over or beside them once", () => {
    const corner = "（各列：第一项等于第二项）";
    expect(looks("readers", [cell("2.2.1", "student", "7")])).toEqual([
      [corner, corner, corner, "读者类别", "读者类别", "读者类别", "读者类别"],
      [corner, corner, corner, "成人", "学校", "学校", "合计"],
      [corner, corner, corner, "成人", "学生", "教师", "合计"],
      ["一、收到申请", "一、收到申请", "一、收到申请", "", "", "", ""],
      ["二、办理结果", "（一）发证", "（一）发证", "", "", "", ""],
      ["二、办理结果", "（二）不发证", "1.资料不全", "", "7", "", ""],
      ["二、办理结果", "（二）不发证", "2.其他", "", "", "", ""],
      ["二、办理结果", "（三）合计", "（三）合计", "", "", "", ""],
      ["三、留待下年", "三、留待下年", "三、留待下年", "", "", "", ""],
    ]);
  });

  it("of one row: heads over figures, no labels", () => {
    expect(looks("disputes")).toEqual([
      ["丢书", "丢书", "丢书", "损坏", "损坏", "损坏"],
      ["已赔", "未结", "总计", "污损", "污损", "污损"],
      ["已赔", "未结", "总计", "已赔", "未结", "总计"],
      ["", "", "", "", "", ""],
    ]);
  });

  it("every cell is as wide as its table, and no place is covered twice or left open", () => {
    for (const table of form.tables.values()) {
      const { rows, width } = matrixOf(table, undefined);
      const grid = tableGrid({ kind: "table", rows });
      for (const row of grid) {
        expect(row).toHaveLength(width);
        expect(row).not.toContain(null);
      }
    }
  });
});
