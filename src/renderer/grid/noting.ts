import { canHaveNote, writeNote } from "../../core/grid/note.ts";
import { edit } from "../state/editing.ts";
import type { Spot } from "../state/ui.ts";
import { gridNow } from "./now.ts";
import { grid } from "./state.ts";
import { focusField } from "./typing.ts";

/** Notes at cells. What is written is the report's at each letter, and one step of undo for each opening. */

let run: object = {};

/** The cursor's cell, where it can have a note; `null` otherwise. */
export function noteCell(): Spot | null {
  const now = gridNow();
  if (!now || now.access === "look") return null;
  const { row, column } = now.selection.active;
  return canHaveNote(now.sheet, row, column) ? now.selection.active : null;
}

/** Shift+F2, as Excel has it. */
export function openNote(): void {
  const spot = noteCell();
  if (!spot) return;
  run = {};
  grid.set({ noting: spot, said: null });
}

export function changeNote({ row, column }: Spot, text: string): void {
  const now = gridNow();
  const change = now && writeNote(now.sheet, row, column, text);
  if (now && change) edit({ kind: "cells", table: now.sheet.table.form.key, changes: [change] }, run);
}

export function closeNote(): void {
  grid.set({ noting: null });
  focusField();
}
