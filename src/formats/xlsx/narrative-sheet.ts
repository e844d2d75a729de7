import type { Workbook, Worksheet } from "exceljs";
import { CONTINUED_NAME, NARRATIVE_NAME } from "./names.ts";
import type { NarrativeRow } from "./narrative-rows.ts";
import { addSheet, BODY, HEADING, markCell, nameCells, putText, type TextLook } from "./sheet-style.ts";
import { lineCount } from "./text-width.ts";

const SHEET_NAME = "正文";

const WIDTH = 74;

/** Points: the room for text in the column, sizes, and a line's height with the space under a paragraph. */
const ROOM = WIDTH * 6;
const SIZE = 12;
const TITLE_SIZE = 18;
const LEADING = 1.4;
const SPACE = 5;

const BODY_FONT = { ...BODY, size: SIZE };

const LOOKS = {
  title: {
    font: { ...BODY, size: TITLE_SIZE, bold: true },
    alignment: { horizontal: "center", vertical: "middle", wrapText: true },
  },
  section: { font: { ...HEADING, size: SIZE }, alignment: { horizontal: "left", vertical: "top", wrapText: true } },
  heading: { font: { ...BODY_FONT, bold: true }, alignment: { horizontal: "left", vertical: "top", wrapText: true } },
  body: { font: BODY_FONT, alignment: { horizontal: "left", vertical: "top", wrapText: true } },
} as const satisfies Record<NarrativeRow["look"], TextLook>;

/** One row a paragraph, or a piece of one. */
export function addNarrativeSheet(book: Workbook, rows: readonly NarrativeRow[]): Worksheet {
  const sheet = addSheet(book, SHEET_NAME, [WIDTH], 0);
  rows.forEach(({ text, look, mark, continued }, i) => {
    const row = sheet.getRow(i + 1);
    putText(row, 1, text, LOOKS[look]);
    const size = LOOKS[look].font.size;
    row.height = Math.ceil(lineCount(text, size, ROOM) * size * LEADING) + SPACE;
    if (mark) markCell(sheet, mark, i + 1);
    if (continued) nameCells(sheet, CONTINUED_NAME, i + 1, i + 1);
  });
  nameCells(sheet, NARRATIVE_NAME, 1, Math.max(rows.length, 1));
  return sheet;
}
