import type { Content } from "../content/types.ts";
import type { Annex, Cell, Message, Reason, Report } from "../report/report.ts";

/** One cell before and after; `null` where the report has no such cell. */
export interface CellChange {
  readonly row: string;
  readonly column: string;
  readonly before: Cell | null;
  readonly after: Cell | null;
  /** Where among the table's cells a new one goes. Without it: behind the cells of its row, or at the end. */
  readonly at?: number;
}

/** A change of one table, done and undone as a whole. */
export interface CellsEdit {
  readonly kind: "cells";
  readonly table: string;
  /** In this order; a later change may concern a cell of an earlier one. */
  readonly changes: readonly CellChange[];
  /** The reader's messages afterwards. Without it those about the changed cells go: the clerk has looked at them. */
  readonly messages?: readonly Message[];
  /** The written reasons afterwards. Without it they no longer answer for the cells whose value has changed. */
  readonly reasons?: readonly Reason[];
}

export type Meta = Pick<Report, "year" | "unit" | "title">;

/** Everything that a clerk can do to a report, as a value. */
export type Edit =
  | CellsEdit
  /** The whole narrative after a change of the text. */
  | { readonly kind: "content"; readonly content: Content }
  /** What stands around text and table. */
  | { readonly kind: "details"; readonly meta: Partial<Meta>; readonly annex: Partial<Annex> }
  | { readonly kind: "reasons"; readonly reasons: readonly Reason[] }
  /** Several in this order, done and undone as one. */
  | { readonly kind: "together"; readonly edits: readonly Edit[] };
