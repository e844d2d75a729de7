import type { Target } from "../../core/checks/where.ts";
import { editing } from "../editor/state.ts";
import type { Notice } from "../view/notices.ts";
import { chosenTable, type View } from "../view/view.ts";
import { type Pane, type Spot, ui } from "./ui.ts";

/** Panes in the order of F6. */
export const PANES: readonly Pane[] = ["outline", "paper", "grid", "findings"];

/** Gives the keyboard to a pane, and shows it where there is room for one only. */
export function focusPane(pane: Pane): void {
  ui.set(pane === "findings" ? { pane, findingsOpen: true } : { pane });
  // The pane may only now become visible: focus once React has drawn it.
  requestAnimationFrame(() => {
    // The text may have moved its cursor while the keyboard was elsewhere: the browser would put it back.
    if (pane === "paper" && focusText()) return;
    document.querySelector<HTMLElement>(`[data-focus="${pane}"]`)?.focus({ preventScroll: true });
  });
}

function focusText(): boolean {
  const { narrative } = editing.get();
  if (!narrative || narrative.editor.isDestroyed) return false;
  narrative.editor.view.focus();
  return true;
}

/** Goes round the panes; `step` is 1 or -1. */
export function cyclePane(step: number): void {
  const here = document.activeElement?.closest<HTMLElement>("[data-pane]")?.dataset["pane"];
  const at = PANES.findIndex((pane) => pane === here);
  const next = at < 0 ? (step > 0 ? 0 : PANES.length - 1) : (at + step + PANES.length) % PANES.length;
  focusPane(PANES[next] ?? "paper");
}

/** Brings a place into view, marks it for a moment, and takes the keyboard there when asked to. */
export function goTo(target: Target, view: View, takeFocus: boolean): void {
  if (target.kind === "text") {
    ui.set({ jump: { section: target.section, paragraph: target.paragraph }, pane: "paper" });
  } else {
    const { row, column } = target.place;
    showCells(target.place.table, [{ row, column }], view);
    ui.set({ pane: "grid" });
    requestAnimationFrame(() => {
      const cell = document.getElementById(cellId({ row, column }));
      cell?.scrollIntoView({ block: "center" });
      flash(cell);
    });
  }
  if (takeFocus) focusPane(target.kind === "text" ? "paper" : "grid");
}

export function goToNotice(notice: Notice, view: View, takeFocus: boolean): void {
  ui.set({ notice: notice.id });
  if (notice.target) goTo(notice.target, view, takeFocus);
}

/**
 * Selects cells of a table, from the first to the last, and opens what is folded above them. The keyboard stays
 * where it is.
 */
export function showCells(key: string, spots: readonly Spot[], view: View): void {
  const shown = view.tables.find(({ table }) => table.form.key === key);
  const [first, last] = [spots[0], spots.at(-1)];
  if (!shown || !first || !last || !shown.grid.byId.has(first.row) || !shown.grid.byId.has(last.row)) return;
  const { folded, ...now } = ui.get();
  const here = chosenTable(view, now) === shown;
  const above = new Set(spots.flatMap(({ row }) => shown.grid.byId.get(row)?.ancestors ?? []));
  const place = ({ row, column }: Spot): Spot => ({ row, column });
  ui.set({
    table: key,
    reference: false,
    lastYear: shown.lastYear?.columns.some((column) => column.key === first.column) ?? false,
    selection: { active: place(first), anchor: place(first), head: place(last) },
    folded: here ? new Set([...folded].filter((id) => !above.has(id))) : new Set(),
  });
}

/** The element id of a cell. */
export function cellId({ row, column }: Spot): string {
  return `cell ${row} ${column}`.replaceAll(" ", "_");
}

const FLASH_MS = 1_600;

/** Marks an element for a moment, so that the eye finds where a jump has led. */
export function flash(element: HTMLElement | null): void {
  if (!element) return;
  element.dataset["flash"] = "";
  setTimeout(() => delete element.dataset["flash"], FLASH_MS);
}
