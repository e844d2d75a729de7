import type { ReportLine, Shelf } from "../../contract/reports.ts";
import { lastYearEdits } from "../../core/carry/last-year.ts";
import type { Proposal } from "../../core/checks/proposals.ts";
import type { Form } from "../../core/form/form.ts";
import { takeCarried } from "../../core/grid/take-carried.ts";
import type { Report } from "../../core/report/report.ts";
import { call } from "../bridge.ts";
import { edit } from "../state/editing.ts";
import { readyShelf, shown, storedReport } from "../state/screen.ts";
import type { TableView } from "../view/table-view.ts";
import { openTable } from "./now.ts";
import { say } from "./state.ts";

/** What of last year's report is offered for this year's tables. Nothing is filled in without the clerk's yes. */

/** Last year's report of the same office, where it lies on this machine and its figures are not here yet. */
export function lastReport({ year, unit, tables }: Report, form: Form, shelf: Shelf | null): ReportLine | null {
  if (shelf?.kind !== "ready" || year === null) return null;
  const here = tables.some(({ key, cells }) =>
    cells.some(
      ({ column, state }) => state === "number" && form.tables.get(key)?.columns.get(column)?.role === "previous",
    ),
  );
  if (here) return null;
  return shelf.reports.find((line) => line.unit === unit && line.year === year - 1) ?? null;
}

/** The same for the open report. */
export function openLastReport(): ReportLine | null {
  const screen = storedReport();
  return screen && lastReport(screen.report, screen.form, readyShelf());
}

/** Takes its figures into the columns of last year, of all tables in one step. */
export async function bringLastYear(): Promise<void> {
  const line = openLastReport();
  if (!line) return;
  const opened = await call["report:open"]({ id: line.id });
  const screen = storedReport();
  if (!screen || openLastReport()?.id !== line.id) return;
  if (!opened.ok) return say(opened.error.message);
  if (opened.value.kind === "broken") return say(`${line.year} 年度的报告打不开，没有带入。本报告没有改动。`);
  const edits = lastYearEdits(screen.report, screen.form, opened.value.report);
  const count = edits.reduce((sum, { changes }) => sum + changes.length, 0);
  if (count === 0) return say(`${line.year} 年度的报告里没有可以带入的数。`);
  edit({ kind: "together", edits });
  say(`${count} 个上年数已放到上年列，可以撤销。`);
}

/** Numbers of one relation that come from last year. */
export interface CarriedKind {
  readonly code: string;
  /** What the relation is about. */
  readonly title: string;
  readonly proposals: readonly Proposal[];
}

/** What comes from last year and is still blank, kind by kind in the form's order. */
export function carriedKinds({ table, proposals }: TableView): CarriedKind[] {
  const all = [...proposals.values()].filter(({ carried }) => carried !== null);
  return table.form.relations.flatMap(({ code, title }): CarriedKind[] => {
    const own = all.filter((proposal) => proposal.code === code);
    return own.length > 0 ? [{ code, title, proposals: own }] : [];
  });
}

/** Takes all of a kind, as one step of undo. */
export function takeKind(code: string): void {
  const view = openTable();
  const kind = view && carriedKinds(view).find((one) => one.code === code);
  if (!view || !kind || shown.get().screen.kind !== "report") return;
  const cellAt = (row: string, column: string) => view.grid.byId.get(row)?.cells.get(column);
  const changes = takeCarried({ table: view.table, cellAt }, kind.proposals);
  edit({ kind: "cells", table: view.table.form.key, changes });
  say(`${changes.length} 格已填入，每格的批注写明了来处，可以撤销。`);
}
