import { largest } from "../append.ts";
import type { LabelIndex } from "./labels.ts";
import type { BodyRow } from "./table-output.ts";

/** Into how many lines a label is broken at most. */
const MOST_PIECES = 6;

/**
 * Labels that the source broke over several rows: together they are known, and at most one of the rows has anything
 * beside its piece of the label (often the middle one, or a row of its own without a piece).
 */
export function mergeBrokenLabels(rows: readonly BodyRow[], index: LabelIndex): BodyRow[] {
  const merged: BodyRow[] = [];
  for (let at = 0; at < rows.length; ) {
    const count = piecesAt(rows, at, index);
    merged.push(count > 1 ? asOne(rows.slice(at, at + count)) : (rows[at] as BodyRow));
    at += count;
  }
  return merged;
}

/** How many rows from here are one; 1 where the row stands alone. */
function piecesAt(rows: readonly BodyRow[], at: number, index: LabelIndex): number {
  let label = "";
  let filled = 0;
  let found = 1;
  for (let count = 1; count <= MOST_PIECES && at + count <= rows.length; count += 1) {
    const { row, columns, label: piece } = rows[at + count - 1] as BodyRow;
    // A later piece that is a label by itself begins a row of its own.
    if (count > 1 && index.knows(piece)) break;
    filled += row.some((text, c) => text !== "" && c !== columns.label) ? 1 : 0;
    if (filled > 1) break;
    label += piece;
    if (count > 1 && piece !== "" && index.knows(label)) found = count;
  }
  return found;
}

function asOne(pieces: readonly BodyRow[]): BodyRow {
  const [first] = pieces as readonly [BodyRow];
  // The row that carries the values knows where they stand.
  const base = pieces.find(({ row, columns }) => row.some((text, c) => text !== "" && c !== columns.label)) ?? first;
  const label = pieces.map((piece) => piece.label).join("");
  const widest = largest(pieces.map(({ row }) => row.length));
  const row = Array.from({ length: widest }, (_, c) =>
    c === base.columns.label ? label : pieces.map((piece) => piece.row[c] ?? "").join(""),
  );
  return { ...base, row, label };
}
