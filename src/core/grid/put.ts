import type { CellChange, CellsEdit } from "../edit/edit.ts";
import type { TableOfForm } from "../form/form.ts";
import type { Report } from "../report/report.ts";
import { write } from "./sheet.ts";

/** A text for one place of a table. */
export interface Put {
  readonly row: string;
  readonly column: string;
  readonly text: string;
}

/** The change that writes texts into places of one table; what stands there already is no change. */
export function putTexts(report: Report, table: TableOfForm, puts: readonly Put[]): CellsEdit {
  const { key } = table.form;
  const cells = report.tables.find((candidate) => candidate.key === key)?.cells ?? [];
  const byPlace = new Map(cells.map((cell) => [`${cell.row}:${cell.column}`, cell]));
  const sheet = { table, cellAt: (row: string, column: string) => byPlace.get(`${row}:${column}`) };
  const changes = puts.flatMap(({ row, column, text }): CellChange[] => {
    const { change } = write(sheet, row, column, text);
    return change ? [change] : [];
  });
  return { kind: "cells", table: key, changes };
}
