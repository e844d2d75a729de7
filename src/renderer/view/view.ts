import { proposals } from "../../core/checks/proposals.ts";
import { countSection } from "../../core/content/count.ts";
import type { Form } from "../../core/form/form.ts";
import type { Report } from "../../core/report/report.ts";
import type { Ui } from "../state/ui.ts";
import { type Notice, noticesOf } from "./notices.ts";
import { type OutlineEntry, outlineOf } from "./outline.ts";
import type { Grid } from "./rows.ts";
import { type TableView, tableView } from "./table-view.ts";

/** Everything the panes show of a report, made from it alone. */
export interface View {
  readonly notices: readonly Notice[];
  /** The tables that the report has, in the form's order. */
  readonly tables: readonly TableView[];
  readonly outline: readonly OutlineEntry[];
  /** Characters of the whole narrative. */
  readonly characters: number;
}

const made = new WeakMap<Report, View>();

/** The view of a report; the same object as long as the report is the same. */
export function viewOf(report: Report, form: Form): View {
  const before = made.get(report);
  if (before) return before;
  const notices = noticesOf(report, form);
  const proposed = proposals(report, form);
  const tables = [...form.tables.values()].flatMap((table) => {
    const filled = report.tables.find(({ key }) => key === table.form.key);
    return filled ? [tableView(table, filled, notices, proposed)] : [];
  });
  const view: View = {
    notices,
    tables,
    outline: outlineOf(report, form, tables, notices),
    characters: report.sections.reduce((sum, section) => sum + countSection(section), 0),
  };
  made.set(report, view);
  return view;
}

/** The table that is chosen; `null` where the report does not have it. Without a choice it is the first. */
export function chosenTable(view: View, { table: key }: Pick<Ui, "table">): TableView | null {
  return (key === null ? view.tables[0] : view.tables.find(({ table }) => table.form.key === key)) ?? null;
}

/** What of it the grid shows: this year, or last year where that is asked for. */
export function chosenGrid({ grid, lastYear }: TableView, choice: Pick<Ui, "lastYear">): Grid {
  return choice.lastYear && lastYear ? lastYear : grid;
}
