import { describe, expect, it } from "vitest";
import { form2014 } from "../../../test/support/forms.ts";
import { annexLine } from "./annex.ts";

const annex = form2014.file.annex;
const [table] = form2014.file.tables;
if (!annex || !table) throw new Error("the form has an annex");
const line = (text: string) => annexLine(text, annex, table);

describe("lines around the statistics table", () => {
  it.each([
    ["附件2", { kind: "number", text: "附件2" }],
    ["附 件：", { kind: "number", text: "附 件" }],
    ["附表", { kind: "number", text: "附表" }],
    ["政府信息公开情况统计表", { kind: "title", text: "政府信息公开情况统计表" }],
    ["2018年政府信息公开情况统计表", { kind: "title", text: "2018年政府信息公开情况统计表" }],
    ["附件2：政府信息公开情况统计表", { kind: "headed", number: "附件2", title: "政府信息公开情况统计表" }],
    ["（2018 年度）", { kind: "year", year: 2018 }],
    ["2018年度", { kind: "year", year: 2018 }],
    ["填报单位（盖章）：", { kind: "fields", fields: { unit: null } }],
    ["填报单位(盖章):青禾街道", { kind: "fields", fields: { unit: "青禾街道" } }],
    [
      "单位负责人：张三   审 核 人：李四  填报人：  联系电话：66274966 填报日期：2019年1月10日",
      {
        kind: "fields",
        fields: { head: "张三", reviewer: "李四", filler: null, phone: "66274966", date: "2019年1月10日" },
      },
    ],
    ["附件：政府信息公开情况统计表，共65项指标。", null],
    ["本单位行政办负责此项工作，联系电话：66274966。", null],
    ["2018", null],
  ])("%s", (text, part) => {
    expect(line(text)).toEqual(part);
  });
});
