import { largest } from "../../core/append.ts";
import { halfWidth, trimText } from "../../core/text/fold.ts";
import { type TextLine, textOf, type Word } from "./lines.ts";
import type { Glyph } from "./shapes.ts";

/** Shares of the letter's size: the gap by which a line shows that it has columns, and the least between them. */
const WIDE_GAP = 0.8;
const GUTTER = 0.4;
/** How many lines without columns may stand between two rows of one table (a label broken over lines). */
const MOST_SINGLES = 2;
const FEWEST_ROWS = 3;

/** Where the columns of a table begin, from left to right, and where the last one ends. */
export interface Columns {
  readonly starts: readonly number[];
  readonly right: number;
}

/** A table without borders: its first line, a row for each line, and its columns. */
interface ColumnRun {
  readonly start: number;
  readonly rows: readonly (readonly string[])[];
  readonly columns: Columns;
}

/**
 * The tables without borders among the lines of a page. A table shows by lines with wide gaps that leave the same
 * strips of the page empty, and by figures in its columns; it goes on as long as lines fit its columns.
 * @param before the columns of the table that the page before ended with
 */
export function columnRuns(lines: readonly TextLine[], before?: Columns): ColumnRun[] {
  const runs: ColumnRun[] = [];
  for (let start = 0; start < lines.length; ) {
    const columns = (start === 0 && goesOn(lines, before)) || columnsFrom(lines, start);
    const end = columns ? fittingEnd(lines, start, columns) : start + 1;
    if (columns) runs.push({ start, columns, rows: lines.slice(start, end).map((line) => rowOf(line, columns)) });
    start = end;
  }
  return runs;
}

/** The columns of the page before, where the first line of several words fits them as well. */
function goesOn(lines: readonly TextLine[], before: Columns | undefined): Columns | null {
  const first = lines.find(isRow);
  return before && first && fittingEnd(lines, 0, before) > lines.indexOf(first) ? before : null;
}

function columnsFrom(lines: readonly TextLine[], start: number): Columns | null {
  const end = runEnd(lines, start);
  const rows = lines.slice(start, end).filter(isRow);
  if (rows.length < FEWEST_ROWS) return null;
  const size = largest(rows.map((line) => line.size));
  const columns = { starts: columnStarts(rows, size * GUTTER), right: largest(rows.map(({ right }) => right)) };
  const withFigures = rows.filter((line) => rowOf(line, columns).slice(1).some(isFigure)).length;
  return columns.starts.length > 1 && withFigures >= rows.length / 2 ? columns : null;
}

function runEnd(lines: readonly TextLine[], start: number): number {
  let end = start;
  let singles = 0;
  for (let i = start; i < lines.length && singles <= MOST_SINGLES; i += 1) {
    const line = lines[i] as TextLine;
    if (isRow(line)) {
      singles = 0;
      end = i + 1;
    } else if (end > start && isShort(line)) singles += 1;
    else break;
  }
  return end;
}

/** Behind the last line that stands in the columns: rows, and pieces of rows that were broken over lines. */
function fittingEnd(lines: readonly TextLine[], start: number, { starts, right }: Columns): number {
  let end = start;
  for (let i = start; i < lines.length; i += 1) {
    const line = lines[i] as TextLine;
    const beside = line.x < (starts[0] ?? 0) - line.size * 2 || line.right > right + line.size * 2;
    const across = line.words.some(
      ({ text, x, right: to }) => text.length > 12 && columnAt(starts, x) !== columnAt(starts, to - 1),
    );
    if (beside || across || isPair(line) || !isShort(line)) break;
    end = i + 1;
  }
  return end;
}

function columnAt(starts: readonly number[], x: number): number {
  return Math.max(
    starts.findLastIndex((at) => at <= x),
    0,
  );
}

/** Words apart, none of them a sentence. */
function isRow(line: TextLine): boolean {
  const { words, size } = line;
  const apart = words.some((word, i) => i > 0 && word.x - (words[i - 1] as Word).right >= size * WIDE_GAP);
  return apart && !isPair(line) && words.every(({ text }) => text.length <= 60 && !/[。\uff1b;:\uff1a]$/.test(text));
}

/** `单位负责人：张三  审核人：李四`, a sign-off. */
function isPair({ words }: TextLine): boolean {
  return words.filter(({ text }) => /^(?!其中)[^\d]{2,8}[:\uff1a]/.test(text)).length > 1;
}

function isShort({ text }: TextLine): boolean {
  return text.length <= 60 && !/[。\uff1b;:\uff1a]$/.test(text);
}

function rowOf(line: TextLine, { starts }: Columns): string[] {
  const columns = starts.map((): Glyph[] => []);
  for (const letter of line.letters) columns[columnAt(starts, letter.x + letter.width / 2)]?.push(letter);
  return columns.map(textOf);
}

/** Columns begin behind each strip that words of hardly any row reach into. */
function columnStarts(rows: readonly TextLine[], least: number): number[] {
  const few = rows.length < 10 ? 0 : Math.max(1, rows.length / 20);
  const edges = rows
    .flatMap(({ words }) =>
      words.flatMap(({ x, right }) => [
        { at: x, by: 1 },
        { at: right, by: -1 },
      ]),
    )
    .sort((a, b) => a.at - b.at || a.by - b.by);
  const starts: number[] = [];
  let covered = 0;
  let emptyFrom = Number.NEGATIVE_INFINITY;
  for (const { at, by } of edges) {
    const before = covered;
    covered += by;
    if (before <= few && covered > few && at - emptyFrom >= least) starts.push(at);
    if (before > few && covered <= few) emptyFrom = at;
  }
  return starts;
}

function isFigure(text: string): boolean {
  return /^(?:[-+]?[\d,.]+\D{0,3}|[-—/无])$/u.test(trimText(halfWidth(text)));
}
