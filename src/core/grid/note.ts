import type { CellChange } from "../edit/edit.ts";
import type { Cell } from "../report/report.ts";
import { accessOf, type Sheet } from "./sheet.ts";

/** True where a note can be kept: at every cell of the report, and at every place that takes a value. */
export function canHaveNote(sheet: Pick<Sheet, "table" | "cellAt">, row: string, column: string): boolean {
  return sheet.cellAt(row, column) !== undefined || accessOf(sheet, row, column) === "writable";
}

/**
 * Writes the note at a cell; an empty one takes it away. The value stays as it is.
 *
 * @returns `null` where the note says the same already, or where none can be kept
 */
export function writeNote(
  sheet: Pick<Sheet, "table" | "cellAt">,
  row: string,
  column: string,
  text: string,
): CellChange | null {
  if (!canHaveNote(sheet, row, column)) return null;
  const before = sheet.cellAt(row, column) ?? null;
  const known = sheet.table.rows.get(row);
  const note = text.trim() === "" ? undefined : text;
  if (before?.note === note) return null;
  const { note: _, ...rest }: Cell = before ?? {
    row,
    column,
    label: known?.label ?? "",
    unit: known?.unit ?? "",
    state: "blank",
    value: null,
  };
  return { row, column, before, after: note === undefined ? rest : { ...rest, note } };
}
