import type { Mend } from "../../core/checks/finding.ts";
import { mendOf } from "../../core/checks/mends.ts";
import type { Form } from "../../core/form/form.ts";
import type { Report } from "../../core/report/report.ts";
import type { Notice } from "./notices.ts";

const made = new WeakMap<Report, Map<string, Mend | null>>();

/** The certain mend of an open notice, worked out once for each state of the report; `null` without one. */
export function mendFor(notice: Notice, report: Report, form: Form): Mend | null {
  if (!notice.finding || notice.reason) return null;
  const mends = made.get(report) ?? new Map<string, Mend | null>();
  made.set(report, mends);
  const known = mends.get(notice.id);
  if (known !== undefined) return known;
  const mend = mendOf(notice.finding, report, form);
  mends.set(notice.id, mend);
  return mend;
}
