import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ordinalOf } from "../../core/text/heading.ts";
import { formatNumber } from "./numerals.ts";

describe("formatNumber", () => {
  test.each([
    ["decimal", 12, "12"],
    ["decimalZero", 7, "07"],
    ["decimalFullWidth", 12, "\uff11\uff12"],
    ["decimalEnclosedCircle", 1, "①"],
    ["decimalEnclosedCircle", 20, "⑳"],
    ["decimalEnclosedCircle", 21, "㉑"],
    ["decimalEnclosedCircleChinese", 50, "㊿"],
    ["decimalEnclosedCircle", 51, "51"],
    ["decimalEnclosedParen", 3, "⑶"],
    ["decimalEnclosedFullstop", 3, "⒊"],
    ["ideographEnclosedCircle", 10, "㊉"],
    ["ideographTraditional", 3, "丙"],
    ["ideographZodiac", 12, "亥"],
    ["ideographTraditional", 11, "11"],
    ["chineseCounting", 10, "十"],
    ["chineseCounting", 11, "十一"],
    ["chineseCounting", 20, "二十"],
    ["chineseCounting", 101, "一〇一"],
    ["chineseCountingThousand", 101, "一百零一"],
    ["chineseCountingThousand", 110, "一百一十"],
    ["chineseCountingThousand", 1001, "一千零一"],
    ["japaneseCounting", 15, "十五"],
    ["ideographDigital", 2018, "二〇一八"],
    ["chineseLegalSimplified", 12, "壹拾贰"],
    ["lowerLetter", 1, "a"],
    ["lowerLetter", 27, "aa"],
    ["upperLetter", 28, "BB"],
    ["lowerRoman", 4, "iv"],
    ["upperRoman", 1999, "MCMXCIX"],
    ["numberInDash", 3, "- 3 -"],
    ["none", 3, ""],
    ["thaiNumbers", 3, "3"],
    ["toString", 3, "3"],
  ])("%s %d is %s", (format, n, text) => {
    expect(formatNumber(n, format)).toBe(text);
  });

  test("Chinese counting is what headings are read back as", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), (n) => {
        expect(ordinalOf(formatNumber(n, "chineseCounting"))).toBe(n);
        expect(ordinalOf(formatNumber(n, "chineseCountingThousand"))).toBe(n);
      }),
    );
  });
});
