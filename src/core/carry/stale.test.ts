import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withYear, yearOf } from "./aging.ts";
import { staleMarks } from "./stale.ts";

const marksOf = (text: string, reported: number | null = 2017) =>
  staleMarks([{ key: "a", heading: "", paragraphs: [text] }], reported).map(({ from, to, reason }) => [
    text.slice(from, to),
    reason,
  ]);

describe("what may have aged is marked, with its reason", () => {
  it.each([
    ["印发《办法》（国办发〔2016〕80号）", [["〔2016〕80号", "文号"]]],
    ["（吉市办函〔2018〕57 号）落实情况", [["〔2018〕57 号", "文号"]]],
    [
      "截至2017年12月31日共1,205条、占3.5%",
      [
        ["2017年12月31日", "统计期限"],
        ["1,205", "数字"],
        ["3.5%", "数字"],
      ],
    ],
    [
      "自2017年1月1日起至2017年12月31日止",
      [
        ["2017年1月1日", "统计期限"],
        ["2017年12月31日", "统计期限"],
      ],
    ],
    ["2017年5月12日印发", [["2017年5月12日", "日期"]]],
    ["次年1月20日前报送", [["1月20日", "日期"]]],
    ["联系电话:66274966。", [["66274966", "电话"]]],
    [
      "联系人：张三丰，电话0431-6627496",
      [
        ["张三丰", "人员姓名"],
        ["0431-6627496", "电话"],
      ],
    ],
    ["由党工委书记任组长，其他领导任副组长", [["书记任组长", "任职人员"]]],
    ["街道办事处主任任政务公开领导小组组长", [["主任任政务公开领导小组组长", "任职人员"]]],
    [
      "指定了一名主管领导及六名工作人员",
      [
        ["一", "数字"],
        ["六", "数字"],
      ],
    ],
    [
      "由七部分组成，设查阅点3处",
      [
        ["七", "数字"],
        ["3", "数字"],
      ],
    ],
    ["1.政府网站公开33条", [["33", "数字"]]],
  ])("%s", (text, expected) => {
    expect(marksOf(text)).toEqual(expected);
  });

  it.each(["（三）没有数", "作为一项重要内容，一级抓一级", "第一次、每次都一个不漏", "一是抓落实；二是重实效"])(
    "nothing in: %s",
    (text) => {
      expect(marksOf(text)).toEqual([]);
    },
  );
});

describe("a year is surely the report's own", () => {
  it.each(["2017年，我街道主动公开", "全面反映2017年度的成效", "截至2017年底", "二〇一七年共收到申请"])(
    "in %s",
    (text) => {
      expect(marksOf(text)[0]?.[1]).toBe("报告年份");
    },
  );

  it.each([
    ["比2017年增长", "对比年份"],
    ["与2017年相比", "对比年份"],
    ["2008年至2017年的年报", "年份"],
    ["自2017年起", "对比年份"],
    ["《关于做好2017年年报工作的通知》", "文件名"],
    ["2016年，我街道", "年份"],
  ])("but not in %s", (text, reason) => {
    expect(marksOf(text)[0]?.[1]).toBe(reason);
  });

  it("when nobody knows the year, never", () => {
    expect(marksOf("2017年公开", null)).toEqual([["2017年", "年份"]]);
  });
});

describe("marks", () => {
  it("lie inside the text, in order, and never over each other", () => {
    const part = fc.constantFrom(
      "2017",
      "年",
      "3",
      "月",
      ",",
      "号",
      "〔",
      "〕",
      "甲",
      ".",
      "、",
      "七",
      "名",
      "书记任",
      "组长",
      "电话",
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const text = parts.join("");
        let end = 0;
        for (const { from, to } of staleMarks([{ key: "a", heading: "", paragraphs: [text] }], 2017)) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(text.length);
          end = to;
        }
      }),
    );
  });

  it("a moved year is read as that year, in its own kind of digits", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2000, max: 2099 }),
        fc.constantFrom("2017年度", "二〇一七年", "二○一七年"),
        (year, text) => {
          expect(yearOf(withYear(text, year))).toBe(year);
          expect(withYear(text, year).slice(4)).toBe(text.slice(4));
        },
      ),
    );
  });
});
