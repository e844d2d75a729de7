import type { Table, TableCell, TableRow } from "../document.ts";
import { trimText } from "../text/fold.ts";
import type { TextBlock } from "./tsv.ts";

/** Pastes beyond this are no table of a report, but somebody's whole workbook. */
const LONGEST = 5_000_000;
/** Spans beyond this are nonsense. */
const WIDEST = 1_000;

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

/** A block as a table for Excel, WPS and Word; a line break inside a cell becomes `<br>`. */
export function formatHtml(rows: TextBlock): string {
  const line = (row: readonly string[]) => `<tr>${row.map((text) => `<td>${escaped(text)}</td>`).join("")}</tr>`;
  return `<table>${rows.map(line).join("")}</table>`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "<br>");
}

/**
 * The tables in the HTML that Excel, WPS, Word or a browser put on the clipboard, spans kept. Only text is read,
 * nothing is ever put into the page. A table inside a cell counts as that cell's text.
 */
export function parseHtmlTables(html: string): Table[] {
  if (html.length > LONGEST) return [];
  const reader = new TableReader();
  const tokens =
    /<!--[\s\S]*?-->|<!\[[^>]*>|<(style|script|title)\b[\s\S]*?<\/\1\s*>|<(\/?)([a-z][a-z0-9:]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>|[^<]+|</gi;
  for (const [token, , closing, name, attributes] of html.matchAll(tokens)) {
    if (name !== undefined) reader.tag(name.toLowerCase(), closing === "/", attributes ?? "");
    else if (!/^<(?:!|style|script|title)/i.test(token)) reader.text(token);
  }
  return reader.finish();
}

class TableReader {
  readonly #tables: Table[] = [];
  #depth = 0;
  #rows: TableRow[] = [];
  #row: TableCell[] | null = null;
  #cell: { text: string; colSpan: number; rowSpan: number } | null = null;

  tag(name: string, closing: boolean, attributes: string): void {
    if (name === "table") return closing ? this.#leaveTable() : this.#enterTable();
    if (this.#depth === 1 && name === "tr") {
      this.#endRow();
      if (!closing) this.#row = [];
    } else if (this.#depth === 1 && (name === "td" || name === "th")) {
      this.#endCell();
      if (closing) return;
      this.#row ??= [];
      this.#cell = { text: "", colSpan: span(attributes, "colspan"), rowSpan: span(attributes, "rowspan") };
    } else if (this.#cell && (name === "br" || (closing && /^(?:p|div|li|tr|td|th)$/.test(name))))
      this.#cell.text += "\n";
  }

  text(source: string): void {
    // White space of the source, line breaks included, is one space; breaks come from tags alone.
    if (this.#cell) this.#cell.text += decoded(source.replace(/[ \t\r\n]+/g, " "));
  }

  finish(): Table[] {
    if (this.#depth > 0) this.#endTable();
    return this.#tables;
  }

  #enterTable(): void {
    this.#depth += 1;
    if (this.#depth === 1) this.#rows = [];
    // What stands before a table in a cell must not run into its first text: 2 and 3 are not 23.
    else if (this.#cell) this.#cell.text += "\n";
  }

  #leaveTable(): void {
    if (this.#depth === 1) this.#endTable();
    this.#depth = Math.max(0, this.#depth - 1);
  }

  #endTable(): void {
    this.#endRow();
    if (this.#rows.length > 0) this.#tables.push({ kind: "table", rows: this.#rows });
    this.#rows = [];
  }

  #endRow(): void {
    this.#endCell();
    if (this.#row) this.#rows.push(this.#row);
    this.#row = null;
  }

  #endCell(): void {
    const cell = this.#cell;
    this.#cell = null;
    if (!cell || !this.#row) return;
    const text = trimText(cell.text.replace(/ *\n[ \n]*/g, "\n"));
    this.#row.push({
      text,
      ...(cell.colSpan > 1 ? { colSpan: cell.colSpan } : {}),
      ...(cell.rowSpan > 1 ? { rowSpan: cell.rowSpan } : {}),
    });
  }
}

function span(attributes: string, name: string): number {
  const [, number = "1"] = new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,5})`, "i").exec(attributes) ?? [];
  return Math.min(WIDEST, Math.max(1, Number(number)));
}

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole;
  });
}
