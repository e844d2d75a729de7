import { describe, expect, it } from "vitest";
import { typeset } from "./typeset.ts";

describe("punctuation for the eye", () => {
  it.each([
    ["(一)收到申请数", "（一）收到申请数"],
    ["其中:涉及国家秘密", "其中：涉及国家秘密"],
    ["1.专职人员数(不包括政府公报及政府网站工作人员数)", "1.专职人员数（不包括政府公报及政府网站工作人员数）"],
    ["(2018 年度)", "（2018 年度）"],
    ["12:30,(3)", "12:30,(3)"],
    ["已是（全角）：", "已是（全角）："],
  ])("%s", (text, shown) => {
    expect(typeset(text)).toBe(shown);
  });
});
