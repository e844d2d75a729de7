import type { Command } from "@tiptap/pm/state";
import { NodeSelection, TextSelection } from "@tiptap/pm/state";
import {
  addSection,
  canMove,
  missingSections,
  moveSection,
  removeSection,
  renumber,
  restoreSection,
} from "../../core/content/section-edits.ts";
import type { Content, FigureFormat, FigureRef } from "../../core/content/types.ts";
import type { Form } from "../../core/form/form.ts";
import { contentOf } from "./document.ts";
import type { NarrativeEditor } from "./narrative.ts";
import { editing } from "./state.ts";

/** What menus and buttons can have done with the text. Nothing happens while a composition is open. */

function withEditor<T>(action: (narrative: NarrativeEditor) => T): T | null {
  const { narrative } = editing.get();
  return narrative && !narrative.editor.isDestroyed && !narrative.editor.view.composing ? action(narrative) : null;
}

/** Runs a ProseMirror command and gives the keyboard back to the text. */
export function run(command: Command): void {
  withEditor(({ editor }) => {
    command(editor.state, editor.view.dispatch, editor.view);
    editor.view.focus();
  });
}

/** The section that the cursor is in. */
export function currentSection(): number {
  return withEditor(({ editor }) => editor.state.selection.$from.index(0)) ?? 0;
}

/** The narrative at this moment; `null` without an editor. */
export function contentNow(): Content | null {
  const { narrative } = editing.get();
  return narrative && !narrative.editor.isDestroyed ? contentOf(narrative.editor.state.doc) : null;
}

/** Changes whole sections, and puts the cursor into the one at `then`. */
function changeSections(
  change: (content: Content) => Content,
  then: (after: Content) => number,
  wholeHeading = false,
): void {
  withEditor(({ editor, become }) => {
    const after = change(contentOf(editor.state.doc));
    become(after);
    const index = Math.max(0, Math.min(then(after), editor.state.doc.childCount - 1));
    let pos = 0;
    for (let i = 0; i < index; i += 1) pos += editor.state.doc.child(i).nodeSize;
    const first = editor.state.doc.child(index).firstChild;
    const from = pos + 2;
    const to = wholeHeading && first?.isTextblock ? from + first.content.size : from;
    editor.view.dispatch(
      editor.state.tr.setSelection(TextSelection.create(editor.state.doc, from, to)).scrollIntoView(),
    );
    editor.view.focus();
  });
}

/** Adds a section behind the one at `index`; its title is selected, to be typed over. */
export function addSectionAfter(index: number): void {
  changeSections(
    (content) => addSection(content, index, "新的部分"),
    () => index + 1,
    true,
  );
}

/** Selects the title of a section, to be typed over. */
export function renameSectionAt(index: number): void {
  changeSections(
    (content) => content,
    () => index,
    true,
  );
}

export function moveSectionBy(index: number, step: 1 | -1): void {
  changeSections(
    (content) => moveSection(content, index, index + step),
    () => index + step,
  );
}

export function canMoveBy(index: number, step: 1 | -1): boolean {
  const content = contentNow();
  return content !== null && canMove(content, index, index + step);
}

/** Removes a section. Its text is kept while the report is open, so that it can be put back whole. */
export function removeSectionAt(index: number): void {
  const section = contentNow()?.content[index];
  if (section) editing.set({ removed: new Map(editing.get().removed).set(section.attrs.key, section) });
  changeSections(
    (content) => removeSection(content, index),
    () => index - 1,
  );
}

/** Sections that can be put back: the form's, and own ones that were removed while the report is open. */
export function restorable(form: Form): { readonly key: string; readonly title: string }[] {
  const content = contentNow();
  if (!content) return [];
  const present = new Set(content.content.map(({ attrs }) => attrs.key));
  const own = [...editing.get().removed.values()].filter(
    ({ attrs }) => !form.sections.has(attrs.key) && !present.has(attrs.key),
  );
  const titleOf = (title: string) => title || "前言";
  return [
    ...missingSections(content, form).map(({ key, title }) => ({ key, title: titleOf(title) })),
    ...own.map(({ attrs, content: [heading] }) => ({
      key: attrs.key,
      title: titleOf(
        (heading?.type === "heading" ? (heading.content ?? []) : [])
          .map((node) => (node.type === "text" ? node.text : ""))
          .join(""),
      ),
    })),
  ];
}

export function restoreSectionOf(key: string, form: Form): void {
  const removed = editing.get().removed.get(key);
  changeSections(
    (content) => restoreSection(content, key, form, removed),
    (after) => after.content.findIndex(({ attrs }) => attrs.key === key),
  );
}

/** Counts all numbers anew, also those that the source had otherwise. */
export function renumberAll(): void {
  withEditor(({ become }) => {
    const content = contentNow();
    if (content) become(renumber(content));
  });
}

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
  withEditor(({ editor }) => {
    const { state, view } = editor;
    view.dispatch(state.tr.replaceSelectionWith(state.schema.node("figure", ref)).scrollIntoView());
    view.focus();
  });
}

/** Closes the list; `#` that was typed for it is put in as it is. */
export function leavePicking(): void {
  const { picking } = editing.get();
  if (!picking) return;
  editing.set({ picking: null });
  withEditor(({ editor }) => {
    if (picking.typed) editor.view.dispatch(editor.state.tr.insertText("#"));
    editor.view.focus();
  });
}

/** The figure that is selected, or stands right before the cursor; `null` when there is none. */
export function figureAtCursor(): { readonly pos: number; readonly format: FigureFormat } | null {
  return withEditor(({ editor: { state } }) => {
    const { selection } = state;
    const selected = selection instanceof NodeSelection ? selection.node : selection.$from.nodeBefore;
    if (selected?.type.name !== "figure") return null;
    const pos = selection instanceof NodeSelection ? selection.from : selection.from - selected.nodeSize;
    return { pos, format: selected.attrs["format"] === "chinese" ? "chinese" : "arabic" };
  });
}

/** 7 or 七. */
export function formatFigure(format: FigureFormat): void {
  const figure = figureAtCursor();
  if (figure) run((state, dispatch) => (dispatch?.(state.tr.setNodeAttribute(figure.pos, "format", format)), true));
}
