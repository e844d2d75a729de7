import type { Selection, Spot } from "../state/ui.ts";
import type { Grid, GridRow } from "../view/rows.ts";

/** The part of a key press that moves the cursor. */
export interface KeyPress {
  readonly key: string;
  readonly shift: boolean;
  readonly ctrl: boolean;
}

/**
 * Where a key takes the cursor among the visible rows; `null` when it is no moving key. With Shift the other
 * corner stays. `page` is how many rows are in view.
 */
export function move(
  press: KeyPress,
  selection: Selection,
  rows: readonly GridRow[],
  grid: Grid,
  page: number,
): Selection | null {
  const { active, anchor } = selection;
  const r = rows.findIndex((row) => row.id === active.row);
  const c = grid.columns.findIndex((column) => column.key === active.column);
  const target = aim(press, Math.max(0, r), Math.max(0, c), rows.length - 1, grid.columns.length - 1, page);
  if (!target) return null;
  const row = rows[clamp(target.row, rows.length - 1)];
  const column = grid.columns[clamp(target.column, grid.columns.length - 1)];
  if (!row || !column) return null;
  const to: Spot = { row: row.id, column: column.key };
  return { active: to, anchor: press.shift ? anchor : to };
}

interface Aim {
  readonly row: number;
  readonly column: number;
}

function aim(
  { key, ctrl }: KeyPress,
  row: number,
  column: number,
  lastRow: number,
  lastColumn: number,
  page: number,
): Aim | null {
  switch (key) {
    case "ArrowDown":
      return { row: ctrl ? lastRow : row + 1, column };
    case "ArrowUp":
      return { row: ctrl ? 0 : row - 1, column };
    case "ArrowRight":
      return { row, column: ctrl ? lastColumn : column + 1 };
    case "ArrowLeft":
      return { row, column: ctrl ? 0 : column - 1 };
    // With one column to move in, Home and End go to the ends of the table.
    case "Home":
      return ctrl || lastColumn === 0 || column === 0 ? { row: 0, column: 0 } : { row, column: 0 };
    case "End":
      return ctrl || lastColumn === 0 || column === lastColumn
        ? { row: lastRow, column: lastColumn }
        : { row, column: lastColumn };
    case "PageDown":
      return { row: row + page, column };
    case "PageUp":
      return { row: row - page, column };
    default:
      return null;
  }
}

function clamp(index: number, last: number): number {
  return Math.min(last, Math.max(0, index));
}
