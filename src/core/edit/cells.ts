import type { Cell } from "../report/report.ts";
import type { CellChange } from "./edit.ts";

/**
 * Puts one change into a working list of cells, in place.
 *
 * @returns the cell that was there before and its index; `null` and -1 where there was none
 */
export function putCell(cells: Cell[], { row, column, after, at }: CellChange): { before: Cell | null; index: number } {
  const index = cells.findIndex((cell) => cell.row === row && cell.column === column);
  const before = cells[index] ?? null;
  if (before) cells.splice(index, 1, ...(after ? [after] : []));
  else if (after) cells.splice(at ?? placeOf(row, cells), 0, after);
  return { before, index };
}

function placeOf(row: string, cells: readonly Cell[]): number {
  const last = cells.findLastIndex((cell) => cell.row === row);
  return last < 0 ? cells.length : last + 1;
}
