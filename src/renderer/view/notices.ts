import { check } from "../../core/checks/check.ts";
import type { Finding } from "../../core/checks/finding.ts";
import { type Form, rowPath } from "../../core/form/form.ts";
import type { CellPlace, Level, Message, Report } from "../../core/report/report.ts";
import { headingNumber, headingRank } from "../../core/text/heading.ts";

/** Where a notice leads. */
export type Target =
  | { readonly kind: "cell"; readonly place: CellPlace }
  | { readonly kind: "text"; readonly section: string; readonly paragraph: number };

/** One line of the findings pane: what a check found, or what the reader of the file had to say. */
export interface Notice {
  readonly id: string;
  readonly severity: Level;
  readonly text: string;
  /** Short name of the place, empty for the whole report. */
  readonly place: string;
  readonly target: Target | null;
  /** Every cell concerned. */
  readonly cells: readonly CellPlace[];
  readonly origin: "check" | "import";
  readonly finding: Finding | null;
}

export const LEVELS: readonly Level[] = ["error", "warning", "ask", "info"];

export const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  error: "错误",
  warning: "提醒",
  ask: "核实",
  info: "提示",
};

/** All notices of a report, in the order of its places: sections, then the table from top to bottom, then the rest. */
export function noticesOf(report: Report, form: Form): Notice[] {
  const notices = [
    ...check(report, form).map((finding, index) => fromFinding(finding, index, report, form)),
    ...report.messages.map((message, index) => fromMessage(message, index, report, form)),
  ];
  const rank = placeRank(report, form);
  return notices
    .map((notice) => ({ notice, rank: rank(notice) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ notice }) => notice);
}

/** The same notices with the gravest first; places keep their order within a severity. */
export function bySeverity(notices: readonly Notice[]): Notice[] {
  return LEVELS.flatMap((level) => notices.filter((notice) => notice.severity === level));
}

export function countLevels(notices: readonly Notice[]): Record<Level, number> {
  const counts: Record<Level, number> = { error: 0, warning: 0, ask: 0, info: 0 };
  for (const { severity } of notices) counts[severity] += 1;
  return counts;
}

function fromFinding(finding: Finding, index: number, report: Report, form: Form): Notice {
  const [first] = finding.cells;
  const target: Target | null = first
    ? { kind: "cell", place: first }
    : finding.section === undefined
      ? null
      : { kind: "text", section: finding.section, paragraph: paragraphAt(report, finding.section, finding.offset) };
  const { severity, text, cells } = finding;
  const place = placeName(target, report, form);
  return { id: `check-${index}`, severity, text, place, target, cells, origin: "check", finding };
}

function fromMessage(message: Message, index: number, report: Report, form: Form): Notice {
  const { level, text, at } = message;
  const target: Target | null = !at
    ? null
    : "section" in at
      ? { kind: "text", section: at.section, paragraph: -1 }
      : { kind: "cell", place: at };
  return {
    id: `import-${index}`,
    severity: level,
    text,
    place: placeName(target, report, form),
    target,
    cells: target?.kind === "cell" ? [target.place] : [],
    origin: "import",
    finding: null,
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

function placeName(target: Target | null, report: Report, form: Form): string {
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

function placeRank(report: Report, form: Form): (notice: Notice) => number {
  const sections = new Map(report.sections.map((section, index) => [section.key, index]));
  const rows = new Map(form.file.tables.flatMap((table) => table.rows).map((row, index) => [row.id, index]));
  return ({ target }) => {
    if (!target) return 2_000_000;
    if (target.kind === "text") return (sections.get(target.section) ?? 0) * 1_000 + target.paragraph + 1;
    return 1_000_000 + (rows.get(target.place.row) ?? 500_000);
  };
}
