import type { Workbook } from "exceljs";
import { CONTINUED_NAME, NARRATIVE_NAME } from "./names.ts";
import type { NarrativeRow } from "./narrative-rows.ts";
import { addSheet, BODY, HEADING, nameCells, putText, type TextLook } from "./sheet-style.ts";

const SHEET_NAME = "正文";

const WIDTH = 74;

const BODY_FONT = { ...BODY, size: 12 };

const LOOKS = {
  title: {
    font: { ...BODY, size: 18, bold: true },
    alignment: { horizontal: "center", vertical: "middle", wrapText: true },
  },
  section: { font: HEADING, alignment: { horizontal: "left", vertical: "top", wrapText: true } },
  heading: { font: { ...BODY_FONT, bold: true }, alignment: { horizontal: "left", vertical: "top", wrapText: true } },
  body: { font: BODY_FONT, alignment: { horizontal: "left", vertical: "top", wrapText: true } },
} as const satisfies Record<NarrativeRow["look"], TextLook>;

/** One row a paragraph. Row heights are left to the program that opens the file: it knows its fonts. */
export function addNarrativeSheet(book: Workbook, rows: readonly NarrativeRow[]): void {
  const sheet = addSheet(book, SHEET_NAME, [WIDTH], 0);
  rows.forEach(({ text, look, mark, continued }, i) => {
    const row = sheet.getRow(i + 1);
    putText(row, 1, text, LOOKS[look]);
    if (mark !== undefined) nameCells(sheet, mark, i + 1, i + 1);
    if (continued) nameCells(sheet, CONTINUED_NAME, i + 1, i + 1);
  });
  nameCells(sheet, NARRATIVE_NAME, 1, Math.max(rows.length, 1));
}
