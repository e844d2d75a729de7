import { type Decimal, fromInteger, parseDecimal } from "../decimal.ts";
import type { Cell } from "../report/report.ts";
import type { Layout } from "./layout.ts";

/** The row is not in the report at all: a local row that this office does not have. */
export const ABSENT = 0;
export const BLANK = 1;
export const NA = 2;
export const NUMBER = 3;

/** A report's table as the checks see it: every cell read once. */
export interface Grid {
  readonly layout: Layout;
  /** `ABSENT`, `BLANK`, `NA` or `NUMBER` by slot. */
  readonly states: Uint8Array;
  /** The value by slot, where the state is `NUMBER`. */
  readonly amounts: readonly (Decimal | undefined)[];
}

/** Most cells of most tables hold a small count: these are not parsed again at each keystroke. */
const SMALL: ReadonlyMap<string, Decimal> = new Map(
  Array.from({ length: 1000 }, (_, n) => [String(n), fromInteger(n)]),
);

/**
 * Reads a table's cells. A row of the national form that the report lacks is blank; a local row is absent
 * unless the report has a cell of it to fill in. Cells that the form does not know are passed over; of two
 * cells for one place the later counts. A number that cannot be read is a blank, never a 0.
 */
export function readGrid(layout: Layout, cells: readonly Cell[]): Grid {
  const states = new Uint8Array(layout.size).fill(BLANK);
  for (const row of layout.localRows) states.fill(ABSENT, row * layout.width, (row + 1) * layout.width);
  const amounts = new Array<Decimal | undefined>(layout.size);
  for (const cell of cells) {
    const row = layout.rows.get(cell.row);
    const column = layout.columns.get(cell.column);
    if (row === undefined || column === undefined) continue;
    const slot = row * layout.width + column;
    const amount = cell.state === "number" && cell.value !== null ? amountOf(cell.value) : null;
    if (amount) amounts[slot] = amount;
    states[slot] = amount ? NUMBER : cell.state === "na" ? NA : BLANK;
  }
  for (const row of layout.localRows) settleLocalRow(layout, states, row);
  return { layout, states, amounts };
}

function amountOf(text: string): Decimal | null {
  return SMALL.get(text) ?? parseDecimal(text);
}

/** A local row is there as a whole or not at all; a value of last year alone does not make it this year's. */
function settleLocalRow({ width, current }: Layout, states: Uint8Array, row: number): void {
  const there = current.some((column) => states[row * width + column] !== ABSENT);
  for (const column of current) {
    const slot = row * width + column;
    if (there && states[slot] === ABSENT) states[slot] = BLANK;
  }
}
