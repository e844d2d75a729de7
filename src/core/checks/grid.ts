import { type Decimal, fromInteger, parseDecimal, ZERO } from "../decimal.ts";
import { hasCell } from "../form/form.ts";
import type { Cell, CellPlace } from "../report/report.ts";
import type { Layout } from "./layout.ts";
import { ABSENT, BLANK, NA, NUMBER, type SlotState } from "./slot.ts";

/** A report's table as the checks see it: every cell read once. */
export interface Grid {
  readonly layout: Layout;
  readonly states: readonly SlotState[];
  /** The value by slot, where the state is `NUMBER`. */
  readonly amounts: readonly (Decimal | undefined)[];
  /** Slots of numbers that are no small count, in the form's order. */
  readonly unusual: readonly number[];
}

/** Most cells of most tables hold a small count: these are not parsed again at each keystroke. */
const SMALL: ReadonlyMap<string, Decimal> = new Map(
  Array.from({ length: 1000 }, (_, n) => [String(n), n === 0 ? ZERO : fromInteger(n)]),
);

/**
 * Reads a table's cells. A row of the national form that the report lacks is blank; a local row is absent
 * unless the report has a cell of it to fill in. Cells that the form does not know are passed over; of two
 * cells for one place the later counts. A number that cannot be read is a blank, never a 0.
 */
export function readGrid(layout: Layout, cells: readonly Cell[]): Grid {
  const states = layout.empty.slice();
  const amounts = new Array<Decimal | undefined>(layout.empty.length).fill(undefined);
  const unusual: number[] = [];
  let last = 0;
  for (const cell of cells) {
    const slot = slotFor(layout, cell, last);
    if (slot === undefined) continue;
    last = slot;
    const text = cell.state === "number" ? cell.value : null;
    let amount = text === null ? undefined : SMALL.get(text);
    if (text !== null && !amount) {
      amount = parseDecimal(text) ?? undefined;
      unusual.push(slot);
    }
    amounts[slot] = amount;
    states[slot] = amount ? NUMBER : cell.state === "na" ? NA : BLANK;
  }
  for (const row of layout.localRows) settleLocalRow(layout, states, row);
  return { layout, states, amounts, unusual: unusual.length > 1 ? inOrder(unusual) : unusual };
}

/** Reports follow the form's order: a cell is nearly always the one behind the last, or the one below it. */
function slotFor(layout: Layout, cell: Cell, last: number): number | undefined {
  const { places, width } = layout;
  if (isAt(places[last + 1], cell)) return last + 1;
  if (isAt(places[last + width], cell)) return last + width;
  const row = layout.rows.get(cell.row);
  const column = layout.columns.get(cell.column);
  return row === undefined || column === undefined ? undefined : row * width + column;
}

function isAt(place: CellPlace | undefined, { row, column }: Cell): boolean {
  return place?.row === row && place.column === column;
}

function inOrder(slots: readonly number[]): number[] {
  return [...new Set(slots)].sort((a, b) => a - b);
}

/** A local row is there as a whole or not at all; a value of last year alone does not make it this year's. */
function settleLocalRow({ table, ids, width, current }: Layout, states: SlotState[], row: number): void {
  const there = current.some((column) => states[row * width + column] !== ABSENT);
  if (!there) return;
  for (const column of current) {
    if (!hasCell(table, ids[row] ?? "", table.form.columns[column]?.key ?? "")) continue;
    const slot = row * width + column;
    if (states[slot] === ABSENT) states[slot] = BLANK;
  }
}
