import { compare, formatDecimal, fromInteger, multiply } from "../decimal.ts";
import type { YearOnYear } from "../form/schema.ts";
import { type Check, finding } from "./check-value.ts";
import type { Layout } from "./layout.ts";
import { nameOf, placeOf } from "./layout.ts";

/**
 * Asks when a value is many times last year's, or falls to 0 from a value worth mentioning.
 *
 * | this year | last year | |
 * |---|---|---|
 * | v > 0 | p > 0, v ≥ factor × p | asks |
 * | 0 | p ≥ fallsFrom | asks |
 * | any | 0: nothing to be a multiple of | silent |
 * | blank, na or absent in either | | silent |
 */
export function yearOnYearCheck(layout: Layout, rule: YearOnYear): Check {
  const now = layout.columns.get(rule.current) ?? 0;
  const then = layout.columns.get(rule.previous) ?? 0;
  const factor = fromInteger(rule.factor);
  const threshold = fromInteger(rule.fallsFrom);
  return {
    ...rule,
    blanks: "silent",
    evaluate({ amounts }, found) {
      for (const row of layout.valueRows) {
        const slot = row * layout.width + now;
        const value = amounts[slot];
        const before = amounts[row * layout.width + then];
        if (!value || !before || before.digits <= 0n) continue;
        const grown = value.digits > 0n && compare(value, multiply(before, factor)) >= 0;
        const fallen = value.digits === 0n && compare(before, threshold) >= 0;
        if (!grown && !fallen) continue;
        const change = grown ? `达到上年的 ${rule.factor} 倍以上` : "降为 0";
        const text = `${nameOf(layout, slot)}今年填 ${formatDecimal(value)}，上年是 ${formatDecimal(before)}，${change}，请核实。`;
        const cells = [placeOf(layout, slot), placeOf(layout, row * layout.width + then)];
        found.add({ ...finding(rule, text, cells), actual: formatDecimal(value) }, rule.code, "");
      }
    },
  };
}
