import type { Range } from "../../core/grid/range.ts";
import { type Access, accessOf, type Sheet } from "../../core/grid/sheet.ts";
import { shown } from "../state/screen.ts";
import { type Selection, ui } from "../state/ui.ts";
import type { Grid, GridRow } from "../view/rows.ts";
import { rangeOf } from "../view/selection.ts";
import { shownRows } from "../view/shown-rows.ts";
import type { TableView } from "../view/table-view.ts";
import { chosenGrid, chosenTable, viewOf } from "../view/view.ts";

/** The open report's grid with what is selected in it, for one action. */
export interface GridNow {
  readonly table: TableView;
  readonly grid: Grid;
  readonly rows: readonly GridRow[];
  readonly sheet: Sheet;
  readonly selection: Selection;
  readonly range: Range;
  /** What the cursor's cell takes; `look` where the whole report is only looked at. */
  readonly access: Access | "look";
}

/** The table of the open report that the grid shows; `null` without one. */
export function openTable(): TableView | null {
  const { screen } = shown.get();
  return screen.kind === "report" ? chosenTable(viewOf(screen.report, screen.form), ui.get()) : null;
}

/** What of it the grid shows now. */
export function openGrid(): Grid | null {
  const table = openTable();
  return table && chosenGrid(table, ui.get());
}

/** `null` without an open report, without a table, or while nothing visible is selected. */
export function gridNow(): GridNow | null {
  const { screen } = shown.get();
  const table = openTable();
  const choice = ui.get();
  const { selection } = choice;
  if (screen.kind !== "report" || !table || !selection) return null;
  const grid = chosenGrid(table, choice);
  const { rows, sheet } = shownRows(table, grid, choice);
  const range = rangeOf(selection, sheet);
  if (!range) return null;
  const { row, column } = selection.active;
  const heading = grid.byId.get(row)?.header === true;
  const access = screen.stored === null ? "look" : heading ? "header" : accessOf(sheet, row, column);
  return { table, grid, rows, sheet, selection, range, access };
}

/** Why nothing can be typed there. */
export const REFUSALS: Readonly<Record<Exclude<GridNow["access"], "writable">, string>> = {
  look: "这份文件只供查看，不能在这里改。要改，请按下方的“放进报告…”。",
  header: "这是分类行，不填数；数填在它下面的各行。",
  previous: "上年数只供对照，不在这里改。要带入上年数，请复制去年的整张附表，在本表里粘贴。",
  outside: "表式里没有这一格，不用填。",
};
