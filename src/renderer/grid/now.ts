import type { Range } from "../../core/grid/range.ts";
import { type Access, accessOf, type Sheet } from "../../core/grid/sheet.ts";
import { type ReportScreen, shown } from "../state/screen.ts";
import { type Selection, ui } from "../state/ui.ts";
import type { Grid, GridRow } from "../view/rows.ts";
import { rangeOf } from "../view/selection.ts";
import { shownRows } from "../view/shown-rows.ts";
import { type View, viewOf } from "../view/view.ts";

/** The open report's grid with what is selected in it, for one action. */
export interface GridNow {
  readonly screen: ReportScreen;
  readonly view: View;
  readonly grid: Grid;
  readonly rows: readonly GridRow[];
  readonly sheet: Sheet;
  readonly selection: Selection;
  readonly range: Range;
  /** What the cursor's cell takes; `look` where the whole report is only looked at. */
  readonly access: Access | "look";
}

/** The grid of the open report; `null` without one. */
export function openGrid(): Grid | null {
  const { screen } = shown.get();
  return screen.kind === "report" ? viewOf(screen.report, screen.form).grid : null;
}

/** `null` without an open report, without a table, or while nothing visible is selected. */
export function gridNow(): GridNow | null {
  const { screen } = shown.get();
  if (screen.kind !== "report") return null;
  const view = viewOf(screen.report, screen.form);
  const choice = ui.get();
  const { selection } = choice;
  if (!view.grid || !selection) return null;
  const { rows, sheet } = shownRows(view, view.grid, choice);
  const range = rangeOf(selection, sheet);
  if (!range) return null;
  const { row, column } = selection.active;
  const access = screen.stored === null ? "look" : accessOf(sheet, row, column);
  return { screen, view, grid: view.grid, rows, sheet, selection, range, access };
}

/** Why nothing can be typed there. */
export const REFUSALS: Readonly<Record<Exclude<GridNow["access"], "writable">, string>> = {
  look: "这份文件只供查看，不能在这里改。要改，请按下方的“放进报告…”。",
  header: "这是分类行，不填数；数填在它下面的各行。",
  previous: "上年数只供对照，不在这里改。要带入上年数，请复制去年的整张附表，在本表里粘贴。",
  outside: "这一格不在表式里，不能填。",
};
