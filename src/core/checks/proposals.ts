import { formatDecimal } from "../decimal.ts";
import type { Form } from "../form/form.ts";
import { isSumOf } from "../form/relation-faults.ts";
import type { CompareRelation, Relation, TableForm } from "../form/schema.ts";
import type { CellPlace, Report } from "../report/report.ts";
import { type Instance, instancesOf } from "./compare.ts";
import { compile } from "./compile.ts";
import { type Grid, readGrid } from "./grid.ts";
import { type Layout, placeOf } from "./layout.ts";
import { allNumbers, tally } from "./side.ts";
import { BLANK, NUMBER } from "./slot.ts";

/** A number that a rule gives for a cell that is still blank. */
export interface Proposal extends CellPlace {
  /** Exact decimal text. */
  readonly value: string;
  /** What it was reckoned from. */
  readonly parts: readonly CellPlace[];
}

/**
 * What can be proposed: for totals of kind `sum` and for relations that say so (`proposes`), where the cell is blank
 * (not na, and no text that somebody wrote there) and every part that is there is a number. Where two relations give
 * different numbers, none is proposed.
 */
export function proposals(report: Report, form: Form): Proposal[] {
  return compile(form).flatMap(({ layout }) => {
    const filled = report.tables.find(({ key }) => key === layout.table.form.key);
    if (!filled) return [];
    const written = new Set(
      filled.cells.filter(({ raw }) => raw !== undefined).map(({ row, column }) => `${row}:${column}`),
    );
    return inTable(layout, readGrid(layout, filled.cells)).filter(
      ({ row, column }) => !written.has(`${row}:${column}`),
    );
  });
}

/** The cells of a table that a rule gives a number for, as `row:column`, whatever stands in them. */
export function reckonedCells(form: Form, table: string): ReadonlySet<string> {
  const layout = compile(form).find((compiled) => compiled.layout.table.form.key === table)?.layout;
  if (!layout) return new Set();
  const places = rulesOf(layout).flatMap(({ left }) => left.slots.slice(0, 1).map((slot) => placeOf(layout, slot)));
  return new Set(places.map(({ row, column }) => `${row}:${column}`));
}

function inTable(layout: Layout, grid: Grid): Proposal[] {
  const bySlot = new Map<number, Proposal[]>();
  for (const { needs, left, right } of rulesOf(layout)) {
    const [slot] = left.slots;
    if (slot === undefined || grid.states[slot] !== BLANK || !allNumbers(needs, grid)) continue;
    const sum = tally(right, grid);
    if (sum.missing > 0 || sum.numbers === 0) continue;
    const parts = right.slots.filter((part) => grid.states[part] === NUMBER).map((part) => placeOf(layout, part));
    const proposal = { ...placeOf(layout, slot), value: formatDecimal(sum.known), parts };
    bySlot.set(slot, [...(bySlot.get(slot) ?? []), proposal]);
  }
  return [...bySlot]
    .sort(([a], [b]) => a - b)
    .flatMap(([, [first, ...others]]) => (first && others.every(({ value }) => value === first.value) ? [first] : []));
}

const rules = new WeakMap<Layout, readonly Instance[]>();

/** The relations that give a number for one cell, in every line that they hold in. */
function rulesOf(layout: Layout): readonly Instance[] {
  const known = rules.get(layout);
  if (known) return known;
  const { form } = layout.table;
  const made = form.relations
    .filter((relation): relation is CompareRelation => gives(relation, form))
    .flatMap((relation) => instancesOf(layout, relation));
  rules.set(layout, made);
  return made;
}

function gives(relation: Relation, { rows }: TableForm): boolean {
  if (relation.kind !== "compare") return false;
  return relation.proposes === true || rows.some(({ id, kind }) => kind === "sum" && isSumOf(relation, id));
}
