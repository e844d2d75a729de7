import { type Form, servesYear } from "../form/form.ts";
import type { Report } from "../report/report.ts";
import { carryOver } from "./carry.ts";

/**
 * The report of `year`, begun from an older one: its text with marks on what may have aged, its figures beside the
 * new ones. It stays on the form of the older report; where that does not serve the year, a message says so.
 */
export function nextYear(report: Report, form: Form, year: number): Report {
  return carryOver(report, form, { year, text: "keep", figures: report.year === year ? "current" : "previous" });
}

/** The form that is prescribed for a year; `null` where none of these serves it. */
export function formForYear(forms: readonly Form[], year: number): Form | null {
  return forms.find((form) => servesYear(form, year)) ?? null;
}
