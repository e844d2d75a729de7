/**
 * Exact decimal numbers: an integer and how many of its digits stand behind the point.
 * The statistics table counts whole things (条, 件, 人次) and money in 万元; neither may ever pass
 * through a binary float (0.1 + 0.2 万元 is 0.3).
 */
export interface Decimal {
  readonly digits: bigint;
  /** How many of `digits` stand behind the point; never negative, and minimal (no trailing zeros). */
  readonly scale: number;
}

export const ZERO: Decimal = { digits: 0n, scale: 0 };

/** At most this many digits in all: a number longer than this is no figure of a report. */
const MAX_DIGITS = 40;

const PLAIN = /^([+-]?)(\d+)(?:\.(\d+))?$/;

function normal(digits: bigint, scale: number): Decimal {
  let d = digits;
  let s = scale;
  while (s > 0 && d % 10n === 0n) {
    d /= 10n;
    s -= 1;
  }
  return { digits: d, scale: s };
}

/** `"160.5964"` → Decimal; `null` for anything that is not a plain decimal (no exponents, no separators, no spaces). */
export function parseDecimal(text: string): Decimal | null {
  const match = PLAIN.exec(text);
  if (!match) return null;
  const [, sign, whole = "", fraction = ""] = match;
  if (whole.length + fraction.length > MAX_DIGITS) return null;
  const digits = BigInt(whole + fraction);
  return normal(sign === "-" ? -digits : digits, fraction.length);
}

/** The canonical text: no leading zeros, no trailing zeros behind the point, no exponent, never `-0`. */
export function formatDecimal(value: Decimal): string {
  if (value.scale === 0) return value.digits.toString();
  const negative = value.digits < 0n;
  const digits = (negative ? -value.digits : value.digits).toString().padStart(value.scale + 1, "0");
  const whole = digits.slice(0, digits.length - value.scale);
  const fraction = digits.slice(digits.length - value.scale);
  return `${negative ? "-" : ""}${whole}${fraction ? `.${fraction}` : ""}`;
}

export function fromInteger(n: number | bigint): Decimal {
  return { digits: BigInt(n), scale: 0 };
}

function aligned(a: Decimal, b: Decimal): [bigint, bigint, number] {
  if (a.scale === b.scale) return [a.digits, b.digits, a.scale];
  const scale = Math.max(a.scale, b.scale);
  return [a.digits * 10n ** BigInt(scale - a.scale), b.digits * 10n ** BigInt(scale - b.scale), scale];
}

export function add(a: Decimal, b: Decimal): Decimal {
  const [x, y, scale] = aligned(a, b);
  return normal(x + y, scale);
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  const [x, y, scale] = aligned(a, b);
  return normal(x - y, scale);
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return normal(a.digits * b.digits, a.scale + b.scale);
}

/** Moves the point: `shift(251000, -4)` is 25.1 (元 → 万元). */
export function shift(value: Decimal, places: number): Decimal {
  return places >= 0
    ? normal(value.digits * 10n ** BigInt(places), value.scale)
    : normal(value.digits, value.scale - places);
}

/** Negative, zero or positive, as `a` is less than, equal to or greater than `b`. */
export function compare(a: Decimal, b: Decimal): number {
  const [x, y] = aligned(a, b);
  return x < y ? -1 : x > y ? 1 : 0;
}
