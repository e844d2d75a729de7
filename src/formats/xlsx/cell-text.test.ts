import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { carryable, pieces, spelled } from "./cell-text.ts";

describe("carryable", () => {
  it("drops what XML cannot hold and nothing else", () => {
    expect(carryable("甲\u0000\u0001乙\ud800丙\uffff\u{20000}\t\u007f")).toBe("甲乙丙\u{20000}\t\u007f");
  });
  it("writes line ends as Excel does", () => {
    expect(carryable("a\r\nb\rc\nd")).toBe("a\nb\nc\nd");
  });
});

describe("spelled", () => {
  it("keeps text that looks like an escape from being read as one", () => {
    expect(spelled("_x000D_ __x00aF_ _x12_")).toBe("_x005F_x000D_ __x005F_x00aF_ _x12_");
  });
});

describe("pieces", () => {
  it("gives a short text back whole, also an empty one", () => {
    expect(pieces("", 10)).toEqual([""]);
    expect(pieces("十个字以内", 10)).toEqual(["十个字以内"]);
  });
  it("cuts behind the end of a sentence", () => {
    expect(pieces("一二三四五六。七八九十", 8)).toEqual(["一二三四五六。", "七八九十"]);
  });
  it("is undone by joining, keeps the limit and cuts no character in two", () => {
    const text = fc.string({ unit: fc.constantFrom("字", "。", "\n", "\u{20000}", "a"), maxLength: 200 });
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 30 }), (whole, limit) => {
        const parts = pieces(whole, limit);
        expect(parts.join("")).toBe(whole);
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(limit);
          expect(() => encodeURIComponent(part)).not.toThrow();
        }
      }),
    );
  });
});
