import { applyEdit } from "../edit/apply.ts";
import type { Form, TableOfForm } from "../form/form.ts";
import type { Relation } from "../form/schema.ts";
import { putTexts } from "../grid/put.ts";
import type { CellPlace, Report } from "../report/report.ts";
import { findingsOf } from "./check.ts";
import { UNKNOWN } from "./check-value.ts";
import { fillBlanks } from "./fill-blanks.ts";
import type { Finding, Mend } from "./finding.ts";
import { BLANK_CELLS } from "./generic.ts";
import { proposals } from "./proposals.ts";
import { textMend } from "./text-mend.ts";

/**
 * What can be done about a finding without asking anybody; `null` where a person has to decide.
 *
 * - an error that says a cell is the sum of others, all of which are there: the cell becomes that sum, unless it
 *   would be in an error all the same;
 * - a total that cannot be checked because it alone is blank: it gets its sum;
 * - blank cells: see `fillBlanks`;
 * - a number in the text that is not the table's: it becomes the table's. The button says what changes, and the
 *   other way round is a letter in the grid.
 */
export function mendOf(finding: Finding, report: Report, form: Form): Mend | null {
  const [place] = finding.cells;
  const table = place && form.tables.get(place.table);
  if (!table) return null;
  if (table.form.statements?.some(({ code }) => code === finding.code)) return textMend(finding, report, form);
  if (finding.code === BLANK_CELLS.code) return fillBlanks(finding.cells, report, form, table);
  const sum = totalFor(finding, report, form, table);
  if (sum === null) return null;
  const edit = putTexts(report, table, [{ ...place, text: sum }]);
  const stillWrong = findingsOf(applyEdit(report, edit), form).some(
    ({ severity, cells }) => severity === "error" && cells.some((cell) => isSame(cell, place)),
  );
  return stillWrong ? null : { label: finding.actual === undefined ? `填 ${sum}` : `改为 ${sum}`, edit };
}

/** The sum that belongs into the finding's first cell; `null` where the rule does not give one. */
function totalFor(finding: Finding, report: Report, form: Form, table: TableOfForm): string | null {
  const relation = table.form.relations.find(({ code }) => code === finding.code || code + UNKNOWN === finding.code);
  if (!relation || !makesTotal(relation)) return null;
  if (finding.code === relation.code) return finding.expected ?? null;
  const [place] = finding.cells;
  return proposals(report, form).find((proposal) => place && isSame(proposal, place))?.value ?? null;
}

/** True for a rule without exceptions that makes one cell the sum of others. */
function makesTotal(relation: Relation): boolean {
  return (
    relation.kind === "compare" &&
    relation.severity === "error" &&
    !relation.liftable &&
    relation.is === "=" &&
    typeof relation.left === "string" &&
    typeof relation.right === "object" &&
    "sum" in relation.right
  );
}

function isSame(a: CellPlace, b: CellPlace): boolean {
  return a.table === b.table && a.row === b.row && a.column === b.column;
}
