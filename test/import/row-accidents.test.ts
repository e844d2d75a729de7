import { describe, expect, it } from "vitest";
import { ABOUT_CELLS, at, cell, HEAD, PRINTED, read, SOUND, table, values } from "../support/damaged.ts";

describe("rows of a statistics table as offices leave them", () => {
  it("with rows missing: blank with a message there, and all others right", () => {
    const gone = new Set(["其中:主动公开规范性文件数", "(二)被依法纠错数", "4.信函申请数"]);
    const report = read(table([HEAD, ...PRINTED.filter(([label = ""], i) => !(gone.has(label) && i < 50))]));
    for (const row of ["1.1.a", "3.1.4", "4.2"]) {
      expect(cell(report, row)).toMatchObject({ state: "blank", value: null });
      expect(at(report, row)).toMatchObject([{ level: "warning", code: "row-missing" }]);
    }
    expect(values(report)).toEqual({ ...SOUND, "1.1.a": null, "3.1.4": null, "4.2": null });
    expect(ABOUT_CELLS(report)).toHaveLength(3);
  });

  it("with a row of the office's own, kept as such with a question", () => {
    const report = read(
      table([HEAD, ...PRINTED.slice(0, 5), ["社区公开栏公开信息数", "条", "12"], ...PRINTED.slice(5)]),
    );
    expect(values(report)).toEqual({ ...SOUND, "local-1": "12" });
    expect(cell(report, "local-1")).toMatchObject({ label: "社区公开栏公开信息数", unit: "条" });
    expect(at(report, "local-1")).toMatchObject([{ level: "ask", code: "row-local" }]);
  });

  it("with a row moved: its label finds it", () => {
    const moved = PRINTED.filter((_, i) => i !== 8);
    expect(values(read(table([HEAD, ...moved.slice(0, 20), PRINTED[8] ?? [], ...moved.slice(20)])))).toEqual(SOUND);
  });

  it("with a label misspelt: read, with a question at the cell", () => {
    const rows = PRINTED.map(([label = "", ...rest]) => [
      label.replace("政府网站在线访谈次数", "政府网站在线访淡次数"),
      ...rest,
    ]);
    const report = read(table([HEAD, ...rows]));
    expect(values(report)).toEqual(SOUND);
    expect(at(report, "2.2.2")).toMatchObject([{ level: "ask", code: "label-unsure" }]);
  });

  it("with a label broken over two rows", () => {
    const [label = "", unit = "", value = ""] = PRINTED[37] ?? [];
    expect(
      values(
        read(
          table([
            HEAD,
            ...PRINTED.slice(0, 37),
            [label.slice(0, 6), "", ""],
            [label.slice(6), unit, value],
            ...PRINTED.slice(38),
          ]),
        ),
      ),
    ).toEqual(SOUND);
  });

  it("with a row twice: the second is named and kept aside", () => {
    const report = read(table([HEAD, ...PRINTED, ["(一)收到申请数", "件", "99"]]));
    expect(values(report)).toEqual(SOUND);
    expect(report.extra.join()).toContain("99");
    expect(report.messages.some(({ code }) => code === "row-repeated")).toBe(true);
  });

  it("with a figure on a heading row: kept aside, and said", () => {
    const report = read(table([HEAD, ["一、主动公开情况", "—", "7"], ...PRINTED.slice(1)]));
    expect(values(report)).toEqual(SOUND);
    expect(report.extra.join()).toContain("7");
    expect(report.messages.some(({ code }) => code === "header-value")).toBe(true);
  });

  it("with 元 in the unit column of a 万元 row", () => {
    const report = read(
      table([HEAD, ...PRINTED.map(([l = "", u = "", v = ""]) => (u === "万元" ? [l, "元", "251000"] : [l, u, v]))]),
    );
    expect(cell(report, "7")).toMatchObject({ value: "25.1", raw: "251000" });
    expect(at(report, "7")).toMatchObject([{ level: "warning", code: "value-unit" }]);
  });

  it("with its sign-off line inside the table", () => {
    const report = read(
      table([
        ["政府信息公开情况统计表", "", ""],
        ["填报单位（盖章）：青禾街道", "", ""],
        HEAD,
        ...PRINTED,
        ["单位负责人：张三", "审核人：李四", "填报人：王五"],
      ]),
    );
    expect(values(report)).toEqual(SOUND);
    expect(report.annex).toMatchObject({
      title: "政府信息公开情况统计表",
      unit: "青禾街道",
      head: "张三",
      reviewer: "李四",
      filler: "王五",
    });
  });
});
