import type { TableOfForm } from "../form/form.ts";
import { alignLabels } from "./align.ts";
import { labelIndex } from "./table.ts";

/**
 * What a column of a source table says of the form's rows, when somebody has said that it holds the values: the text
 * of each row that is known by a label beside it, by the row's id. Rows of heads, and rows that come twice, say nothing.
 */
export function readByColumn(
  rows: readonly (readonly string[])[],
  column: number,
  table: TableOfForm,
): ReadonlyMap<string, string> {
  const index = labelIndex(table);
  const labels = rows.map((cells) => labelOf(cells, column, (text) => index.knows(text)));
  const aligned = alignLabels(labels, index);
  const found = new Map<string, string>();
  for (const [i, cells] of rows.entries()) {
    const alignment = aligned[i];
    const row = alignment && !alignment.repeated ? table.form.rows[alignment.row] : undefined;
    if (row && row.kind !== "header") found.set(row.id, (cells[column] ?? "").trim());
  }
  return found;
}

/** How many of the form's rows a source table names: tells whose table it is. */
export function rowsNamed(rows: readonly (readonly string[])[], table: TableOfForm): number {
  const index = labelIndex(table);
  return rows.filter((cells) => cells.some((text) => index.knows(text))).length;
}

/** The text before the column that names a row beyond doubt, the last of them; else the longest. */
function labelOf(cells: readonly string[], column: number, knows: (text: string) => boolean): string {
  const beside = cells.filter((_, c) => c !== column);
  const named = cells.slice(0, column).findLast(knows) ?? beside.find(knows);
  return named ?? beside.reduce((longest, text) => (text.length > longest.length ? text : longest), "");
}
