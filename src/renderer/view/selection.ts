import { add, formatDecimal, parseDecimal, ZERO } from "../../core/decimal.ts";
import { cellsOf, type Range } from "../../core/grid/range.ts";
import type { Sheet } from "../../core/grid/sheet.ts";
import type { Selection, Spot } from "../state/ui.ts";
import type { Grid, GridRow } from "./rows.ts";

/** The visible part of the grid, as blocks of cells are laid on it. */
export function sheetOf(grid: Grid, rows: readonly GridRow[]): Sheet {
  return {
    table: grid.table,
    rows: rows.map(({ id }) => id),
    columns: grid.columns.map(({ key }) => key),
    cellAt: (row, column) => grid.byId.get(row)?.cells.get(column),
  };
}

/** Where the selection lies on the sheet; `null` when its cursor is not visible. A corner that is not counts as the cursor. */
export function rangeOf({ active, anchor, head }: Selection, sheet: Sheet): Range | null {
  if (!sheet.rows.includes(active.row)) return null;
  const place = (spot: Spot) => {
    const row = sheet.rows.indexOf(spot.row);
    return row < 0 ? placeOf(active, sheet) : placeOf(spot, sheet);
  };
  const [a, b] = [place(anchor), place(head)];
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  };
}

/** Row and column of a spot by index; a column that is not there is the first. */
export function placeOf({ row, column }: Spot, sheet: Sheet): { readonly row: number; readonly column: number } {
  return { row: Math.max(0, sheet.rows.indexOf(row)), column: Math.max(0, sheet.columns.indexOf(column)) };
}

/** The inverse of `placeOf`; places beyond the sheet are its last. `null` on an empty sheet. */
export function spotAt(sheet: Sheet, row: number, column: number): Spot | null {
  const inside = (index: number, size: number) => Math.min(size - 1, Math.max(0, index));
  const id = sheet.rows[inside(row, sheet.rows.length)];
  const key = sheet.columns[inside(column, sheet.columns.length)];
  return id === undefined || key === undefined ? null : { row: id, column: key };
}

/** The selection of a whole range, with the cursor in its first cell. */
export function selectionOf(sheet: Sheet, { top, left, bottom, right }: Range): Selection | null {
  const [anchor, head] = [spotAt(sheet, top, left), spotAt(sheet, bottom, right)];
  return anchor && head && { active: anchor, anchor, head };
}

/**
 * How many cells are selected and the exact sum of their numbers (decimal text), `null` where none has a number;
 * rows without values do not count.
 */
export function summary(range: Range, sheet: Sheet): { count: number; sum: string | null } {
  const cells = cellsOf(range).flatMap(
    ({ row, column }) => sheet.cellAt(sheet.rows[row] ?? "", sheet.columns[column] ?? "") ?? [],
  );
  const numbers = cells.flatMap((cell) => parseDecimal(cell.value ?? "") ?? []);
  return { count: cells.length, sum: numbers.length === 0 ? null : formatDecimal(numbers.reduce(add, ZERO)) };
}
