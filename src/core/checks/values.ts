import { type Decimal, formatDecimal } from "../decimal.ts";
import { type Check, type CheckHead, finding } from "./check-value.ts";
import { currentSlots, NEGATIVE, NOT_INTEGER, TOO_MANY_DECIMALS } from "./generic.ts";
import type { Layout } from "./layout.ts";
import { nameOf, placeOf } from "./layout.ts";

/**
 * Counts are whole and not negative, money is not negative and has at most the form's places (rule 18).
 * Each number is looked at by itself; blank, na and absent are silent.
 */
export function valueChecks(layout: Layout): Check[] {
  const limits = decimalLimits(layout);
  return [
    eachNumber(layout, limits, NEGATIVE, ({ digits }) => digits < 0n, "不能小于 0。"),
    eachNumber(layout, limits, NOT_INTEGER, ({ scale }, limit) => limit === 0 && scale > 0, "应为整数。"),
    eachNumber(
      layout,
      limits,
      TOO_MANY_DECIMALS,
      ({ scale }, limit) => limit > 0 && scale > limit,
      "小数位数过多，请核对单位和数。",
    ),
  ];
}

/** By slot of this year: how many places its number may have, 0 for counts. */
function decimalLimits(layout: Layout): ReadonlyMap<number, number> {
  const rowOf = (slot: number) => layout.table.form.rows[Math.floor(slot / layout.width)];
  return new Map(currentSlots(layout).map((slot) => [slot, rowOf(slot)?.decimals ?? 0]));
}

function eachNumber(
  layout: Layout,
  limits: ReadonlyMap<number, number>,
  head: CheckHead,
  isWrong: (amount: Decimal, limit: number) => boolean,
  fault: string,
): Check {
  return {
    ...head,
    blanks: "silent",
    evaluate({ amounts, unusual }, found) {
      // A small count is right in any row; only the others need looking at.
      for (const slot of unusual) {
        const amount = amounts[slot];
        const limit = limits.get(slot);
        if (!amount || limit === undefined || !isWrong(amount, limit)) continue;
        const value = formatDecimal(amount);
        const text = `${nameOf(layout, slot)}填 ${value}，${fault}`;
        found.add({ ...finding(head, text, [placeOf(layout, slot)]), actual: value }, head.code, "");
      }
    },
  };
}
