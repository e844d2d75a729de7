import type { Condition, Expression, Relation, Test } from "./schema.ts";

/** An address taken apart: a missing row means "the row looked at", a missing column "the column looked at". */
export interface Address {
  readonly row: string | null;
  readonly column: string | null;
}

/** `"3.1"`, `":total"`, `"3.1:total"` → its parts. `$` must have been replaced (see `withMember`). */
export function parseAddress(text: string): Address {
  const [row = "", column = ""] = text.split(":");
  return { row: row || null, column: column || null };
}

/** Puts a member of `each` in place of `$`. */
export function withMember(expression: Expression, member: string): Expression {
  if (typeof expression === "string") return expression.replace("$", member);
  if (!("sum" in expression)) return expression;
  const replaced = (addresses: readonly string[]) => addresses.map((address) => address.replace("$", member));
  return { sum: replaced(expression.sum), ...(expression.minus ? { minus: replaced(expression.minus) } : {}) };
}

export function addressesIn(expression: Expression): readonly string[] {
  if (typeof expression === "string") return [expression];
  return "sum" in expression ? [...expression.sum, ...(expression.minus ?? [])] : [];
}

/** The single tests that a condition is made of. */
function testsIn(condition: Condition): readonly Test[] {
  if ("all" in condition) return condition.all;
  if ("any" in condition) return condition.any.flatMap((part) => ("all" in part ? part.all : [part]));
  return [condition];
}

/** Every address a relation names, `$` replaced by the members of `each`. */
export function addressesOf(relation: Relation): string[] {
  if (relation.kind === "contradiction") {
    return [
      ...relation.cells,
      ...testsIn(relation.when).flatMap(({ left, right }) => [...addressesIn(left), ...addressesIn(right)]),
    ];
  }
  const written = [...addressesIn(relation.left), ...addressesIn(relation.right)];
  const members = relation.each ?? [""];
  return members.flatMap((member) => written.map((address) => address.replace("$", member)));
}

/**
 * How often a relation holds: bare rows make it hold for each current column, bare columns for each row,
 * whole cells alone just once. Bare rows and bare columns in one relation mean nothing: `mixed`.
 */
export type Scope = "columns" | "rows" | "once" | "mixed";

export function scopeOf(relation: Relation): Scope {
  const addresses = addressesOf(relation).map(parseAddress);
  const bareRow = addresses.some(({ column }) => column === null);
  const bareColumn = addresses.some(({ row }) => row === null);
  if (bareRow && bareColumn) return "mixed";
  return bareRow ? "columns" : bareColumn ? "rows" : "once";
}
