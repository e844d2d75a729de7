import { columnName, hasCell, plainLabel, rowName, type TableOfForm } from "../form/form.ts";
import type { CellPlace } from "../report/report.ts";
import { ABSENT, BLANK, type SlotState } from "./slot.ts";

/**
 * Numbers the cells of a form's table, so that checks look values up by index. A slot is one cell:
 * `row * width + column`, header rows and last year's columns included.
 */
export interface Layout {
  readonly table: TableOfForm;
  readonly width: number;
  /** By row: its id. */
  readonly ids: readonly string[];
  readonly rows: ReadonlyMap<string, number>;
  readonly columns: ReadonlyMap<string, number>;
  /** Indexes of the columns that are filled in and checked. */
  readonly current: readonly number[];
  /** Indexes of the rows that carry values. */
  readonly valueRows: readonly number[];
  /** Indexes of the value rows that a report may leave out. */
  readonly localRows: readonly number[];
  /** By slot: what stands there when the report has no cell for it. Of last year, nothing need be known. */
  readonly empty: readonly SlotState[];
  /** By slot: the cell's place. */
  readonly places: readonly CellPlace[];
  /** By row: its label without number (`收到申请数`), and what a clerk calls it (`三(一)收到申请数`). */
  readonly labels: readonly string[];
  readonly names: readonly string[];
  /** By column, what people say of it. */
  readonly columnNames: readonly string[];
}

export function layOut(table: TableOfForm): Layout {
  const { rows, columns } = table.form;
  const rowIndex = new Map(rows.map((row, i) => [row.id, i]));
  const indexOf = (id: string) => rowIndex.get(id) ?? 0;
  return {
    table,
    width: columns.length,
    ids: rows.map((row) => row.id),
    rows: rowIndex,
    columns: new Map(columns.map((column, i) => [column.key, i])),
    current: columns.flatMap((column, i) => (column.role === "current" ? [i] : [])),
    valueRows: table.valueRows.map((row) => indexOf(row.id)),
    localRows: table.valueRows.filter((row) => row.origin === "local").map((row) => indexOf(row.id)),
    empty: rows.flatMap((row) =>
      columns.map(({ key, role }) =>
        row.origin === "local" || role === "previous" || !hasCell(table, row.id, key) ? ABSENT : BLANK,
      ),
    ),
    places: rows.flatMap((row) =>
      columns.map((column) => ({ table: table.form.key, row: row.id, column: column.key })),
    ),
    labels: rows.map((row) => plainLabel(row.label)),
    names: rows.map((row) => rowName(table, row)),
    columnNames: columns.map((column) => columnName(table, column)),
  };
}

export function placeOf(layout: Layout, slot: number): CellPlace {
  const place = layout.places[slot];
  if (!place) throw new RangeError(`no slot ${slot} in table ${layout.table.form.key}`);
  return place;
}

/** A row's label for sentences, without its number: `收到申请数`. */
export function labelOf(layout: Layout, slot: number): string {
  return layout.labels[Math.floor(slot / layout.width)] ?? "";
}

/** What a clerk calls the cell: `三(一)收到申请数`, with its column where there are several to fill in. */
export function nameOf(layout: Layout, slot: number): string {
  const name = layout.names[Math.floor(slot / layout.width)] ?? "";
  if (layout.current.length === 1) return name;
  const column = layout.columnNames[slot % layout.width] ?? "";
  return layout.table.form.labels === "none" ? column : `${name}（${column}）`;
}
