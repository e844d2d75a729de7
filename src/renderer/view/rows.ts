import { compare, formatDecimal, parseDecimal, subtract, ZERO } from "../../core/decimal.ts";
import type { Form, TableOfForm } from "../../core/form/form.ts";
import type { ColumnForm } from "../../core/form/schema.ts";
import { annexPaper } from "../../core/paper/annex.ts";
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

export interface Grid {
  readonly table: TableOfForm;
  readonly rows: readonly GridRow[];
  readonly byId: ReadonlyMap<string, GridRow>;
  /** Value columns to show: this year's, and last year's where the report has any. */
  readonly columns: readonly ColumnForm[];
  /** Columns whose difference is shown, where last year's is. */
  readonly change: { readonly current: string; readonly previous: string } | null;
}

/** The form's annex table as lines; `null` when the report has no table. */
export function gridOf(report: Report, form: Form): Grid | null {
  const key = form.file.annex?.table;
  const table = key === undefined ? undefined : form.tables.get(key);
  const filled = report.tables.find((candidate) => candidate.key === key);
  const paper = annexPaper(report, form);
  if (!table || !filled || !paper) return null;
  const cells = cellsByRow(filled.cells);
  const open: { id: string; level: number }[] = [];
  const rows = paper.rows.map((row, index): GridRow => {
    while ((open.at(-1)?.level ?? 0) >= row.level) open.pop();
    const ancestors = open.map(({ id }) => id).reverse();
    open.push(row);
    const next = paper.rows.slice(index + 1);
    const end = next.findIndex((other) => other.level <= row.level);
    const { id, level, header, label, note, unit } = row;
    const parts = end < 0 ? next.length : end;
    return {
      id,
      line: index + 1,
      level,
      header,
      label: typeset(label),
      note: typeset(note),
      unit,
      ancestors,
      parts,
      cells: cells.get(id) ?? new Map(),
    };
  });
  const used = new Set(filled.cells.map((cell) => cell.column));
  const columns = table.form.columns.filter((column) => column.role === "current" || used.has(column.key));
  const year = table.form.yearOnYear;
  const change = year && used.has(year.previous) ? { current: year.current, previous: year.previous } : null;
  return { table, rows, byId: new Map(rows.map((row) => [row.id, row])), columns, change };
}

function cellsByRow(cells: readonly Cell[]): Map<string, Map<string, Cell>> {
  const rows = new Map<string, Map<string, Cell>>();
  for (const cell of cells) rows.set(cell.row, (rows.get(cell.row) ?? new Map<string, Cell>()).set(cell.column, cell));
  return rows;
}

/** What the change column shows: `+2`, `-1`, `0`; empty where either side is no number. */
export function changeOf(row: GridRow, grid: Grid): string {
  if (!grid.change) return "";
  const now = parseDecimal(row.cells.get(grid.change.current)?.value ?? "");
  const before = parseDecimal(row.cells.get(grid.change.previous)?.value ?? "");
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
