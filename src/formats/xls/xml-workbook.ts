import { child, childElements, textOf, type XmlElement } from "../ooxml/tree.ts";
import type { Merge, Sheet, StoredCell, Workbook } from "../xlsx/workbook.ts";
import { damaged } from "./biff.ts";

/** Excel's own bounds: what lies beyond them was written to exhaust somebody's memory. */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

/** Formats that the file names instead of spelling them out; dates as Chinese offices write them. */
const NAMED_FORMATS: Readonly<Record<string, string>> = {
  Fixed: "0.00",
  Standard: "#,##0.00",
  Percent: "0.00%",
  Currency: "#,##0.00",
  "Euro Currency": "#,##0.00",
  Scientific: "0.00E+00",
  "Short Date": "yyyy/m/d",
  "Long Date": 'yyyy"年"m"月"d"日"',
  "Medium Date": "yyyy/m/d",
  "General Date": "yyyy/m/d h:mm",
};

/** What is asked of the workbook library: how a value looks in a format's code. */
export interface NumberFormats {
  is_date(format: string): boolean;
  format(format: string, value: number): string;
}

/** The sheets of an "XML 电子表格 2003", told apart from the tree of its elements. @throws UnreadableFile */
export function xmlWorkbook(root: XmlElement, show: NumberFormats): Workbook {
  if (root.tag !== "ss:Workbook") throw damaged("no workbook");
  const formats = new Map(
    childElements(child(root, "ss:Styles"), "ss:Style").map((style) => [
      style.attributes["ss:ID"] ?? "",
      child(style, "ss:NumberFormat")?.attributes["ss:Format"] ?? "General",
    ]),
  );
  const sheets = childElements(root, "ss:Worksheet").map((sheet) => readSheet(sheet, formats, show));
  if (sheets.length === 0) throw damaged("no sheet");
  return { sheets, names: new Map() };
}

function readSheet(sheet: XmlElement, formats: ReadonlyMap<string, string>, show: NumberFormats): Sheet {
  const table = child(sheet, "ss:Table");
  const rows = new Map<number, Map<number, StoredCell>>();
  const merges: Merge[] = [];
  const comments: { row: number; column: number; text: string }[] = [];
  const hiddenRows = new Set<number>();
  const columns = readColumns(table);
  let row = -1;
  for (const line of childElements(table, "ss:Row")) {
    row = placeOf(line, row, MOST_ROWS);
    if (line.attributes["ss:Hidden"] === "1") hiddenRows.add(row);
    let column = -1;
    const cells = new Map<number, StoredCell>();
    for (const cell of childElements(line, "ss:Cell")) {
      column = placeOf(cell, column, MOST_COLUMNS);
      const style = cell.attributes["ss:StyleID"] ?? line.attributes["ss:StyleID"] ?? columns.styles.get(column);
      const stored = storedCell(cell, formats.get(style ?? "Default") ?? "General", show);
      if (stored) cells.set(column, stored);
      const comment = child(cell, "ss:Comment");
      if (comment) comments.push({ row, column, text: textOf(comment).trim() });
      const across = Math.min(count(cell, "ss:MergeAcross"), MOST_COLUMNS);
      const down = Math.min(count(cell, "ss:MergeDown"), MOST_ROWS);
      if (across + down > 0) merges.push({ top: row, left: column, bottom: row + down, right: column + across });
      column += across;
    }
    if (cells.size > 0) rows.set(row, cells);
    row += count(line, "ss:Span");
  }
  const visible = child(child(sheet, "xl:WorksheetOptions"), "xl:Visible");
  return {
    name: sheet.attributes["ss:Name"] ?? "",
    hidden: visible !== undefined && textOf(visible) !== "SheetVisible",
    rows,
    merges,
    hiddenRows,
    hiddenColumns: columns.hidden,
    comments,
  };
}

function readColumns(table: XmlElement | undefined): { styles: Map<number, string>; hidden: Set<number> } {
  const styles = new Map<number, string>();
  const hidden = new Set<number>();
  let column = -1;
  for (const element of childElements(table, "ss:Column")) {
    column = placeOf(element, column, MOST_COLUMNS);
    const last = Math.min(column + count(element, "ss:Span"), MOST_COLUMNS);
    for (; column <= last; column += 1) {
      const style = element.attributes["ss:StyleID"];
      if (style !== undefined) styles.set(column, style);
      if (element.attributes["ss:Hidden"] === "1") hidden.add(column);
    }
    column = last;
  }
  return { styles, hidden };
}

/** Where an element stands, counted from 0: behind the one before, or where its index says (counted from 1). */
function placeOf(element: XmlElement, before: number, most: number): number {
  const index = count(element, "ss:Index");
  const place = index > 0 ? index - 1 : before + 1;
  if (place >= most) throw damaged("a place beyond the sheet");
  return place;
}

function count(element: XmlElement, attribute: string): number {
  const text = element.attributes[attribute];
  return text !== undefined && /^\d{1,7}$/.test(text) ? Number(text) : 0;
}

function storedCell(cell: XmlElement, named: string, show: NumberFormats): StoredCell | null {
  const data = child(cell, "ss:Data");
  const text = data ? textOf(data) : "";
  if (text === "") {
    const formula = cell.attributes["ss:Formula"];
    return formula === undefined ? null : { kind: "uncalculated", formula: formula.replace(/^=/, "") };
  }
  const format = NAMED_FORMATS[named] ?? named;
  switch (data?.attributes["ss:Type"]) {
    case "Number": {
      const value = Number(text);
      if (!Number.isFinite(value)) return { kind: "text", text };
      if (show.is_date(format)) return { kind: "date", shown: show.format(format, value) };
      return { kind: "number", value, format, shown: format.includes("%") ? show.format(format, value) : text };
    }
    case "DateTime": {
      const days = (Date.parse(`${text.replace(/Z$/, "")}Z`) - FIRST_DAY) / 86_400_000;
      if (Number.isNaN(days)) return { kind: "text", text };
      return { kind: "date", shown: show.format(show.is_date(format) ? format : "yyyy/m/d", days) };
    }
    case "Boolean":
      return { kind: "boolean", shown: text === "1" ? "TRUE" : "FALSE" };
    case "Error":
      return { kind: "error", shown: text };
    default:
      return { kind: "text", text };
  }
}

/** Day 0 of a workbook's calendar. */
const FIRST_DAY = Date.UTC(1899, 11, 30);
