import { describe, expect, it } from "vitest";
import { formatDecimal } from "../decimal.ts";
import type { Statement } from "../form/schema.ts";
import { compilePhrase } from "./phrase.ts";
import { Reader } from "./sayings.ts";

const statement = (code: string, phrases: readonly string[], notAfter?: string[]): Statement => ({
  code,
  severity: "warning",
  title: code,
  explain: code,
  basis: code,
  phrases: [...phrases],
  ...(notAfter ? { notAfter } : {}),
  is: "1",
  examples: { passes: [], fails: [] },
});

const received = statement("received", [
  "[收到|受理][政府信息公开|]申请[共|]{n}[件|份]",
  "[未|没有][收到|受理]……申请{end}{0}",
]);
const reader = new Reader([received]);
const said = (text: string) =>
  reader.read(text).map(({ value, quote, year }) => [formatDecimal(value), quote, year] as const);

describe("a number in the text", () => {
  it("is read in Arabic and Chinese numerals, full-width, with separators and white space", () => {
    expect(said("全年收到申请 12 件。")).toEqual([["12", "12 件", null]]);
    expect(said("全年收到申请十二件。")).toEqual([["12", "十二件", null]]);
    expect(said("全年受理政府信息公开申请共１，２３４件。")).toEqual([["1234", "１，２３４件", null]]);
    expect(said("收到申请1.5万件。")).toEqual([["15000", "1.5万件", null]]);
  });

  it("stands where the quote says", () => {
    const text = "一是受理申请3份；二是收到政府信息公开申请四件。";
    expect(reader.read(text).map(({ from, to }) => text.slice(from, to))).toEqual(["3", "四"]);
  });

  it("may be that there was none", () => {
    expect(said("本年度未收到公民提出的政府信息公开申请。")).toMatchObject([
      ["0", "未收到公民提出的政府信息公开申请", null],
    ]);
    expect(said("未收到对政府信息公开申请答复不服的投诉。")).toEqual([]);
  });

  it("is no number of the table where it is estimated, a difference, or a part of several things", () => {
    for (const text of [
      "收到申请约5件。",
      "收到申请5余件。",
      "收到申请增加5件。",
      "投诉及收到申请5件。",
      "收到申请。5件",
    ])
      expect(said(text), text).toEqual([]);
  });

  it("is not counted over several years", () => {
    expect(said("五年以来收到申请5件。")).toEqual([]);
    expect(said("累计收到申请5件。")).toEqual([]);
  });

  it("belongs to the year that the sentence names last; a comparison names none", () => {
    expect(said("2017年收到申请5件。")).toEqual([["5", "5件", 2017]]);
    expect(said("去年收到申请5件。")).toEqual([["5", "5件", "before"]]);
    expect(said("2017年收到申请5件，今年收到申请6件。").map(([value, , year]) => [value, year])).toEqual([
      ["5", 2017],
      ["6", null],
    ]);
    expect(said("较去年增长，收到申请5件。")).toEqual([["5", "5件", null]]);
  });

  it("is of the longest phrase around it", () => {
    const all = statement("all", ["公开信息{n}条"]);
    const site = statement("site", ["网站……公开信息{n}条"]);
    const found = new Reader([all, site]).read("通过网站公开信息3条，主动公开信息7条。");
    expect(found.map(({ statement: { code }, quote }) => [code, quote])).toEqual([
      ["site", "3条"],
      ["all", "7条"],
    ]);
  });

  it("is another one behind certain words of its clause", () => {
    const total = new Reader([statement("total", ["公开信息{n}条"], ["微博"])]);
    expect(total.read("通过微博公开信息3条，公开信息7条。").map(({ quote }) => quote)).toEqual(["7条"]);
  });
});

describe("a phrase", () => {
  it.each(["没有数", "{n}和{n}", "[甲|乙{n}", "{m}{n}", "{n}{0}"])("%s is refused", (text) => {
    expect(compilePhrase(text)).toBeNull();
  });

  it("takes the signs of patterns for themselves", () => {
    expect(compilePhrase("收费(元)*{n}")?.pattern.exec("收费(元)*5")?.groups?.["n"]).toBe("5");
  });
});
