import type { Table, TableCell } from "../../core/document.ts";
import { UnreadableFile } from "../unreadable.ts";
import type { Texts } from "./cells.ts";
import type { Merge } from "./workbook.ts";

/** A grid with more places than this is no report, and laying it out would take the machine's memory. */
const MOST_PLACES = 1_000_000;

/** The filled rows of a sheet with its merges; empty rows and columns are passed over. */
export class Grid {
  /** Indices of the rows that show something, ascending. */
  readonly rows: readonly number[];
  /** Texts that stand under a merge, where no reader of the sheet sees them. */
  readonly covered: readonly { readonly row: number; readonly column: number; readonly text: string }[];
  readonly #texts: Texts;
  /** Row → column → the merge that covers the place, for places in filled rows and columns. */
  readonly #merges: ReadonlyMap<number, ReadonlyMap<number, Merge>>;

  constructor(texts: Texts, merges: readonly Merge[]) {
    this.#merges = placeMerges(texts, merges);
    const seen = new Map<number, ReadonlyMap<number, string>>();
    const covered: { row: number; column: number; text: string }[] = [];
    for (const [row, line] of texts) {
      const visible = new Map<number, string>();
      for (const [column, text] of line) {
        const merge = this.#merges.get(row)?.get(column);
        if (merge && (merge.top !== row || merge.left !== column)) covered.push({ row, column, text });
        else visible.set(column, text);
      }
      if (visible.size > 0) seen.set(row, visible);
    }
    this.#texts = seen;
    this.covered = covered;
    this.rows = [...seen.keys()].sort((a, b) => a - b);
  }

  /** The texts that begin in this row, from left to right. */
  texts(row: number): string[] {
    const line = this.#texts.get(row);
    return line ? [...line].sort(([a], [b]) => a - b).map(([, text]) => text) : [];
  }

  /** How many filled cells the row has part in; those that reach down from above count too. */
  width(row: number): number {
    const from = new Set<Merge>();
    for (const merge of this.#merges.get(row)?.values() ?? []) {
      if (merge.top < row && this.#texts.get(merge.top)?.has(merge.left)) from.add(merge);
    }
    return (this.#texts.get(row)?.size ?? 0) + from.size;
  }

  /**
   * Lays these rows out as a table over the columns in which any of them has text.
   * @param rows ascending indices of filled rows
   */
  table(rows: readonly number[]): Table {
    const columns = sortedColumns(rows.map((row) => this.#texts.get(row)));
    if (rows.length * columns.length > MOST_PLACES) throw tooLarge();
    return { kind: "table", rows: rows.map((row) => this.#tableRow(row, rows, columns)) };
  }

  #tableRow(row: number, rows: readonly number[], columns: readonly number[]): TableCell[] {
    const cells: TableCell[] = [];
    for (const column of columns) {
      const merge = this.#merges.get(row)?.get(column);
      if (!merge) {
        cells.push({ text: this.#texts.get(row)?.get(column) ?? "" });
        continue;
      }
      const covers = rows.slice(lowerBound(rows, merge.top), lowerBound(rows, merge.bottom + 1));
      const across = columns.slice(lowerBound(columns, merge.left), lowerBound(columns, merge.right + 1));
      // A merge may begin in a row or column that is not laid out; its first place that is carries the text.
      if (covers[0] !== row || across[0] !== column) continue;
      cells.push({
        text: this.#texts.get(merge.top)?.get(merge.left) ?? "",
        ...(across.length > 1 && { colSpan: across.length }),
        ...(covers.length > 1 && { rowSpan: covers.length }),
      });
    }
    return cells;
  }
}

function sortedColumns(lines: Iterable<ReadonlyMap<number, unknown> | undefined>): number[] {
  const columns = new Set<number>();
  for (const line of lines) for (const column of line?.keys() ?? []) columns.add(column);
  return [...columns].sort((a, b) => a - b);
}

function placeMerges(texts: Texts, merges: readonly Merge[]): Map<number, Map<number, Merge>> {
  const rows = [...texts.keys()].sort((a, b) => a - b);
  const columns = sortedColumns(texts.values());
  const placed = new Map<number, Map<number, Merge>>();
  let places = 0;
  for (const merge of merges) {
    const down = rows.slice(lowerBound(rows, merge.top), lowerBound(rows, merge.bottom + 1));
    const across = columns.slice(lowerBound(columns, merge.left), lowerBound(columns, merge.right + 1));
    places += down.length * across.length;
    if (places > MOST_PLACES) throw tooLarge();
    for (const row of down) {
      const line = placed.get(row) ?? new Map<number, Merge>();
      placed.set(row, line);
      for (const column of across) line.set(column, merge);
    }
  }
  return placed;
}

/** The index of the first item that is not less than `bound`, in an ascending list. */
function lowerBound(list: readonly number[], bound: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

function tooLarge(): UnreadableFile {
  return new UnreadableFile(
    "xlsx.large",
    "工作表的行列太多，不像年度报告的统计表，没有读取；原文件没有改动，请只保留统计表，另存一份后再导入。",
  );
}
