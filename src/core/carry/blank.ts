import { emptySection } from "../content/from-sections.ts";
import { sectionsFromContent } from "../content/print.ts";
import type { Content } from "../content/types.ts";
import type { Form } from "../form/form.ts";
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
  const tables = [...form.tables.values()].map(({ form: table, valueRows, currentColumns }) => ({
    key: table.key,
    cells: valueRows
      .filter(({ origin }) => origin === "national")
      .flatMap((row) =>
        currentColumns.map(
          (column): Cell => ({
            row: row.id,
            column: column.key,
            label: row.label,
            unit: row.unit,
            state: "blank",
            value: null,
          }),
        ),
      ),
  }));
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
