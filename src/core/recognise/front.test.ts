import { describe, expect, it } from "vitest";
import { readTitle, unitFromTitle, yearFromProse, yearsIn } from "./front.ts";

describe("the title", () => {
  it.each([
    [["青禾街道2018年政府信息公开工作年度报告", "根据要求，编制报告。"], "青禾街道2018年政府信息公开工作年度报告", 1],
    [["青禾街道办事处", "2018年政府信息公开年报", "正文。"], "青禾街道办事处2018年政府信息公开年报", 2],
    [
      ["当前位置：首页 > 年报", "发布日期 2019-01-20", "青禾街道2018年政府信息公开年报", "正文。"],
      "青禾街道2018年政府信息公开年报",
      1,
      2,
    ],
    [["根据《条例》，现编制2018年度政府信息公开工作年度报告。", "正文"], null, 0],
    [["一、概述", "青禾街道2018年政府信息公开年报"], null, 0],
  ])("%j", (lines, title, count, from = 0) => {
    expect(readTitle(lines)).toEqual({ title, from, to: from + count });
  });

  it.each([
    ["青禾街道2018年政府信息公开工作年度报告", "青禾街道"],
    ["2018年青禾街道政府信息公开工作年度报告", "青禾街道"],
    ["临江市教育局关于2017年度政府信息公开工作的报告", "临江市教育局"],
    ["青禾镇人民政府二〇一八年政府信息公开年报", "青禾镇人民政府"],
    ["2018年政府信息公开工作年度报告", null],
  ])("the unit in %s", (title, unit) => {
    expect(unitFromTitle(title)).toBe(unit);
  });
});

describe("the year", () => {
  it("is what the prose calls the report's year, not that of a cited document", () => {
    expect(yearFromProse(["根据国办发〔2017〕12号，2018年度我街道做了工作，比2017年多。", "2018年末公开。"])).toBe(
      2018,
    );
    expect(yearFromProse(["做了工作。"])).toBeNull();
  });
  it("reads Chinese digits", () => {
    expect(yearsIn("二〇一八年和2017年")).toEqual([2018, 2017]);
  });
});
