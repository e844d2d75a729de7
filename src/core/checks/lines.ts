import { scopeOf } from "../form/address.ts";
import { columnName, rowName } from "../form/form.ts";
import type { Relation } from "../form/schema.ts";
import type { Layout } from "./layout.ts";
import type { Line } from "./side.ts";

/** A row or column that a relation holds in, and what its sentences begin with. */
export interface NamedLine extends Line {
  readonly key: string;
  /** `第一季度：`; empty where the sentence needs no such help. */
  readonly prefix: string;
}

/** The lines that a relation holds in, in the form's order: current columns, value rows, or just once. */
export function linesOf(layout: Layout, relation: Relation): NamedLine[] {
  const { table } = layout;
  switch (scopeOf(relation)) {
    case "columns":
      return table.currentColumns.map((column) => ({
        row: null,
        column: column.key,
        key: column.key,
        prefix: table.currentColumns.length > 1 ? `${columnName(table, column)}：` : "",
      }));
    case "rows":
      return table.valueRows.map((row) => ({
        row: row.id,
        column: null,
        key: row.id,
        prefix: `${rowName(table, row)}：`,
      }));
    default:
      return [{ row: null, column: null, key: "", prefix: "" }];
  }
}
