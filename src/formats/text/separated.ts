import type { Block } from "../../core/document.ts";
import { halfWidth, trimText } from "../../core/text/fold.ts";
import { splitRuns } from "../xlsx/bulk.ts";
import { Grid } from "../xlsx/grid.ts";

/** Separators of the files that Excel and WPS save as CSV. Tabs have a reader of their own (`lines.ts`). */
const SEPARATORS = [",", ";"] as const;

/** A file with fewer rows of cells is taken for what it more likely is: sentences with commas. */
const FEWEST_ROWS = 3;

/**
 * The blocks of a CSV file, or `null` when the text is none. A sentence has commas too: a CSV shows by rows that have
 * the same number of fields all through, short ones, with figures or blanks among them.
 */
export function readSeparated(text: string): Block[] | null {
  const [, announced, rest] = /^\ufeff?sep=(.)\r?\n([\s\S]*)$/i.exec(text) ?? [];
  for (const separator of announced ? [announced] : SEPARATORS) {
    const records = parseRecords(rest ?? text.replace(/^\ufeff/, ""), separator);
    if (records && isTable(records)) return asSheet(records);
  }
  return null;
}

/**
 * The CSV tables that stand among the lines of a text, by the index of their first line: neighbours with the same
 * number of fields, three or more of them, or five where a row has but two fields.
 */
export function separatedTables(lines: readonly string[]): Map<number, string[][]> {
  const tables = new Map<number, string[][]>();
  for (const separator of SEPARATORS) {
    let rows: string[][] = [];
    for (let at = 0; at <= lines.length; at += 1) {
      const row = rowOf(lines[at] ?? "", separator);
      if (row && row.length === rows[0]?.length) {
        rows.push(row);
        continue;
      }
      if (rows.length >= ((rows[0]?.length ?? 0) > 2 ? FEWEST_ROWS : 5) && isTable(rows))
        tables.set(at - rows.length, rows);
      rows = row ? [row] : [];
    }
  }
  return tables;
}

/** The fields of one line; `null` when it has no separator or reads as a sentence. */
function rowOf(line: string, separator: string): string[] | null {
  if (!line.includes(separator) || /[。\uff1b\uff1a:]\s*$/.test(line)) return null;
  const [row, ...more] = parseRecords(line, separator) ?? [];
  return row && row.length > 1 && more.length === 0 ? row.map(trimText) : null;
}

/** RFC 4180: quotes hold separators, line ends and doubled quotes; `null` when a quote is never closed. */
function parseRecords(text: string, separator: string): string[][] | null {
  const records: string[][] = [];
  let record: string[] = [];
  let at = 0;
  const lineEnd = /\r\n|\r|\n/y;
  while (at < text.length) {
    let field = "";
    // Excel writes ="007" to keep leading zeros.
    const quoted = text.startsWith('"', at) ? at + 1 : text.startsWith('="', at) ? at + 2 : null;
    if (quoted !== null) {
      let from = quoted;
      for (;;) {
        const close = text.indexOf('"', from);
        if (close < 0) return null;
        field += text.slice(from, close);
        from = close + 1;
        if (text[from] !== '"') break;
        field += '"';
        from += 1;
      }
      at = from;
    }
    const end = fieldEnd(text, at, separator);
    field += text.slice(at, end);
    record.push(field);
    at = end;
    if (text[at] === separator) {
      at += 1;
      if (at === text.length) record.push("");
      continue;
    }
    lineEnd.lastIndex = at;
    at += lineEnd.exec(text)?.[0].length ?? 0;
    records.push(record);
    record = [];
  }
  if (record.length > 0) records.push(record);
  return records;
}

function fieldEnd(text: string, from: number, separator: string): number {
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== "\n" && text[end] !== "\r") end += 1;
  return end;
}

function isTable(all: readonly (readonly string[])[]): boolean {
  const records = all.filter((record) => record.some((field) => trimText(field) !== ""));
  const wide = records.filter((record) => record.length > 1);
  const lengths = new Map<number, number>();
  for (const { length } of wide) lengths.set(length, (lengths.get(length) ?? 0) + 1);
  const [usual] = [...lengths].sort((a, b) => b[1] - a[1]);
  if (!usual || usual[1] < FEWEST_ROWS || usual[1] < wide.length * 0.8) return false;
  if (wide.some(isSentence)) return false;
  const rows = wide.filter(({ length }) => length === usual[0]);
  return rows.filter((row) => row.some(isFigure)).length >= rows.length / 2;
}

function isFigure(field: string): boolean {
  const text = trimText(halfWidth(field));
  return text === "" || /^(?:[-+]?[\d,.]+\D{0,3}|[-—/])$/.test(text);
}

/** A program that saves CSV puts a sentence with commas into quotes: one without is no row, and neither is its file. */
function isSentence(record: readonly string[]): boolean {
  return !record.some(isFigure) && trimText(record.at(-1) ?? "").endsWith("。");
}

/** Laid out as the sheet that it was saved from: tables, and the lines round them as paragraphs. */
function asSheet(records: readonly (readonly string[])[]): Block[] {
  const texts = new Map<number, ReadonlyMap<number, string>>();
  for (const [r, record] of records.entries()) {
    const line = new Map<number, string>();
    for (const [c, field] of record.entries()) {
      const text = trimText(field.replace(/\r\n?/g, "\n"));
      if (text !== "") line.set(c, text);
    }
    if (line.size > 0) texts.set(r, line);
  }
  const grid = new Grid(texts, []);
  return splitRuns(grid).flatMap((run): Block[] =>
    run.kind === "table"
      ? [grid.table(run.rows)]
      : run.rows.map((row) => ({ kind: "paragraph", text: grid.texts(row).join("\t") })),
  );
}
