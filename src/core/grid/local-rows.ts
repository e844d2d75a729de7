import type { CellChange } from "../edit/edit.ts";
import { cellKind, hasCell, type TableOfForm } from "../form/form.ts";
import type { Cell, Report } from "../report/report.ts";
import { fold } from "../text/fold.ts";

/**
 * Rows of the office's own, which the form does not know: they are in a report as cells of a row `local-1`, `local-2`,
 * … with the row's label, stand behind the row that their cells follow, and take part in no relation.
 */

/** A row of the office's own as the clerk describes it. */
export interface LocalRow {
  readonly label: string;
  readonly unit: string;
  /** The row behind which it stands: one that carries values. */
  readonly after: string;
}

/** True for a row that is not the form's own for everybody. */
export function isLocalRow(table: TableOfForm, row: string): boolean {
  return table.rows.get(row)?.origin !== "national";
}

/** What keeps a row from being added: one sentence, or `null`. */
export function localRowFault(table: TableOfForm, cells: readonly Cell[], { label }: LocalRow): string | null {
  const name = fold(label);
  if (name === "") return "请填写行的名称。";
  const known = table.form.rows.find((row) => row.origin === "national" && fold(row.label) === name);
  if (known) return `表样里已经有“${known.label}”这一行。`;
  return cells.some((cell) => fold(cell.label) === name && isLocalRow(table, cell.row)) ? "已经有这一行。" : null;
}

/**
 * The changes that add a row, all its cells blank: one for each column that the row before it has. A row that the form
 * offers by that name to whoever wants it keeps the form's id and place.
 */
export function addLocalRow(table: TableOfForm, cells: readonly Cell[], row: LocalRow): CellChange[] {
  const offered = table.form.rows.find(({ origin, label }) => origin === "local" && fold(label) === fold(row.label));
  const id = offered?.id ?? freeId(cells);
  const columns = table.currentColumns.filter(({ key }) =>
    offered ? hasCell(table, id, key) : hasColumn(table, cells, row.after, key),
  );
  const at = cells.findLastIndex((cell) => cell.row === (offered ? rowBefore(table, cells, id) : row.after)) + 1;
  return columns.map((column, i): CellChange => {
    const unit = offered ? cellKind(offered, column).unit : (column.unit ?? row.unit);
    const after: Cell = {
      row: id,
      column: column.key,
      label: offered?.label ?? row.label.trim(),
      unit,
      state: "blank",
      value: null,
    };
    return { row: id, column: column.key, before: null, after, at: at + i };
  });
}

/** The changes that take a row of the office's own out, with what stands in it. */
export function removeLocalRow(cells: readonly Cell[], row: string): CellChange[] {
  return cells
    .filter((cell) => cell.row === row)
    .map((before) => ({ row, column: before.column, before, after: null }));
}

/** A report with the same rows of the office's own as another one of its form, empty where it lacks them. */
export function withLocalRows(report: Report, table: TableOfForm, like: Report): CellChange[] {
  const own = report.tables.find(({ key }) => key === table.form.key)?.cells;
  const theirs = like.tables.find(({ key }) => key === table.form.key)?.cells ?? [];
  if (!own) return [];
  const changes: CellChange[] = [];
  let before = "";
  let now = [...own];
  for (const { row, label, unit } of theirs) {
    if (row !== before && isLocalRow(table, row)) {
      const wanted = { label, unit, after: anchor(table, now, before) };
      if (localRowFault(table, now, wanted) === null) {
        const added = addLocalRow(table, now, wanted);
        changes.push(...added);
        const at = added[0]?.at ?? now.length;
        now = [...now.slice(0, at), ...added.flatMap(({ after }) => after ?? []), ...now.slice(at)];
        before = added[0]?.row ?? before;
        continue;
      }
    }
    before = row;
  }
  return changes;
}

/** A row of the office's own has the columns of its cells, any other the form's. */
function hasColumn(table: TableOfForm, cells: readonly Cell[], row: string, column: string): boolean {
  return table.rows.has(row)
    ? hasCell(table, row, column)
    : cells.some((cell) => cell.row === row && cell.column === column);
}

function freeId(cells: readonly Cell[]): string {
  const used = new Set(cells.map(({ row }) => row));
  let n = 1;
  while (used.has(`local-${n}`)) n += 1;
  return `local-${n}`;
}

/** The last row before one of the form that has cells. */
function rowBefore(table: TableOfForm, cells: readonly Cell[], id: string): string | undefined {
  const there = new Set(cells.map(({ row }) => row));
  const at = table.form.rows.findIndex((row) => row.id === id);
  return table.form.rows.slice(0, at).findLast((row) => there.has(row.id))?.id;
}

/** The row that a new one goes behind: the one before it there, or the first that carries values. */
function anchor(table: TableOfForm, cells: readonly Cell[], before: string): string {
  return cells.some(({ row }) => row === before) ? before : (table.valueRows[0]?.id ?? "");
}
