import type { Form } from "../form/form.ts";
import { yearsOf } from "../form/years.ts";
import { takesFrom } from "./moves.ts";

/**
 * The years that a report begun from one of this form can be for, the latest first: those of the form, those of forms
 * that take over from it, and the report's own.
 *
 * @param today the year of the calendar
 */
export function yearsAfter(forms: readonly Form[], form: Form, year: number | null, today: number): number[] {
  const goals = [form, ...forms.filter((other) => takesFrom(other, form.id))];
  const years = new Set([...goals.flatMap((goal) => yearsOf(goal, today)), ...(year === null ? [] : [year])]);
  return [...years].sort((a, b) => b - a);
}
