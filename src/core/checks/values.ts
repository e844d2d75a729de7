import { type Decimal, formatDecimal } from "../decimal.ts";
import { type CellKind, cellKind } from "../form/form.ts";
import { type Check, type CheckHead, finding } from "./check-value.ts";
import { currentSlots, NEGATIVE, NOT_INTEGER, TOO_MANY_DECIMALS } from "./generic.ts";
import type { Layout } from "./layout.ts";
import { nameOf, placeOf } from "./layout.ts";

/**
 * Counts are whole and not negative, changes whole, money is not negative and has at most the form's places (rule 18).
 * Each number is looked at by itself; blank, na and absent are silent.
 */
export function valueChecks(layout: Layout): Check[] {
  const kinds = kindsOf(layout);
  return [
    eachNumber(layout, kinds, NEGATIVE, ({ digits }, { type }) => digits < 0n && type !== "change", "不能小于 0。"),
    eachNumber(layout, kinds, NOT_INTEGER, ({ scale }, { decimals }) => decimals === 0 && scale > 0, "应为整数。"),
    eachNumber(
      layout,
      kinds,
      TOO_MANY_DECIMALS,
      ({ scale }, { decimals }) => decimals > 0 && scale > decimals,
      "小数位数过多，请核对单位和数。",
    ),
  ];
}

/** By slot of this year: what its number may be. */
function kindsOf(layout: Layout): ReadonlyMap<number, CellKind> {
  const { rows, columns } = layout.table.form;
  const { width } = layout;
  return new Map(
    currentSlots(layout).map((slot) => [slot, cellKind(rows[Math.floor(slot / width)], columns[slot % width])]),
  );
}

function eachNumber(
  layout: Layout,
  kinds: ReadonlyMap<number, CellKind>,
  head: CheckHead,
  isWrong: (amount: Decimal, kind: CellKind) => boolean,
  fault: string,
): Check {
  return {
    ...head,
    blanks: "silent",
    evaluate({ amounts, unusual }, found) {
      // A small count is right in any row; only the others need looking at.
      for (const slot of unusual) {
        const amount = amounts[slot];
        const kind = kinds.get(slot);
        if (!amount || kind === undefined || !isWrong(amount, kind)) continue;
        const value = formatDecimal(amount);
        const text = `${nameOf(layout, slot)}填 ${value}，${fault}`;
        found.add({ ...finding(head, text, [placeOf(layout, slot)]), actual: value }, head.code, "");
      }
    },
  };
}
