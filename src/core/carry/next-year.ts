import { type Form, servesYear } from "../form/form.ts";
import type { Report } from "../report/report.ts";
import { carryOver } from "./carry.ts";
import { takesFrom, usualMoves } from "./moves.ts";

/**
 * The report of `year`, begun from an older one: its text with marks on what may have aged, its figures beside the
 * new ones. Where `form` is another one than the older report's, the text goes where that form says.
 */
export function nextYear(report: Report, old: Form, form: Form, year: number): Report {
  const figures = report.year === year ? "current" : "previous";
  const into = form.id === old.id ? {} : { into: { form, moves: usualMoves(report, form) } };
  return carryOver(report, old, { year, text: "keep", figures, ...into });
}

/** The form that is prescribed for a year; `null` where none of these serves it. */
export function formForYear(forms: readonly Form[], year: number): Form | null {
  return forms.find((form) => servesYear(form, year)) ?? null;
}

/**
 * The form that a report of `year` goes over to; that of the older report where it serves the year, or where no form
 * of that year says how such reports go over to it.
 */
export function formAfter(forms: readonly Form[], old: Form, year: number): Form {
  const other = servesYear(old, year) ? null : formForYear(forms, year);
  return other && takesFrom(other, old.id) ? other : old;
}
