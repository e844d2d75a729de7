import { narrativeOf } from "../content/of-report.ts";
import type { Cell, Report } from "../report/report.ts";
import { applyEdit } from "./apply.ts";
import { putCell } from "./cells.ts";
import type { CellChange, CellsEdit, Edit } from "./edit.ts";

/**
 * The edit that takes `edit` back: applied to the report after it, it gives `report` again, the order of the cells
 * included. A text change is taken back by its narrative as a whole.
 *
 * @throws {TypeError} for a text change of a report whose narrative this program does not understand; no such
 *   report can be edited
 */
export function inverseOf(edit: Edit, report: Report): Edit {
  switch (edit.kind) {
    case "cells":
      return inverseOfCells(edit, report);
    case "content": {
      const before = narrativeOf(report);
      if (before.kind === "foreign") throw new TypeError("the narrative is not of this program's schema");
      return { kind: "content", content: before.content };
    }
    case "details": {
      const { year, unit, title, annex } = report;
      return { kind: "details", meta: { year, unit, title }, annex };
    }
    case "reasons":
      return { kind: "reasons", reasons: report.reasons ?? [] };
    case "together":
      return { kind: "together", edits: inversesOf(edit.edits, report) };
  }
}

/** The last is taken back first, each in the report that it was done to. */
function inversesOf(edits: readonly Edit[], report: Report): Edit[] {
  let now = report;
  const back: Edit[] = [];
  for (const edit of edits) {
    back.unshift(inverseOf(edit, now));
    now = applyEdit(now, edit);
  }
  return back;
}

function inverseOfCells(edit: CellsEdit, report: Report): CellsEdit {
  const cells: Cell[] = [...(report.tables.find(({ key }) => key === edit.table)?.cells ?? [])];
  const changes: CellChange[] = [];
  // Gone through as when applied, so that each place is that of its moment; taken back from the last to the first.
  for (const change of edit.changes) {
    const { row, column, after } = change;
    const { before, index } = putCell(cells, change);
    changes.unshift({ row, column, before: after, after: before, ...(before && !after ? { at: index } : {}) });
  }
  const { messages, reasons } = report;
  return { kind: "cells", table: edit.table, changes, messages, ...(reasons ? { reasons } : {}) };
}
