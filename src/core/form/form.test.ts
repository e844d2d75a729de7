import { describe, expect, it } from "vitest";
import { makeForm, plainLabel, rowPath, servesYear } from "./form.ts";
import type { FormFile, RowForm } from "./schema.ts";

function row(id: string, label: string, parent?: string): RowForm {
  const level = id.split(".").length;
  return {
    id,
    label,
    unit: "件",
    level,
    kind: "value",
    type: "count",
    origin: "national",
    ...(parent ? { parent } : {}),
  };
}

const file: FormFile = {
  schema: "nianbao.form/1",
  id: "small",
  title: "小表式",
  basis: "测试用",
  years: { from: 2030 },
  reportTitle: "{unit}{year}年报告",
  sections: [{ key: "all", title: "总体情况", origin: "national" }],
  tables: [
    {
      key: "t",
      title: "表",
      labelHeader: { label: "项目" },
      columns: [
        { key: "now", label: "本年", role: "current", print: true },
        { key: "then", label: "上年", role: "previous", print: false },
      ],
      rows: [
        { id: "3", label: "三、来信", unit: "—", level: 1, kind: "header", origin: "national" },
        row("3.1", "\uff08一\uff09收到数", "3"),
        row("3.1.1", "1.当面数", "3.1"),
        row("3.1.a", "其中:匿名数", "3.1"),
        row("3.1.b", "其中:1、署名数", "3.1"),
      ],
      relations: [],
    },
  ],
};

const form = makeForm(file);
const table = form.tables.get("t");
if (!table) throw new Error("no table");

describe("a form", () => {
  it("parts value rows from headers and this year's columns from last year's", () => {
    expect(table.valueRows.map(({ id }) => id)).toEqual(["3.1", "3.1.1", "3.1.a", "3.1.b"]);
    expect(table.currentColumns.map(({ key }) => key)).toEqual(["now"]);
  });

  it("without a last year serves all later years", () => {
    expect([2029, 2030, 2099].map((year) => servesYear(form, year))).toEqual([false, true, true]);
  });

  it("calls rows by the numbers of their headings from the outside in", () => {
    expect(rowPath(table, "3")).toBe("三");
    expect(rowPath(table, "3.1.1")).toBe("三\uff08一\uff091");
    expect(rowPath(table, "3.1.a")).toBe("三\uff08一\uff09");
    expect(rowPath(table, "local-1")).toBe("local-1");
  });

  it("takes number and 其中 off a label, in whichever order", () => {
    expect(
      ["三、来信", "\uff08一\uff09收到数", "1.当面数", "其中:匿名数", "其中\uff1a1、署名数"].map(plainLabel),
    ).toEqual(["来信", "收到数", "当面数", "匿名数", "署名数"]);
  });
});
