import type { Proposal } from "../../core/checks/proposals.ts";
import type { TableOfForm } from "../../core/form/form.ts";
import type { ReportTable } from "../../core/report/report.ts";
import { type CellMark, cellKey, marksOf } from "./marks.ts";
import type { Notice } from "./notices.ts";
import { type Grid, gridOf, lastYearOf } from "./rows.ts";

/** A table of the report as the grid shows it. */
export interface TableView {
  readonly table: TableOfForm;
  readonly grid: Grid;
  /** Last year's values, where they are not shown beside this year's; `null` where there are none. */
  readonly lastYear: Grid | null;
  /** By `cellKey`. */
  readonly marks: ReadonlyMap<string, CellMark>;
  /** Numbers that a rule gives for blank cells, by `cellKey`. */
  readonly proposals: ReadonlyMap<string, Proposal>;
}

/** The last grids of each table: a later one is made of their lines as far as they say the same. */
const last = new WeakMap<TableOfForm, Pick<TableView, "grid" | "lastYear">>();

/** Lays out what a report has of a table, with what was found in it and what is proposed. */
export function tableView(
  table: TableOfForm,
  { cells }: ReportTable,
  notices: readonly Notice[],
  proposed: readonly Proposal[],
): TableView {
  const before = last.get(table);
  const grid = gridOf(table, cells, before?.grid);
  const lastYear = lastYearOf(grid, cells, before?.lastYear ?? undefined);
  last.set(table, { grid, lastYear });
  const own = proposed.filter((proposal) => proposal.table === table.form.key);
  return {
    table,
    grid,
    lastYear,
    marks: marksOf(notices, table),
    proposals: new Map(own.map((proposal) => [cellKey(proposal), proposal])),
  };
}
