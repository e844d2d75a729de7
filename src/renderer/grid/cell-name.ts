import { rowPath } from "../../core/form/form.ts";
import type { Spot } from "../state/ui.ts";
import type { Grid } from "../view/rows.ts";

const NUMBER = /^(?:[一二三四五六七八九十]+、|[(\uff08][一二三四五六七八九十]+[)\uff09]|\d+[.、])/;

/** `三（一）1 当面申请数`; the number is not said twice. */
export function rowName(grid: Grid, row: string): string {
  const path = grid.table.rows.has(row) ? `${rowPath(grid.table, row)} ` : "";
  return `${path}${grid.byId.get(row)?.label.replace(NUMBER, "") ?? ""}`;
}

/** The row's name, with the column's where there are several. */
export function cellName(grid: Grid, spot: Spot): string {
  const column = grid.table.columns.get(spot.column);
  const several = grid.table.currentColumns.length > 1 || column?.role === "previous";
  const heading = grid.byId.get(spot.row)?.header !== false;
  return `${rowName(grid, spot.row)}${column && several && !heading ? ` · ${column.label}` : ""}`;
}
