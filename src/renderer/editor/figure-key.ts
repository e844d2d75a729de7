import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";

interface KeyOptions {
  readonly pick: (typed: boolean) => void;
}

/** `#` (half or full width) asks for a figure instead of being typed; the list puts it in if none is wanted. */
export const FigureKey = Extension.create<KeyOptions>({
  name: "figureKey",
  addOptions() {
    return { pick: () => {} };
  },
  addProseMirrorPlugins() {
    const { pick } = this.options;
    return [
      new Plugin({
        props: {
          handleTextInput: (view, _from, _to, text) => {
            if ((text !== "#" && text !== "\uff03") || view.composing) return false;
            pick(true);
            return true;
          },
        },
      }),
    ];
  },
});
