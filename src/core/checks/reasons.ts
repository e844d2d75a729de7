import type { CellPlace, Reason } from "../report/report.ts";
import type { Finding } from "./finding.ts";

/**
 * What the written reasons make of the findings. A reason answers a finding when their codes agree and the
 * reason names every cell that the finding points at.
 *
 * - `lifted` and liftable: stays in the list as info, with the reason's text in `lifted`;
 * - `ignored`, for anything below an error: left out, because nobody wants to hear of it again;
 * - an error that no reason can lift, and a reason without words: nothing changes.
 *
 * A reason was given for the numbers that stood there: an edit that changes one takes its cell out of the reason
 * (`core/edit/reasons-left.ts`), and the finding speaks again.
 */
export function applyReasons(findings: readonly Finding[], reasons: readonly Reason[]): Finding[] {
  return findings.flatMap((finding) => {
    const reason = reasonFor(finding, reasons);
    if (!reason) return [finding];
    return reason.kind === "ignored" ? [] : [{ ...finding, severity: "info" as const, lifted: reason.text }];
  });
}

/** The written reason that answers a finding, `null` while it is open. */
export function reasonFor(finding: Finding, reasons: readonly Reason[]): Reason | null {
  return reasons.find((reason) => answers(reason, finding)) ?? null;
}

/** How a reason could answer the finding; `null` where none can. What is said of a text alone has no cells to name. */
export function answerKind({ severity, liftable, section, cells }: Finding): Reason["kind"] | null {
  if (section !== undefined && cells.length === 0) return null;
  if (severity === "error") return liftable ? "lifted" : null;
  return severity === "info" ? null : "ignored";
}

/** The reasons with one more, in place of what was once written about the same. */
export function withReason(reasons: readonly Reason[], finding: Finding, said: Said): readonly Reason[] {
  const kind = answerKind(finding);
  if (kind === null) return reasons;
  const { code, cells } = finding;
  const others = reasons.filter((reason) => !isAboutSame(reason, finding));
  const number = numberSaid(finding);
  return [
    ...others,
    { code, cells, text: said.text.trim(), by: said.by.trim(), at: said.at, kind, ...(number ? { said: number } : {}) },
  ];
}

/** A reason in somebody's own words. */
export interface Said {
  readonly text: string;
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
}

/** What was once written about the finding and holds no longer: something to begin with. */
export function formerReason(finding: Finding, reasons: readonly Reason[]): Reason | null {
  return reasons.findLast((reason) => isAboutSame(reason, finding)) ?? null;
}

function answers(reason: Reason, finding: Finding): boolean {
  const fits =
    reason.kind === "lifted" ? finding.liftable === true && reason.text.trim() !== "" : finding.severity !== "error";
  return (
    fits &&
    reason.code === finding.code &&
    reason.said === numberSaid(finding) &&
    finding.cells.every((cell) => reason.cells.some((named) => isSame(named, cell)))
  );
}

/** The number that the text says, where the finding is about one: another number there is another matter. */
function numberSaid({ section, actual }: Finding): string | undefined {
  return section === undefined ? undefined : actual;
}

/** Of the same code and kind, and about no other cells. */
function isAboutSame(reason: Reason, finding: Finding): boolean {
  return (
    reason.code === finding.code &&
    reason.kind === answerKind(finding) &&
    reason.said === numberSaid(finding) &&
    reason.cells.every((named) => finding.cells.some((cell) => isSame(named, cell)))
  );
}

function isSame(a: CellPlace, b: CellPlace): boolean {
  return a.table === b.table && a.row === b.row && a.column === b.column;
}
