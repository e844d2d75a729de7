import { findingsOf } from "../../core/checks/check.ts";
import type { Finding } from "../../core/checks/finding.ts";
import { reasonFor } from "../../core/checks/reasons.ts";
import { type Form, rowPath } from "../../core/form/form.ts";
import type { CellPlace, Level, Message, Reason, Report } from "../../core/report/report.ts";
import { headingNumber, headingRank } from "../../core/text/heading.ts";

/** Where a notice leads. */
export type Target =
  | { readonly kind: "cell"; readonly place: CellPlace }
  | { readonly kind: "text"; readonly section: string; readonly paragraph: number };

/** One line of the findings pane: what a check found, or what the reader of the file had to say. */
export interface Notice {
  /** The same as long as the same is found. */
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
  /** Why it is left as it is; `null` while it is open. */
  readonly reason: Reason | null;
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
  const ids = new Map<string, number>();
  const unique = (name: string): string => {
    const count = (ids.get(name) ?? 0) + 1;
    ids.set(name, count);
    return count === 1 ? name : `${name}-${count}`;
  };
  const notices = [
    ...findingsOf(report, form).map((finding) => fromFinding(finding, unique, report, form)),
    ...report.messages.map((message) => fromMessage(message, unique, report, form)),
  ];
  const rank = placeRank(report, form);
  return notices
    .map((notice) => ({ notice, rank: rank(notice) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ notice }) => notice);
}

/** Which notices are wanted: all, the open ones of a severity, or those with a written reason. */
export type Wanted = Level | "all" | "answered";

/**
 * The notices that are wanted, in an order: by place, or the gravest first, places keeping their order within a
 * severity. Those with a written reason come last in any case.
 */
export function listed(notices: readonly Notice[], wanted: Wanted, order: "severity" | "place"): Notice[] {
  const open = notices.filter(({ reason }) => reason === null);
  const sorted =
    order === "place" ? open : LEVELS.flatMap((level) => open.filter(({ severity }) => severity === level));
  const answered = notices.filter(({ reason }) => reason !== null);
  if (wanted === "answered") return answered;
  return wanted === "all" ? [...sorted, ...answered] : sorted.filter(({ severity }) => severity === wanted);
}

/** How many are open, by severity. */
export function countLevels(notices: readonly Notice[]): Record<Level, number> {
  const counts: Record<Level, number> = { error: 0, warning: 0, ask: 0, info: 0 };
  for (const { severity, reason } of notices) if (reason === null) counts[severity] += 1;
  return counts;
}

type Unique = (name: string) => string;

function fromFinding(finding: Finding, unique: Unique, report: Report, form: Form): Notice {
  const [first] = finding.cells;
  const target: Target | null = first
    ? { kind: "cell", place: first }
    : finding.section === undefined
      ? null
      : { kind: "text", section: finding.section, paragraph: paragraphAt(report, finding.section, finding.offset) };
  const { code, severity, text, cells } = finding;
  return {
    id: unique(`check ${code} ${placeKey(target)}`),
    severity,
    text,
    place: placeName(target, report, form),
    target,
    cells,
    origin: "check",
    finding,
    reason: reasonFor(finding, report.reasons ?? []),
  };
}

function placeKey(target: Target | null): string {
  if (!target) return "";
  return target.kind === "text" ? target.section : `${target.place.row}:${target.place.column}`;
}

function fromMessage(message: Message, unique: Unique, report: Report, form: Form): Notice {
  const { level, code, text, at } = message;
  const target: Target | null = !at
    ? null
    : "section" in at
      ? { kind: "text", section: at.section, paragraph: -1 }
      : { kind: "cell", place: at };
  return {
    id: unique(`import ${code} ${placeKey(target)}`),
    severity: level,
    text,
    place: placeName(target, report, form),
    target,
    cells: target?.kind === "cell" ? [target.place] : [],
    origin: "import",
    finding: null,
    reason: null,
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
