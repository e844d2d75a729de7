import type { Form } from "../../core/form/form.ts";
import { annexPaper } from "../../core/paper/annex.ts";
import type { Report } from "../../core/report/report.ts";
import { addAnnexSheet } from "./annex-sheet.ts";
import { finishWorkbook } from "./finish.ts";
import { narrativeRows } from "./narrative-rows.ts";
import { addNarrativeSheet } from "./narrative-sheet.ts";

/**
 * Writes a report as a workbook: the annex as it is printed on the first sheet, the narrative on the second, so
 * that the file alone comes in again as the same report. A report without the annex table has only the second.
 * @returns the bytes of an `.xlsx` file
 */
export async function writeXlsx(report: Report, form: Form): Promise<Uint8Array> {
  const { default: ExcelJS } = await import("exceljs");
  const book = new ExcelJS.Workbook();
  book.creator = "年报通";
  book.title = report.title ?? "";
  const paper = annexPaper(report, form);
  if (paper) addAnnexSheet(book, paper);
  const narrative = addNarrativeSheet(book, narrativeRows(report, form));
  return finishWorkbook(await book.xlsx.writeBuffer(), [narrative.id]);
}
