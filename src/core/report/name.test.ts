import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safeFileName } from "./name.ts";

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
