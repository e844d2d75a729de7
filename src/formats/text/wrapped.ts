import { trimText } from "../../core/text/fold.ts";
import { headingNumber } from "../../core/text/heading.ts";
import { width } from "./width.ts";

/** How a file's lines were broken: at this column, and they begin at that one. */
export interface Wrap {
  readonly margin: number;
  readonly indent: number;
}

/** Lines of a page of paper are as wide as this, in half-width columns. */
const NARROWEST = 50;
const WIDEST = 110;
/** A sign that must not begin a line leaves its line so much shorter. */
const SLACK = 4;
const FEWEST = 12;

/**
 * Whether a text has a line end at the margin of each line, as text that was taken from a page has: most of its long
 * lines then end at one column. `null` where a line is a paragraph.
 */
export function wrapOf(lines: readonly string[]): Wrap | null {
  const prose = lines.filter((line) => !COLUMNS.test(line) && width(line.trimEnd()) >= NARROWEST);
  const ends = prose.map((line) => width(line.trimEnd()));
  const near = (margin: number) => ends.filter((end) => end <= margin && end >= margin - SLACK).length;
  const margin = [...new Set(ends)].reduce((best, end) => (near(end) > near(best) ? end : best), 0);
  if (margin > WIDEST || near(margin) < Math.max(FEWEST, ends.length * 0.7)) return null;
  return { margin, indent: Math.min(...prose.filter((line) => isFull(line, margin)).map(indentOf)) };
}

/** White space inside a line parts the columns of a table. */
const COLUMNS = /\S {2,}\S/;

function isFull(line: string, margin: number): boolean {
  const end = width(line.trimEnd());
  return end <= margin && end >= margin - SLACK;
}

function indentOf(line: string): number {
  return width(line.slice(0, line.length - line.trimStart().length));
}

/** True when a line goes on with the paragraph of the line before: that one is full, and this is neither indented nor numbered. */
export function goesOn(before: string, line: string, { margin, indent }: Wrap): boolean {
  return isFull(before, margin) && indentOf(line) <= indent && headingNumber(trimText(line)) === null;
}
