import { addLocalRow, isLocalRow, type LocalRow, removeLocalRow } from "../../core/grid/local-rows.ts";
import type { Cell } from "../../core/report/report.ts";
import { edit } from "../state/editing.ts";
import { storedReport } from "../state/screen.ts";
import { single, ui } from "../state/ui.ts";
import type { TableView } from "../view/table-view.ts";
import { openTable } from "./now.ts";
import { say } from "./state.ts";

/** Rows of the office's own. Each is one step of undo. */

/** The cells of the shown table, as the report has them. */
export function cellsOf({ table }: TableView): readonly Cell[] {
  return storedReport()?.report.tables.find(({ key }) => key === table.form.key)?.cells ?? [];
}

/** Adds a row, and puts the cursor into it. */
export function addOwnRow(row: LocalRow): void {
  const view = openTable();
  if (!view) return;
  const changes = addLocalRow(view.table, cellsOf(view), row);
  const [first] = changes;
  if (!first || !edit({ kind: "cells", table: view.table.form.key, changes })) return;
  ui.set({ reference: false, lastYear: false, selection: single({ row: first.row, column: first.column }) });
  say("已添加本单位的行，可以撤销。它不计入合计；明年的报告沿用这一行。");
}

/** The row of the office's own that the cursor is in. */
export function ownRow(): string | null {
  const view = openTable();
  const row = ui.get().selection?.active.row;
  if (!view || row === undefined || !cellsOf(view).some((cell) => cell.row === row)) return null;
  return isLocalRow(view.table, row) ? row : null;
}

/** Takes it out, with what stands in it. */
export function removeOwnRow(): void {
  const view = openTable();
  const row = ownRow();
  if (!view || row === null) return;
  const changes = removeLocalRow(cellsOf(view), row);
  ui.set({ selection: null });
  edit({ kind: "cells", table: view.table.form.key, changes });
  say("已删除本单位的行和行里的数，可以撤销。");
}
