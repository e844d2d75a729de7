import { reprinted, withContent } from "../content/of-report.ts";
import type { Cell, Message, Report } from "../report/report.ts";
import { putCell } from "./cells.ts";
import type { CellChange, CellsEdit, Edit } from "./edit.ts";
import { reasonsLeft } from "./reasons-left.ts";

/**
 * The report after an edit; the one before stays as it was. Paragraphs that print a changed cell are printed
 * anew. A table that the report lacks is added with its first cell.
 */
export function applyEdit(report: Report, edit: Edit): Report {
  switch (edit.kind) {
    case "cells":
      return applyCells(report, edit);
    case "content":
      return withContent(report, edit.content);
    case "details":
      return { ...report, ...edit.meta, annex: { ...report.annex, ...edit.annex } };
    case "reasons":
      return { ...report, reasons: edit.reasons };
    case "together":
      return edit.edits.reduce(applyEdit, report);
  }
}

function applyCells(report: Report, edit: CellsEdit): Report {
  if (edit.changes.length === 0 && edit.messages === undefined && edit.reasons === undefined) return report;
  const known = report.tables.some(({ key }) => key === edit.table);
  const before = known ? report.tables : [...report.tables, { key: edit.table, cells: [] }];
  const tables = before.map((table) =>
    table.key === edit.table ? { ...table, cells: changeCells(table.cells, edit.changes) } : table,
  );
  const reasons = edit.reasons ?? (report.reasons && reasonsLeft(report.reasons, report, edit));
  const messages = edit.messages ?? messagesLeft(report.messages, edit);
  return reprinted({ ...report, tables, messages, ...(reasons ? { reasons } : {}) });
}

function changeCells(cells: readonly Cell[], changes: readonly CellChange[]): Cell[] {
  const changed = [...cells];
  for (const change of changes) putCell(changed, change);
  return changed;
}

function messagesLeft(messages: readonly Message[], { table, changes }: CellsEdit): readonly Message[] {
  const left = messages.filter(
    ({ at }) =>
      !at ||
      !("row" in at) ||
      at.table !== table ||
      !changes.some(({ row, column }) => row === at.row && column === at.column),
  );
  return left.length === messages.length ? messages : left;
}
