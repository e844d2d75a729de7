import { describe, expect, it } from "vitest";
import { form2014, formNamed } from "../../../test/support/forms.ts";
import type { TableOfForm } from "../form/form.ts";
import { readByColumn, rowsNamed } from "./by-column.ts";

const statistics = form2014.tables.get("statistics") as TableOfForm;

describe("a column that somebody says holds the values", () => {
  const rows = [
    ["统计指标", "单位", "甲", "乙"],
    ["一、主动公开情况", "—", "", ""],
    ["(一)主动公开政府信息数", "条", "7", "９"],
    ["三、依申请公开情况", "—", "", ""],
    ["(一)收到申请数", "件", "1", "2"],
    ["1.当面申请数", "件", "", "七"],
  ];

  it("gives each row that is named its text, as it stands", () => {
    expect([...readByColumn(rows, 3, statistics)]).toEqual([
      ["1.1", "９"],
      ["3.1", "2"],
      ["3.1.1", "七"],
    ]);
    expect(readByColumn(rows, 2, statistics).get("3.1.1")).toBe("");
  });

  it("tells whose table it is", () => {
    const requests = formNamed("gongkai-2021").tables.get("requests") as TableOfForm;
    expect(rowsNamed(rows, statistics)).toBeGreaterThan(rowsNamed(rows, requests));
  });

  it("knows rows of a matrix behind the heads that span them", () => {
    const requests = formNamed("gongkai-2021").tables.get("requests") as TableOfForm;
    const matrix = [["三、本年度办理结果", "（三）不予公开", "1.属于国家秘密", "4", "5"]];
    expect([...readByColumn(matrix, 4, requests)]).toEqual([["3.3.1", "5"]]);
  });
});
