import type { Form } from "../form/form.ts";
import type { Report } from "../report/report.ts";
import { Findings } from "./check-value.ts";
import { compile } from "./compile.ts";
import type { Finding } from "./finding.ts";
import { staleOpen, tableMissing } from "./generic.ts";
import { readGrid } from "./grid.ts";
import { applyReasons } from "./reasons.ts";
import { statementFindings } from "./statements.ts";
import { yearOutside } from "./year-outside.ts";

/** The findings of `findingsOf`, and what written reasons make of them. */
export function check(report: Report, form: Form): Finding[] {
  const found = findingsOf(report, form);
  return report.reasons ? applyReasons(found, report.reasons) : found;
}

/**
 * Evaluates every check of the form on the report, whatever reasons were written.
 * The order is the form's: table by table; in each the values' own faults, then the relations as listed,
 * each in the order of its rows or columns, then blanks, then the year before; then where the text says
 * another number than the tables; what is still to be updated in the text, and that the year is none of the
 * form's, come last. Never throws, whatever the report holds; cells that the form does not know are passed over.
 */
export function findingsOf(report: Report, form: Form): Finding[] {
  const found = new Findings();
  const said: Finding[] = [];
  for (const { layout, checks, statements } of compile(form)) {
    const filled = report.tables.find(({ key }) => key === layout.table.form.key);
    if (!filled || filled.cells.length === 0) {
      found.add(tableMissing(layout), "table-missing", layout.table.form.key);
      continue;
    }
    const grid = readGrid(layout, filled.cells);
    for (const one of checks) {
      if (one.units && !one.units.test(report.unit ?? "")) continue;
      one.evaluate(grid, found);
    }
    if (statements) said.push(...statementFindings(statements, grid, report));
  }
  return [...found.list, ...said, ...staleOpen(report), ...yearOutside(report, form)];
}
