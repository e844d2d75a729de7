import { append } from "../../core/append.ts";
import type { Block, SourceDocument, Table, TableCell, TableRow } from "../../core/document.ts";
import type { Message, Read } from "../../core/report/report.ts";
import { trimText } from "../../core/text/fold.ts";
import { refuseEndlessText } from "../endless.ts";
import { alignedLine, alignedTables } from "./aligned.ts";
import { decodeText } from "./decode.ts";
import { type Line, splitLines } from "./lines.ts";
import { readSeparated, separatedTables } from "./separated.ts";
import { goesOn, type Wrap, wrapOf } from "./wrapped.ts";

/**
 * Plain text: one line a paragraph; a CSV file whole; tables as `cell |` lines (one cell a line, or one row a line, with or
 * without outer bars), tab-separated lines, or columns aligned with spaces.
 * @throws UnreadableFile when it is far too long
 */
export function readText(bytes: Uint8Array): Read<SourceDocument> {
  const { text, faults } = decodeText(bytes);
  refuseEndlessText(text);
  const messages: Message[] =
    faults === 0
      ? []
      : [
          {
            level: "warning",
            code: "undecodable",
            text: `有 ${faults} 处文字按任何编码都认不出，显示为“\ufffd”，请对照原文件。`,
          },
        ];
  const separated = readSeparated(text);
  if (separated) return { value: { blocks: separated }, messages };
  const lines = splitLines(text);
  const wrap = wrapOf(lines.flatMap((line) => (line.separator === null ? [line.text] : [])));
  if (wrap) messages.push(JOINED);
  return { value: { blocks: readLines(lines, wrap) }, messages };
}

const JOINED: Message = {
  level: "ask",
  code: "lines-joined",
  text: "这个文件的文字每一行都断开，已按行宽连成段落，请核对分段。",
};

function readLines(lines: readonly Line[], wrap: Wrap | null): Block[] {
  const separated = separatedTables(lines.map(({ text, separator }) => (separator === null ? text : "")));
  const blocks: Block[] = [];
  let i = 0;
  while (i < lines.length) {
    const line = lines[i];
    const end = line ? tableEnd(lines, i) : i;
    if (line?.separator === "bar") {
      blocks.push(barTable(lines.slice(i, end)));
    } else if (line?.separator === "tab" && end > i + 1) {
      blocks.push(table(lines.slice(i, end).map((l) => l.cells ?? [trimText(l.text)])));
    } else {
      const aligned = alignedBlock(lines, i);
      const rows = separated.get(i);
      const tables = aligned?.tables ?? (rows && [rows]);
      if (tables) {
        append(blocks, tables.map(table));
        i += aligned?.lines ?? rows?.length ?? 1;
        continue;
      }
      const paragraph = trimText(line?.text ?? "");
      const before = lines[i - 1];
      const last = blocks.at(-1);
      const open = wrap && line && before && before.separator === null && last?.kind === "paragraph" ? last : null;
      if (paragraph && open && wrap && goesOn(before?.text ?? "", line?.text ?? "", wrap))
        blocks[blocks.length - 1] = { kind: "paragraph", text: open.text + paragraph };
      else if (paragraph) blocks.push({ kind: "paragraph", text: paragraph });
      i += 1;
      continue;
    }
    i = Math.max(end, i + 1);
  }
  return blocks;
}

/** How many lines without a separator may stand between two lines of one table (a label broken over lines). */
const GAP = 2;

/** The end of the run of lines with the same separator, short unseparated lines between them included. */
function tableEnd(lines: readonly Line[], start: number): number {
  const separator = startsTable(lines, start);
  if (!separator) return start;
  let end = start;
  for (let i = start; i < lines.length && i - end <= GAP; i += 1) {
    if (lines[i]?.separator === separator) end = i + 1;
    else if ((lines[i]?.text.length ?? 0) > 60 || /[。]\s*$/.test(lines[i]?.text ?? "")) break;
  }
  return end;
}

function startsTable(lines: readonly Line[], at: number): Line["separator"] {
  return lines[at]?.separator ?? null;
}

/** Tables whose columns are aligned with spaces, blank lines between their rows, and how many lines they take. */
function alignedBlock(
  lines: readonly Line[],
  start: number,
): { readonly tables: string[][][]; readonly lines: number } | null {
  if (alignedLine(lines[start]?.text ?? "") !== "row") return null;
  let end = start;
  let singles = 0;
  let blanks = 0;
  for (let i = start; i < lines.length && singles <= GAP && blanks <= GAP; i += 1) {
    const line = lines[i];
    const is = line && line.separator === null ? alignedLine(line.text) : "no";
    blanks = line && trimText(line.text) === "" ? blanks + 1 : 0;
    if (blanks > 0) continue;
    if (is === "no") break;
    singles = is === "row" ? 0 : singles + 1;
    if (is === "row") end = i + 1;
  }
  const block = lines.slice(start, end);
  const tables = alignedTables(block.flatMap(({ text }) => (trimText(text) === "" ? [] : [text])));
  return tables && { tables, lines: block.length };
}

function table(rows: readonly (readonly string[])[]): Table {
  return { kind: "table", rows: rows.map((row): TableRow => row.map((text): TableCell => ({ text }))) };
}

/**
 * Bar lines: where nearly every line has a single cell, the rows' ends are lost and the cells flow. A lone bar
 * closes the unseparated line before it, or is a blank cell when there is none.
 */
function barTable(lines: readonly Line[]): Table {
  const rows: string[][] = [];
  let open: string | null = null;
  for (const line of lines) {
    if (!line.cells) {
      const text = trimText(line.text);
      if (text) open = open === null ? text : `${open}\n${text}`;
    } else {
      const [first = "", ...rest] = line.cells;
      rows.push([open === null ? first : first === "" ? open : `${open}\n${first}`, ...rest]);
      open = null;
    }
  }
  if (open !== null) rows.push([open]);
  const flow = rows.filter((row) => row.length === 1).length > rows.length * 0.8;
  if (!flow) return table(rows);
  return { kind: "table", flow: true, rows: rows.flat().map((text) => [{ text }]) };
}
