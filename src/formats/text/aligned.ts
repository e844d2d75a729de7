import { trimText } from "../../core/text/fold.ts";

/** A field of a line whose columns are made with spaces: its text and where it stands, in half-width columns. */
interface Field {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const GAP = / {2,}|\u3000+ *| +\u3000 */g;

/** Han letters and full-width signs take two columns in the fonts that such files are typed in. */
function width(text: string): number {
  let columns = 0;
  for (const letter of text)
    columns += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(
      letter,
    )
      ? 2
      : 1;
  return columns;
}

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

/** A line that could be a row: a few short fields, no sentence, and no row of `label: value` pairs (a sign-off). */
function looksLikeRow(fields: readonly Field[]): boolean {
  if (fields.length < 2 || fields.length > 8) return false;
  const pairs = fields.filter(({ text }) => /^[^\d]{2,8}[:\uff1a]/.test(text)).length;
  return pairs < 2 && fields.every(({ text }) => width(text) <= 120 && !/[。\uff1b;:\uff1a]$/.test(text));
}

/**
 * The rows of a block of lines whose columns are aligned with spaces, or `null` when it is no table. A run of
 * at least three rows makes a table; a line with one short field between rows is a row of its own.
 */
export function alignedRows(lines: readonly string[]): string[][] | null {
  const all = lines.map(fieldsOf);
  if (all.filter(looksLikeRow).length < 3) return null;
  const most = Math.max(...all.filter(looksLikeRow).map((fields) => fields.length));
  const full = all.filter((fields) => fields.length === most);
  const columns = Array.from({ length: most }, (_, c) => ({
    from: Math.min(...full.map((fields) => fields[c]?.from ?? 0)),
    to: Math.max(...full.map((fields) => fields[c]?.to ?? 0)),
  }));
  return all.map((fields) => {
    if (fields.length === most) return fields.map(({ text }) => trimText(text));
    const row = columns.map(() => "");
    for (const [i, field] of fields.entries()) {
      const c = i === 0 ? 0 : nearest(columns, field);
      row[c] = row[c] ? `${row[c]} ${trimText(field.text)}` : trimText(field.text);
    }
    return row;
  });
}

function nearest(columns: readonly { from: number; to: number }[], field: Field): number {
  const overlap = (c: { from: number; to: number }) => Math.min(c.to, field.to) - Math.max(c.from, field.from);
  return columns.reduce((best, column, c) => (overlap(column) > overlap(columns[best] ?? column) ? c : best), 0);
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
