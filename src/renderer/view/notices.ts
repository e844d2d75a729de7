import { findingsOf } from "../../core/checks/check.ts";
import type { Finding } from "../../core/checks/finding.ts";
import { reasonFor } from "../../core/checks/reasons.ts";
import { placeName, placeRank, type Target, targetAt, targetOf } from "../../core/checks/where.ts";
import type { Form } from "../../core/form/form.ts";
import { tableName } from "../../core/form/names.ts";
import type { CellPlace, Level, Message, Reason, Report } from "../../core/report/report.ts";

/** One line of the findings pane: what a check found, or what the reader of the file had to say. */
export interface Notice {
  /** The same as long as the same is found. */
  readonly id: string;
  readonly severity: Level;
  readonly text: string;
  /** The values in the text that it is about, as decimal text. */
  readonly numbers: readonly string[];
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
  const findings = findingsOf(report, form);
  // What a check goes on finding need not be told by the reader as well.
  const told = new Set(findings.flatMap(({ code, cells, section }) => (cells.length > 0 || section ? [] : [code])));
  const messages = report.messages.filter(({ code, at }) => at || !told.has(code));
  const notices = [
    ...findings.map((finding) => fromFinding(finding, unique, report, form)),
    ...messages.map((message) => fromMessage(message, unique, report, form)),
  ];
  const rank = placeRank(report, form);
  return notices
    .map((notice) => ({ notice, rank: rank(notice.target) }))
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
  const target = targetOf(finding, report);
  const { code, severity, text, cells } = finding;
  return {
    id: unique(`check ${code} ${placeKey(target)}`),
    severity,
    text,
    numbers: numbersOf(finding, report),
    place: isAboutMany(finding) ? tableName(form, cells[0]?.table ?? "") : placeName(target, report, form),
    target,
    cells,
    origin: "check",
    finding,
    reason: reasonFor(finding, report.reasons ?? []),
  };
}

/** Of many cells none is the one that it is about: all of them are, as of blanks. */
function isAboutMany({ actual, cells }: Finding): boolean {
  return actual === undefined && cells.length > FEW;
}

/** Both sides of a comparison; where a check has no sides, what its few cells hold. */
function numbersOf({ actual, expected, cells }: Finding, report: Report): string[] {
  const sides = [actual, expected].flatMap((side) => side ?? []);
  if (sides.length === 2 || cells.length > FEW) return sides;
  const values = cells.flatMap(({ table, row, column }) => {
    const filled = report.tables.find(({ key }) => key === table);
    return filled?.cells.find((cell) => cell.row === row && cell.column === column)?.value ?? [];
  });
  return [...sides, ...values];
}

const FEW = 4;

function placeKey(target: Target | null): string {
  if (!target) return "";
  if (target.kind === "text") return target.section;
  const { table, row, column } = target.place;
  return `${table}:${row}:${column}`;
}

function fromMessage(message: Message, unique: Unique, report: Report, form: Form): Notice {
  const { level, code, text, at } = message;
  const target = targetAt(at);
  return {
    id: unique(`import ${code} ${placeKey(target)}`),
    severity: level,
    text,
    numbers: [],
    place: placeName(target, report, form),
    target,
    cells: target?.kind === "cell" ? [target.place] : [],
    origin: "import",
    finding: null,
    reason: null,
  };
}
