import type { Alignment, Border, Borders, Font, PageSetup, Row, Workbook, Worksheet } from "exceljs";
import { type Mark, markName } from "../../core/marks.ts";
import { spelled } from "./cell-text.ts";
import { formatArea } from "./names.ts";

/** What both sheets have in common: fonts that every office has, A4 upright, one page wide. */

/** Inches for each millimetre, as page margins are given. */
const MM = 1 / 25.4;

/** Points. */
export const BODY_SIZE = 10.5;
export const SMALL_SIZE = 9;

export const BODY: Partial<Font> = { name: "宋体", size: BODY_SIZE };
export const SMALL: Partial<Font> = { name: "宋体", size: SMALL_SIZE, color: { argb: "FF595959" } };
export const HEADING: Partial<Font> = { name: "黑体", size: 12, bold: true };

const LINE: Partial<Border> = { style: "thin", color: { argb: "FF000000" } };
export const BOX: Partial<Borders> = { top: LINE, left: LINE, bottom: LINE, right: LINE };

/** The format of text cells: Excel takes `=1+1` or `-` in them for text, also after an edit. */
const TEXT = "@";

const PAGE: Partial<PageSetup> = {
  paperSize: 9,
  orientation: "portrait",
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  horizontalCentered: true,
  margins: { left: 15 * MM, right: 15 * MM, top: 20 * MM, bottom: 20 * MM, header: 10 * MM, footer: 10 * MM },
};

export function addSheet(book: Workbook, name: string, widths: readonly number[], frozenRows: number): Worksheet {
  const frozen = frozenRows > 0 ? { state: "frozen" as const, ySplit: frozenRows } : { state: "normal" as const };
  const sheet = book.addWorksheet(name, {
    pageSetup: { ...PAGE },
    views: [{ ...frozen, showGridLines: false }],
    headerFooter: { oddFooter: '&C&"宋体"&10— &P —' },
  });
  sheet.columns = widths.map((width) => ({ width }));
  return sheet;
}

export interface TextLook {
  readonly font: Partial<Font>;
  readonly alignment: Partial<Alignment>;
  readonly border?: Partial<Borders>;
}

/** Puts text into a cell, whatever it begins with; several parts may differ in font. */
export function putText(
  row: Row,
  column: number,
  parts: string | readonly { readonly text: string; readonly font: Partial<Font> }[],
  look: TextLook,
): void {
  const cell = row.getCell(column);
  cell.value =
    typeof parts === "string"
      ? spelled(parts)
      : { richText: parts.map(({ text, font }) => ({ text: spelled(text), font })) };
  cell.numFmt = TEXT;
  cell.font = look.font;
  cell.alignment = look.alignment;
  if (look.border) cell.border = look.border;
}

/** Names cells of a sheet; rows and columns count from 1, as the library does. */
export function nameCells(sheet: Worksheet, name: string, top: number, bottom: number, right = 1): void {
  const area = { sheet: sheet.name, top: top - 1, left: 0, bottom: bottom - 1, right: right - 1 };
  sheet.workbook.definedNames.add(formatArea(area), name);
}

/** Marks the first cell of a row. A name stands for cells of one sheet, so a mark's second gets the next name. */
export function markCell(sheet: Worksheet, mark: Mark, row: number): void {
  const names = sheet.workbook.definedNames;
  let nth = 1;
  while (names.getRanges(markName(mark, nth)).ranges.length > 0) nth += 1;
  nameCells(sheet, markName(mark, nth), row, row);
}
