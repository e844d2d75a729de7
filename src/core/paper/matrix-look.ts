import type { Matrix } from "./matrix.ts";

/** With so many columns of figures a table is set in narrow type, so that it stays on an upright page. */
const MANY_COLUMNS = 8;
/** How much wider than a column of figures the innermost one of labels is: it carries the long names. */
const LABEL_SHARE = 3.2;
/** One that carries heads down the side: three letters of the text's size beside each other, `（三）`. */
const HEAD_SHARE = 1.25;

/** Narrow type, in points. */
export const NARROW = { size: 9, line: 11, margin: 1.5 } as const;

/** Whether the width asks for narrow type. */
export function isNarrow({ width, labelWidth, headRows }: Matrix): boolean {
  return width - labelWidth > MANY_COLUMNS && headRows > 0;
}

/** So many digits fit into a column of figures; each further one makes it wider by this. */
const DIGITS = 3;
const DIGIT_SHARE = 0.2;

/**
 * How much of the text's width each column of the finest division gets, in parts of one column of short figures. Under
 * heads of blocks the labels have a third, however many columns the blocks are divided into.
 */
export function columnShares(matrix: Matrix): number[] {
  const { rows, width, labelWidth, headRows } = matrix;
  const label = headRows === 0 ? (width - labelWidth) / 2 : LABEL_SHARE;
  const longest = Array.from({ length: width }, () => 0);
  const places = placesOf(matrix);
  for (const [r, cells] of rows.entries()) {
    for (const [i, { text, role, colSpan }] of cells.entries()) {
      const column = places[r]?.[i] ?? 0;
      if (role === "value" && colSpan === 1) longest[column] = Math.max(longest[column] ?? 0, text.length);
    }
  }
  return longest.map((digits, column) => {
    if (column < labelWidth) return column === labelWidth - 1 ? label : HEAD_SHARE;
    return 1 + Math.max(0, digits - DIGITS) * DIGIT_SHARE;
  });
}

/**
 * The columns at which the listed cells of each row begin: places that a span from above covers are passed over.
 */
export function placesOf({ rows, width }: Matrix): number[][] {
  let open = Array.from({ length: width }, () => 0);
  return rows.map((cells) => {
    const next = open.map((left) => Math.max(0, left - 1));
    let column = 0;
    const places = cells.map(({ colSpan, rowSpan }) => {
      while ((open[column] ?? 0) > 0) column += 1;
      const place = column;
      for (; column < place + colSpan; column += 1) next[column] = rowSpan - 1;
      return place;
    });
    open = next;
    return places;
  });
}
