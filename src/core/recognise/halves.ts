import { largest } from "../append.ts";
import { halfWidth } from "../text/fold.ts";
import type { LabelIndex } from "./labels.ts";
import type { SourceRow } from "./rows.ts";

const FEWEST_LABELS = 5;
const FIGURE = /^[-+]?[\d,]+(?:\.\d+)?$/;

/**
 * A long table is often set in two halves side by side, to fit the page. The rows of each half, from left to right; a
 * table that is not so set comes back as it is.
 */
export function halves(rows: readonly SourceRow[], index: LabelIndex): SourceRow[][] {
  const width = largest(
    rows.map((row) => row.length),
    0,
  );
  const columns = Array.from({ length: width }, (_, c) => c);
  const labels = columns.filter((c) => rows.filter((row) => index.knows(row[c] ?? "")).length >= FEWEST_LABELS);
  const starts = labels
    .filter((c, i) => i > 0 && figuresBetween(rows, labels[i - 1] ?? 0, c))
    .map((c) => begin(rows, c));
  if (starts.length === 0) return [[...rows]];
  const bounds = [0, ...starts, width];
  return bounds.slice(1).map((to, i) => rows.map((row) => row.slice(bounds[i], to)));
}

/** Between two columns of labels there is a column of figures: they are two tables and not a group beside its rows. */
function figuresBetween(rows: readonly SourceRow[], from: number, to: number): boolean {
  return Array.from({ length: to - from - 1 }, (_, i) => from + 1 + i).some((c) => {
    const texts = rows.map((row) => row[c] ?? "").filter((text) => text !== "");
    return texts.filter((text) => FIGURE.test(halfWidth(text))).length > texts.length / 2;
  });
}

/** Row numbers stand before their labels. */
function begin(rows: readonly SourceRow[], label: number): number {
  const numbers = rows.flatMap((row) => (FIGURE.test(halfWidth(row[label - 1] ?? "")) ? [Number(row[label - 1])] : []));
  const serial = numbers.length >= FEWEST_LABELS && numbers.every((n, i) => i === 0 || n === (numbers[i - 1] ?? 0) + 1);
  return serial ? label - 1 : label;
}
