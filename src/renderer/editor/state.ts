import type { SectionNode } from "../../core/content/types.ts";
import { createStore } from "../state/store.ts";
import type { Pasting } from "./clipboard.ts";
import { createFigureCells } from "./figure-source.ts";
import type { NarrativeEditor } from "./narrative.ts";

/** Where the list of figures is open, and whether `#` was typed for it. */
export interface Picking {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
  readonly typed: boolean;
}

interface EditorState {
  readonly narrative: NarrativeEditor | null;
  /** Goes up with every change of text or selection, for what shows either. */
  readonly moment: number;
  readonly picking: Picking | null;
  /** Where the size of a new table is being chosen. */
  readonly sizing: { readonly left: number; readonly top: number } | null;
  /** One sentence about what was done last: what a paste left behind, how to get back what was removed. */
  readonly said: string | null;
  /** How the paste that a menu has asked for shall be taken; by key the editor knows itself. */
  readonly pasting: Pasting | null;
  /** The document was not understood after all. */
  readonly failed: boolean;
  /** Sections that were removed while the report is open, for putting them back with their text. */
  readonly removed: ReadonlyMap<string, SectionNode>;
}

const NONE: EditorState = {
  narrative: null,
  moment: 0,
  picking: null,
  sizing: null,
  said: null,
  pasting: null,
  failed: false,
  removed: new Map(),
};

/** The editor on the screen and what floats over it. */
export const editing = createStore<EditorState>(NONE);

export function resetEditing(): void {
  editing.set(NONE);
}

/** The report's cells for the figures in the text. */
export const figureCells = createFigureCells();
