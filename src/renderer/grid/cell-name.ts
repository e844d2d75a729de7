import { columnName, rowPath } from "../../core/form/form.ts";
import { typeset } from "../../core/text/typeset.ts";
import type { Spot } from "../state/ui.ts";
import type { Grid } from "../view/rows.ts";

const NUMBER = /^(?:[一二三四五六七八九十]+、|[(\uff08][一二三四五六七八九十]+[)\uff09]|\d+[.、])/;

/** `三（一）1 当面申请数`; the number is not said twice. */
export function rowName(grid: Grid, row: string): string {
  const path = grid.table.rows.has(row) ? `${rowPath(grid.table, row)} ` : "";
  return `${path}${grid.byId.get(row)?.label.replace(NUMBER, "") ?? ""}`;
}

/** The row's name, with the column's where there are several; of a row without a printed name the column's alone. */
export function cellName(grid: Grid, spot: Spot): string {
  const { table } = grid;
  const column = table.columns.get(spot.column);
  const several = table.currentColumns.length > 1 || column?.role === "previous";
  const heading = grid.byId.get(spot.row)?.header !== false;
  const names = [
    ...(table.form.labels === "none" ? [] : [rowName(grid, spot.row)]),
    ...(column && several && !heading ? [typeset(columnName(table, column))] : []),
  ];
  return names.join(" · ");
}
