import { addSectionAfter, currentSection, pickFigure } from "../editor/actions.ts";
import { editing } from "../editor/state.ts";
import type { Commands } from "./command.ts";

const hasEditor = () => editing.get().narrative !== null;

/** New things in the text, at the cursor. */
export const INSERT = {
  figure: { label: "统计表里的数字…", keys: "#", can: hasEditor, run: () => pickFigure(false) },
  section: { label: "新的部分", can: hasEditor, run: () => addSectionAfter(currentSection()) },
} as const satisfies Commands;
