import type { CellChange, CellsEdit } from "../edit/edit.ts";
import { type Form, hasCell, type TableOfForm } from "../form/form.ts";
import type { Cell, Report } from "../report/report.ts";
import { fold } from "../text/fold.ts";

/**
 * Last year's figures, as they stand in last year's report, beside those of this year: one change a table, none for
 * what is there already, none for a table that the report lacks. Of an older form only the tables go along that the form says are the same (`from.tables`);
 * cells that this form does not have stay behind.
 */
export function lastYearEdits(report: Report, form: Form, last: Report): CellsEdit[] {
  return [...form.tables.values()].flatMap((table): CellsEdit[] => {
    const own = report.tables.find(({ key }) => key === table.form.key)?.cells;
    if (!own) return [];
    const theirs = last.tables.find(({ key }) => key === oldTable(form, last.form, table.form.key))?.cells ?? [];
    const changes = asLastYear(theirs, table, own);
    return changes.length > 0 ? [{ kind: "cells", table: table.form.key, changes }] : [];
  });
}

/** The table of an older report whose cells are last year's values of this one; `null` where none is. */
function oldTable(form: Form, old: string, table: string): string | null {
  if (old === form.id) return table;
  const mapping = form.file.from?.find((one) => one.form === old);
  return mapping?.tables?.find(({ to }) => to === table)?.from ?? null;
}

/** The changes that put cells of a year ago into the columns of last year; rows of the office's own by their label. */
function asLastYear(theirs: readonly Cell[], table: TableOfForm, own: readonly Cell[]): CellChange[] {
  const locals = new Map(
    own.filter(({ row }) => !table.rows.has(row)).map(({ row, label }): [string, string] => [fold(label), row]),
  );
  return theirs.flatMap((cell): CellChange[] => {
    const row = table.rows.has(cell.row) ? cell.row : locals.get(fold(cell.label));
    const column = table.previousOf.get(cell.column);
    if (row === undefined || column === undefined || table.rows.get(row)?.kind === "header") return [];
    if (table.rows.has(row) && !hasCell(table, row, cell.column)) return [];
    const before = own.find((one) => one.row === row && one.column === column) ?? null;
    const { note: _note, ...plain } = cell;
    const after: Cell = { ...plain, row, column };
    if (before && before.state === after.state && before.value === after.value) return [];
    return before === null && after.state === "blank" ? [] : [{ row, column, before, after }];
  });
}
