import type { Row, Workbook } from "exceljs";
import type { TableOfForm } from "../../core/form/form.ts";
import { type MatrixCell, matrixOf } from "../../core/paper/matrix.ts";
import type { ReportTable } from "../../core/report/report.ts";
import { tableName } from "./names.ts";
import { addSheet, BODY, BODY_SIZE, BOX, markCell, nameCells, putText, type TextLook } from "./sheet-style.ts";
import { putHead, putValue } from "./table-cells.ts";
import { lineCount } from "./text-width.ts";

/** Widths in characters of the sheet's font; a character takes 6 points. */
const LABEL_WIDTH = 30;
const OUTER_WIDTH = 12;
const VALUE_WIDTH = 12;
const POINTS = 6;

/** Points: a row of one line, and each line more. */
const ROW_HEIGHT = 20;
const LINE_HEIGHT = 14;

const TITLE_LOOK = {
  font: { ...BODY, size: 16, bold: true },
  alignment: { horizontal: "center", vertical: "middle", wrapText: true },
} as const satisfies TextLook;
const LABEL_LOOK = {
  font: BODY,
  alignment: { horizontal: "left", vertical: "middle", wrapText: true },
  border: BOX,
} as const satisfies TextLook;

/** What Excel takes for the name of a sheet: 31 characters, none of `: \\ / ? * [ ]`. */
function sheetName(title: string): string {
  return title.replace(/[:\\/?*[\]]/g, " ").slice(0, 31);
}

/**
 * A table of a section on a sheet of its own, as it is printed.
 * @param nth which of the workbook's tables it is, from 1
 */
export function addMatrixSheet(book: Workbook, table: TableOfForm, filled: ReportTable, nth: number): void {
  const { rows, width, labelWidth, headRows } = matrixOf(table, filled);
  const widths = Array.from({ length: width }, (_, c) =>
    c >= labelWidth ? VALUE_WIDTH : c === labelWidth - 1 ? LABEL_WIDTH : OUTER_WIDTH,
  );
  const sheet = addSheet(book, sheetName(table.form.title), widths, 1 + headRows);
  sheet.pageSetup.orientation = width > labelWidth + 8 ? "landscape" : "portrait";
  const title = sheet.getRow(1);
  title.height = 32;
  putText(title, 1, table.form.title, TITLE_LOOK);
  sheet.mergeCells(1, 1, 1, width);
  markCell(sheet, { kind: "proposed" }, 1);

  const taken = new Set<string>();
  rows.forEach((cells, r) => {
    const row = sheet.getRow(r + 2);
    let column = 1;
    let lines = 1;
    for (const cell of cells) {
      while (taken.has(`${r} ${column}`)) column += 1;
      put(row, column, cell);
      for (let dr = 0; dr < cell.rowSpan; dr += 1)
        for (let dc = 0; dc < cell.colSpan; dc += 1) taken.add(`${r + dr} ${column + dc}`);
      if (cell.colSpan > 1 || cell.rowSpan > 1)
        sheet.mergeCells(r + 2, column, r + 1 + cell.rowSpan, column + cell.colSpan - 1);
      const room = widths.slice(column - 1, column - 1 + cell.colSpan).reduce((sum, one) => sum + one, 0) * POINTS;
      lines = Math.max(lines, Math.ceil(lineCount(cell.text, BODY_SIZE, room) / cell.rowSpan));
      column += cell.colSpan;
    }
    row.height = ROW_HEIGHT + LINE_HEIGHT * (lines - 1);
  });
  nameCells(sheet, tableName(nth), 2, rows.length + 1, width);
  sheet.pageSetup.printArea = `A$1:${sheet.getColumn(width).letter}$${rows.length + 1}`;
  if (headRows > 0) sheet.pageSetup.printTitlesRow = `2:${1 + headRows}`;
}

function put(row: Row, column: number, cell: MatrixCell): void {
  if (cell.role === "value") putValue(row, column, cell);
  else if (cell.role === "label") putText(row, column, cell.text, LABEL_LOOK);
  else putHead(row, column, cell.text);
}
