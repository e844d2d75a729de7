import type { Annex, Report } from "./report.ts";

/** What an office writes at the head and foot of its annex year after year. `null` is not known. */
export type Office = Pick<Annex, "unit" | "head" | "reviewer" | "filler" | "phone">;

export const OFFICE_FIELDS = ["unit", "head", "reviewer", "filler", "phone"] as const satisfies (keyof Office)[];

/** The report with everything that its source left out put in; what it says itself stays. */
export function withOffice(report: Report, office: Office): Report {
  const annex = { ...report.annex };
  for (const field of OFFICE_FIELDS) annex[field] ??= office[field];
  return { ...report, unit: report.unit ?? office.unit, annex };
}

/** What a report says of the office. */
export function officeOf({ unit, annex }: Report): Office {
  const { head, reviewer, filler, phone } = annex;
  return { unit: unit ?? annex.unit, head, reviewer, filler, phone };
}
