import type { CellChange } from "../edit/edit.ts";
import { cellsOf, type Range, sizeOf, targetOf } from "./range.ts";
import { accessOf, type Sheet, textOf, write } from "./sheet.ts";
import type { TextBlock } from "./tsv.ts";

/** What an action on a block of cells comes to. */
export interface BlockEdit {
  readonly changes: readonly CellChange[];
  /** How texts were read that are not plainly what they became, each sentence once. */
  readonly hints: readonly string[];
  /** Texts that had no cell to go to: read-only cells, header rows, beyond the table. Nothing is dropped unsaid. */
  readonly refused: readonly string[];
  /** The cells that were meant, as far as the sheet goes. */
  readonly range: Range;
}

/** Lays a block on a selection. Rows of the block may differ in length; what they lack is left as it is. */
export function pasteBlock(sheet: Sheet, selection: Range, block: TextBlock): BlockEdit {
  const columns = Math.max(0, ...block.map((row) => row.length));
  if (columns === 0) return { changes: [], hints: [], refused: [], range: selection };
  const target = targetOf(selection, { rows: block.length, columns });
  return layOn(sheet, target, (row, column) => block[row % block.length]?.[column % columns]);
}

/**
 * Repeats the cells of `from` over `to`, which holds them: fill down, fill right, and the handle both ways. Header
 * rows neither give nor take; what cannot be written is passed over, since all of it still stands where it stood.
 */
export function fill(sheet: Sheet, from: Range, to: Range): BlockEdit {
  const { rows, columns } = sizeOf(from);
  const turned = (index: number, size: number) => ((index % size) + size) % size;
  const filled = layOn(sheet, to, (row, column) => {
    const r = from.top + turned(to.top + row - from.top, rows);
    const c = from.left + turned(to.left + column - from.left, columns);
    return accessOf(sheet, sheet.rows[r] ?? "", sheet.columns[c] ?? "") === "header" ? undefined : textAt(sheet, r, c);
  });
  return { ...filled, refused: [] };
}

/** Ctrl+D: the first row of the selection goes down to its last; one row alone becomes as the row above it. */
export function fillDown(sheet: Sheet, selection: Range): BlockEdit {
  const top = selection.top === selection.bottom ? Math.max(0, selection.top - 1) : selection.top;
  return fill(sheet, { ...selection, top, bottom: top }, { ...selection, top });
}

/** Puts 0 into the blank cells that can be written. What somebody wrote there, be it no number, stays. */
export function fillZero(sheet: Sheet, selection: Range): BlockEdit {
  const filled = layOn(sheet, selection, (row, column) =>
    textAt(sheet, selection.top + row, selection.left + column) === "" ? "0" : undefined,
  );
  return { ...filled, refused: [] };
}

/**
 * Cut and paste: the block goes to `selection` and leaves `from`. Where some of it finds no place, all of it stays
 * in `from` as well.
 */
export function moveBlock(sheet: Sheet, from: Range, selection: Range): BlockEdit {
  const pasted = pasteBlock(sheet, selection, blockOf(sheet, from));
  if (pasted.refused.length > 0) return pasted;
  const inside = ({ top, left, bottom, right }: Range, row: number, column: number) =>
    row >= top && row <= bottom && column >= left && column <= right;
  const left = clear(sheet, from).changes.filter(
    ({ row, column }) => !inside(pasted.range, sheet.rows.indexOf(row), sheet.columns.indexOf(column)),
  );
  return { ...pasted, changes: [...left, ...pasted.changes] };
}

/** Delete: the writable cells become blank. Read-only ones are passed over without a word, as in a locked sheet. */
export function clear(sheet: Sheet, selection: Range): BlockEdit {
  return layOn(sheet, selection, () => "");
}

/** The texts of a selection, to be copied; header rows are empty lines. */
export function blockOf(sheet: Sheet, { top, left, bottom, right }: Range): string[][] {
  return Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: right - left + 1 }, (_, column) => textAt(sheet, top + row, left + column)),
  );
}

function textAt(sheet: Sheet, row: number, column: number): string {
  return textOf(sheet.cellAt(sheet.rows[row] ?? "", sheet.columns[column] ?? ""));
}

/** Writes what `textFor` gives for each place, counted from the target's first cell; `undefined` leaves it alone. */
function layOn(sheet: Sheet, target: Range, textFor: (row: number, column: number) => string | undefined): BlockEdit {
  const changes: CellChange[] = [];
  const hints = new Set<string>();
  const refused: string[] = [];
  for (const { row, column } of cellsOf(target)) {
    const text = textFor(row - target.top, column - target.left);
    if (text === undefined) continue;
    const [id, key] = [sheet.rows[row], sheet.columns[column]];
    if (id === undefined || key === undefined || accessOf(sheet, id, key) !== "writable") {
      if (text.trim() !== "") refused.push(text);
      continue;
    }
    const written = write(sheet, id, key, text);
    if (written.change) changes.push(written.change);
    if (written.change && written.hint) hints.add(written.hint);
  }
  const range = {
    ...target,
    bottom: Math.min(target.bottom, sheet.rows.length - 1),
    right: Math.min(target.right, sheet.columns.length - 1),
  };
  return { changes, hints: [...hints], refused, range };
}
