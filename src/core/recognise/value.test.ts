import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readValue } from "./value.ts";

const count = { unit: "条", money: false };
const money = { unit: "万元", money: true };

describe("a plainly read value carries no doubt", () => {
  it.each([
    ["7", count, "7"],
    ["  33 ", count, "33"],
    ["\uff11\uff12", count, "12"],
    ["7条", count, "7"],
    ["7 条", count, "7"],
    ["\uff17条", count, "7"],
    ["7(条)", count, "7"],
    ["1,234", count, "1234"],
    ["1\uff0c234\uff0c567", count, "1234567"],
    ["160.5964万元", money, "160.5964"],
    ["0.30", money, "0.3"],
    ["007", count, "7"],
    ["-3", count, "-3"],
    ["−3", count, "-3"],
  ])("%s", (text, kind, value) => {
    expect(readValue(text, kind)).toEqual({ state: "number", value });
  });

  it("reads any whole number back as itself", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 20n }), (n) => {
        expect(readValue(String(n), count)).toEqual({ state: "number", value: String(n) });
      }),
    );
  });
});

describe("blank is never 0", () => {
  it.each(["", "  ", "\u3000", "\u00a0\n"])("%j", (text) => {
    expect(readValue(text, count)).toEqual({ state: "blank", value: null });
  });
  it("无 stays blank and offers 0", () => {
    expect(readValue("无", count)).toMatchObject({ state: "blank", value: null, raw: "无", doubt: { level: "ask" } });
  });
});

describe("signs for not applicable keep the sign", () => {
  it.each(["/", "\uff0f", "-", "\uff0d", "—", "——", "–"])("%s", (sign) => {
    expect(readValue(sign, count)).toEqual({ state: "na", value: null, raw: sign });
  });
});

describe("what is doubtful keeps what the source said, with a warning", () => {
  it.each([
    ["251000元", money, "25.1"],
    ["25.1万", money, "25.1"],
    ["约120人次", { unit: "人次", money: false }, "120"],
    ["120余", count, "120"],
    ["7件", count, "7"],
    ["1.2万", count, "12000"],
    ["七", count, "7"],
    ["十二条", count, "12"],
    ["零", count, "0"],
    ["(7)", count, "7"],
    ["7/9", count, null],
    ["3、4", count, null],
    ["1 2", count, null],
    ["12%", count, null],
    ["1e400", count, null],
    ["2018年3月", count, null],
    ["若干", count, null],
    ["一", count, null],
    ["#REF!", count, null],
    ["9".repeat(60), count, null],
  ])("%s", (text, kind, value) => {
    const read = readValue(text, kind);
    expect(read).toMatchObject({
      state: value === null ? "blank" : "number",
      value,
      raw: text,
      doubt: { level: "warning" },
    });
    expect(read.doubt?.text).toMatch(/核对/);
  });

  it("converts by the source's own unit column", () => {
    expect(readValue("251000", { ...money, sourceUnit: "元" })).toMatchObject({
      value: "25.1",
      raw: "251000",
      doubt: { code: "value-unit" },
    });
  });

  it("never throws and never drops a letter, whatever stands there", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.boolean(), (text, isMoney) => {
        const read = readValue(text, isMoney ? money : count);
        expect(read.state === "number").toBe(read.value !== null);
        expect(read.doubt === undefined || read.raw !== undefined).toBe(true);
      }),
    );
  });
});
