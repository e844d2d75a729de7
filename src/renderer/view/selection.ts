import { add, formatDecimal, parseDecimal, ZERO } from "../../core/decimal.ts";
import type { Cell } from "../../core/report/report.ts";
import type { Selection, Spot } from "../state/ui.ts";
import type { Grid, GridRow } from "./rows.ts";

/** A rectangle of visible rows and columns, as index ranges with both ends included. */
export interface Block {
  readonly rows: readonly [number, number];
  readonly columns: readonly [number, number];
}

/** Where the selection lies among the visible rows; `null` when its cursor is not visible. */
export function blockOf(selection: Selection, rows: readonly GridRow[], grid: Grid): Block | null {
  const row = (spot: Spot) => rows.findIndex((candidate) => candidate.id === spot.row);
  const column = (spot: Spot) =>
    Math.max(
      0,
      grid.columns.findIndex((candidate) => candidate.key === spot.column),
    );
  const [r, c] = [row(selection.active), column(selection.active)];
  if (r < 0) return null;
  const [ar, ac] = [row(selection.anchor), column(selection.anchor)];
  const from = ar < 0 ? r : ar;
  return { rows: [Math.min(r, from), Math.max(r, from)], columns: [Math.min(c, ac), Math.max(c, ac)] };
}

/** The cells of a block line by line, `undefined` where a row has none. */
function cellsIn(block: Block, rows: readonly GridRow[], grid: Grid): (Cell | undefined)[][] {
  const columns = grid.columns.slice(block.columns[0], block.columns[1] + 1);
  return rows.slice(block.rows[0], block.rows[1] + 1).map((row) => columns.map((column) => row.cells.get(column.key)));
}

/** How many cells are selected and the exact sum of their numbers (decimal text); rows without values do not count. */
export function summary(block: Block, rows: readonly GridRow[], grid: Grid): { count: number; sum: string } {
  const cells = cellsIn(block, rows, grid)
    .flat()
    .filter((cell) => cell !== undefined);
  const sum = cells.reduce((total, cell) => add(total, parseDecimal(cell.value ?? "") ?? ZERO), ZERO);
  return { count: cells.length, sum: formatDecimal(sum) };
}

/** The block as a spreadsheet pastes it: tabs and lines; a text that would break the lines is quoted. */
export function asTsv(block: Block, rows: readonly GridRow[], grid: Grid): string {
  const quoted = (text: string) => (/[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return cellsIn(block, rows, grid)
    .map((line) => line.map((cell) => quoted(cell?.value ?? cell?.raw ?? "")).join("\t"))
    .join("\n");
}
