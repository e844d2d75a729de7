import { narrativeOf } from "../content/of-report.ts";
import { replaceText } from "../content/replace.ts";
import { printedIndex } from "../content/stale.ts";
import type { Form } from "../form/form.ts";
import type { Report } from "../report/report.ts";
import { formatChineseNumeral } from "../text/numerals.ts";
import type { Finding, Mend } from "./finding.ts";
import { saidPlace } from "./said-place.ts";

/** The number in the text becomes the table's, written as it was; `null` where no number stands that could change. */
export function textMend(finding: Finding, report: Report, form: Form): Mend | null {
  const place = saidPlace(finding, form, report);
  const narrative = narrativeOf(report);
  if (!place || place.saying.denied || finding.expected === undefined || narrative.kind !== "content") return null;
  const { section, paragraph, saying } = place;
  const printed = printedIndex(report.sections, section, paragraph);
  if (printed === null) return null;
  const chinese = /^[^\d\uff10-\uff19]/.test(saying.quote) && /^\d{1,8}$/.test(finding.expected);
  const words = chinese ? formatChineseNumeral(Number(finding.expected)) : finding.expected;
  const stretch = { section, paragraph: printed, from: saying.from, to: saying.to };
  const content = replaceText(narrative.content, report.tables, stretch, words);
  return content && { label: `正文改为 ${words}`, edit: { kind: "content", content } };
}
