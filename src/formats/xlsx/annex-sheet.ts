import type { Row, Workbook, Worksheet } from "exceljs";
import type { Mark } from "../../core/marks.ts";
import type { AnnexPaper, AnnexRow } from "../../core/paper/annex.ts";
import { tableName } from "./names.ts";
import {
  addSheet,
  BODY,
  BODY_SIZE,
  BOX,
  markCell,
  nameCells,
  putText,
  SMALL,
  SMALL_SIZE,
  type TextLook,
} from "./sheet-style.ts";
import { putHead, putValue, VALUE_LOOK } from "./table-cells.ts";
import { textWidth } from "./text-width.ts";

const SHEET_NAME = "统计表";

/** Widths in characters of the sheet's font; together they fill the width between the margins. */
const LABEL_WIDTH = 58;
const UNIT_WIDTH = 10;
const VALUE_WIDTH = 14;

/** Points: a row of one line, and each line more. */
const ROW_HEIGHT = 20;
const LINE_HEIGHT = 14;

const LEFT = { horizontal: "left", vertical: "middle", wrapText: true } as const;
const CENTRE = { horizontal: "center", vertical: "middle", wrapText: true } as const;

const NUMBER_LOOK = { font: { name: "黑体", size: 14 }, alignment: LEFT } satisfies TextLook;
const TITLE_LOOK = { font: { ...BODY, size: 18, bold: true }, alignment: CENTRE } satisfies TextLook;
const YEAR_LOOK = { font: { ...BODY, size: 12 }, alignment: CENTRE } satisfies TextLook;
const LINE_LOOK = { font: BODY, alignment: LEFT } satisfies TextLook;

/** Lays the annex out as it is printed: head lines, the table with its exact labels, sign-off. */
export function addAnnexSheet(book: Workbook, paper: AnnexPaper): void {
  const columns = paper.header.length;
  const first = paper.rows[0]?.values.length ?? 1;
  const widths = paper.header.map((_, i) => (i === 0 ? LABEL_WIDTH : i >= columns - first ? VALUE_WIDTH : UNIT_WIDTH));
  const head = headLines(paper);
  const headerRow = head.length + 1;
  const sheet = addSheet(book, SHEET_NAME, widths, headerRow);

  head.forEach(({ text, look, height, mark }, i) => {
    const row = sheet.getRow(i + 1);
    row.height = height;
    putText(row, 1, text, look);
    sheet.mergeCells(i + 1, 1, i + 1, columns);
    if (mark) markCell(sheet, mark, i + 1);
  });
  putHeader(sheet.getRow(headerRow), paper.header);
  paper.rows.forEach((line, i) => {
    putRow(sheet.getRow(headerRow + 1 + i), line, columns);
  });
  const lastRow = headerRow + paper.rows.length;
  nameCells(sheet, tableName(1), headerRow, lastRow, columns);
  const end = putSignOff(sheet, lastRow + 1, paper.signOff, columns);

  // The library puts `$` before the columns only; the one before the rows is ours.
  sheet.pageSetup.printArea = `A$1:${sheet.getColumn(columns).letter}$${end}`;
  sheet.pageSetup.printTitlesRow = `${headerRow}:${headerRow}`;
}

interface HeadLine {
  readonly text: string;
  readonly look: TextLook;
  readonly height: number;
  readonly mark?: Mark;
}

function headLines(paper: AnnexPaper): HeadLine[] {
  const lines: HeadLine[] = [];
  if (paper.number !== null)
    lines.push({ text: paper.number, look: NUMBER_LOOK, height: 24, mark: { kind: "annex-number" } });
  const mark: Mark = { kind: paper.titleProposed ? "proposed" : "annex-title" };
  lines.push({ text: paper.title, look: TITLE_LOOK, height: 34, mark });
  if (paper.yearLine !== "") lines.push({ text: paper.yearLine, look: YEAR_LOOK, height: 22 });
  lines.push({ text: paper.unitLine, look: LINE_LOOK, height: 24 });
  return lines;
}

function putHeader(row: Row, labels: readonly string[]): void {
  row.height = 24;
  labels.forEach((label, i) => {
    putHead(row, i + 1, label);
  });
}

function putRow(row: Row, line: AnnexRow, columns: number): void {
  const indent = line.level;
  const font = line.level === 1 ? { ...BODY, bold: true } : BODY;
  const look = { font, alignment: { ...LEFT, indent }, border: BOX };
  putText(row, 1, line.note === "" ? line.label : labelWithNote(line, font), look);
  row.height = ROW_HEIGHT + LINE_HEIGHT * (lines(line) - 1);
  const firstValue = columns - line.values.length + 1;
  if (firstValue > 2) putText(row, 2, line.unit, VALUE_LOOK);
  line.values.forEach((value, i) => {
    putValue(row, firstValue + i, value);
  });
}

function labelWithNote(line: AnnexRow, font: TextLook["font"]) {
  return [
    { text: line.label, font },
    { text: line.note, font: SMALL },
  ];
}

/** How many lines the label takes; rather one too many than one cut off. */
function lines(line: AnnexRow): number {
  const room = LABEL_POINTS - line.level * INDENT_POINTS;
  return Math.ceil((textWidth(line.label, BODY_SIZE) + textWidth(line.note, SMALL_SIZE)) / room);
}

/** The width of the label column inside its padding, and of one indent, in points. */
const LABEL_POINTS = LABEL_WIDTH * 6;
const INDENT_POINTS = 9;

/** Two of the items a line, each in a cell of its own. Returns the last row. */
function putSignOff(sheet: Worksheet, top: number, items: AnnexPaper["signOff"], columns: number): number {
  let row = top - 1;
  items.forEach(({ label, value }, i) => {
    if (i % 2 === 0) row += 1;
    const line = sheet.getRow(row);
    line.height = 24;
    const column = 1 + (i % 2);
    putText(line, column, `${label}：${value}`, LINE_LOOK);
    if (column === 2 && columns > 2) sheet.mergeCells(row, 2, row, columns);
  });
  return row;
}
