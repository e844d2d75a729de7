import { compare, formatDecimal, parseDecimal, subtract, ZERO } from "../../core/decimal.ts";
import type { TableOfForm } from "../../core/form/form.ts";
import type { ColumnForm } from "../../core/form/schema.ts";
import { type Line, linesOf } from "../../core/paper/lines.ts";
import { headRows, type MatrixCell } from "../../core/paper/matrix.ts";
import type { Cell } from "../../core/report/report.ts";
import { typeset } from "../../core/text/typeset.ts";

/** One line of the grid. */
export interface GridRow {
  readonly id: string;
  /** Counted from 1 over the whole table, folded or not. */
  readonly line: number;
  readonly level: number;
  readonly header: boolean;
  readonly label: string;
  readonly note: string;
  readonly unit: string;
  /** A row of the office's own. */
  readonly local: boolean;
  /** The rows it is a part of, the nearest first. */
  readonly ancestors: readonly string[];
  /** How many rows lie under it. */
  readonly parts: number;
  /** By column. */
  readonly cells: ReadonlyMap<string, Cell>;
}

/** What all lines have in common. */
export interface GridShape {
  readonly table: TableOfForm;
  /** Value columns to show: this year's, and last year's beside where the report has any and there is one column only. */
  readonly columns: readonly ColumnForm[];
  /** Their heads, row by row; what neighbours share stands over them once. */
  readonly heads: readonly (readonly MatrixCell[])[];
  /** Columns whose difference is shown, where last year's is. */
  readonly change: { readonly current: string; readonly previous: string } | null;
}

export interface Grid extends GridShape {
  readonly rows: readonly GridRow[];
  readonly byId: ReadonlyMap<string, GridRow>;
  readonly shape: GridShape;
}

/**
 * A table of the report as lines. Lines and shape that say the same as in `before` are the very objects of `before`,
 * so that nothing else is drawn again.
 */
export function gridOf(table: TableOfForm, cells: readonly Cell[], before?: Grid): Grid {
  const lines = inBlocks(table, linesOf(table, cells));
  const parts = partsOf(lines);
  const open: { id: string; level: number }[] = [];
  const rows = lines.map((line, index): GridRow => {
    while ((open.at(-1)?.level ?? 0) >= line.level) open.pop();
    const ancestors = open.map(({ id }) => id).reverse();
    open.push(line);
    const { id, level, header, label, note, unit, local } = line;
    const row: GridRow = {
      id,
      line: index + 1,
      level,
      header,
      label: typeset(label),
      note: typeset(note),
      unit,
      local: local === true,
      ancestors,
      parts: parts[index] ?? 0,
      cells: line.cells,
    };
    const known = before?.byId.get(id);
    return known && sameRow(known, row) ? known : row;
  });
  const used = new Set(cells.map((cell) => cell.column));
  const several = table.currentColumns.length > 1;
  const columns = table.form.columns.filter(({ key, role }) => role === "current" || (!several && used.has(key)));
  return withShape(table, columns, rows, before);
}

/** The same lines with last year's values, of tables with several columns, which have no room beside them. */
export function lastYearOf({ table, rows }: Grid, cells: readonly Cell[], before?: Grid): Grid | null {
  if (table.currentColumns.length < 2) return null;
  const columns = table.form.columns.filter(({ role }) => role === "previous");
  const used = cells.some(({ column }) => table.columns.get(column)?.role === "previous");
  return used ? withShape(table, columns, rows, before) : null;
}

type BlockLine = Pick<Line, "id" | "level" | "label" | "note" | "unit" | "cells"> & {
  readonly header: boolean;
  readonly local?: boolean;
};

/** Where the table is made of blocks, each begins with its title, as a heading over its rows. */
function inBlocks({ form }: TableOfForm, lines: readonly Line[]): BlockLine[] {
  const deeper = form.blocks ? 1 : 0;
  return lines.flatMap((line): BlockLine[] => {
    const row = {
      ...line,
      level: line.level + deeper,
      header: line.form?.kind === "header",
      local: line.form?.origin !== "national",
    };
    const block = form.blocks?.find(({ rows }) => rows[0] === line.id);
    if (!block) return [row];
    const title = { id: `block ${line.id}`, level: 1, label: block.title, note: "", unit: "", cells: NO_CELLS };
    return [{ ...title, header: true }, row];
  });
}

const NO_CELLS: ReadonlyMap<string, Cell> = new Map();

/** For each row how many follow it on deeper levels. */
function partsOf(rows: readonly Pick<Line, "level">[]): number[] {
  const parts = rows.map(() => 0);
  const open: number[] = [];
  const close = (level: number, at: number) => {
    for (let top = open.at(-1); top !== undefined && (rows[top]?.level ?? 0) >= level; top = open.at(-1)) {
      parts[top] = at - top - 1;
      open.pop();
    }
  };
  for (const [index, { level }] of rows.entries()) {
    close(level, index);
    open.push(index);
  }
  close(0, rows.length);
  return parts;
}

function withShape(
  table: TableOfForm,
  columns: readonly ColumnForm[],
  rows: readonly GridRow[],
  before: Grid | undefined,
): Grid {
  const shape = shapeOf(table, columns, before?.shape);
  return { ...shape, shape, rows, byId: new Map(rows.map((row) => [row.id, row])) };
}

function shapeOf(table: TableOfForm, columns: readonly ColumnForm[], before: GridShape | undefined): GridShape {
  if (before?.table === table && sameItems(before.columns, columns)) return before;
  const year = table.form.yearOnYear;
  const shown = new Set(columns.map(({ key }) => key));
  const change =
    year && shown.has(year.current) && shown.has(year.previous)
      ? { current: year.current, previous: year.previous }
      : null;
  // A column of last year stands under the heads of this year's.
  const heads = headRows(columns.map((column) => ({ ...headOf(table, column), key: column.key })));
  return { table, columns, heads, change };
}

function headOf({ columns, currentColumns }: TableOfForm, column: ColumnForm): ColumnForm {
  return (currentColumns.length > 1 && column.of !== undefined ? columns.get(column.of) : undefined) ?? column;
}

function sameRow(a: GridRow, b: GridRow): boolean {
  return (
    a.line === b.line &&
    a.level === b.level &&
    a.header === b.header &&
    a.label === b.label &&
    a.note === b.note &&
    a.unit === b.unit &&
    a.local === b.local &&
    a.parts === b.parts &&
    sameItems(a.ancestors, b.ancestors) &&
    a.cells.size === b.cells.size &&
    [...a.cells].every(([column, cell]) => b.cells.get(column) === cell)
  );
}

function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

/** What the change column shows: `+2`, `-1`, `0`; empty where either side is no number. */
export function changeOf(row: GridRow, { change }: GridShape): string {
  if (!change) return "";
  const now = parseDecimal(row.cells.get(change.current)?.value ?? "");
  const before = parseDecimal(row.cells.get(change.previous)?.value ?? "");
  if (!now || !before) return "";
  const difference = subtract(now, before);
  return (compare(difference, ZERO) > 0 ? "+" : "") + formatDecimal(difference);
}

/** The lines to show: without those under a folded row, and with `only` given, its rows and what they are part of. */
export function visibleRows(grid: Grid, folded: ReadonlySet<string>, only: ReadonlySet<string> | null): GridRow[] {
  const wanted = only && new Set([...only].flatMap((id) => [id, ...(grid.byId.get(id)?.ancestors ?? [])]));
  return grid.rows.filter(
    (row) => (!wanted || wanted.has(row.id)) && !row.ancestors.some((ancestor) => folded.has(ancestor)),
  );
}
