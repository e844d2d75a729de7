import { formatDecimal } from "../decimal.ts";
import type { Form } from "../form/form.ts";
import { isSumOf } from "../form/relation-faults.ts";
import type { CompareRelation, Relation, TableForm } from "../form/schema.ts";
import type { CellPlace, Report } from "../report/report.ts";
import { type Instance, instancesOf } from "./compare.ts";
import { compile } from "./compile.ts";
import { type Grid, readGrid } from "./grid.ts";
import { type Layout, labelOf, placeOf } from "./layout.ts";
import { allNumbers, type Side, tally } from "./side.ts";
import { BLANK, NUMBER } from "./slot.ts";

/** A number that a rule gives for a cell that is still blank. */
export interface Proposal extends CellPlace {
  /** Exact decimal text. */
  readonly value: string;
  /** The relation that gives it. */
  readonly code: string;
  /** What it was reckoned from. */
  readonly parts: readonly CellPlace[];
  /** Where it comes from last year, in words; `null` for a number of this year's alone, as a total is. */
  readonly carried: string | null;
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

/**
 * The cells of a table that a rule gives a number for, as `row:column`, whatever stands in them. What comes from last
 * year is not among them: of that nothing may be known.
 */
export function reckonedCells(form: Form, table: string): ReadonlySet<string> {
  const layout = compile(form).find((compiled) => compiled.layout.table.form.key === table)?.layout;
  if (!layout) return new Set();
  const places = rulesOf(layout)
    .filter(({ carried }) => !carried)
    .flatMap(({ instance: { left } }) => left.slots.slice(0, 1).map((slot) => placeOf(layout, slot)));
  return new Set(places.map(({ row, column }) => `${row}:${column}`));
}

function inTable(layout: Layout, grid: Grid): Proposal[] {
  const bySlot = new Map<number, Proposal[]>();
  for (const { instance, code, carried } of rulesOf(layout)) {
    const { needs, left, right } = instance;
    const [slot] = left.slots;
    if (slot === undefined || grid.states[slot] !== BLANK || !allNumbers(needs, grid)) continue;
    const sum = tally(right, grid);
    if (sum.missing > 0 || sum.numbers === 0) continue;
    const known = right.slots.filter((part) => grid.states[part] === NUMBER);
    const proposal: Proposal = {
      ...placeOf(layout, slot),
      value: formatDecimal(sum.known),
      code,
      parts: known.map((part) => placeOf(layout, part)),
      carried: carried ? carriedFrom(layout, slot, known, right, grid) : null,
    };
    bySlot.set(slot, [...(bySlot.get(slot) ?? []), proposal]);
  }
  return [...bySlot]
    .sort(([a], [b]) => a - b)
    .flatMap(([, [first, ...others]]) => (first && others.every(({ value }) => value === first.value) ? [first] : []));
}

/** A rule in one line. */
interface Rule {
  readonly instance: Instance;
  readonly code: string;
  /** Its number comes from last year's columns, wholly or in part. */
  readonly carried: boolean;
}

const rules = new WeakMap<Layout, readonly Rule[]>();

/** The relations that give a number for one cell, in every line that they hold in. */
function rulesOf(layout: Layout): readonly Rule[] {
  const known = rules.get(layout);
  if (known) return known;
  const { form } = layout.table;
  const made = form.relations
    .filter((relation): relation is CompareRelation => gives(relation, form))
    .flatMap((relation) =>
      instancesOf(layout, relation).map((instance): Rule => {
        const carried = instance.right.slots.some((slot) => isLastYear(layout, slot));
        return { instance, code: relation.code, carried };
      }),
    );
  rules.set(layout, made);
  return made;
}

function gives(relation: Relation, { rows }: TableForm): boolean {
  if (relation.kind !== "compare") return false;
  return relation.proposes === true || rows.some(({ id, kind }) => kind === "sum" && isSumOf(relation, id));
}

function isLastYear({ table, width }: Layout, slot: number): boolean {
  return table.form.columns[slot % width]?.role === "previous";
}

/** `上年“现行有效件数”597 + “本年制发件数”50 − “本年废止件数”227`: parts of the cell's own row by their columns. */
function carriedFrom(layout: Layout, target: number, parts: readonly number[], { minus }: Side, grid: Grid): string {
  const { table, width } = layout;
  return parts
    .map((slot, i) => {
      const column = table.form.columns[slot % width];
      const name = inSameRow(slot, target, width)
        ? (table.columns.get(column?.of ?? "")?.label ?? column?.label ?? "")
        : labelOf(layout, slot);
      const sign = minus?.has(slot) ? " − " : i > 0 ? " + " : "";
      const amount = grid.amounts[slot];
      return `${sign}${isLastYear(layout, slot) ? "上年" : ""}“${name}”${amount ? formatDecimal(amount) : ""}`;
    })
    .join("");
}

function inSameRow(a: number, b: number, width: number): boolean {
  return Math.floor(a / width) === Math.floor(b / width);
}
