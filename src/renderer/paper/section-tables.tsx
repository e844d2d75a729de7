import type { Form, TableOfForm } from "../../core/form/form.ts";
import type { Report } from "../../core/report/report.ts";
import { viewOf } from "../view/view.ts";
import { SectionTable, type SectionTableProps } from "./section-table.tsx";

interface SectionTablesProps extends Pick<SectionTableProps, "onLeave"> {
  readonly report: Report;
  readonly form: Form;
  readonly tables: readonly TableOfForm[];
}

/** Tables at their place in the text, as the report has them now. */
export function SectionTables({ report, form, tables, ...rest }: SectionTablesProps) {
  const view = viewOf(report, form);
  return tables.map((table) => {
    const { key } = table.form;
    const marks = view.tables.find((shown) => shown.table.form.key === key)?.marks ?? NO_MARKS;
    const filled = report.tables.find((candidate) => candidate.key === key);
    return <SectionTable key={key} table={table} filled={filled} marks={marks} {...rest} />;
  });
}

const NO_MARKS = new Map();
