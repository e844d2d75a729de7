import { largest, smallest } from "../../core/append.ts";
import { trimText } from "../../core/text/fold.ts";
import { width } from "./width.ts";

/** A field of a line whose columns are made with spaces: its text and where it stands, in half-width columns. */
interface Field {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const GAP = / {2,}|\u3000+ *| +\u3000 */g;

function fieldsOf(line: string): Field[] {
  const fields: Field[] = [];
  let at = 0;
  for (const part of line.matchAll(GAP)) {
    if (part.index > at)
      fields.push({
        text: line.slice(at, part.index),
        from: width(line.slice(0, at)),
        to: width(line.slice(0, part.index)),
      });
    at = part.index + part[0].length;
  }
  if (at < line.trimEnd().length)
    fields.push({ text: line.slice(at), from: width(line.slice(0, at)), to: width(line) });
  return fields.filter((field) => trimText(field.text) !== "");
}

/** A number, or a sign that stands for none, as tables have it. */
const FIGURE =
  /^(?:[+\-\u2212\u51cf\u589e]?[\d\uff10-\uff19][\d\uff10-\uff19,\uff0c.\uff0e%]*|[-/\u2014\u2013\uff0d\uff0f]+)$/;

function isFigure({ text }: Field): boolean {
  return FIGURE.test(text.trim());
}

/** How many fields at a line's end are figures. */
function figuresAtEnd(fields: readonly Field[]): number {
  return fields.length - 1 - fields.findLastIndex((field) => !isFigure(field));
}

/** As many columns of figures as a form's widest table has, with a label and two heads beside it. */
const MOST_FIELDS = 20;
const MOST_WIDE = 8;
const WIDE = 16;

/** A line that could be a row: short fields, no sentence, and no row of `label: value` pairs (a sign-off). */
function looksLikeRow(fields: readonly Field[]): boolean {
  if (fields.length < 2 || fields.length > MOST_FIELDS) return false;
  if (fields.filter(({ text }) => width(text) > WIDE).length > MOST_WIDE) return false;
  const pairs = fields.filter(({ text }) => /^[^\d]{2,8}[:\uff1a]/.test(text)).length;
  return pairs < 2 && fields.every(({ text }) => width(text) <= 120 && !/[。\uff1b;:\uff1a]$/.test(text));
}

/**
 * The tables of a block of lines whose columns are aligned with spaces, or `null` when it is none. A run of
 * at least three rows makes a table; a line with one short field between rows is a row of its own. Where a head comes
 * again with another number of figures below it, a new table begins.
 */
export function alignedTables(lines: readonly string[]): string[][][] | null {
  const all = lines.map(fieldsOf);
  if (all.filter(looksLikeRow).length < 3) return null;
  return segments(all).map(layOut);
}

/** The lines divided where the columns change: at a head behind which the rows have another number of figures. */
function segments(all: readonly (readonly Field[])[]): Field[][][] {
  const parts: Field[][][] = [[]];
  const below = figuresBelow(all);
  let figures: number | null = null;
  for (const [i, fields] of all.entries()) {
    const here = figuresAtEnd(fields);
    if (here > 0 && fields.length > here) figures = here;
    else if (figures !== null && isHead(fields)) {
      const next = below[i] ?? 0;
      if (next > 0 && next !== figures) {
        parts.push([]);
        figures = null;
      }
    }
    parts.at(-1)?.push([...fields]);
  }
  return parts;
}

/** For each line, how many figures the next line from there on has that has any; 0 where none has. */
function figuresBelow(all: readonly (readonly Field[])[]): number[] {
  const below = all.map(figuresAtEnd);
  for (let i = below.length - 2; i >= 0; i -= 1) if (below[i] === 0) below[i] = below[i + 1] ?? 0;
  return below;
}

/** Titles of columns: several texts, none of them a figure, a numbered label or a unit. */
function isHead(fields: readonly Field[]): boolean {
  return (
    fields.length > 1 &&
    fields.every(
      (field) =>
        !isFigure(field) &&
        width(field.text) >= 4 &&
        !/^[(\uff08]?[\d一二三四五六七八九十]+[)\uff09.、]/.test(field.text),
    )
  );
}

/**
 * A line with as many figures at its end as the rows have at most has them in the last columns, wherever its label
 * begins; where figures are missing, their places tell.
 */
function layOut(all: readonly (readonly Field[])[]): string[][] {
  const rows = all.filter(looksLikeRow);
  const figures = largest(rows.map(figuresAtEnd), 0);
  const complete = rows.filter((fields) => figuresAtEnd(fields) === figures);
  const most = largest(
    complete.map((fields) => fields.length),
    1,
  );
  const full = complete.filter((fields) => fields.length === most);
  const columns = Array.from({ length: most }, (_, c) => ({
    from: smallest(full.map((fields) => fields[c]?.from ?? 0)),
    to: largest(full.map((fields) => fields[c]?.to ?? 0)),
  }));
  return all.map((fields) => {
    if (fields.length === most) return fields.map(({ text }) => trimText(text));
    const row = columns.map(() => "");
    const last = figures > 0 && figuresAtEnd(fields) === figures ? fields.length - figures : fields.length;
    for (const [i, field] of fields.entries()) {
      const c =
        i >= last
          ? most - fields.length + i
          : i === 0 && !isFigure(field)
            ? 0
            : nearest(columns, field, isFigure(field) ? 1 : 0);
      row[c] = row[c] ? `${row[c]} ${trimText(field.text)}` : trimText(field.text);
    }
    return row;
  });
}

/** @param first the leftmost column that it may be in: labels take no figures */
function nearest(columns: readonly { from: number; to: number }[], field: Field, first: number): number {
  const overlap = (c: { from: number; to: number }) => Math.min(c.to, field.to) - Math.max(c.from, field.from);
  return columns.reduce(
    (best, column, c) => (c > best && overlap(column) > overlap(columns[best] ?? column) ? c : best),
    Math.min(first, columns.length - 1),
  );
}

/** Whether a line can stand in an aligned table at all. */
export function alignedLine(line: string): "row" | "single" | "no" {
  const fields = fieldsOf(line);
  if (looksLikeRow(fields)) return "row";
  const [only] = fields;
  return fields.length === 1 && only && width(only.text) <= 80 && !/[。\uff1b;:\uff1a]$/.test(only.text)
    ? "single"
    : "no";
}
