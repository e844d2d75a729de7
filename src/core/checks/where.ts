import { type Form, rowPath } from "../form/form.ts";
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

/** What a clerk calls the place: `统计表 三（一）`, `二（一）`; empty for the whole report. */
export function placeName(target: Target | null, report: Report, form: Form): string {
  if (!target) return "";
  if (target.kind === "cell") {
    const table = form.tables.get(target.place.table);
    return `统计表 ${table ? rowPath(table, target.place.row) : target.place.row}`;
  }
  const section = report.sections.find((candidate) => candidate.key === target.section);
  if (!section) return "";
  const outer =
    section.heading === "" ? "前言" : (headingNumber(section.heading)?.label.replace(/[、.]$/, "") ?? section.heading);
  const inner = section.paragraphs.slice(0, target.paragraph + 1).findLast((text) => headingRank(text) === 2);
  return outer + (inner ? (headingNumber(inner)?.label ?? "") : "");
}

/** A number by which places sort as one reads: sections, then the table from top to bottom, then the rest. */
export function placeRank(report: Report, form: Form): (target: Target | null) => number {
  const sections = new Map(report.sections.map((section, index) => [section.key, index]));
  const rows = new Map(form.file.tables.flatMap((table) => table.rows).map((row, index) => [row.id, index]));
  return (target) => {
    if (!target) return 2_000_000;
    if (target.kind === "text") return (sections.get(target.section) ?? 0) * 1_000 + target.paragraph + 1;
    return 1_000_000 + (rows.get(target.place.row) ?? 500_000);
  };
}

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
