import { blankCells } from "../../core/carry/blank.ts";
import type { Proposal } from "../../core/checks/proposals.ts";
import type { BlockEdit } from "../../core/grid/paste.ts";
import { blockOf, clear, fill, fillDown, fillZero, pasteBlock } from "../../core/grid/paste.ts";
import type { Range } from "../../core/grid/range.ts";
import { takeCarried } from "../../core/grid/take-carried.ts";
import { takeTotals } from "../../core/grid/take-totals.ts";
import type { TextBlock } from "../../core/grid/tsv.ts";
import { edit } from "../state/editing.ts";
import { storedReport } from "../state/screen.ts";
import { type Spot, single, ui } from "../state/ui.ts";
import { cellKey } from "../view/marks.ts";
import { selectionOf } from "../view/selection.ts";
import { type GridNow, gridNow, openGrid, openTable, REFUSALS } from "./now.ts";
import { grid, say } from "./state.ts";

/** What keys, menus and buttons can have done with the selected cells. Each is one step of undo. */

/** The grid where it can be changed. Says why where it cannot. */
export function writableGrid(): GridNow | null {
  const now = gridNow();
  if (!now) return null;
  if (now.access !== "look") return now;
  say(REFUSALS.look);
  return null;
}

/** Carries out what an action on a block came to, and says what of it should be known. */
function lay(now: GridNow, { changes, hints, refused }: BlockEdit, done: string | null = null): void {
  if (changes.length > 0) edit({ kind: "cells", table: now.sheet.table.form.key, changes });
  say(sentenceOf(hints, refused) ?? done);
}

/** Lays a block of texts on the selection, cell by cell. */
export function layBlock(block: TextBlock): void {
  const now = writableGrid();
  if (now) layPasted(now, pasteBlock(now.sheet, now.range, block));
}

/** The same for what a paste came to; its cells are selected afterwards. */
export function layPasted(now: GridNow, pasted: BlockEdit): void {
  lay(now, pasted);
  const selection = selectionOf(now.sheet, pasted.range);
  if (selection) ui.set({ selection });
}

const NAMED = 3;

/** One sentence for hints and for texts that had no place; `null` where there is nothing to say. */
function sentenceOf(hints: readonly string[], refused: readonly string[]): string | null {
  const parts: string[] = [];
  if (refused.length > 0) {
    const named = refused
      .slice(0, NAMED)
      .map((text) => `“${text}”`)
      .join("、");
    const all = refused.length > NAMED ? `等 ${refused.length} 个内容` : "";
    parts.push(`${named}${all}没有放进去：分类行和上年列不填数，表外没有格子。其余的已放好。`);
  }
  parts.push(...hints.slice(0, NAMED));
  if (hints.length > NAMED) parts.push(`另有 ${hints.length - NAMED} 处也请核对。`);
  return parts.length > 0 ? parts.join("") : null;
}

export function clearCells(): void {
  const now = writableGrid();
  if (!now) return;
  const { access } = now;
  if (access !== "writable" && isOneCell(now.range)) say(REFUSALS[access]);
  else lay(now, clear(now.sheet, now.range));
}

function isOneCell({ top, left, bottom, right }: Range): boolean {
  return top === bottom && left === right;
}

export function fillCellsDown(): void {
  const now = writableGrid();
  if (now) lay(now, fillDown(now.sheet, now.range));
}

/** Ctrl+R: the first column of the selection goes right to its last. */
export function fillCellsRight(): void {
  const now = writableGrid();
  if (now) lay(now, fill(now.sheet, { ...now.range, right: now.range.left }, now.range));
}

/** The handle has been let go at `to`. */
export function fillTo(to: Range): void {
  const now = writableGrid();
  if (!now) return;
  lay(now, fill(now.sheet, now.range, to));
  const selection = selectionOf(now.sheet, to);
  if (selection) ui.set({ selection });
}

/** Puts 0 into the blank cells of the selection. */
export function fillZeros(): void {
  const now = writableGrid();
  if (now) putZeros(now, now.range);
}

/** Puts 0 into all blank cells that are shown, whether a cell is selected or not. */
export function fillAllZeros(): void {
  selectFirst();
  const now = writableGrid();
  if (!now) return;
  const { rows, columns } = now.sheet;
  putZeros(now, { top: 0, left: 0, bottom: rows.length - 1, right: columns.length - 1 });
}

function putZeros(now: GridNow, range: Range): void {
  const filled = fillZero(now.sheet, range);
  const count = filled.changes.length;
  lay(now, filled, count > 0 ? `${count} 个空格填了 0，可以撤销。` : "没有空格。写了字的格子保持原样。");
}

/** Puts the cursor on the first cell that takes a value, where none is selected. */
export function selectFirst(): void {
  const grid = openGrid();
  if (ui.get().selection || !grid) return;
  const row = grid.rows.find(({ header }) => !header) ?? grid.rows[0];
  const column = grid.columns.find(({ role }) => role === "current");
  if (row && column) ui.set({ selection: single({ row: row.id, column: column.key }) });
}

export function selectAllCells(): void {
  const now = gridNow();
  if (!now) return;
  const { sheet, selection } = now;
  const all = selectionOf(sheet, { top: 0, left: 0, bottom: sheet.rows.length - 1, right: sheet.columns.length - 1 });
  if (all) ui.set({ selection: { ...all, active: selection.active } });
}

/** The texts of the selection. */
export function selectedBlock(): string[][] | null {
  const now = gridNow();
  return now && blockOf(now.sheet, now.range);
}

/** Gives the open report a table of the form, empty, where it lacks it. */
export function addTable(key: string): void {
  const table = storedReport()?.form.tables.get(key);
  if (!table) return;
  const changes = blankCells(table).map((after) => ({ row: after.row, column: after.column, before: null, after }));
  edit({ kind: "cells", table: key, changes });
}

/** Takes the frame of copied or cut cells away. */
export function unmark(): boolean {
  if (!grid.get().marked) return false;
  grid.set({ marked: null });
  return true;
}

/** The number that is proposed for a cell; `null` where none is, or nothing can be changed. */
export function proposedAt({ row, column }: Spot): Proposal | null {
  const now = gridNow();
  return now && now.access !== "look" ? (now.table.proposals.get(cellKey({ row, column })) ?? null) : null;
}

/** Puts the proposed number into its cell. */
export function takeTotal(spot: Spot): void {
  if (gridNow() === null) ui.set({ selection: single(spot) });
  const now = writableGrid();
  const proposal = proposedAt(spot);
  const changes = now && proposal ? takeCarried(now.sheet, [proposal]) : [];
  if (now && changes.length > 0) edit({ kind: "cells", table: now.sheet.table.form.key, changes });
}

/** Puts in every total that can be computed, totals of totals too. */
export function takeAllTotals(): void {
  const screen = storedReport();
  const table = openTable()?.table.form.key;
  if (!screen || table === undefined) return;
  const changes = takeTotals(screen.report, screen.form, table);
  if (changes.length === 0) return;
  edit({ kind: "cells", table, changes });
  say(`${changes.length} 个合计已填入，可以撤销。`);
}
