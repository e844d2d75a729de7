import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare, fromInteger } from "../decimal.ts";
import type { Comparator } from "../form/schema.ts";
import { stands, type Tally } from "./side.ts";

const SIGNS = ["=", "<=", ">=", "<", ">"] as const satisfies readonly Comparator[];

function tallyOf(parts: readonly number[], missing: number): Tally {
  return {
    known: fromInteger(parts.reduce((sum, part) => sum + part, 0)),
    numbers: parts.length,
    missing,
    anyNegative: parts.some((part) => part < 0),
  };
}

function holds(left: number, is: Comparator, right: number): boolean {
  const order = compare(fromInteger(left), fromInteger(right));
  return { "=": order === 0, "<=": order <= 0, ">=": order >= 0, "<": order < 0, ">": order > 0 }[is];
}

describe("a comparison of what is known", () => {
  const whole = tallyOf([5], 0);
  const part = tallyOf([3, 4], 1);
  const little = tallyOf([1], 1);
  const nothing = tallyOf([], 2);

  // Left is only partly known, right is 5.
  it.each([
    ["=", false, null],
    ["<=", false, null],
    ["<", false, null],
    [">=", true, null],
    [">", true, null],
  ] as const)("%s with 7 known: %s; with 1 known: %s", (is, tooMuch, open) => {
    expect(stands(part, is, whole)).toBe(tooMuch);
    expect(stands(little, is, whole)).toBe(open);
  });

  it("is open where nothing is known, where both sides lack something, and below a negative part", () => {
    for (const is of SIGNS) {
      expect(stands(nothing, is, whole)).toBeNull();
      expect(stands(whole, is, nothing)).toBeNull();
      expect(stands(part, is, little)).toBeNull();
      expect(stands(tallyOf([9, -1], 1), is, whole)).toBeNull();
    }
  });

  it("5 known of a part against 5: neither too much nor certain to be equal", () => {
    const even = tallyOf([5], 1);
    expect(SIGNS.map((is) => stands(even, is, whole))).toEqual([null, null, true, false, null]);
  });

  it("never says what a filled-in blank could prove wrong", () => {
    const parts = fc.array(fc.nat(9), { maxLength: 4 });
    const fill = fc.array(fc.nat(9), { maxLength: 3 });
    fc.assert(
      fc.property(parts, fill, parts, fill, fc.constantFrom(...SIGNS), (l, lFill, r, rFill, is) => {
        const said = stands(tallyOf(l, lFill.length), is, tallyOf(r, rFill.length));
        if (said === null) return;
        const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
        expect(holds(total([...l, ...lFill]), is, total([...r, ...rFill]))).toBe(said);
      }),
      { numRuns: 2000 },
    );
  });

  it("says what mirrored sides say", () => {
    const any = fc.tuple(fc.array(fc.integer({ min: -2, max: 9 }), { maxLength: 3 }), fc.nat(2));
    const mirrored = { "=": "=", "<=": ">=", ">=": "<=", "<": ">", ">": "<" } as const;
    fc.assert(
      fc.property(any, any, fc.constantFrom(...SIGNS), (l, r, is) => {
        expect(stands(tallyOf(...l), is, tallyOf(...r))).toBe(stands(tallyOf(...r), mirrored[is], tallyOf(...l)));
      }),
    );
  });
});
