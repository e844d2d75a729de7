import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { form2014 } from "../../../test/support/forms.ts";
import { exampleReport } from "../checks/examples.ts";
import { namePattern, reportFileName, safeFileName } from "./name.ts";

describe("a file name that every file system takes", () => {
  it.each([
    ["青禾街道2018年政府信息公开工作年度报告", "青禾街道2018年政府信息公开工作年度报告"],
    ['a/b\\c:d*e?f"g<h>i|j', "abcdefghij"],
    ["  报告 \n 一 ", "报告 一"],
    ["尾点...", "尾点"],
    ["CON", "报告"],
    ["", "报告"],
    ["..", "报告"],
  ])("%j", (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });

  it("is short enough for 255 bytes with its ending, whatever was given", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (name) => {
        const safe = safeFileName(name);
        expect(new TextEncoder().encode(safe).length).toBeLessThanOrEqual(200);
        expect(safe).not.toMatch(/[\\/:*?"<>|]|^\.*$/);
      }),
    );
  });
});

describe("the name of a report's files", () => {
  const [table] = form2014.tables.values();
  if (!table) throw new Error("no table");
  const report = { ...exampleReport(form2014, table, {}), unit: "青禾街道", year: 2018 };

  it("is the form's usual title, or the unit's own way", () => {
    expect(reportFileName(report, form2014, "无名")).toBe("青禾街道2018年政府信息公开工作年度报告");
    expect(reportFileName(report, form2014, "无名", "{year}年报（{unit}）")).toBe("2018年报（青禾街道）");
    expect(reportFileName({ ...report, unit: null }, form2014, "无名", "{year}年报")).toBe("无名");
    expect(reportFileName({ ...report, unit: null, title: "年报/稿" }, form2014, "无名")).toBe("年报稿");
  });

  it("teaches the way it is made, so that next year's is made alike", () => {
    const pattern = namePattern("03-青禾街道2018年报", report);
    expect(pattern).toBe("03-{unit}{year}年报");
    expect(reportFileName({ ...report, year: 2019 }, form2014, "无名", pattern)).toBe("03-青禾街道2019年报");
    expect(namePattern("年报", report)).toBeNull();
    expect(namePattern("青禾街道年报", { ...report, unit: null })).toBeNull();
  });
});
