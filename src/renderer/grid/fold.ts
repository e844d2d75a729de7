import { single, ui } from "../state/ui.ts";
import { openGrid } from "./now.ts";

/** Folds or opens a row that has others under it. */
export function toggle(id: string): void {
  setFolded(id, !ui.get().folded.has(id));
}

/** Folds every row that has others under it, or opens all. */
export function foldAll(fold: boolean): void {
  const grid = openGrid();
  if (!grid) return;
  const folded = new Set(fold ? grid.rows.filter((row) => row.parts > 0).map((row) => row.id) : []);
  const { selection } = ui.get();
  const outermost = selection && grid.byId.get(selection.active.row)?.ancestors.at(-1);
  const hidden = fold && selection && typeof outermost === "string";
  ui.set(hidden ? { folded, selection: single({ ...selection.active, row: outermost }) } : { folded });
}

/** Folds or opens. A row with nothing under it folds the row it is a part of. The cursor stays visible. */
export function setFolded(id: string, fold: boolean): void {
  const grid = openGrid();
  const row = grid?.byId.get(id);
  const target = row && row.parts === 0 && fold ? row.ancestors[0] : id;
  if (!grid || target === undefined || (grid.byId.get(target)?.parts ?? 0) === 0) return;
  const folded = new Set(ui.get().folded);
  if (fold) folded.add(target);
  else folded.delete(target);
  const { selection } = ui.get();
  const hidden = fold && selection && grid.byId.get(selection.active.row)?.ancestors.includes(target);
  ui.set(hidden ? { folded, selection: single({ ...selection.active, row: target }) } : { folded });
}
