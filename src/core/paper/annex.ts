import type { Form, TableOfForm } from "../form/form.ts";
import type { SignOffKey } from "../form/schema.ts";
import { withLocalSign } from "../report/local-sign.ts";
import type { Cell, Report } from "../report/report.ts";
import { linesOf } from "./lines.ts";

/** The annex as it is printed, for every writer alike. Texts are final; only looks are the writer's. */
export interface AnnexPaper {
  /** `附件2`; `null` prints nothing. */
  readonly number: string | null;
  readonly title: string;
  /** True when the report has no annex title and the form's stands in for it. */
  readonly titleProposed: boolean;
  /** `(2018 年度)`; empty without a year. */
  readonly yearLine: string;
  /** `填报单位(盖章):启新街道`. */
  readonly unitLine: string;
  /** Head cells of the table: label, unit, then one for each printed column. */
  readonly header: readonly string[];
  readonly rows: readonly AnnexRow[];
  /** In the form's order, values empty where the report has none. */
  readonly signOff: readonly { readonly key: SignOffKey; readonly label: string; readonly value: string }[];
}

export interface AnnexRow {
  readonly id: string;
  /** 1 is the outermost. */
  readonly level: number;
  readonly header: boolean;
  readonly label: string;
  /** The bracketed note that follows the label on the paper; empty where the form has none. */
  readonly note: string;
  readonly unit: string;
  /** One for each printed column. */
  readonly values: readonly AnnexValue[];
}

export interface AnnexValue {
  /** What is printed: the number, the na sign, or what the source said where it was no number. */
  readonly text: string;
  /** Exact decimal text when the cell is a number, so that a spreadsheet gets a number. */
  readonly number: string | null;
}

/** What a cell prints. An unread text stays visible; blank prints as nothing, never as 0. */
export function printedValue(cell: Cell | undefined): AnnexValue {
  if (!cell) return { text: "", number: null };
  if (cell.state === "number" && cell.value !== null) return { text: cell.value, number: cell.value };
  return { text: cell.raw ?? (cell.state === "na" ? "/" : ""), number: null };
}

/** Lays out the form's annex table; `null` when the form has no annex or the report has no such table. */
export function annexPaper(report: Report, form: Form): AnnexPaper | null {
  const annex = form.file.annex;
  const table = annex && form.tables.get(annex.table);
  const filled = annex && report.tables.find((candidate) => candidate.key === annex.table);
  if (!annex || !table || !filled) return null;
  const columns = table.form.columns.filter((column) => column.print);
  const given = report.annex;
  return {
    number: given.number,
    title: given.title ?? table.form.title,
    titleProposed: given.title === null,
    yearLine: report.year === null ? "" : annex.yearLine.replace("{year}", String(report.year)),
    unitLine: `${annex.unitLabel.label}:${given.unit ?? ""}`,
    header: [
      table.form.labelHeader.label,
      ...(table.form.unitHeader ? [table.form.unitHeader.label] : []),
      ...columns.map((column) => column.label),
    ],
    rows: printedRows(
      table,
      filled.cells,
      columns.map((column) => column.key),
    ),
    signOff: annex.signOff.map(({ key, label }) => ({ key, label, value: given[key] ?? "" })),
  };
}

function printedRows(table: TableOfForm, cells: readonly Cell[], columns: readonly string[]): AnnexRow[] {
  return linesOf(table, cells).map(({ id, form, level, label, note, unit, cells: own }) => {
    const header = form?.kind === "header";
    const values = columns.map((column) => (header ? { text: "", number: null } : printedValue(own.get(column))));
    return { id, level, header, label: form ? label : withLocalSign(label), note, unit, values };
  });
}
