import { add, compare, type Decimal, parseDecimal, subtract, ZERO } from "../decimal.ts";
import { parseAddress } from "../form/address.ts";
import type { Comparator, Expression } from "../form/schema.ts";
import { type Grid } from "./grid.ts";
import type { Layout } from "./layout.ts";
import { ABSENT, NUMBER } from "./slot.ts";

/** One side of a comparison, its addresses turned into slots. */
export interface Side {
  readonly slots: readonly number[];
  /** Those of them that are taken off. */
  readonly minus: ReadonlySet<number> | null;
  /** What a number written in the form comes to, whatever the report holds. */
  readonly constant: Tally | null;
  readonly isSum: boolean;
}

/** The row or column that a relation is being looked at in; `null` where its addresses name their own. */
export interface Line {
  readonly row: string | null;
  readonly column: string | null;
}

/** Turns an expression into slots, bare addresses completed by the line. */
export function compileSide(layout: Layout, expression: Expression, line: Line): Side {
  if (typeof expression === "string") {
    return { slots: [slotOf(layout, expression, line)], minus: null, constant: null, isSum: false };
  }
  if ("number" in expression)
    return { slots: [], minus: null, constant: constantTally(expression.number), isSum: false };
  const slots = expression.sum.map((address) => slotOf(layout, address, line));
  const off = (expression.minus ?? []).map((address) => slotOf(layout, address, line));
  return {
    slots: [...slots, ...off],
    minus: off.length > 0 ? new Set(off) : null,
    constant: null,
    isSum: true,
  };
}

function constantTally(text: string): Tally {
  return { known: parseDecimal(text) ?? ZERO, numbers: 1, missing: 0, anyNegative: false };
}

/** The slot of an address. `loadForm` has made sure that it is there. */
export function slotOf(layout: Layout, address: string, line: Line): number {
  const { row, column } = parseAddress(address);
  const r = layout.rows.get(row ?? line.row ?? "");
  const c = layout.columns.get(column ?? line.column ?? "");
  if (r === undefined || c === undefined) throw new RangeError(`no cell ${address} in table ${layout.table.form.key}`);
  return r * layout.width + c;
}

/** What a side comes to, as far as its cells are filled in. */
export interface Tally {
  /** The sum of the cells that hold numbers. */
  readonly known: Decimal;
  /** How many cells hold numbers, and how many are blank or na. Absent cells are not counted at all. */
  readonly numbers: number;
  readonly missing: number;
  readonly anyNegative: boolean;
}

export function tally(side: Side, grid: Grid): Tally {
  if (side.constant) return side.constant;
  let numbers = 0;
  let missing = 0;
  // What is taken off may be any number: with a part missing nothing is known then.
  let anyNegative = side.minus !== null;
  let known = ZERO;
  for (const slot of side.slots) {
    const own = grid.amounts[slot];
    const amount = own && side.minus?.has(slot) ? subtract(ZERO, own) : own;
    if (amount) {
      numbers += 1;
      // Most cells are 0, and then always this one object: nothing to add up.
      if (amount === ZERO) continue;
      if (amount.digits < 0n) anyNegative = true;
      known = known === ZERO ? amount : add(known, amount);
    } else if (grid.states[slot] !== ABSENT) missing += 1;
  }
  return { known, numbers, missing, anyNegative };
}

/** True when each of the slots holds a number. */
export function allNumbers(slots: readonly number[], grid: Grid): boolean {
  return slots.every((slot) => grid.states[slot] === NUMBER);
}

/** What an order (negative, zero, positive) says of a comparison. */
function holds(is: Comparator, order: number): boolean {
  switch (is) {
    case "=":
      return order === 0;
    case "<=":
      return order <= 0;
    case ">=":
      return order >= 0;
    case "<":
      return order < 0;
    case ">":
      return order > 0;
  }
}

const MIRRORED = { "=": "=", "<=": ">=", ">=": "<=", "<": ">", ">": "<" } as const satisfies Record<
  Comparator,
  Comparator
>;

/**
 * Three-valued comparison: `null` is "cannot be said". What is missing may be anything from 0 up, so the
 * known part of a side is the least that it can come to (unless a part is negative, then nothing is known).
 *
 * | left | right | = | <= | < | >= | > |
 * |---|---|---|---|---|---|---|
 * | whole | whole | as numbers compare |
 * | part known k | whole w | false if k > w | false if k > w | false if k >= w | true if k >= w | true if k > w |
 * | whole | part known | mirrored |
 * | part known | part known | never known |
 * | nothing known | any | never known |
 */
export function stands(left: Tally, is: Comparator, right: Tally): boolean | null {
  if (left.numbers === 0 || right.numbers === 0) return null;
  if (left.missing === 0 && right.missing === 0) return holds(is, compareFast(left.known, right.known));
  if (left.missing > 0 && right.missing > 0) return null;
  if (right.missing > 0) return stands(right, MIRRORED[is], left);
  if (left.anyNegative) return null;
  const order = compareFast(left.known, right.known);
  if (is === "=") return order > 0 ? false : null;
  if (is === ">" || is === ">=") return holds(is, order) ? true : null;
  return holds(is, order) ? null : false;
}

function compareFast(a: Decimal, b: Decimal): number {
  if (a === b) return 0;
  if (a.scale !== b.scale) return compare(a, b);
  return a.digits < b.digits ? -1 : a.digits > b.digits ? 1 : 0;
}
