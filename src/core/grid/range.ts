/** A rectangle of a sheet by index, all ends included. */
export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Size {
  readonly rows: number;
  readonly columns: number;
}

export function sizeOf({ top, left, bottom, right }: Range): Size {
  return { rows: bottom - top + 1, columns: right - left + 1 };
}

/** Row by row. */
export function cellsOf({ top, left, bottom, right }: Range): { row: number; column: number }[] {
  const cells: { row: number; column: number }[] = [];
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) cells.push({ row, column });
  }
  return cells;
}

/**
 * Where a block goes that is pasted on a selection, as Excel has it: a selection that the block fills a whole number
 * of times is filled; on any other the block keeps its size, from the selection's first cell.
 */
export function targetOf(selection: Range, block: Size): Range {
  const size = sizeOf(selection);
  const rows = size.rows % block.rows === 0 ? size.rows : block.rows;
  const columns = size.columns % block.columns === 0 ? size.columns : block.columns;
  // Both ways or none: a block is never stretched in one direction and cut in the other.
  const whole = rows === size.rows && columns === size.columns;
  const { top, left } = selection;
  return {
    top,
    left,
    bottom: top + (whole ? rows : block.rows) - 1,
    right: left + (whole ? columns : block.columns) - 1,
  };
}

/** The selection drawn out to a cell by its handle: down, up, right or left, whichever is farther. Upwards too. */
export function drawnTo(from: Range, row: number, column: number): Range {
  const down = Math.max(row - from.bottom, from.top - row, 0);
  const aside = Math.max(column - from.right, from.left - column, 0);
  if (down === 0 && aside === 0) return from;
  return down >= aside
    ? { ...from, top: Math.min(from.top, row), bottom: Math.max(from.bottom, row) }
    : { ...from, left: Math.min(from.left, column), right: Math.max(from.right, column) };
}
