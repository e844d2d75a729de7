import type { FigureRef } from "../../core/content/types.ts";
import { gridNow } from "./now.ts";

/** The cursor's cell as a figure for the text; `null` on headings and where nothing is selected. */
export function draggedCell(): FigureRef | null {
  const now = gridNow();
  if (!now) return null;
  const { row, column } = now.selection.active;
  if (now.sheet.cellAt(row, column) === undefined) return null;
  return { table: now.sheet.table.form.key, row, column, format: "arabic" };
}
