import { proposals } from "../checks/proposals.ts";
import { applyEdit } from "../edit/apply.ts";
import type { CellChange } from "../edit/edit.ts";
import type { Form } from "../form/form.ts";
import type { Report } from "../report/report.ts";
import { write } from "./sheet.ts";

/**
 * Takes every proposed total of a table, also those that only become possible by it (a total of totals). Numbers that
 * come from last year are none: they are taken by kind (`takeCarried`).
 *
 * @returns the changes, one for each blank total that has been filled; none where nothing is proposed
 */
export function takeTotals(report: Report, form: Form, key: string): CellChange[] {
  const table = form.tables.get(key);
  const changes: CellChange[] = [];
  let now = report;
  // Each round fills blank cells, so it comes to an end.
  while (table) {
    const cells = now.tables.find((candidate) => candidate.key === key)?.cells ?? [];
    const cellAt = (row: string, column: string) => cells.find((cell) => cell.row === row && cell.column === column);
    const round = proposals(now, form)
      .filter(({ table: own, carried }) => own === key && carried === null)
      .flatMap(({ row, column, value }) => write({ table, cellAt }, row, column, value).change ?? []);
    if (round.length === 0) break;
    changes.push(...round);
    now = applyEdit(now, { kind: "cells", table: key, changes: round });
  }
  return changes;
}
