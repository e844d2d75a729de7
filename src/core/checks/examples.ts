import { parseAddress } from "../form/address.ts";
import { cellKind, type Form, type TableOfForm } from "../form/form.ts";
import type { Example, Relation } from "../form/schema.ts";
import { type Cell, EMPTY_ANNEX, REPORT_SCHEMA, type Report } from "../report/report.ts";

/** A report that holds nothing but the cells of an example, of a unit that the relation speaks of, and maybe a text. */
export function exampleReport(
  form: Form,
  table: TableOfForm,
  example: Example,
  relation?: Pick<Relation, "unit">,
  text?: string,
): Report {
  return {
    schema: REPORT_SCHEMA,
    form: form.id,
    year: form.file.years.from,
    unit: relation?.unit?.example ?? null,
    title: null,
    sections: text === undefined ? [] : [{ key: form.file.sections[0]?.key ?? "", heading: "", paragraphs: [text] }],
    tables: [
      { key: table.form.key, cells: Object.entries(example).map(([address, text]) => cellOf(table, address, text)) },
    ],
    annex: EMPTY_ANNEX,
    extra: [],
    dropped: [],
    messages: [],
  };
}

function cellOf(table: TableOfForm, address: string, text: string): Cell {
  const { row, column } = parseAddress(address);
  const form = table.rows.get(row ?? "");
  const place = {
    row: row ?? "",
    column: column ?? table.currentColumns[0]?.key ?? "",
    label: form?.label ?? "",
    unit: cellKind(form, table.columns.get(column ?? "")).unit,
  };
  if (text === "") return { ...place, state: "blank", value: null };
  if (text === "/") return { ...place, state: "na", value: null, raw: text };
  return { ...place, state: "number", value: text };
}
