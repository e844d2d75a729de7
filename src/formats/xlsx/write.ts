import type { Form } from "../../core/form/form.ts";
import { annexPaper } from "../../core/paper/annex.ts";
import type { Report } from "../../core/report/report.ts";
import { addAnnexSheet } from "./annex-sheet.ts";
import { finishWorkbook } from "./finish.ts";
import { addMatrixSheet } from "./matrix-sheet.ts";
import { narrativeRows } from "./narrative-rows.ts";
import { addNarrativeSheet } from "./narrative-sheet.ts";

/**
 * Writes a report as a workbook: the annex as it is printed on the first sheet, each table of a section on one of its
 * own, and the narrative on the last, so that the file alone comes in again as the same report.
 * @returns the bytes of an `.xlsx` file
 */
export async function writeXlsx(report: Report, form: Form): Promise<Uint8Array> {
  const { default: ExcelJS } = await import("exceljs");
  const book = new ExcelJS.Workbook();
  book.creator = "年报通";
  book.title = report.title ?? "";
  const paper = annexPaper(report, form);
  if (paper) addAnnexSheet(book, paper);
  const inText = [...form.tables.values()].flatMap((table) => {
    const filled = report.tables.find(({ key }) => key === table.form.key);
    return table.form.section !== undefined && filled ? [{ table, filled }] : [];
  });
  for (const [i, { table, filled }] of inText.entries()) addMatrixSheet(book, table, filled, (paper ? 2 : 1) + i);
  const narrative = addNarrativeSheet(book, narrativeRows(report, form));
  return finishWorkbook(await book.xlsx.writeBuffer(), [narrative.id]);
}
