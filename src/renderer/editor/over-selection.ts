import { Extension } from "@tiptap/core";
import { Plugin, type Selection, TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { leadsComposition } from "./text-history.ts";

/**
 * What is written over a selection of several paragraphs, of a number or of cells takes its place. Left to the
 * browser, an input method would run the elements of the page together, with looks of its own.
 */
export const OverSelection = Extension.create({
  name: "overSelection",
  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            compositionstart: (view) => {
              clearForComposition(view);
              return false;
            },
            beforeinput: (view, event) => {
              const { data, inputType, isComposing } = event;
              if (inputType !== "insertText" || !data || isComposing || !needsClearing(view.state.selection))
                return false;
              event.preventDefault();
              view.dispatch(view.state.tr.insertText(data).scrollIntoView());
              return true;
            },
          },
        },
      }),
    ];
  },
});

/** The selection goes first, as part of the same step of undo; the input method begins in what is left. */
function clearForComposition(view: EditorView): void {
  if (!needsClearing(view.state.selection)) return;
  const cleared = leadsComposition(view.state.tr.deleteSelection());
  // Emptied cells stay selected: what is written needs a cursor.
  const { doc, selection } = cleared;
  if (!selection.empty) cleared.setSelection(TextSelection.near(doc.resolve(selection.from)));
  view.dispatch(cleared);
}

function needsClearing(selection: Selection): boolean {
  if (selection.empty) return false;
  return !(selection instanceof TextSelection) || !selection.$from.sameParent(selection.$to);
}
