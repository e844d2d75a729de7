import { emptySection } from "../content/from-sections.ts";
import { sectionsFromContent } from "../content/print.ts";
import type { Content } from "../content/types.ts";
import { cellKind, type Form, hasCell, type TableOfForm } from "../form/form.ts";
import { type Cell, EMPTY_ANNEX, REPORT_SCHEMA, type Report } from "../report/report.ts";

/** A report with the headings and rows that the form prescribes, and nothing in them. */
export function blankReport(form: Form, year: number, unit: string | null): Report {
  const content: Content = {
    type: "doc",
    content: form.file.sections
      .filter(({ origin }) => origin === "national")
      .map(({ key, title, preamble }) => {
        const section = emptySection(key, title);
        return preamble ? { ...section, content: section.content.slice(1) } : section;
      }),
  };
  const tables = [...form.tables.values()].map((table) => ({ key: table.form.key, cells: blankCells(table) }));
  return {
    schema: REPORT_SCHEMA,
    form: form.id,
    year,
    unit,
    title: null,
    sections: sectionsFromContent(content, { tables }),
    tables,
    annex: { ...EMPTY_ANNEX, number: form.file.annex?.number ?? null, unit },
    extra: [],
    dropped: [],
    messages: [],
    content,
  };
}

/** The cells that a table of the form has before anything is filled in. */
export function blankCells(table: TableOfForm): Cell[] {
  return table.valueRows
    .filter(({ origin }) => origin === "national")
    .flatMap((row) =>
      table.currentColumns
        .filter(({ key }) => hasCell(table, row.id, key))
        .map(
          (column): Cell => ({
            row: row.id,
            column: column.key,
            label: row.label,
            unit: cellKind(row, column).unit,
            state: "blank",
            value: null,
          }),
        ),
    );
}
