import type { Report } from "../report/report.ts";

/** The title of the report of another year: it names that one. */
export function retitled({ title, year }: Report, next: number): string | null {
  return year === null || title === null ? title : title.replaceAll(String(year), String(next));
}
