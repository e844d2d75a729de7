import type { Form } from "./form.ts";

/**
 * The years that a form serves, the latest first. One that is in force without an end goes up to `today`, the
 * year of the calendar.
 */
export function yearsOf(form: Form, today: number): number[] {
  const { from, to } = form.file.years;
  const last = Math.max(from, to ?? today);
  return Array.from({ length: last - from + 1 }, (_, i) => last - i);
}
