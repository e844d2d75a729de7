import { ui } from "../state/ui.ts";
import type { Grid } from "../view/rows.ts";

/** Folds or opens a row that has others under it. */
export function toggle(id: string, grid: Grid): void {
  if ((grid.byId.get(id)?.parts ?? 0) === 0) return;
  const folded = new Set(ui.get().folded);
  if (!folded.delete(id)) folded.add(id);
  ui.set({ folded });
}
