import { describe, expect, it } from "vitest";
import { cellLookup } from "../../core/content/figure.ts";
import { form, report } from "../view/fixture.ts";
import { figureItems, figureName, itemValue, searchItems } from "./figure-items.ts";
import { pinyinInitials } from "./pinyin.ts";

const { tables } = report({ "3.1": "12", "1.1": null }, { "3.1": "5" });
const items = figureItems(form(), tables);
const found = (query: string) => searchItems(items, query).map(({ ref }) => `${ref.row}:${ref.column}`);

describe("the list of numbers that can be put into the text", () => {
  it("finds a row by label, place, pinyin initials and number", () => {
    expect(found("收到申请数")[0]).toBe("3.1:value");
    expect(found("三（一）")[0]).toBe("3.1:value");
    expect(found("三(一)1")[0]).toBe("3.1.1:value");
    expect(found("sdsq")[0]).toBe("3.1:value");
    expect(found("3.1")).toContain("3.1:value");
    expect(found("没有这一行")).toEqual([]);
    expect(found("")).toHaveLength(items.length);
  });

  it("has this year before last year and says which is which", () => {
    expect(found("收到申请数").slice(0, 2)).toEqual(["3.1:value", "3.1:previous"]);
    expect(items.find(({ ref }) => ref.row === "3.1" && ref.column === "previous")?.column).not.toBe("");
  });

  it("shows values, and holes as holes", () => {
    const lookup = cellLookup(tables);
    const value = (row: string) =>
      itemValue({ ...items[0]!, ref: { table: "statistics", row, column: "value", format: "arabic" } }, lookup);
    expect([value("3.1"), value("1.1")]).toEqual(["12", "未填"]);
    expect(figureName(form(), lookup, { table: "statistics", row: "3.1", column: "value", format: "arabic" })).toMatch(
      /^三（一） ?收到申请数$/,
    );
  });
});

describe("pinyin initials", () => {
  it.each([
    ["收到申请数", "sdsqs"],
    ["主动公开政府信息", "zdgkzfxx"],
    ["当面网络信函传真", "dmwlxhcz"],
    ["热线咨询", "rxzx"],
    ["A1条", "a1t"],
  ])("%s", (text, initials) => {
    expect(pinyinInitials(text)).toBe(initials);
  });
});
