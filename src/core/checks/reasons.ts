import type { CellPlace, Reason } from "../report/report.ts";
import type { Finding } from "./finding.ts";

/**
 * What the written reasons make of the findings. A reason answers a finding when their codes agree and the
 * reason names every cell that the finding points at.
 *
 * - `lifted` and liftable: stays in the list as info, with the reason's text in `lifted`;
 * - `ignored`, for anything below an error: left out, because nobody wants to hear of it again;
 * - an error that no reason can lift, and a reason without words: nothing changes.
 */
export function applyReasons(findings: readonly Finding[], reasons: readonly Reason[]): Finding[] {
  return findings.flatMap((finding) => {
    const reason = reasons.find((candidate) => answers(candidate, finding));
    if (!reason) return [finding];
    return reason.kind === "ignored" ? [] : [{ ...finding, severity: "info" as const, lifted: reason.text }];
  });
}

function answers(reason: Reason, finding: Finding): boolean {
  const fits =
    reason.kind === "lifted" ? finding.liftable === true && reason.text.trim() !== "" : finding.severity !== "error";
  return (
    fits &&
    reason.code === finding.code &&
    finding.cells.every((cell) => reason.cells.some((named) => isSame(named, cell)))
  );
}

function isSame(a: CellPlace, b: CellPlace): boolean {
  return a.table === b.table && a.row === b.row && a.column === b.column;
}
