import { formatDecimal, subtract } from "../decimal.ts";
import { withMember } from "../form/address.ts";
import type { CompareRelation } from "../form/schema.ts";
import { type Check, type Findings, finding, UNKNOWN } from "./check-value.ts";
import type { Finding } from "./finding.ts";
import { type Grid } from "./grid.ts";
import { type Layout, labelOf, nameOf, placeOf } from "./layout.ts";
import { linesOf, type NamedLine } from "./lines.ts";
import { allNumbers, compileSide, type Side, slotOf, stands, type Tally, tally } from "./side.ts";
import { ABSENT, BLANK, NUMBER } from "./slot.ts";
import { cutTemplate, fillTemplate, type Template } from "./template.ts";

/** A relation in one line, for one member of `each`. */
export interface Instance {
  readonly line: NamedLine;
  /** Tells this instance from the others of its relation. */
  readonly key: string;
  readonly left: Side;
  readonly right: Side;
  /** The slots of both sides; those that stand alone on their side come first: they are what the sentence is about. */
  readonly slots: readonly number[];
  /** Slots that must hold numbers for it to be looked at. */
  readonly needs: readonly number[];
  readonly template: Template;
}

/**
 * `left` must stand to `right` as the relation says. What blank and na do (absent cells are no operands):
 *
 * | operands | equality, or a side that is a sum | one cell against another with ≤ ≥ < > |
 * |---|---|---|
 * | all numbers | broken or silent | broken or silent |
 * | some missing, the known part already too much (and none negative) | broken | silent |
 * | some missing, the known part already enough | silent | silent |
 * | some missing otherwise, the total among them or not | info `code.unknown` | silent |
 * | all missing, or one side absent | silent | silent |
 *
 * The right column is silent because `blank-cells` names the blank already.
 */
export function compareCheck(layout: Layout, relation: CompareRelation): Check {
  const instances = instancesOf(layout, relation);
  const tellsUnknown = canBeUnknown(relation);
  return {
    ...relation,
    blanks: tellsUnknown ? "unknown" : "silent",
    evaluate(grid, found) {
      for (const instance of instances) {
        if (!allNumbers(instance.needs, grid)) continue;
        const left = tally(instance.left, grid);
        const right = tally(instance.right, grid);
        const verdict = stands(left, relation.is, right);
        if (verdict === false) speak(relation, instance, found, () => broken(relation, instance, grid, left, right));
        else if (verdict === null && tellsUnknown && isHalfKnown(left, right)) {
          speak(relation, instance, found, () => unknown(relation, instance, grid));
        }
      }
    },
  };
}

/** True for relations whose blanks are told: equalities and sums. */
export function canBeUnknown({ is, left, right }: CompareRelation): boolean {
  return is === "=" || [left, right].some((side) => typeof side !== "string" && "sum" in side);
}

/** The relation in every line that it holds in, its addresses turned into slots. */
export function instancesOf(layout: Layout, relation: CompareRelation): Instance[] {
  const members = relation.each ?? [""];
  const template = cutTemplate(relation.text);
  return linesOf(layout, relation).flatMap((line) =>
    members.map((member) => {
      const left = compileSide(layout, withMember(relation.left, member), line);
      const right = compileSide(layout, withMember(relation.right, member), line);
      const sides = left.isSum && !right.isSum ? [right, left] : [left, right];
      return {
        line,
        key: `${line.key}@${member}`,
        left,
        right,
        slots: [...new Set(sides.flatMap((side) => side.slots))],
        needs: (relation.needs ?? []).map((address) => slotOf(layout, address.replace("$", member), line)),
        template,
      };
    }),
  );
}

/** Something is known and something is missing, and neither side is made of absent cells alone. */
function isHalfKnown(left: Tally, right: Tally): boolean {
  return left.numbers + right.numbers > 0 && left.numbers + left.missing > 0 && right.numbers + right.missing > 0;
}

function speak(relation: CompareRelation, { key }: Instance, found: Findings, make: () => Finding): void {
  if (relation.unless !== undefined && found.hasSpoken(relation.unless, key)) return;
  found.add(make(), relation.code, key);
}

function broken(relation: CompareRelation, instance: Instance, grid: Grid, left: Tally, right: Tally): Finding {
  const { layout } = grid;
  const sentence = fillTemplate(instance.template, (field) => {
    switch (field) {
      case "left":
        return formatDecimal(left.known);
      case "right":
        return formatDecimal(right.known);
      case "difference":
        return formatDecimal(subtract(left.known, right.known)).replace("-", "");
      case "column":
        return layout.columnNames[(instance.left.slots[0] ?? 0) % layout.width] ?? "";
      default:
        return ownLabel(layout, field === "left.label" ? instance.left : instance.right);
    }
  });
  const whole = left.missing + right.missing === 0;
  const partial = whole ? "" : `${tellMissing(missingSlots(instance, grid), grid)}，没有计入合计。`;
  const cells = placesOf(layout, slotsThere(instance, grid));
  const found = finding(relation, instance.line.prefix + sentence + partial, cells);
  const actual = formatDecimal(left.known);
  // With a part missing the rule gives no figure, only a bound: nothing to put in.
  return whole ? { ...found, expected: formatDecimal(right.known), actual } : { ...found, actual };
}

function unknown(relation: CompareRelation, instance: Instance, grid: Grid): Finding {
  const missing = missingSlots(instance, grid);
  const others = slotsThere(instance, grid).filter((slot) => !missing.includes(slot));
  return {
    code: relation.code + UNKNOWN,
    severity: "info",
    text: `${instance.line.prefix}“${relation.title}”暂时不能核对：${tellMissing(missing, grid)}。`,
    cells: placesOf(grid.layout, [...missing, ...others]),
  };
}

function slotsThere({ slots }: Instance, { states }: Grid): number[] {
  return slots.filter((slot) => states[slot] !== ABSENT);
}

function missingSlots(instance: Instance, grid: Grid): number[] {
  return slotsThere(instance, grid).filter((slot) => grid.states[slot] !== NUMBER);
}

/** `三(一)1当面申请数空白、三(一)2传真申请数不适用`. */
function tellMissing(slots: readonly number[], grid: Grid): string {
  return slots
    .map((slot) => nameOf(grid.layout, slot) + (grid.states[slot] === BLANK ? "空白" : "填的是“不适用”"))
    .join("、");
}

function placesOf(layout: Layout, slots: readonly number[]) {
  return slots.map((slot) => placeOf(layout, slot));
}

function ownLabel(layout: Layout, side: Side): string {
  const [slot] = side.slots;
  return slot === undefined ? "" : labelOf(layout, slot);
}
