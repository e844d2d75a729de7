import type { Matrix } from "./matrix.ts";

/** With so many columns of figures a table is set in narrow type, so that it stays on an upright page. */
const MANY_COLUMNS = 8;
/** How much wider than a column of figures the innermost one of labels is: it carries the long names. */
const LABEL_SHARE = 3.6;

/** Narrow type, in points. */
export const NARROW = { size: 9, line: 11, margin: 1.5 } as const;

/** Whether the width asks for narrow type. */
export function isNarrow({ width, labelWidth, headRows }: Matrix): boolean {
  return width - labelWidth > MANY_COLUMNS && headRows > 0;
}

/**
 * How much of the text's width each column of the finest division gets, in parts of one column of figures. Under
 * heads of blocks the labels have a third, however many columns the blocks are divided into.
 */
export function columnShares({ width, labelWidth, headRows }: Matrix): number[] {
  const label = headRows === 0 ? (width - labelWidth) / 2 : LABEL_SHARE;
  return Array.from({ length: width }, (_, column) => (column === labelWidth - 1 ? label : 1));
}
