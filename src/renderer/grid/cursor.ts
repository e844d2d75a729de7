import { cellsOf, type Range } from "../../core/grid/range.ts";
import { accessOf, type Sheet, textOf } from "../../core/grid/sheet.ts";
import { type Selection, single } from "../state/ui.ts";
import { placeOf, rangeOf, spotAt } from "../view/selection.ts";

/** The part of a key press that moves the cursor. */
export interface KeyPress {
  readonly key: string;
  readonly shift: boolean;
  readonly ctrl: boolean;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

/**
 * Where a key takes the cursor; `null` when it is no moving key. With Shift the cursor stays and the block's head
 * moves. `page` is how many rows are in view.
 */
export function move(press: KeyPress, selection: Selection, sheet: Sheet, page: number): Selection | null {
  const from = placeOf(press.shift ? selection.head : selection.active, sheet);
  const to = aim(press, from, sheet, page);
  const spot = to && spotAt(sheet, to.row, to.column);
  if (!spot) return null;
  return press.shift ? { ...selection, head: spot } : single(spot);
}

function aim({ key, ctrl }: KeyPress, { row, column }: Place, sheet: Sheet, page: number): Place | null {
  const last = { row: sheet.rows.length - 1, column: sheet.columns.length - 1 };
  switch (key) {
    case "ArrowDown":
      return ctrl ? edge(sheet, { row, column }, 1, 0) : { row: row + 1, column };
    case "ArrowUp":
      return ctrl ? edge(sheet, { row, column }, -1, 0) : { row: row - 1, column };
    case "ArrowRight":
      return ctrl ? edge(sheet, { row, column }, 0, 1) : { row, column: column + 1 };
    case "ArrowLeft":
      return ctrl ? edge(sheet, { row, column }, 0, -1) : { row, column: column - 1 };
    // With one column to move in, Home and End go to the ends of the table.
    case "Home":
      return ctrl || last.column === 0 ? { row: 0, column: 0 } : { row, column: 0 };
    case "End":
      return ctrl || last.column === 0 ? last : { row, column: last.column };
    case "PageDown":
      return { row: row + page, column };
    case "PageUp":
      return { row: row - page, column };
    default:
      return null;
  }
}

/** Ctrl and an arrow, as Excel has it: to the end of the run of filled cells, else to the next filled cell or the edge. */
function edge(sheet: Sheet, from: Place, down: number, aside: number): Place {
  const filled = ({ row, column }: Place) =>
    textOf(sheet.cellAt(sheet.rows[row] ?? "", sheet.columns[column] ?? "")) !== "";
  const next = ({ row, column }: Place): Place => ({ row: row + down, column: column + aside });
  const inside = ({ row, column }: Place) =>
    row >= 0 && row < sheet.rows.length && column >= 0 && column < sheet.columns.length;
  let at = from;
  const inRun = filled(at) && inside(next(at)) && filled(next(at));
  while (inside(next(at))) {
    if (inRun && !filled(next(at))) break;
    at = next(at);
    if (!inRun && filled(at)) break;
  }
  return at;
}

/** Enter goes down and up, Tab right and left; with Shift back. */
export type Step = "enter" | "tab";

/**
 * Where Enter or Tab leads. In a block round its cells; else Enter to the next row that is no heading (`column` is
 * where a run of Tab began, and where Enter then returns to, where the row has it), Tab through the cells that can be written.
 */
export function step(
  how: Step,
  back: boolean,
  selection: Selection,
  sheet: Sheet,
  column: string | null = null,
): Selection | null {
  const range = rangeOf(selection, sheet);
  if (!range) return null;
  if (range.top !== range.bottom || range.left !== range.right) return round(how, back, selection, sheet, range);
  const at = placeOf(selection.active, sheet);
  const to = how === "tab" ? tabFrom(at, back, sheet) : enterFrom(at, back, sheet, column);
  const spot = to && spotAt(sheet, to.row, to.column);
  return spot ? single(spot) : selection;
}

function enterFrom(at: Place, back: boolean, sheet: Sheet, column: string | null): Place | null {
  const by = back ? -1 : 1;
  const home = column === null ? at.column : Math.max(0, sheet.columns.indexOf(column));
  for (let row = at.row + by; row >= 0 && row < sheet.rows.length; row += by) {
    const cells = cellsIn(sheet, row);
    // Under heads of blocks, rows have cells in other columns.
    const column = cells.includes(home) ? home : cells[0];
    if (column !== undefined) return { row, column };
  }
  return null;
}

/** The columns in which a row has cells; none for a heading. */
function cellsIn({ table, rows, columns, cellAt }: Sheet, row: number): number[] {
  return columns.flatMap((column, index) =>
    /^(writable|previous)$/.test(accessOf({ table, cellAt }, rows[row] ?? "", column)) ? [index] : [],
  );
}

function tabFrom(at: Place, back: boolean, sheet: Sheet): Place | null {
  const { rows, columns } = sheet;
  const by = back ? -1 : 1;
  for (let n = at.row * columns.length + at.column + by; n >= 0 && n < rows.length * columns.length; n += by) {
    const place = { row: Math.floor(n / columns.length), column: n % columns.length };
    if (isWritable(sheet, place)) return place;
  }
  return null;
}

/** Round the block, Enter column by column, Tab row by row, over the cells that can be written if there are any. */
function round(how: Step, back: boolean, selection: Selection, sheet: Sheet, range: Range): Selection {
  const all = cellsOf(range).sort((a, b) =>
    how === "tab" ? a.row - b.row || a.column - b.column : a.column - b.column || a.row - b.row,
  );
  const writable = all.filter((place) => isWritable(sheet, place));
  const active = placeOf(selection.active, sheet);
  const isActive = ({ row, column }: Place) => row === active.row && column === active.column;
  const cells = writable.length > 0 ? all.filter((place) => isActive(place) || isWritable(sheet, place)) : all;
  const at = cells.findIndex(isActive);
  const by = back ? -1 : 1;
  const turn = (index: number) => (index + cells.length) % cells.length;
  let next = turn(at + by);
  // The cursor's own cell counts only where it can be written.
  if (next !== at && writable.length > 0 && !isWritable(sheet, cells[next] ?? active)) next = turn(next + by);
  const to = cells[next];
  const spot = to && spotAt(sheet, to.row, to.column);
  return spot ? { ...selection, active: spot } : selection;
}

function isWritable(sheet: Sheet, { row, column }: Place): boolean {
  return accessOf(sheet, sheet.rows[row] ?? "", sheet.columns[column] ?? "") === "writable";
}
