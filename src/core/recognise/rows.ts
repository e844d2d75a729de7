import { type Table, tableGrid } from "../document.ts";
import { trimText } from "../text/fold.ts";
import type { LabelIndex } from "./labels.ts";
import { readValue } from "./value.ts";

/** One line of a source table, a text for each column; a place that a span covers is empty. */
export type SourceRow = readonly string[];

/** The rows of a table. Where the source lost the rows' ends, they are found by the form's labels. */
export function sourceRows(table: Table, index: LabelIndex, units: ReadonlySet<string>): SourceRow[] {
  if (table.flow)
    return flowRows(
      table.rows.map((row) => row[0]?.text ?? ""),
      index,
      units,
    );
  const grid = tableGrid(table);
  return grid.map((line, r) =>
    line.map((cell, c) => {
      if (!cell || cell === line[c - 1] || (r > 0 && cell === grid[r - 1]?.[c])) return "";
      return trimText(cell.text);
    }),
  );
}

/**
 * Cells one after the other, row ends lost: a row begins at each cell that is a label. What stands before the
 * first known label is the table's head, as one row.
 */
function flowRows(cells: readonly string[], index: LabelIndex, units: ReadonlySet<string>): SourceRow[] {
  const texts = cells.map(trimText);
  const first = texts.findIndex((text) => index.knows(text));
  if (first < 0) return texts.filter((text) => text !== "").map((text) => [text]);
  const rows: string[][] = first > 0 ? [texts.slice(0, first)] : [];
  for (const text of texts.slice(first)) {
    const row = rows.at(-1);
    const head = rows.length === (first > 0 ? 1 : 0);
    if (head || !row || startsRow(text, index, units)) rows.push([text]);
    else row.push(text);
  }
  return rows;
}

function startsRow(text: string, index: LabelIndex, units: ReadonlySet<string>): boolean {
  if (text === "" || units.has(text)) return false;
  if (index.knows(text)) return true;
  const read = readValue(text, { unit: "", money: false });
  const value = read.state === "number" || read.state === "na" || read.doubt?.code === "value-none-word";
  return !value && (text.match(/\p{Script=Han}/gu)?.length ?? 0) >= 3 && !/^[\d\uff10-\uff19]/.test(text);
}
