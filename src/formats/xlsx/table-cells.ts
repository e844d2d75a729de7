import type { Row } from "exceljs";
import type { AnnexValue } from "../../core/paper/annex.ts";
import { exactDecimal } from "./number-text.ts";
import { BODY, BOX, putText, type TextLook } from "./sheet-style.ts";

const CENTRE = { horizontal: "center", vertical: "middle", wrapText: true } as const;
const HEADER_LOOK = { font: { ...BODY, bold: true }, alignment: CENTRE, border: BOX } satisfies TextLook;
export const VALUE_LOOK = { font: BODY, alignment: CENTRE, border: BOX } satisfies TextLook;

/** A head cell of a table, shaded. */
export function putHead(row: Row, column: number, text: string): void {
  putText(row, column, text, HEADER_LOOK);
  row.getCell(column).fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFF2F2F2" } };
}

/** A number that Excel's 15 digits hold goes in as a number; a longer one as text, so that no digit is lost. */
export function putValue(row: Row, column: number, { text, number }: AnnexValue): void {
  const value = number === null ? Number.NaN : Number(number);
  if (text !== "" && (number === null || exactDecimal(value) !== number)) {
    putText(row, column, text, VALUE_LOOK);
    return;
  }
  const cell = row.getCell(column);
  cell.font = VALUE_LOOK.font;
  cell.alignment = VALUE_LOOK.alignment;
  cell.border = BOX;
  if (number === null) return;
  const places = number.split(".")[1]?.length ?? 0;
  cell.value = value;
  cell.numFmt = places === 0 ? "0" : `0.${"0".repeat(places)}`;
}
