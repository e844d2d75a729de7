import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import { rankOf } from "./numbers.ts";
import { freeKey, type Style, setStyle } from "./ranks.ts";

interface KeyOptions {
  readonly undo: () => void;
  readonly redo: () => void;
}

/** Keys of the text beside those of lists and tables. Undo is the window's, never the browser's. */
export const Keys = Extension.create<KeyOptions>({
  name: "keys",
  priority: 1_000,

  addOptions() {
    return { undo: () => {}, redo: () => {} };
  },

  addKeyboardShortcuts() {
    const { undo, redo } = this.options;
    const always = (action: () => void) => () => {
      action();
      return true;
    };
    const style = (to: Style) => () => {
      const { state, view } = this.editor;
      setStyle(to)(state, view.dispatch);
      return true;
    };
    /** Something happens only with the cursor at the very beginning of a heading. */
    const atHeadingStart = (then: (rank: 1 | 2 | 3 | 4, empty: boolean) => boolean) => () => {
      const { $from, empty } = this.editor.state.selection;
      const rank = empty && $from.parentOffset === 0 && $from.depth === 2 ? rankOf($from.parent) : null;
      return rank !== null && then(rank, $from.parent.content.size === 0);
    };
    return {
      "Mod-z": always(undo),
      "Mod-y": always(redo),
      "Mod-Shift-z": always(redo),
      "Mod-Alt-0": style(0),
      "Mod-Alt-1": style(1),
      "Mod-Alt-2": style(2),
      "Mod-Alt-3": style(3),
      "Mod-Alt-4": style(4),
      "Shift-Enter": () => this.editor.commands.setHardBreak(),
      // A heading inside a section becomes body; a section's own heading stays.
      Backspace: atHeadingStart((rank) => rank === 1 || style(0)()),
      Enter: atHeadingStart((rank, empty) => (rank === 1 ? !empty : empty && style(0)())),
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

/** Two sections never have one key: a section that was pasted beside its original gets one of its own. */
export const SectionKeys = Extension.create({
  name: "sectionKeys",
  addProseMirrorPlugins() {
    return [
      new Plugin({
        appendTransaction: (transactions, _before, { doc, tr }) => {
          if (!transactions.some(({ docChanged }) => docChanged)) return null;
          const seen = new Set<unknown>();
          doc.forEach((section, pos) => {
            if (seen.has(section.attrs["key"])) tr.setNodeAttribute(pos, "key", freeKey(tr.doc));
            seen.add(section.attrs["key"]);
          });
          return tr.docChanged ? tr : null;
        },
      }),
    ];
  },
});
