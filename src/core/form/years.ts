import type { Form } from "./form.ts";

/** `2014—2018 年`, `2021 年起` */
export function yearsName({ file }: Form): string {
  const { from, to } = file.years;
  return to === undefined ? `${from} 年起` : from === to ? `${from} 年` : `${from}—${to} 年`;
}

/**
 * The years that a form serves, the latest first. One that is in force without an end goes up to `today`, the
 * year of the calendar.
 */
export function yearsOf(form: Form, today: number): number[] {
  const { from, to } = form.file.years;
  const last = Math.max(from, to ?? today);
  return Array.from({ length: last - from + 1 }, (_, i) => last - i);
}
