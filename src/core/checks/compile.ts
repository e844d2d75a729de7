import type { Form, TableOfForm } from "../form/form.ts";
import type { Check } from "./check-value.ts";
import { compareCheck } from "./compare.ts";
import { contradictionCheck } from "./contradiction.ts";
import { blankCells } from "./generic.ts";
import { type Layout, layOut } from "./layout.ts";
import { type StatementCheck, statementCheck } from "./statements.ts";
import { valueChecks } from "./values.ts";
import { yearOnYearCheck } from "./year-on-year.ts";

/** A table's checks, addresses resolved, ready to run on any report. */
export interface CompiledTable {
  readonly layout: Layout;
  /** Value types, then the relations in the form's order, then blanks, then the year before. */
  readonly checks: readonly Check[];
  /** What the text says of its numbers; `null` where the form knows no phrases. */
  readonly statements: StatementCheck | null;
}

const compiled = new WeakMap<Form, readonly CompiledTable[]>();

/** Compiles a form's checks, once for each form. */
export function compile(form: Form): readonly CompiledTable[] {
  const known = compiled.get(form);
  if (known) return known;
  const tables = [...form.tables.values()].map(compileTable);
  compiled.set(form, tables);
  return tables;
}

function compileTable(table: TableOfForm): CompiledTable {
  const layout = layOut(table);
  const { relations, yearOnYear } = table.form;
  return {
    layout,
    statements: statementCheck(layout),
    checks: [
      ...valueChecks(layout),
      ...relations.map((relation): Check => {
        const check =
          relation.kind === "compare" ? compareCheck(layout, relation) : contradictionCheck(layout, relation);
        return relation.unit ? { ...check, units: new RegExp(relation.unit.matches, "u") } : check;
      }),
      blankCells(layout),
      ...(yearOnYear ? [yearOnYearCheck(layout, yearOnYear)] : []),
    ],
  };
}
