import { formatDecimal } from "../decimal.ts";
import type { Form } from "../form/form.ts";
import { isSumOf } from "../form/relation-faults.ts";
import type { CellPlace, Report } from "../report/report.ts";
import { compile } from "./compile.ts";
import { type Grid, readGrid } from "./grid.ts";
import { type Layout, placeOf } from "./layout.ts";
import { compileSide, slotOf, tally } from "./side.ts";
import { BLANK, NUMBER } from "./slot.ts";

/** A total that its parts give, for a cell that is still blank. */
export interface Proposal extends CellPlace {
  /** Exact decimal text. */
  readonly value: string;
  /** The parts that were added up. */
  readonly parts: readonly CellPlace[];
}

/**
 * The totals that can be proposed: of rows of kind `sum` that one relation makes equal to a sum, where the
 * total is blank (not na) and every part that is there is a number. Two relations may disagree, so then none.
 */
export function proposals(report: Report, form: Form): Proposal[] {
  return compile(form).flatMap(({ layout }) => {
    const filled = report.tables.find(({ key }) => key === layout.table.form.key);
    return filled ? inTable(layout, readGrid(layout, filled.cells)) : [];
  });
}

function inTable(layout: Layout, grid: Grid): Proposal[] {
  const { rows, relations } = layout.table.form;
  return rows
    .filter((row) => row.kind === "sum")
    .flatMap((row) => {
      const [relation, another] = relations.filter((candidate) => isSumOf(candidate, row.id));
      if (!relation || another || relation.kind !== "compare") return [];
      return layout.table.currentColumns.flatMap((column): Proposal[] => {
        const line = { row: null, column: column.key };
        const total = slotOf(layout, row.id, line);
        const side = compileSide(layout, relation.right, line);
        const sum = tally(side, grid);
        if (grid.states[total] !== BLANK || sum.missing > 0 || sum.numbers === 0) return [];
        const parts = side.slots.filter((slot) => grid.states[slot] === NUMBER).map((slot) => placeOf(layout, slot));
        return [{ ...placeOf(layout, total), value: formatDecimal(sum.known), parts }];
      });
    });
}
