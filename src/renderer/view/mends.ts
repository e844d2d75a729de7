import type { Mend } from "../../core/checks/finding.ts";
import { mendOf } from "../../core/checks/mends.ts";
import type { Form } from "../../core/form/form.ts";
import type { Report } from "../../core/report/report.ts";
import type { Notice } from "./notices.ts";

const made = new WeakMap<Report["tables"], Map<string, Mend | null>>();

/** The certain mend of an open notice, worked out once for each state of the tables; `null` without one. */
export function mendFor(notice: Notice, report: Report, form: Form): Mend | null {
  if (!notice.finding || notice.reason) return null;
  const mends = made.get(report.tables) ?? new Map<string, Mend | null>();
  made.set(report.tables, mends);
  // Which relations hold can depend on the kind of the unit.
  const key = `${notice.id} ${report.unit}`;
  const known = mends.get(key);
  if (known !== undefined) return known;
  const mend = mendOf(notice.finding, report, form);
  mends.set(key, mend);
  return mend;
}
