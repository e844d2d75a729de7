import { findingsOf } from "../checks/check.ts";
import type { Finding } from "../checks/finding.ts";
import { reasonFor } from "../checks/reasons.ts";
import { placeName, placeRank, targetOf } from "../checks/where.ts";
import type { Form } from "../form/form.ts";
import { usualTitle } from "../recognise/front.ts";
import type { Level, Reason, Report } from "../report/report.ts";
import { type ExportMark, exportMarkOf } from "./export-marks.ts";

/** One finding as the record lists it. */
export interface RecordLine {
  readonly severity: Level;
  /** `统计表 三（一）`; empty for the whole report. */
  readonly place: string;
  readonly text: string;
}

/** 校验记录: what was found in a report, what was left as it is, by whom and why. Data; `recordPaper` lays it out. */
export interface CheckRecord {
  readonly unit: string | null;
  readonly year: number | null;
  /** The report's own title, or the form's usual one. */
  readonly title: string | null;
  readonly form: { readonly id: string; readonly title: string };
  /** The program's version. */
  readonly program: string;
  /** When the report was checked, ISO 8601. */
  readonly at: string;
  /** The files that go out with this record; `null` where none do. */
  readonly files: readonly string[] | null;
  /** Of the findings without a written reason. */
  readonly counts: Readonly<Record<Level, number>>;
  /** Errors that stand, and whether they stood in files that went out. */
  readonly errors: readonly (RecordLine & { readonly exported: ExportMark | null })[];
  /** Errors that stand for a reason. */
  readonly lifted: readonly (RecordLine & { readonly reason: Reason })[];
  /** Warnings and questions that are ignored, with the reason. */
  readonly ignored: readonly (RecordLine & { readonly reason: Reason })[];
  /** Warnings and questions that nobody has answered. */
  readonly open: readonly RecordLine[];
}

/** The occasion of a record. */
export type Occasion = Pick<CheckRecord, "program" | "at" | "files">;

/** Checks the report and puts down what comes of it, in the order of the report's places. */
export function checkRecord(report: Report, form: Form, occasion: Occasion): CheckRecord {
  const reasons = report.reasons ?? [];
  const rank = placeRank(report, form);
  const all = findingsOf(report, form)
    .map((finding) => ({ finding, target: targetOf(finding, report), reason: reasonFor(finding, reasons) }))
    .sort((a, b) => rank(a.target) - rank(b.target))
    .map(({ finding, target, reason }) => ({
      finding,
      reason,
      line: lineOf(finding, placeName(target, report, form)),
    }));
  const open = all.filter(({ reason }) => reason === null);
  const answered = all.flatMap(({ line, reason }) => (reason ? [{ ...line, reason }] : []));
  return {
    unit: report.unit,
    year: report.year,
    title: report.title ?? usualTitle(form, report.unit, report.year),
    form: { id: form.id, title: form.file.title },
    ...occasion,
    counts: countsOf(open.map(({ line }) => line)),
    errors: open
      .filter(({ line }) => line.severity === "error")
      .map(({ line, finding }) => ({ ...line, exported: exportMarkOf(finding, reasons) })),
    lifted: answered.filter(({ reason }) => reason.kind === "lifted"),
    ignored: answered.filter(({ reason }) => reason.kind === "ignored"),
    open: open.map(({ line }) => line).filter(({ severity }) => severity === "warning" || severity === "ask"),
  };
}

function lineOf({ severity, text }: Finding, place: string): RecordLine {
  return { severity, place, text };
}

function countsOf(lines: readonly RecordLine[]): Record<Level, number> {
  const counts: Record<Level, number> = { error: 0, warning: 0, ask: 0, info: 0 };
  for (const { severity } of lines) counts[severity] += 1;
  return counts;
}
