import type { Table } from "../document.ts";
import type { TableOfForm } from "../form/form.ts";
import { fold } from "../text/fold.ts";
import { alignLabels } from "./align.ts";
import { mergeBrokenLabels } from "./broken-labels.ts";
import { type Columns, findColumns, isHead } from "./columns.ts";
import { halves } from "./halves.ts";
import { bodyRows } from "./label-zone.ts";
import { LabelIndex } from "./labels.ts";
import { type SourceRow, sourceRows } from "./rows.ts";
import { Output, type TableReading } from "./table-output.ts";

/** How many rows of the form a source table has, beyond doubt. Tells which table of a document is which. */
export function countKnownRows(table: Table, form: TableOfForm): number {
  const index = labelIndex(form);
  const seen = new Set<string>();
  for (const row of table.rows) for (const cell of row) if (index.knows(cell.text)) seen.add(fold(cell.text));
  return seen.size;
}

const indexes = new WeakMap<TableOfForm, LabelIndex>();

/** The names of a table's rows, prepared once. */
export function labelIndex(form: TableOfForm): LabelIndex {
  const index = indexes.get(form) ?? new LabelIndex(form);
  indexes.set(form, index);
  return index;
}

/**
 * Reads the statistics table out of the source's tables (several when it was cut at page ends). Every value is
 * right or has a message at its cell; every text of the source is in the cells, the lines, extra or dropped.
 */
export function readTable(tables: readonly Table[], form: TableOfForm): TableReading {
  const index = labelIndex(form);
  const units = new Set(form.form.rows.map((row) => row.unit));
  const out = new Output(
    form,
    tables.some((table) => table.doubtful),
  );
  const parts: Part[] = [];
  for (const source of tables.flatMap((table) => halves(sourceRows(table, index, units), index))) {
    const rows = source.filter((row) => row.some((text) => text !== ""));
    const first = headEnd(rows, form, index, parts.length > 0);
    const columns = findColumns(rows.slice(0, first), rows.slice(first), form, index) ?? parts.at(-1)?.columns;
    if (!columns) {
      for (const row of rows) out.keepLine(row.filter((text) => text !== "").join("  "));
      continue;
    }
    out.readHead(rows.slice(0, first));
    // A table cut at a page's end may go on without a head: then the columns are those of the part before.
    const before = parts.at(-1)?.columns;
    const headed = first > 0 || !before;
    parts.push({
      rows: rows.slice(first),
      columns: headed ? columns : { ...before, label: columns.label, labels: columns.labels ?? [] },
    });
  }
  const body = parts.flatMap(({ rows, columns }) => rows.flatMap((row) => bodyRows(row, columns, index)));
  const lines = mergeBrokenLabels(body, index).filter((line) => !out.takeAsText(line, index));
  const aligned = alignLabels(
    lines.map((line) => line.label),
    index,
  );
  for (const [i, line] of lines.entries()) out.readRow(line, aligned[i] ?? null);
  return out.finish();
}

interface Part {
  readonly rows: readonly SourceRow[];
  readonly columns: Columns;
}

/**
 * Where the rows of the body begin: behind the row of column titles, else at the first known label. Behind a page's end
 * a table may go on in the middle of a broken label.
 */
function headEnd(rows: readonly SourceRow[], form: TableOfForm, index: LabelIndex, goesOn: boolean): number {
  const known = rows.findIndex((row) => row.some((text) => index.knows(text)));
  if (known < 0) return 0;
  const titles = rows.slice(0, known).findLastIndex((row) => isHead(row, form));
  return titles >= 0 ? titles + 1 : goesOn ? 0 : known;
}
