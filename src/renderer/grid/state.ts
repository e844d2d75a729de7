import type { Range } from "../../core/grid/range.ts";
import { createStore } from "../state/store.ts";
import type { Spot } from "../state/ui.ts";

/**
 * `select`: keys move the cursor. `replace`: typing began on a selected cell, arrows end it. `edit`: F2 or a double
 * click, arrows move inside the text. As Excel has it.
 */
export type Mode = "select" | "replace" | "edit";

/** Cells whose content lies on the clipboard, framed until something else is done. */
export interface Marked {
  readonly kind: "copy" | "cut";
  /** Rows and columns by id, so that folding does not move the frame to other cells. */
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** What was put on the clipboard: when it holds something else, the cut is off. */
  readonly text: string;
}

export interface MenuPlace {
  readonly left: number;
  readonly top: number;
  /** Opened by key, its first entry takes the keyboard at once. */
  readonly byKey: boolean;
}

interface GridState {
  readonly mode: Mode;
  /** One sentence about what was just done. */
  readonly said: string | null;
  readonly marked: Marked | null;
  /** Where the fill handle has been drawn to. */
  readonly drawn: Range | null;
  /** Where the cells' menu is open, in the window. */
  readonly menu: MenuPlace | null;
  /** The cell whose note is open. */
  readonly noting: Spot | null;
}

const NONE: GridState = { mode: "select", said: null, marked: null, drawn: null, menu: null, noting: null };

/** How the clerk works in the grid at this moment; nothing in here is part of the report. */
export const grid = createStore<GridState>(NONE);

export function resetGrid(): void {
  grid.set(NONE);
}

/** Says one sentence below the grid; `null` takes away what stands there. */
export function say(sentence: string | null): void {
  if (grid.get().said !== sentence) grid.set({ said: sentence });
}
