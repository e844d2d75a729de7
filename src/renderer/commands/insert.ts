import { chained, hasText, styleNow } from "../editor/at-cursor.ts";
import { pickFigure } from "../editor/figure-actions.ts";
import { currentSection, withEditor } from "../editor/open-editor.ts";
import { addSectionAfter } from "../editor/section-actions.ts";
import { editing } from "../editor/state.ts";
import type { Commands } from "./command.ts";

/** New things in the text, at the cursor. */
export const INSERT = {
  figure: { label: "统计表里的数字…", keys: "#", can: hasText, run: () => pickFigure(false) },
  table: { label: "表格…", can: () => styleNow() === 0, run: chooseTableSize },
  lineBreak: {
    label: "换行（不分段）",
    keys: "Shift+Enter",
    pane: "paper",
    can: hasText,
    run: chained((chain) => chain.setHardBreak()),
  },
  section: { label: "新的部分", can: hasText, run: () => addSectionAfter(currentSection()) },
} as const satisfies Commands;

function chooseTableSize(): void {
  withEditor(({ editor }) => {
    const { left, bottom } = editor.view.coordsAtPos(editor.state.selection.from);
    editing.set({ sizing: { left, top: bottom } });
  });
}
