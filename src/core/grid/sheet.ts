import type { CellChange } from "../edit/edit.ts";
import { cellKind, hasCell, type TableOfForm } from "../form/form.ts";
import type { Cell } from "../report/report.ts";
import { readTyped } from "./typed.ts";

/** The part of a table that blocks are laid on: the visible rows and the shown columns, in their order. */
export interface Sheet {
  readonly table: TableOfForm;
  /** Row ids. */
  readonly rows: readonly string[];
  /** Column keys. */
  readonly columns: readonly string[];
  readonly cellAt: (row: string, column: string) => Cell | undefined;
}

/** What a place takes. Rows that the form does not know take values where the report has a cell. */
export type Access = "writable" | "header" | "previous" | "outside";

export function accessOf({ table, cellAt }: Pick<Sheet, "table" | "cellAt">, row: string, column: string): Access {
  const known = table.rows.get(row);
  if (known?.kind === "header") return "header";
  const role = table.columns.get(column)?.role;
  const there = known ? hasCell(table, row, column) : cellAt(row, column) !== undefined;
  if (role === undefined || !there) return "outside";
  return role === "current" ? "writable" : "previous";
}

export interface Written {
  /** `null` where the cell says the same already. */
  readonly change: CellChange | null;
  /** What the clerk should know of the reading. */
  readonly hint: string | null;
}

/** Writes a text into one writable cell. Its note stays. */
export function write(sheet: Pick<Sheet, "table" | "cellAt">, row: string, column: string, text: string): Written {
  const { table, cellAt } = sheet;
  const before = cellAt(row, column) ?? null;
  const known = table.rows.get(row);
  const kind = cellKind(known, table.columns.get(column));
  const unit = kind.unit || (before?.unit ?? "");
  const { value, hint } = readTyped(text, { unit, money: kind.type === "money" });
  const after: Cell = {
    row,
    column,
    label: before?.label ?? known?.label ?? "",
    unit: before?.unit ?? unit,
    ...value,
    ...(before?.note === undefined ? {} : { note: before.note }),
  };
  return { change: before && saysSame(before, after) ? null : { row, column, before, after }, hint };
}

/** What stands in a cell as it is copied and edited: the number, or what the source or the clerk wrote instead. */
export function textOf(cell: Cell | undefined): string {
  return cell?.value ?? cell?.raw ?? (cell?.state === "na" ? "/" : "");
}

function saysSame(a: Cell, b: Cell): boolean {
  return a.state === b.state && a.value === b.value && a.raw === b.raw;
}
