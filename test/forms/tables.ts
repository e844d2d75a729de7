import { check } from "../../src/core/checks/check.ts";
import { exampleReport } from "../../src/core/checks/examples.ts";
import type { Finding } from "../../src/core/checks/finding.ts";
import type { Form, TableOfForm } from "../../src/core/form/form.ts";
import type { Example } from "../../src/core/form/schema.ts";
import type { Report } from "../../src/core/report/report.ts";

/** The first table of a form. */
export function tableOf(form: Form): TableOfForm {
  const [table] = form.tables.values();
  if (!table) throw new Error(`form ${form.id} has no table`);
  return table;
}

/** A report with the given cells (see `Example`) and `rest` in every other cell of this year; local rows only if named. */
export function reportWith(form: Form, cells: Example, rest = "0"): Report {
  const table = tableOf(form);
  const columns = table.currentColumns.map(({ key }) => key);
  const [first = ""] = columns;
  const filled = table.valueRows
    .filter(({ origin }) => origin === "national")
    .flatMap(({ id }) => columns.map((column): [string, string] => [`${id}:${column}`, rest]));
  const named = Object.entries(cells).map(([at, text]): [string, string] => [
    at.includes(":") ? at : `${at}:${first}`,
    text,
  ]);
  return exampleReport(form, table, Object.fromEntries([...filled, ...named]));
}

/** What the checks say of such a report; only of one code where one is given. */
export function findings(form: Form, cells: Example, code?: string, rest = "0"): Finding[] {
  return check(reportWith(form, cells, rest), form).filter((finding) => code === undefined || finding.code === code);
}

/** Places as short addresses, `3.1:value`. */
export function places(finding: Finding | undefined): string[] {
  return (finding?.cells ?? []).map(({ row, column }) => `${row}:${column}`);
}

/** Cells of a clean table of the 2014 form: zeros, and someone who does the work. */
export const CLEAN_2014: Example = { "8.3": "1", "8.3.2": "1" };
