import { proposals } from "../../core/checks/proposals.ts";
import { countSection } from "../../core/content/count.ts";
import type { Form } from "../../core/form/form.ts";
import type { Report } from "../../core/report/report.ts";
import { type CellMark, cellKey, marksOf } from "./marks.ts";
import { type Notice, noticesOf } from "./notices.ts";
import { type OutlineEntry, outlineOf, tableEntry } from "./outline.ts";
import { type Grid, gridOf } from "./rows.ts";

/** Everything the panes show of a report, made from it alone. */
export interface View {
  readonly notices: readonly Notice[];
  readonly grid: Grid | null;
  readonly marks: ReadonlyMap<string, CellMark>;
  /** Totals of the grid's table that can be taken, decimal text by `cellKey`. */
  readonly proposals: ReadonlyMap<string, string>;
  readonly outline: readonly OutlineEntry[];
  /** Characters of the whole narrative. */
  readonly characters: number;
}

const made = new WeakMap<Report, View>();
/** The last grid of each form: a later one is made of its lines as far as they say the same. */
const grids = new WeakMap<Form, Grid>();

/** The view of a report; the same object as long as the report is the same. */
export function viewOf(report: Report, form: Form): View {
  const before = made.get(report);
  if (before) return before;
  const notices = noticesOf(report, form);
  const grid = gridOf(report, form, grids.get(form));
  if (grid) grids.set(form, grid);
  const view: View = {
    notices,
    grid,
    marks: grid ? marksOf(notices, grid.table) : new Map(),
    proposals: grid ? proposed(report, form, grid.table.form.key) : new Map(),
    outline: [...outlineOf(report, notices), ...(grid ? [tableEntry(grid, notices)] : [])],
    characters: report.sections.reduce((sum, section) => sum + countSection(section), 0),
  };
  made.set(report, view);
  return view;
}

function proposed(report: Report, form: Form, table: string): ReadonlyMap<string, string> {
  const ofTable = proposals(report, form).filter((proposal) => proposal.table === table);
  return new Map(ofTable.map((proposal) => [cellKey(proposal), proposal.value]));
}
