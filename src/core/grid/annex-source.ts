import type { Table } from "../document.ts";
import type { TableOfForm } from "../form/form.ts";
import { matrixScore, readMatrix } from "../recognise/matrix.ts";
import { countKnownRows, readTable } from "../recognise/table.ts";
import type { TableReading } from "../recognise/table-output.ts";
import { parseHtmlTables } from "./html.ts";
import { parseTsv } from "./tsv.ts";

/** What another program has put on the clipboard. */
export interface Copied {
  readonly html: string;
  readonly text: string;
}

/**
 * The tables on a clipboard that name rows of the form with something beside the label: an annex, or a part of one,
 * copied from Excel, WPS, Word or a web page. Empty where it is a plain block of values.
 */
export function annexTables({ html, text }: Copied, form: TableOfForm): Table[] {
  const fromHtml = parseHtmlTables(html).filter((table) => isAnnex(table, form));
  return fromHtml.length > 0 ? fromHtml : tablesOfText(text).filter((table) => isAnnex(table, form));
}

/** Reads what `annexTables` has found. */
export function readAnnexTables(tables: readonly Table[], form: TableOfForm): TableReading {
  return isMatrix(form) ? readMatrix(tables, form) : readTable(tables, form);
}

/** A table of a section; that of the annex is a list. */
function isMatrix({ form }: TableOfForm): boolean {
  return form.section !== undefined;
}

/** So many rows and heads known beyond doubt make a matrix. */
const ENOUGH = 3;

function isAnnex(table: Table, form: TableOfForm): boolean {
  if (isMatrix(form)) return !table.flow && matrixScore(table, form) >= ENOUGH;
  const known = countKnownRows(table, form);
  // Cells one below the other may be labels alone: there must be values between them.
  if (table.flow) return known > 1 && table.rows.length > known;
  return known > 0 && table.rows.some((row) => row.filter(({ text }) => text !== "").length > 1);
}

function tablesOfText(text: string): Table[] {
  const rows = parseTsv(text).map((row) => row.map((cell) => ({ text: cell.trim() })));
  if (rows.length === 0) return [];
  const flow = rows.every((row) => row.length === 1);
  return [{ kind: "table", rows, ...(flow ? { flow } : {}) }];
}
