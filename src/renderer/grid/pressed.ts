import { cellId } from "../state/jump.ts";
import { ui } from "../state/ui.ts";
import { clearCells, fillCellsDown, fillCellsRight, selectAllCells, unmark } from "./actions.ts";
import { openCellMenu } from "./cell-menu.ts";
import { nextTable } from "./choose.ts";
import { move, type Step, step } from "./cursor.ts";
import { setFolded, toggle } from "./fold.ts";
import { openNote } from "./noting.ts";
import { type GridNow, gridNow, REFUSALS } from "./now.ts";
import { grid, say } from "./state.ts";
import { cancel, commit, commitToAll, emptyCell, isTyping, openCell, selectFieldText, switchMode } from "./typing.ts";

/** A key press in the grid, as far as it decides anything. */
export interface Press {
  readonly key: string;
  readonly shift: boolean;
  readonly ctrl: boolean;
  readonly alt: boolean;
}

/** The column where a run of Tab began: Enter returns to it. */
let tabbedFrom: string | null = null;

/** Does what a key asks for; `false` leaves it to the field and the window. `page` is how many rows are in view. */
export function pressed(press: Press, page: number): boolean {
  const now = gridNow();
  if (!now) return false;
  return isTyping() ? whileTyping(press, page) : whileSelecting(press, now, page);
}

const MOVES = new Set(["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End", "PageUp", "PageDown"]);

function whileTyping(press: Press, page: number): boolean {
  const { key, ctrl, alt } = press;
  if (key === "Escape") cancel();
  else if (key === "F2") switchMode();
  else if (key === "Enter" && ctrl) commitToAll();
  else if ((key === "Enter" || key === "Tab") && !alt) {
    commit();
    go(key === "Enter" ? "enter" : "tab", press.shift);
  } else if (MOVES.has(key) && grid.get().mode === "replace" && !alt) {
    commit();
    moveBy(press, page);
  } else if (ctrl && isLetter(key, "z")) cancel();
  else if (ctrl && isLetter(key, "a")) selectFieldText();
  else return false;
  return true;
}

function whileSelecting(press: Press, now: GridNow, page: number): boolean {
  const { key, ctrl, shift, alt } = press;
  if (alt) return foldBy(key, now);
  if (key === "F2" && shift) openNote();
  else if (key === "F2") openCell();
  else if (key === "ContextMenu" || (key === "F10" && shift)) openMenuBelow(now);
  else if ((key === "Enter" || key === "Tab") && !ctrl) go(key === "Enter" ? "enter" : "tab", shift);
  else if (key === "Delete") clearCells();
  else if (key === "Backspace") emptyCell();
  else if (key === "Escape") return unmark() || dismiss();
  else if (ctrl && isLetter(key, "a")) selectAllCells();
  else if (ctrl && key === "PageDown") return nextTable(1);
  else if (ctrl && key === "PageUp") return nextTable(-1);
  else if (ctrl && isLetter(key, "d")) fillCellsDown();
  else if (ctrl && isLetter(key, "r")) fillCellsRight();
  else if (key === " " && now.access === "header") toggle(now.selection.active.row);
  else if (MOVES.has(key)) return moveBy(press, page);
  else {
    if (key.length === 1 && !ctrl) refuseTyping();
    return false;
  }
  return true;
}

function isLetter(key: string, letter: string): boolean {
  return key.toLowerCase() === letter;
}

function dismiss(): boolean {
  if (grid.get().said === null) return false;
  say(null);
  return true;
}

/** Enter and Tab. */
function go(how: Step, back: boolean): void {
  const now = gridNow();
  if (!now) return;
  const { selection, sheet } = now;
  if (how === "tab") tabbedFrom ??= selection.active.column;
  const next = step(how, back, selection, sheet, tabbedFrom);
  if (how === "enter") tabbedFrom = null;
  if (next) ui.set({ selection: next });
}

function moveBy(press: Press, page: number): boolean {
  const now = gridNow();
  const next = now && move(press, now.selection, now.sheet, page);
  if (!next) return false;
  tabbedFrom = null;
  ui.set({ selection: next });
  return true;
}

/** The menu key: the cells' menu below the cursor. */
function openMenuBelow({ selection }: GridNow): void {
  const cell = document.getElementById(cellId(selection.active))?.getBoundingClientRect();
  if (cell) openCellMenu({ x: cell.left, y: cell.bottom });
}

/** Alt with an arrow, also with Shift as in Excel's outline: left folds, right opens. */
function foldBy(key: string, now: GridNow): boolean {
  if (key !== "ArrowLeft" && key !== "ArrowRight") return false;
  setFolded(now.selection.active.row, key === "ArrowLeft");
  return true;
}

/** A letter, or what an input method is fed: where nothing can be typed, the clerk is told why. */
export function refuseTyping(): void {
  const access = gridNow()?.access ?? "writable";
  if (access !== "writable") say(REFUSALS[access]);
}

/** The cursor was set by hand. */
export function forgetTab(): void {
  tabbedFrom = null;
}
