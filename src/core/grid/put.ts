import type { CellChange, CellsEdit } from "../edit/edit.ts";
import type { TableOfForm } from "../form/form.ts";
import type { Cell, Report } from "../report/report.ts";
import { type Sheet, write } from "./sheet.ts";

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
  const sheet = { table, cellAt: puts.length < FEW ? searched(cells) : lookedUp(cells) };
  const changes = puts.flatMap(({ row, column, text }): CellChange[] => {
    const { change } = write(sheet, row, column, text);
    return change ? [change] : [];
  });
  return { kind: "cells", table: key, changes };
}

/** Up to so many places are found sooner by going through the cells than by laying them all out. */
const FEW = 8;

function searched(cells: readonly Cell[]): Sheet["cellAt"] {
  return (row, column) => cells.find((cell) => cell.row === row && cell.column === column);
}

function lookedUp(cells: readonly Cell[]): Sheet["cellAt"] {
  const byPlace = new Map(cells.map((cell) => [`${cell.row}:${cell.column}`, cell]));
  return (row, column) => byPlace.get(`${row}:${column}`);
}
