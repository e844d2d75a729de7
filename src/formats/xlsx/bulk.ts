import { append } from "../../core/append.ts";
import { headingNumber } from "../../core/text/heading.ts";
import type { Grid } from "./grid.ts";

/** A stretch of rows that belong together; indices of the sheet's rows. */
export interface Run {
  readonly kind: "table" | "lines";
  readonly rows: readonly number[];
}

/**
 * Tells a sheet's tables from the lines round them (number of the annex, title, year, 填报单位 above; sign-off and
 * notes below). In doubt a row stays in the table: nothing may be lost, and the recogniser sorts it out.
 */
export function splitRuns(grid: Grid): Run[] {
  const runs: Run[] = [];
  for (const stretch of stretches(grid)) append(runs, aroundTable(grid, stretch));
  return runs;
}

/** Cuts where one table ends and the head of the next begins; each piece has at most one table. */
function stretches(grid: Grid): number[][] {
  const pieces: number[][] = [];
  let piece: number[] = [];
  /** Lines since the last row of several cells: whose they are, the next such row decides. */
  let pending: number[] = [];
  let inTable = false;
  for (const row of grid.rows) {
    if (grid.width(row) < 2) {
      pending.push(row);
      continue;
    }
    if (inTable && startsAnew(grid, piece.at(-1) ?? row, pending, row)) {
      pieces.push(piece);
      piece = [];
    }
    append(piece, pending);
    piece.push(row);
    pending = [];
    inTable = true;
  }
  append(piece, pending);
  return [...pieces, piece].filter((rows) => rows.length > 0);
}

/** True when the lines between two rows of a table are the head of another table. */
function startsAnew(grid: Grid, last: number, between: readonly number[], next: number): boolean {
  const texts = between.flatMap((row) => grid.texts(row));
  if (texts.some((text) => /^附[件表]/.test(text))) return true;
  const gap = next - last - 1 > between.length;
  return gap && texts.some((text) => !isRowLabel(text));
}

/** A label that may well stand alone in its row: `二、回应解读情况`, `其中:涉及个人隐私`. */
function isRowLabel(text: string): boolean {
  return headingNumber(text) !== null || /^其中/.test(text);
}

function aroundTable(grid: Grid, rows: readonly number[]): Run[] {
  const isTableRow = (row: number) => grid.width(row) >= 2;
  const first = rows.findIndex((row) => isTableRow(row) && !isHeadLine(grid.texts(row)));
  if (first < 0) return [{ kind: "lines", rows }];
  const end = tableEnd(grid, rows, first);
  const runs: Run[] = [
    { kind: "lines", rows: rows.slice(0, first) },
    { kind: "table", rows: rows.slice(first, end) },
    { kind: "lines", rows: rows.slice(end) },
  ];
  return runs.filter((run) => run.rows.length > 0);
}

/** Where the table's rows end: behind its last row of several cells that is no sign-off line. */
function tableEnd(grid: Grid, rows: readonly number[], first: number): number {
  // Below the last row of several cells: lines, unless they touch the table and read as one of its labels.
  let end = rows.findLastIndex((row) => grid.width(row) >= 2) + 1;
  const signOff = signOffStart(grid, rows, first, end);
  if (signOff < end) return signOff;
  while (end < rows.length && rows[end] === (rows[end - 1] ?? 0) + 1 && grid.texts(rows[end] ?? 0).every(isRowLabel))
    end += 1;
  return end;
}

/** Where the sign-off lines begin that end at `end`; `end` itself when there are none. */
function signOffStart(grid: Grid, rows: readonly number[], first: number, end: number): number {
  let start = end;
  for (let at = end - 1; at > first; at -= 1) {
    const texts = grid.texts(rows[at] ?? 0);
    if (texts.length >= 2 && isFormLine(texts) && texts.filter(isLabelled).length >= 2) start = at;
    else if (!(isFormLine(texts) || (texts.length === 1 && !texts.every(isRowLabel)))) break;
  }
  return start;
}

const LABEL = /^(?!其中)[\p{Script=Han}()\uff08\uff09\s]{2,14}[:\uff1a]/u;
const NUMBER = /^[-+]?[\d,]+(?:\.\d+)?$/;

function isLabelled(text: string): boolean {
  return LABEL.test(text);
}

/** `填报单位:某街道 | 2018 年度`, above a table: something is labelled and nothing is a bare number. */
function isHeadLine(texts: readonly string[]): boolean {
  return texts.some(isLabelled) && !texts.some((text) => NUMBER.test(text));
}

/** `单位负责人:张三 | 审核人: | 李四`: each cell is labelled, or is what the label before it asks for. */
function isFormLine(texts: readonly string[]): boolean {
  return texts.every((text, i) => isLabelled(text) || (i > 0 && /[:\uff1a]$/.test(texts[i - 1] ?? "")));
}
