import type { TableOfForm } from "../../core/form/form.ts";
import { chooseTable } from "../grid/choose.ts";
import { openTable } from "../grid/now.ts";
import { flash, focusPane, goTo } from "../state/jump.ts";
import { shown } from "../state/screen.ts";
import { type Spot, ui } from "../state/ui.ts";
import { viewOf } from "../view/view.ts";

/** Between the place of a table in the text and the grid that it is filled in with. */

/** Opens a table in the grid, at the cell that is named, else where its cursor was, else at its first cell. */
export function openInGrid(table: TableOfForm, spot: Spot | null): void {
  const { screen } = shown.get();
  if (screen.kind !== "report") return;
  const { key } = table.form;
  const view = viewOf(screen.report, screen.form);
  const before = openTable()?.table.form.key === key ? ui.get().selection?.active : undefined;
  const first = view.tables.find((one) => one.table.form.key === key)?.grid.rows.find(({ header }) => !header);
  const at = spot ?? before ?? (first && { row: first.id, column: first.cells.keys().next().value ?? "" });
  if (at) return goTo({ kind: "cell", place: { table: key, ...at } }, view, true);
  // The report lacks the table: the grid offers to make it.
  chooseTable(key);
  focusPane("grid");
}

/** True where the table that the grid shows stands in the text. */
export function canShowInText(): boolean {
  return tableKey() !== null;
}

/** Brings the place in the text of the table that the grid shows into view, and takes the keyboard there. */
export function showInText(): void {
  const key = tableKey();
  if (key === null) return;
  const { selection, lastYear } = ui.get();
  ui.set({ pane: "paper" });
  // The pane may only now become visible.
  requestAnimationFrame(() => {
    const place = placeOfTable(key);
    const cell = lastYear || !selection ? null : cellIn(place, selection.active);
    place?.focus({ preventScroll: true });
    (cell ?? place)?.scrollIntoView({ block: "center" });
    flash(cell ?? place);
  });
}

/** Scrolls the paper to a table in the text, if it stands there. The keyboard stays where it is. */
export function bringTableIntoView(key: string): void {
  placeOfTable(key)?.scrollIntoView({ block: "start" });
}

function tableKey(): string | null {
  const { screen } = shown.get();
  const table = openTable()?.table.form;
  return screen.kind === "report" && table?.section !== undefined ? table.key : null;
}

/** The element of a table in the text; `null` where it is not drawn. */
function placeOfTable(key: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`.section-table[data-table="${CSS.escape(key)}"]`);
}

function cellIn(place: HTMLElement | null, { row, column }: Spot): HTMLElement | null {
  return (
    place?.querySelector<HTMLElement>(`[data-row="${CSS.escape(row)}"][data-column="${CSS.escape(column)}"]`) ?? null
  );
}
