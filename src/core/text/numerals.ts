import { add, type Decimal, fromInteger, multiply, ZERO } from "../decimal.ts";

const DIGITS: Record<string, number> = {
  零: 0,
  〇: 0,
  "○": 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
};
const SMALL_UNITS: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const LARGE_UNITS: Record<string, number> = { 万: 10_000, 亿: 100_000_000 };
/** 廿 and 卅 are 20 and 30 written in one letter. */
const TENS: Record<string, string> = { 廿: "二十", 卅: "三十" };

/** A group below 万: `一百零七` → 107, `二十` → 20; `null` when it is no numeral. */
function smallGroup(text: string): number | null {
  let total = 0;
  let digit: number | null = null;
  let unitBefore = Number.POSITIVE_INFINITY;
  for (const letter of text) {
    const unit = SMALL_UNITS[letter];
    if (unit !== undefined) {
      if (unit >= unitBefore) return null;
      if (digit === null && unit !== 10) return null;
      total += (digit ?? 1) * unit;
      unitBefore = unit;
      digit = null;
    } else {
      const value = DIGITS[letter];
      if (value === undefined || (digit !== null && digit !== 0)) return null;
      digit = value;
    }
  }
  return total + (digit ?? 0);
}

/**
 * A Chinese numeral as a number: `七` 7, `十二` 12, `一百零七` 107, `两千` 2000, `廿三` 23, `三万二千` 32000,
 * and digit by digit `二〇一八` 2018. `null` for anything else.
 */
export function parseChineseNumeral(text: string): Decimal | null {
  const plain = text.replace(/[廿卅]/g, (letter) => TENS[letter] ?? letter);
  if (plain === "") return null;
  const letters = [...plain];
  if (letters.length > 1 && letters.every((letter) => DIGITS[letter] !== undefined)) {
    return letters.reduce<Decimal>(
      (sum, letter) => add(multiply(sum, fromInteger(10)), fromInteger(DIGITS[letter] ?? 0)),
      ZERO,
    );
  }
  let total = ZERO;
  let rest = plain;
  for (const unit of ["亿", "万"] as const) {
    const at = rest.indexOf(unit);
    if (at < 0) continue;
    const group = smallGroup(rest.slice(0, at));
    if (group === null || group === 0) return null;
    total = add(total, multiply(fromInteger(group), fromInteger(LARGE_UNITS[unit] ?? 1)));
    rest = rest.slice(at + 1).replace(/^[零〇]/, "");
  }
  const last = rest === "" ? 0 : smallGroup(rest);
  return last === null ? null : add(total, fromInteger(last));
}

const PLAIN_DIGITS = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/** The inverse for 0 ≤ n < 10⁸: 7 → `七`, 10 → `十`, 107 → `一百零七`. */
export function formatChineseNumeral(n: number): string {
  if (n >= 10_000) {
    const low = n % 10_000;
    const gap = low > 0 && low < 1000 ? "零" : "";
    return `${formatChineseNumeral(Math.floor(n / 10_000))}万${gap}${low === 0 ? "" : belowTenThousand(low)}`;
  }
  return n >= 10 && n < 20 ? belowTenThousand(n).slice(1) : belowTenThousand(n);
}

function belowTenThousand(n: number): string {
  if (n < 10) return PLAIN_DIGITS[n] ?? "";
  let text = "";
  let zero = false;
  for (const [unit, name] of [
    [1000, "千"],
    [100, "百"],
    [10, "十"],
    [1, ""],
  ] as const) {
    const digit = Math.floor(n / unit) % 10;
    if (digit === 0) {
      zero = text !== "";
      continue;
    }
    text += (zero ? "零" : "") + PLAIN_DIGITS[digit] + name;
    zero = false;
  }
  return text;
}
