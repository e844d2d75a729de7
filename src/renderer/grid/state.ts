import type { AnnexTarget } from "../../core/grid/annex-plan.ts";
import type { Range } from "../../core/grid/range.ts";
import type { TextBlock } from "../../core/grid/tsv.ts";
import type { TableReading } from "../../core/recognise/table-output.ts";
import type { Report } from "../../core/report/report.ts";
import { shown } from "../state/screen.ts";
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

/** A pasted annex while the clerk looks at what goes where. */
export interface FoundAnnex {
  readonly kind: "found";
  readonly reading: TableReading;
  readonly target: AnnexTarget;
  /** The same as a plain block of cells; `null` where it was not pasted on a cell. */
  readonly block: TextBlock | null;
}

/** `waiting`: the dialog asks for the annex. */
export type AnnexPaste = { readonly kind: "waiting" } | FoundAnnex;

/** One sentence about what was just done, and the report that it left: when that changes, it says nothing any more. */
export interface Said {
  readonly text: string;
  readonly of: Report | null;
}

interface GridState {
  readonly mode: Mode;
  readonly said: Said | null;
  readonly marked: Marked | null;
  /** Where the fill handle has been drawn to. */
  readonly drawn: Range | null;
  /** The cell whose note is open. */
  readonly noting: Spot | null;
  /** An annex that is being pasted. */
  readonly annex: AnnexPaste | null;
}

const NONE: GridState = {
  mode: "select",
  said: null,
  marked: null,
  drawn: null,
  noting: null,
  annex: null,
};

/** How the clerk works in the grid at this moment; nothing in here is part of the report. */
export const grid = createStore<GridState>(NONE);

export function resetGrid(): void {
  grid.set(NONE);
}

/** Says one sentence below the grid; `null` takes away what stands there. */
export function say(sentence: string | null): void {
  const { screen } = shown.get();
  if (sentence === null && grid.get().said === null) return;
  grid.set({
    said: sentence === null ? null : { text: sentence, of: screen.kind === "report" ? screen.report : null },
  });
}
