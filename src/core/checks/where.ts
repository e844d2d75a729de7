import type { Form } from "../form/form.ts";
import { cellPlaceName } from "../form/names.ts";
import type { CellPlace, Place, Report } from "../report/report.ts";
import { headingNumber, headingRank } from "../text/heading.ts";
import type { Finding } from "./finding.ts";

/** Where a finding leads. */
export type Target =
  | { readonly kind: "cell"; readonly place: CellPlace }
  /** A paragraph of a section; -1 is its heading. */
  | { readonly kind: "text"; readonly section: string; readonly paragraph: number };

/** Its place in the text, else its first cell; `null` where it is about the whole report. */
export function targetOf({ cells, section, offset }: Finding, report: Report): Target | null {
  if (section !== undefined) return { kind: "text", section, paragraph: paragraphAt(report, section, offset) };
  const [first] = cells;
  return first ? { kind: "cell", place: first } : null;
}

export function targetAt(at: Place | undefined): Target | null {
  if (!at) return null;
  return "section" in at ? { kind: "text", section: at.section, paragraph: -1 } : { kind: "cell", place: at };
}

/** What a clerk calls the place: `统计表 三（一）`, `表三 三（七） 总计`, `二（一）`; empty for the whole report. */
export function placeName(target: Target | null, report: Report, form: Form): string {
  if (!target) return "";
  if (target.kind === "cell") {
    const { table, row } = target.place;
    const filled = report.tables.find(({ key }) => key === table);
    return cellPlaceName(form, target.place, filled?.cells.find((cell) => cell.row === row)?.label);
  }
  const section = report.sections.find((candidate) => candidate.key === target.section);
  if (!section) return "";
  const outer =
    section.heading === "" ? "前言" : (headingNumber(section.heading)?.label.replace(/[、.]$/, "") ?? section.heading);
  const inner = section.paragraphs.slice(0, target.paragraph + 1).findLast((text) => headingRank(text) === 2);
  return outer + (inner ? (headingNumber(inner)?.label ?? "") : "");
}

/**
 * A number by which places sort as one reads: each section with the tables that stand in it, then the other tables
 * from top to bottom and from left to right, then the rest.
 */
export function placeRank(report: Report, form: Form): (target: Target | null) => number {
  const sections = new Map(report.sections.map((section, index) => [section.key, index]));
  const tables = new Map(
    [...form.tables.values()].map((table, index) => {
      const section = sections.get(table.form.section ?? "") ?? sections.size;
      const rows = new Map(table.form.rows.map((row, at) => [row.id, at]));
      const columns = new Map(table.form.columns.map((column, at) => [column.key, at]));
      return [table.form.key, { at: section * SECTION + (index + 1) * TABLE, rows, columns }] as const;
    }),
  );
  return (target) => {
    if (!target) return Number.MAX_SAFE_INTEGER;
    if (target.kind === "text") return (sections.get(target.section) ?? 0) * SECTION + target.paragraph + 1;
    const { table, row, column } = target.place;
    const place = tables.get(table);
    if (!place) return Number.MAX_SAFE_INTEGER - 1;
    return place.at + (place.rows.get(row) ?? place.rows.size) * ROW + (place.columns.get(column) ?? ROW - 1);
  };
}

/** Room for the columns of a row, the rows of a table, and the paragraphs and tables of a section. */
const ROW = 1_000;
const TABLE = 100_000 * ROW;
const SECTION = 1_000 * TABLE;

/** Which paragraph an offset into the section's text (paragraphs joined by a line break) falls into; -1 without one. */
function paragraphAt(report: Report, key: string, offset: number | undefined): number {
  const section = report.sections.find((candidate) => candidate.key === key);
  if (!section || offset === undefined) return -1;
  let rest = offset;
  for (const [index, paragraph] of section.paragraphs.entries()) {
    if (rest <= paragraph.length) return index;
    rest -= paragraph.length + 1;
  }
  return section.paragraphs.length - 1;
}
