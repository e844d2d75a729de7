import ExcelJS, { type Workbook, type Worksheet } from "exceljs";
import JSZip from "jszip";
import type { Block, SourceDocument } from "../../../src/core/document.ts";
import type { Read } from "../../../src/core/report/report.ts";
import { readXlsx } from "../../../src/formats/xlsx/read.ts";

/** Workbooks as strangers make them, built in memory, and what the reader makes of them. */

export type CellInput = ExcelJS.CellValue;

/** Puts rows of values into a sheet, from A1; `null` leaves a cell empty. */
export function fill(sheet: Worksheet, rows: readonly (readonly CellInput[])[]): Worksheet {
  rows.forEach((row, r) => {
    row.forEach((value, c) => {
      if (value !== null) sheet.getCell(r + 1, c + 1).value = value;
    });
  });
  return sheet;
}

export async function bytesOf(make: (book: Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  make(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

export async function readBook(make: (book: Workbook) => void): Promise<Read<SourceDocument>> {
  return readXlsx(await bytesOf(make));
}

/** One sheet of these rows, read. */
export async function readRows(
  rows: readonly (readonly CellInput[])[],
  more: (sheet: Worksheet) => void = () => {},
): Promise<Read<SourceDocument>> {
  return readBook((book) => more(fill(book.addWorksheet("Sheet1"), rows)));
}

/** Blocks in short: paragraphs as text, tables as rows of texts. */
export function brief(blocks: readonly Block[]): (string | string[][])[] {
  return blocks.map((block) =>
    block.kind === "table" ? block.rows.map((row) => row.map(({ text }) => text)) : block.text,
  );
}

export function codes({ messages }: Read<unknown>): string[] {
  return messages.map(({ code }) => code);
}

/** A workbook with one part changed by hand, for what no library writes. */
export async function patched(bytes: Uint8Array, part: string, change: (xml: string) => string): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes);
  const xml = await zip.file(part)?.async("string");
  if (xml === undefined) throw new Error(`no part ${part}`);
  const changed = change(xml);
  if (changed === xml) throw new Error(`nothing to change in ${part}`);
  return zip.file(part, changed).generateAsync({ type: "uint8array" });
}

export const FIRST_SHEET = "xl/worksheets/sheet1.xml";
