import type { Form } from "../core/form/form.ts";
import type { Preset } from "../core/paper/preset.ts";
import { formatReportJson } from "../core/report/format-json.ts";
import type { Report } from "../core/report/report.ts";

/** The kinds of file that a report goes out as. */
export const WRITABLE = ["docx", "xlsx", "json"] as const;
export type Writable = (typeof WRITABLE)[number];

export function isWritable(kind: string): kind is Writable {
  return (WRITABLE as readonly string[]).includes(kind);
}

/** The bytes of the submission file. Each writer is loaded only when it is used: exceljs alone takes 0.1 s. */
export async function writeReport(kind: Writable, report: Report, form: Form, preset: Preset): Promise<Uint8Array> {
  switch (kind) {
    case "docx":
      return (await import("./docx/write.ts")).writeDocx(report, form, preset);
    case "xlsx":
      return (await import("./xlsx/write.ts")).writeXlsx(report, form);
    case "json":
      return new TextEncoder().encode(`${JSON.stringify(formatReportJson(report), null, 2)}\n`);
  }
}
