import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  add,
  compare,
  type Decimal,
  formatDecimal,
  fromInteger,
  multiply,
  parseDecimal,
  shift,
  subtract,
  ZERO,
} from "./decimal.ts";

/** Any number a report could hold, and some it could not, as exact text. */
const text = fc
  .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.integer({ min: 0, max: 9 }))
  .map(([digits, scale]) => formatDecimal(shift(fromInteger(digits), -scale)));
const decimal = text.map(read);

function read(value: string): Decimal {
  const parsed = parseDecimal(value);
  if (!parsed) throw new Error(value);
  return parsed;
}

describe("reading and writing", () => {
  it.each([
    ["0", "0"],
    ["-0", "0"],
    ["007", "7"],
    ["+5", "5"],
    ["160.5964", "160.5964"],
    ["0.300", "0.3"],
    ["-0.50", "-0.5"],
    ["1000", "1000"],
    ["0.000001", "0.000001"],
  ])("%s is written %s", (from, to) => {
    expect(formatDecimal(read(from))).toBe(to);
  });

  it.each(["", " 7", "7 ", "1,234", "1e3", ".5", "5.", "--1", "\uff17", "0x10", "NaN", "1".repeat(41)])(
    "%j is no decimal",
    (from) => {
      expect(parseDecimal(from)).toBeNull();
    },
  );

  it("what is written reads back as the same number, and only one text stands for it", () => {
    fc.assert(
      fc.property(text, (canonical) => {
        expect(formatDecimal(read(canonical))).toBe(canonical);
        const longer = canonical.includes(".") ? `${canonical}00` : `${canonical}.00`;
        expect(read(longer)).toEqual(read(canonical));
      }),
    );
  });
});

describe("arithmetic", () => {
  it("0.1 + 0.2 is 0.3", () => {
    expect(formatDecimal(add(read("0.1"), read("0.2")))).toBe("0.3");
  });

  it("adding is associative and commutative, with 0 and an inverse", () => {
    fc.assert(
      fc.property(decimal, decimal, decimal, (a, b, c) => {
        expect(add(add(a, b), c)).toEqual(add(a, add(b, c)));
        expect(add(a, b)).toEqual(add(b, a));
        expect(add(a, ZERO)).toEqual(a);
        expect(subtract(add(a, b), b)).toEqual(a);
      }),
    );
  });

  it("multiplying distributes over adding", () => {
    fc.assert(
      fc.property(decimal, decimal, decimal, (a, b, c) => {
        expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
        expect(multiply(a, b)).toEqual(multiply(b, a));
      }),
    );
  });

  it("compares as the difference does, and as integers do", () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const sign = subtract(a, b).digits;
        expect(Math.sign(compare(a, b))).toBe(sign < 0n ? -1 : sign > 0n ? 1 : 0);
        expect(compare(a, a)).toBe(0);
      }),
    );
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (a, b) => {
        expect(Math.sign(compare(fromInteger(a), fromInteger(b)))).toBe(Math.sign(a - b) + 0);
      }),
    );
  });

  it("moving the point there and back changes nothing", () => {
    fc.assert(
      fc.property(decimal, fc.integer({ min: -8, max: 8 }), (a, places) => {
        expect(shift(shift(a, places), -places)).toEqual(a);
      }),
    );
    expect(formatDecimal(shift(read("251000"), -4))).toBe("25.1");
  });
});
