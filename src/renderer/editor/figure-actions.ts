import { NodeSelection } from "@tiptap/pm/state";
import { figureText } from "../../core/content/figure.ts";
import type { FigureRef } from "../../core/content/types.ts";
import { refOf } from "./figure-node.ts";
import { run, withEditor } from "./open-editor.ts";
import { editing, figureCells } from "./state.ts";

/** What can be done with numbers of the table that stand in the text. */

/** Opens the list of figures at the cursor. */
export function pickFigure(typed: boolean): void {
  withEditor(({ editor }) => {
    const { left, top, bottom } = editor.view.coordsAtPos(editor.state.selection.from);
    editing.set({ picking: { left, top, bottom, typed } });
  });
}

/** Puts a figure at the cursor. */
export function insertFigure(ref: FigureRef): void {
  editing.set({ picking: null });
  run((state, dispatch) => {
    dispatch?.(state.tr.replaceSelectionWith(state.schema.node("figure", ref)).scrollIntoView());
    return true;
  });
}

/** Closes the list; `#` that was typed for it is put in as it is, with what was searched for: nothing typed is lost. */
export function leavePicking(query: string): void {
  const { picking } = editing.get();
  if (!picking) return;
  editing.set({ picking: null });
  withEditor(({ editor }) => {
    if (picking.typed) editor.view.dispatch(editor.state.tr.insertText(`#${query}`));
    editor.view.focus();
  });
}

export interface SelectedFigure {
  readonly pos: number;
  readonly ref: FigureRef;
}

/** The figure that is selected, or stands right before the cursor; `null` when there is none. */
export function figureAtCursor(): SelectedFigure | null {
  return withEditor(({ editor: { state } }) => {
    const { selection } = state;
    const selected = selection instanceof NodeSelection ? selection.node : selection.$from.nodeBefore;
    if (selected?.type.name !== "figure") return null;
    const pos = selection instanceof NodeSelection ? selection.from : selection.from - selected.nodeSize;
    return { pos, ref: refOf(selected) };
  });
}

/** 7 or 七. */
export function formatFigure(format: FigureRef["format"]): void {
  const figure = figureAtCursor();
  if (!figure) return;
  run((state, dispatch) => {
    const tr = state.tr.setNodeAttribute(figure.pos, "format", format);
    // An attribute's step makes the node anew: one that was selected is selected again.
    if (state.selection instanceof NodeSelection) tr.setSelection(NodeSelection.create(tr.doc, figure.pos));
    dispatch?.(tr);
    return true;
  });
}

/** Puts the number as it reads now in the figure's place: from then on it is text like any other. */
export function releaseFigure(): void {
  const figure = figureAtCursor();
  if (!figure) return;
  run((state, dispatch) => {
    const text = figureText(figureCells.get()(figure.ref), figure.ref.format);
    const marks = state.doc.nodeAt(figure.pos)?.marks ?? [];
    dispatch?.(state.tr.replaceWith(figure.pos, figure.pos + 1, state.schema.text(text, marks)));
    return true;
  });
}
