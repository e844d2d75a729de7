import { rowPath } from "../../core/form/form.ts";
import type { Spot } from "../state/ui.ts";
import type { Grid } from "../view/rows.ts";

const NUMBER = /^(?:[一二三四五六七八九十]+、|[(\uff08][一二三四五六七八九十]+[)\uff09]|\d+[.、])/;

/** `三（一）1 当面申请数`, with its column where there are several; the number is not said twice. */
export function cellName(grid: Grid, spot: Spot): string {
  const row = grid.byId.get(spot.row);
  const column = grid.table.columns.get(spot.column);
  const several = grid.table.currentColumns.length > 1;
  const path = grid.table.rows.has(spot.row) ? `${rowPath(grid.table, spot.row)} ` : "";
  const more = column && (several || column.role === "previous") && row?.header === false ? ` · ${column.label}` : "";
  return `${path}${row?.label.replace(NUMBER, "") ?? ""}${more}`;
}
