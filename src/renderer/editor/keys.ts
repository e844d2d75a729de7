import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import { headingRank } from "../../core/text/heading.ts";
import { rankOf } from "./numbers.ts";
import { type Style, setStyle, setStyleAt } from "./ranks.ts";

interface KeyOptions {
  readonly undo: () => void;
  readonly redo: () => void;
  /** Takes the keyboard to what floats beside the cursor; `false` where nothing does. */
  readonly toPopup: () => boolean;
}

/**
 * Keys of the text beside those of lists and tables; those with a menu entry are commands (`commands.ts`). Undo is
 * the window's, never the browser's.
 */
export const Keys = Extension.create<KeyOptions>({
  name: "keys",
  priority: 1_000,

  addOptions() {
    return { undo: () => {}, redo: () => {}, toPopup: () => false };
  },

  addKeyboardShortcuts() {
    const { undo, redo, toPopup } = this.options;
    const always = (action: () => void) => () => {
      action();
      return true;
    };
    const style = (to: Style) => {
      const { state, view } = this.editor;
      return setStyle(to)(state, view.dispatch);
    };
    /** Something happens only with the cursor at the very beginning of a heading. */
    const atHeadingStart = (then: (rank: 1 | 2 | 3 | 4, empty: boolean) => boolean) => {
      const { $from, empty } = this.editor.state.selection;
      const rank = empty && $from.parentOffset === 0 && $from.depth === 2 ? rankOf($from.parent) : null;
      return rank !== null && then(rank, $from.parent.content.size === 0);
    };
    /** In a heading inside a section, one rank down or up. */
    const rankBy = (step: 1 | -1) => {
      const { $from } = this.editor.state.selection;
      const rank = $from.depth === 2 ? rankOf($from.parent) : null;
      if (rank === null || rank === 1) return false;
      const to = rank + step;
      if (to === 2 || to === 3 || to === 4) style(to);
      return true;
    };
    /** A line that was typed as a heading, number and all, is one from Enter on: `（一）领导机构`, `二、主动公开情况`. */
    const typedHeading = () => {
      const { $from, empty } = this.editor.state.selection;
      const { parent } = $from;
      const body = empty && $from.depth === 2 && parent.type.name === "paragraph" && rankOf(parent) === null;
      const rank = body && $from.parentOffset === parent.content.size ? headingRank(parent.textContent) : null;
      if (rank === null) return false;
      const pos = $from.before();
      this.editor.commands.splitBlock();
      setStyleAt(pos, rank)(this.editor.state, this.editor.view.dispatch);
      return true;
    };
    /** Enter in an empty item ends the list there, also in its middle. */
    const leaveList = () => {
      const { $from, empty } = this.editor.state.selection;
      const inItem = empty && $from.parent.content.size === 0 && $from.node(-1).type.name === "listItem";
      return inItem && $from.node(-1).childCount === 1 && this.editor.commands.liftListItem("listItem");
    };
    return {
      "Mod-z": always(undo),
      "Mod-y": always(redo),
      "Mod-Shift-z": always(redo),
      // The format has neither underline nor italics.
      "Mod-u": () => true,
      "Shift-Enter": () => this.editor.commands.setHardBreak(),
      // A heading inside a section becomes body; a section's own heading stays.
      Backspace: () => atHeadingStart((rank) => rank === 1 || style(0)),
      Enter: () =>
        atHeadingStart((rank, empty) => (rank === 1 ? !empty : empty && style(0))) || leaveList() || typedHeading(),
      Tab: () => toPopup() || rankBy(1),
      "Shift-Tab": () => rankBy(-1),
    };
  },

  addProseMirrorPlugins() {
    const { undo, redo } = this.options;
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            beforeinput: (_view, event) => {
              if (event.inputType !== "historyUndo" && event.inputType !== "historyRedo") return false;
              event.preventDefault();
              if (event.inputType === "historyUndo") undo();
              else redo();
              return true;
            },
          },
        },
      }),
    ];
  },
});

/**
 * Tab never leaves the text by itself: what is typed next would overwrite a number of the table. F6 goes to the
 * next pane. Lists, tables and headings have answered before.
 */
export const TabStays = Extension.create({
  name: "tabStays",
  priority: 1,
  addKeyboardShortcuts: () => ({ Tab: () => true, "Shift-Tab": () => true }),
});
