import { compare, formatDecimal, parseDecimal, subtract, ZERO } from "../../core/decimal.ts";
import type { Form, TableOfForm } from "../../core/form/form.ts";
import type { ColumnForm } from "../../core/form/schema.ts";
import { type AnnexRow, annexPaper } from "../../core/paper/annex.ts";
import type { Cell, Report } from "../../core/report/report.ts";
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
  /** Value columns to show: this year's, and last year's where the report has any. */
  readonly columns: readonly ColumnForm[];
  /** Columns whose difference is shown, where last year's is. */
  readonly change: { readonly current: string; readonly previous: string } | null;
}

export interface Grid extends GridShape {
  readonly rows: readonly GridRow[];
  readonly byId: ReadonlyMap<string, GridRow>;
  readonly shape: GridShape;
}

/**
 * The form's annex table as lines; `null` when the report has no table. Lines and shape that say the same as in
 * `before` are the very objects of `before`, so that nothing else is drawn again.
 */
export function gridOf(report: Report, form: Form, before: Grid | null = null): Grid | null {
  const key = form.file.annex?.table;
  const table = key === undefined ? undefined : form.tables.get(key);
  const filled = report.tables.find((candidate) => candidate.key === key);
  const paper = annexPaper(report, form);
  if (!table || !filled || !paper) return null;
  const cells = cellsByRow(filled.cells);
  const parts = partsOf(paper.rows);
  const open: { id: string; level: number }[] = [];
  const rows = paper.rows.map((row, index): GridRow => {
    while ((open.at(-1)?.level ?? 0) >= row.level) open.pop();
    const ancestors = open.map(({ id }) => id).reverse();
    open.push(row);
    const { id, level, header, label, note, unit } = row;
    const line: GridRow = {
      id,
      line: index + 1,
      level,
      header,
      label: typeset(label),
      note: typeset(note),
      unit,
      ancestors,
      parts: parts[index] ?? 0,
      cells: cells.get(id) ?? NO_CELLS,
    };
    const known = before?.byId.get(id);
    return known && sameRow(known, line) ? known : line;
  });
  const shape = shapeOf(table, new Set(filled.cells.map((cell) => cell.column)), before?.shape);
  return { ...shape, shape, rows, byId: new Map(rows.map((row) => [row.id, row])) };
}

const NO_CELLS: ReadonlyMap<string, Cell> = new Map();

function cellsByRow(cells: readonly Cell[]): Map<string, Map<string, Cell>> {
  const rows = new Map<string, Map<string, Cell>>();
  for (const cell of cells) {
    const row = rows.get(cell.row);
    if (row) row.set(cell.column, cell);
    else rows.set(cell.row, new Map([[cell.column, cell]]));
  }
  return rows;
}

/** For each row how many follow it on deeper levels. */
function partsOf(rows: readonly AnnexRow[]): number[] {
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

function shapeOf(table: TableOfForm, used: ReadonlySet<string>, before: GridShape | undefined): GridShape {
  const columns = table.form.columns.filter((column) => column.role === "current" || used.has(column.key));
  const year = table.form.yearOnYear;
  if (before?.table === table && sameItems(before.columns, columns)) return before;
  const change = year && used.has(year.previous) ? { current: year.current, previous: year.previous } : null;
  return { table, columns, change };
}

function sameRow(a: GridRow, b: GridRow): boolean {
  return (
    a.line === b.line &&
    a.level === b.level &&
    a.header === b.header &&
    a.label === b.label &&
    a.note === b.note &&
    a.unit === b.unit &&
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
