import { add, compare, type Decimal, parseDecimal, ZERO } from "../decimal.ts";
import { parseAddress } from "../form/address.ts";
import type { Comparator, Expression } from "../form/schema.ts";
import { ABSENT, type Grid, NUMBER } from "./grid.ts";
import type { Layout } from "./layout.ts";

/** One side of a comparison, its addresses turned into slots. */
export interface Side {
  readonly slots: readonly number[];
  readonly constant: Decimal | null;
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
    return { slots: [slotOf(layout, expression, line)], constant: null, isSum: false };
  }
  if ("number" in expression) return { slots: [], constant: parseDecimal(expression.number) ?? ZERO, isSum: false };
  return { slots: expression.sum.map((address) => slotOf(layout, address, line)), constant: null, isSum: true };
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
  if (side.constant) return { known: side.constant, numbers: 1, missing: 0, anyNegative: false };
  let numbers = 0;
  let missing = 0;
  let anyNegative = false;
  // Counts are whole: their digits add up without aligning points. Money goes the long way.
  let whole = 0n;
  let fractions = ZERO;
  for (const slot of side.slots) {
    const state = grid.states[slot];
    const amount = grid.amounts[slot];
    if (state === NUMBER && amount) {
      numbers += 1;
      if (amount.digits < 0n) anyNegative = true;
      if (amount.scale === 0) whole += amount.digits;
      else fractions = add(fractions, amount);
    } else if (state !== ABSENT) missing += 1;
  }
  const counted = { digits: whole, scale: 0 };
  return { known: fractions === ZERO ? counted : add(fractions, counted), numbers, missing, anyNegative };
}

const HOLDS: Readonly<Record<Comparator, (order: number) => boolean>> = {
  "=": (order) => order === 0,
  "<=": (order) => order <= 0,
  ">=": (order) => order >= 0,
  "<": (order) => order < 0,
  ">": (order) => order > 0,
};

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
  if (left.missing === 0 && right.missing === 0) return HOLDS[is](compareFast(left.known, right.known));
  if (left.missing > 0 && right.missing > 0) return null;
  if (right.missing > 0) return stands(right, MIRRORED[is], left);
  if (left.anyNegative) return null;
  const order = compareFast(left.known, right.known);
  if (is === "=") return order > 0 ? false : null;
  if (is === ">" || is === ">=") return HOLDS[is](order) ? true : null;
  return HOLDS[is](order) ? null : false;
}

function compareFast(a: Decimal, b: Decimal): number {
  if (a.scale !== b.scale) return compare(a, b);
  return a.digits < b.digits ? -1 : a.digits > b.digits ? 1 : 0;
}
