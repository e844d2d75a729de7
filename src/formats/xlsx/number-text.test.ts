import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exactDecimal, numberText } from "./number-text.ts";

describe("exactDecimal", () => {
  it.each([
    [0, "0"],
    [-0, "0"],
    [7, "7"],
    [0.1 + 0.2, "0.3"],
    [160.5964, "160.5964"],
    [1e-7, "0.0000001"],
    [1e21, "1000000000000000000000"],
    [-12.5, "-12.5"],
    [123456789012345, "123456789012345"],
    [12345678901234567, "12345678901234600"],
    [2.675, "2.675"],
  ])("%d is %s", (value, text) => {
    expect(exactDecimal(value)).toBe(text);
  });

  it("gives back each decimal of up to 15 digits that went through a float", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999_999_999_999 }),
        fc.integer({ min: 0, max: 15 }),
        (digits, scale) => {
          const plain = digits.toString().padStart(scale + 1, "0");
          const whole = plain.slice(0, plain.length - scale);
          const fraction = plain.slice(plain.length - scale).replace(/0+$/, "");
          const text = fraction === "" ? whole : `${whole}.${fraction}`;
          expect(exactDecimal(Number(text))).toBe(text);
        },
      ),
    );
  });
});

describe("numberText", () => {
  it.each([
    [7, "General", "7", "plain"],
    [7, "@", "7", "plain"],
    [7, "0", "7", "plain"],
    [7.25, "0", "7.25", "rounded"],
    [160.5964, "0.00", "160.5964", "rounded"],
    [160.5964, "0.0000", "160.5964", "plain"],
    [1234567, "#,##0", "1234567", "plain"],
    [1234.5, "#,##0.00_);[Red](#,##0.00)", "1234.5", "plain"],
    [-3, "0_);(0)", "-3", "plain"],
    [7, '0"条"', "7条", "plain"],
    [7, "0\\条", "7条", "plain"],
    [16, '"约"0"万元"', "约16万元", "plain"],
    [5, "[$¥-804]#,##0", "5", "plain"],
    [0, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "0", "plain"],
    [251000, '0!.0,"万"', "25.1万", "scaled"],
    [251234, "0!.0,", "25.1234", "scaled"],
    [251000, "0\\.0000", "25.1", "scaled"],
    [251000, "#,##0.0,", "251", "scaled"],
    [5, ";;;", "5", "hidden"],
    [0, "0;-0;", "0", "hidden"],
    [0, '0;-0;"无"', "无", "plain"],
    [1, '[=1]"是";[=0]"否";0', "是", "plain"],
    [0, '[=1]"是";[=0]"否";0', "否", "plain"],
    [120, "[>=100]0.0;0.00", "120", "plain"],
    [0.5, "# ?/?", "0.5", "plain"],
    [123456, "0.00E+00", "123456", "plain"],
  ] as const)("%d in the format %s reads %s (%s)", (value, format, text, note) => {
    expect(numberText(value, format)).toEqual({ text, note });
  });
});
