import { parseAddress } from "../../core/form/address.ts";
import { plainLabel, rowPath, type TableOfForm } from "../../core/form/form.ts";
import { addressesOf } from "../../core/form/load.ts";
import type { Expression, Relation } from "../../core/form/schema.ts";
import { typeset } from "../../core/text/typeset.ts";

/** The relations that a cell takes part in, in the form's order; without a column those of the whole row. */
export function relationsOf(table: TableOfForm, row: string, column: string | null = null): Relation[] {
  return table.form.relations.filter((relation) => {
    if (relation.kind === "compare" && relation.each?.includes(row)) return true;
    return addressesOf(relation).some((address) => {
      const at = parseAddress(address);
      // What is said of columns alone holds in every row, and the other way round.
      const inRow = at.row === null || at.row === row;
      return inRow && (column === null || at.column === null || at.column === column);
    });
  });
}

const SIGN = { "=": "=", "<=": "≤", ">=": "≥", "<": "<", ">": ">" } as const;

/** A relation of rows as a short formula, `三（一）= 1 + 2 + 3 + 4`; `null` for one that is no comparison. */
export function formulaOf(table: TableOfForm, relation: Relation, row: string): string | null {
  if (relation.kind !== "compare") return null;
  const left = sideOf(table, relation.left, row);
  const right = sideOf(table, relation.right, row);
  // Parts are called by their own number beside the whole they belong to: `= 1 + 2`, not `= 三（一）1 + …`.
  return `${left} ${SIGN[relation.is]} ${right.startsWith(left) ? right.replaceAll(left, "") : right}`;
}

function sideOf(table: TableOfForm, side: Expression, row: string): string {
  if (typeof side === "string") return nameOf(table, side, row);
  if ("number" in side) return side.number;
  const names = side.sum.map((address) => nameOf(table, address, row));
  const less = (side.minus ?? []).map((address) => ` − ${nameOf(table, address, row)}`).join("");
  // Rows below 其中 have no number of their own: their sum is told by how many there are.
  return names.length > 4 && side.sum.some((address) => !numbered(table, address))
    ? `其中 ${names.length} 项合计`
    : names.join(" + ") + less;
}

/** True of what has a name that is short enough: rows with a number of their own, and columns. */
function numbered(table: TableOfForm, address: string): boolean {
  const { row: id } = parseAddress(address);
  const row = table.rows.get(id ?? "");
  return id === null || (row !== undefined && rowPath(table, id) !== (row.parent ? rowPath(table, row.parent) : ""));
}

function nameOf(table: TableOfForm, address: string, row: string): string {
  const { row: id, column } = parseAddress(address);
  const columnName = column === null ? "" : nameOfColumn(table, column);
  // The row that is looked at needs no name beside its columns.
  if (id === null || (id === row && columnName !== "")) return columnName;
  const name = rowName(table, id === "$" ? row : id);
  return columnName === "" ? name : `${name}（${columnName}）`;
}

/** `$` is the column that is looked at, and needs no name; what is added to it is last year's. */
function nameOfColumn(table: TableOfForm, column: string): string {
  if (column.startsWith("$")) return column === "$" ? "" : "上年";
  return typeset(table.columns.get(column)?.label ?? column);
}

function rowName(table: TableOfForm, id: string): string {
  const label = table.rows.get(id)?.label;
  return label === undefined || numbered(table, id) ? rowPath(table, id) : plainLabel(label);
}
