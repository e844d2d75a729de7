import { pasteBlock } from "../../core/grid/paste.ts";
import { textOf, write } from "../../core/grid/sheet.ts";
import { doWaiting } from "../state/after-frame.ts";
import { edit, history } from "../state/editing.ts";
import { type Spot, ui } from "../state/ui.ts";
import { proposedAt, takeTotal } from "./actions.ts";
import { gridNow, REFUSALS } from "./now.ts";
import { grid, type Mode, say } from "./state.ts";

/**
 * Typing into the cursor's cell. What is typed is the report's at each letter, so nothing can be lost and every
 * check sees it at once; the letters of one cell are one step of undo, and Esc takes that step back. An open
 * composition is told only when it ends.
 */

/** The one field of the grid. It always has the keyboard, and lies over the cursor's cell. */
let field: HTMLTextAreaElement | null = null;
/** The present cell's typing, for the history. */
let run: object | null = null;
/** The cell that is typed into. */
let spot: Spot | null = null;
let touched = false;
let composing = false;

export function attachField(element: HTMLTextAreaElement): () => void {
  field = element;
  // A jump takes the cursor away without the field being left: what was typed belongs to the cell it was typed into.
  const stop = ui.subscribe(() => {
    if (spot && ui.get().selection?.active !== spot) commit();
  });
  return () => {
    stop();
    if (field !== element) return;
    field = null;
    leave();
  };
}

export function focusField(): void {
  field?.focus({ preventScroll: true });
}

export function isTyping(): boolean {
  return grid.get().mode !== "select";
}

/** F2 and double click: the cell's text, with the caret at its end. */
export function openCell(): void {
  const now = gridNow();
  if (!now || !field || isTyping()) return;
  if (now.access !== "writable") return say(REFUSALS[now.access]);
  field.value = textOf(now.sheet.cellAt(now.selection.active.row, now.selection.active.column));
  field.setSelectionRange(field.value.length, field.value.length);
  begin("edit");
}

/** Backspace: an empty cell to type into. */
export function emptyCell(): void {
  const now = gridNow();
  if (!now || !field || isTyping()) return;
  if (now.access !== "writable") return say(REFUSALS[now.access]);
  field.value = "";
  begin("replace");
  typed();
}

/** F2 during typing: whether arrows end it. */
export function switchMode(): void {
  const { mode } = grid.get();
  if (mode !== "select") grid.set({ mode: mode === "edit" ? "replace" : "edit" });
}

/** A letter has come, or an input method begins to compose one. */
function startTyping(): void {
  if (!isTyping()) begin("replace");
}

/** The field's text has changed. `=` alone, of either width, takes the total that is proposed for the cell. */
export function received(): void {
  const active = gridNow()?.selection.active;
  if (field && active && !isTyping() && !composing && /^[=\uff1d]$/.test(field.value) && proposedAt(active) !== null) {
    field.value = "";
    takeTotal(active);
    return;
  }
  startTyping();
  typed();
}

function begin(mode: Exclude<Mode, "select">): void {
  run = {};
  spot = ui.get().selection?.active ?? null;
  grid.set({ mode, said: null, marked: null });
}

/** An input method begins to compose. */
export function composes(): void {
  startTyping();
  composing = true;
}

/** The composition has ended; its text is in the field. */
export function composed(): void {
  composing = false;
  if (isTyping()) typed();
  // Typing was ended in the middle of the word, and the word taken: nothing of it may stay for the next cell.
  else if (field) field.value = "";
}

/** The field's text has changed: the report is told. */
function typed(): void {
  const now = gridNow();
  if (!now || !field || !run || !spot || composing || now.access !== "writable") return;
  touched = true;
  const { row, column } = spot;
  const { change } = write(now.sheet, row, column, field.value);
  // The field shows what was typed: cell, sums and findings may follow it.
  if (change) edit({ kind: "cells", table: now.sheet.table.form.key, changes: [change] }, run, "after the frame");
}

/** Pasted into the cell's text: one line, at the caret. */
export function insertIntoField(text: string): void {
  if (!field) return;
  const line = text.replace(/[\r\n]+$/, "").replace(/[\t\r\n]+/g, " ");
  field.setRangeText(line, field.selectionStart, field.selectionEnd, "end");
  typed();
}

/** Has the browser close an open composition; its end ends the typing too. The field loses the keyboard. */
export function endComposition(): void {
  if (composing) field?.blur();
}

/** Ends typing. What was typed stands in the report; how it was read is said where that is not plain. */
export function commit(): void {
  if (!isTyping()) return;
  if (composing) {
    // The field was left in the middle of a composition: what is there of it counts.
    composing = false;
    typed();
  }
  const now = gridNow();
  const text = field?.value ?? "";
  const wrote = touched ? spot : null;
  leave();
  if (now && wrote) say(write(now.sheet, wrote.row, wrote.column, text).hint);
}

/** Ctrl+Enter: what was typed goes into every cell of the selection, as one step. */
export function commitToAll(): void {
  const text = field?.value ?? "";
  cancel();
  const now = gridNow();
  if (!now) return;
  const filled = pasteBlock(now.sheet, now.range, [[text]]);
  if (filled.changes.length > 0) edit({ kind: "cells", table: now.sheet.table.form.key, changes: filled.changes });
  say(filled.hints[0] ?? null);
}

/** Ctrl+A during typing. */
export function selectFieldText(): void {
  field?.select();
}

/** Esc: the cell is again what it was. */
export function cancel(): void {
  if (!isTyping()) return;
  if (run) history.takeBack(run);
  leave();
}

function leave(): void {
  run = null;
  spot = null;
  touched = false;
  composing = false;
  if (field) field.value = "";
  grid.set({ mode: "select" });
  // The field goes: the cell below it shows what was typed.
  doWaiting();
}
