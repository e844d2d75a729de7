import { type Form, servesYear } from "../form/form.ts";
import { yearsName } from "../form/years.ts";
import type { Report } from "../report/report.ts";
import { type CheckHead, finding } from "./check-value.ts";
import type { Finding } from "./finding.ts";

export const YEAR_OUTSIDE = {
  code: "year-outside-form",
  severity: "warning",
  title: "年度不在表样的适用年份内",
  explain: "每种表样只用于一段年份。留在原来的表样是可以的，但上级可能要求用这一年的表样。",
  basis: "规定表样的文件",
} as const satisfies CheckHead;

/** The report stays on a form that is not the one of its year. */
export function yearOutside({ year }: Pick<Report, "year">, form: Form): Finding[] {
  return year === null || servesYear(form, year) ? [] : [finding(YEAR_OUTSIDE, outsideText(form, year), [])];
}

/** What is said of it, in one sentence. */
export function outsideText(form: Form, year: number): string {
  return `${year} 年度不在这套表样的适用年份（${yearsName(form)}）内，报告仍按“${form.file.title}”编写。请向上级确认应当使用的表样。`;
}
