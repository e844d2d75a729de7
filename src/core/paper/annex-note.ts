import type { Form } from "../form/form.ts";
import type { Report } from "../report/report.ts";

/**
 * The line below the text that names the annex (GB/T 9704-2012, 7.3.4): `附件：政府信息公开情况统计表`. `null` where
 * the report has no annex, or its text has such a line of its own.
 */
export function annexNote(report: Report, form: Form): string | null {
  const annex = form.file.annex;
  const table = annex && form.tables.get(annex.table);
  if (!table || !report.tables.some(({ key }) => key === annex.table)) return null;
  const paragraphs = report.sections.flatMap((section) => section.paragraphs);
  if (paragraphs.some((text) => /^附件\s*\d*\s*[:\uff1a]/.test(text.trim()))) return null;
  return `附件：${report.annex.title ?? table.form.title}`;
}
