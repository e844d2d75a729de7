import { formatDecimal } from "../decimal.ts";
import type { Condition, ContradictionRelation, Test } from "../form/schema.ts";
import { type Check, finding } from "./check-value.ts";
import { type Grid } from "./grid.ts";
import { type Layout, placeOf } from "./layout.ts";
import { linesOf } from "./lines.ts";
import { allNumbers, compileSide, type Line, slotOf, stands, tally } from "./side.ts";
import { ABSENT, BLANK } from "./slot.ts";
import { cutTemplate, fillTemplate, type Template } from "./template.ts";

/** Three-valued: `null` where a blank keeps the answer open. */
type Predicate = (grid: Grid) => boolean | null;

/**
 * `when` must not be the case. A blank or na keeps a test open (see `stands`), and an open answer is silent:
 *
 * | | true | false | open |
 * |---|---|---|---|
 * | all of | every test true | one test false | otherwise |
 * | any of | one part true | every part false | otherwise |
 */
export function contradictionCheck(layout: Layout, relation: ContradictionRelation): Check {
  const template = cutTemplate(relation.text);
  const instances = linesOf(layout, relation).map((line) => ({
    line,
    isTheCase: compileCondition(layout, relation.when, line),
    needs: (relation.needs ?? []).map((address) => slotOf(layout, address, line)),
    slots: [...new Set(relation.cells.map((address) => slotOf(layout, address, line)))],
  }));
  return {
    ...relation,
    blanks: "silent",
    evaluate(grid, found) {
      for (const { line, isTheCase, needs, slots } of instances) {
        if (!allNumbers(needs, grid) || isTheCase(grid) !== true) continue;
        if (relation.unless !== undefined && found.hasSpoken(relation.unless, `${line.key}@`)) continue;
        const cells = slots.filter((slot) => grid.states[slot] !== ABSENT).map((slot) => placeOf(layout, slot));
        found.add(
          finding(relation, line.prefix + sentence(template, grid, line), cells),
          relation.code,
          `${line.key}@`,
        );
      }
    },
  };
}

function compileCondition(layout: Layout, condition: Condition, line: Line): Predicate {
  if ("all" in condition) return all(condition.all.map((test) => compileTest(layout, test, line)));
  if ("any" in condition) return any(condition.any.map((part) => compileCondition(layout, part, line)));
  return compileTest(layout, condition, line);
}

function compileTest(layout: Layout, { left, is, right }: Test, line: Line): Predicate {
  const l = compileSide(layout, left, line);
  const r = compileSide(layout, right, line);
  return (grid) => stands(tally(l, grid), is, tally(r, grid));
}

function all(parts: readonly Predicate[]): Predicate {
  return (grid) => {
    let answer: boolean | null = true;
    for (const part of parts) {
      const one = part(grid);
      if (one === false) return false;
      if (one === null) answer = null;
    }
    return answer;
  };
}

function any(parts: readonly Predicate[]): Predicate {
  return (grid) => {
    let answer: boolean | null = false;
    for (const part of parts) {
      const one = part(grid);
      if (one === true) return true;
      if (one === null) answer = null;
    }
    return answer;
  };
}

/** Puts the cells' values into the sentence; a cell without a number is told as such. */
function sentence(template: Template, grid: Grid, line: Line): string {
  return fillTemplate(template, (address) => {
    const slot = slotOf(grid.layout, address, line);
    const amount = grid.amounts[slot];
    return amount ? formatDecimal(amount) : grid.states[slot] === BLANK ? "（空白）" : "（不适用）";
  });
}
