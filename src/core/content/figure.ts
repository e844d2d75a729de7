import type { Cell, ReportTable } from "../report/report.ts";
import { formatChineseNumeral } from "../text/numerals.ts";
import type { FigureFormat, FigureRef } from "./types.ts";

/** What stands on the paper where a figure's cell is blank: a hole that can be seen. */
export const BLANK_FIGURE = "未填";

/** From 10⁸ on, and for fractions, Chinese numerals are not written out. */
const PLAIN_INTEGER = /^\d{1,8}$/;

/** How a figure reads: 7, 七, 未填, or the sign by which its row does not apply. */
export function figureText(cell: Cell | undefined, format: FigureFormat): string {
  if (!cell || cell.state === "blank" || (cell.state === "number" && cell.value === null)) return BLANK_FIGURE;
  if (cell.state === "na") return cell.raw ?? "/";
  const value = cell.value ?? "";
  return format === "chinese" && PLAIN_INTEGER.test(value) ? formatChineseNumeral(Number(value)) : value;
}

/** Finds the cell of a figure. */
export type CellLookup = (ref: Pick<FigureRef, "table" | "row" | "column">) => Cell | undefined;

export function cellLookup(tables: readonly ReportTable[]): CellLookup {
  const cells = new Map(
    tables.flatMap(({ key, cells: all }) => all.map((cell) => [address(key, cell.row, cell.column), cell])),
  );
  return ({ table, row, column }) => cells.get(address(table, row, column));
}

function address(table: string, row: string, column: string): string {
  return `${table} ${row} ${column}`;
}
