import { type EditorState, TextSelection } from "@tiptap/pm/state";
import {
  addSection,
  canMove,
  missingSections,
  moveSection,
  removeSection,
  renumber,
  restoreSection,
} from "../../core/content/section-edits.ts";
import type { Content, SectionNode } from "../../core/content/types.ts";
import type { Form } from "../../core/form/form.ts";
import { contentOf } from "./document.ts";
import { contentNow, withEditor } from "./open-editor.ts";
import { editing } from "./state.ts";

/** What can be done with a section as a whole. Each is one step of undo. */

/** The keyboard goes to the text at the section's beginning, to its title to be typed over, or stays where it is. */
type Then = "text" | "title" | "stay";

function changeSections(change: (content: Content) => Content, at: (after: Content) => number, then: Then): void {
  withEditor(({ editor, become }) => {
    const after = change(contentOf(editor.state.doc));
    become(after);
    const index = Math.max(0, Math.min(at(after), editor.state.doc.childCount - 1));
    const first = editor.state.doc.child(index).firstChild;
    const from = sectionStart(editor.state, index) + 2;
    const to = then === "title" && first?.isTextblock ? from + first.content.size : from;
    editor.view.dispatch(
      editor.state.tr.setSelection(TextSelection.create(editor.state.doc, from, to)).scrollIntoView(),
    );
    if (then !== "stay") editor.view.focus();
  });
}

function sectionStart({ doc }: EditorState, index: number): number {
  let pos = 0;
  for (let i = 0; i < index; i += 1) pos += doc.child(i).nodeSize;
  return pos;
}

/** Adds a section behind the one at `index`; its title is selected, to be typed over. */
export function addSectionAfter(index: number): void {
  changeSections(
    (content) => addSection(content, index, "新的部分"),
    () => index + 1,
    "title",
  );
}

/** Selects the title of a section, to be typed over. */
export function renameSectionAt(index: number): void {
  changeSections(
    (content) => content,
    () => index,
    "title",
  );
}

export function moveSectionTo(from: number, to: number, then: Then = "text"): void {
  changeSections(
    (content) => moveSection(content, from, to),
    () => to,
    then,
  );
}

export function canMoveTo(from: number, to: number): boolean {
  const content = contentNow();
  return content !== null && canMove(content, from, to);
}

/** Removes a section. Its text is kept while the report is open, so that it can be put back whole. */
export function removeSectionAt(index: number, then: Then = "text"): void {
  const section = contentNow()?.content[index];
  if (!section || !canRemove()) return;
  editing.set({
    removed: new Map(editing.get().removed).set(section.attrs.key, section),
    said: `“${titleOf(section)}”这一部分已删除。撤销（Ctrl+Z），或用“插入 → 恢复部分…”，都能原样找回。`,
  });
  changeSections(
    (content) => removeSection(content, index),
    () => index - 1,
    then,
  );
}

/** The document keeps one section: a place for the cursor. */
export function canRemove(): boolean {
  return (contentNow()?.content.length ?? 0) > 1;
}

export interface Restorable {
  readonly key: string;
  readonly title: string;
}

/** Sections that can be put back: the form's, and own ones that were removed while the report is open. */
export function restorable(form: Form): readonly Restorable[] {
  const content = contentNow();
  if (!content) return [];
  const present = new Set(content.content.map(({ attrs }) => attrs.key));
  const own = [...editing.get().removed.values()].filter(
    ({ attrs }) => !form.sections.has(attrs.key) && !present.has(attrs.key),
  );
  return [
    ...missingSections(content, form).map(({ key, title }) => ({ key, title: title || "前言" })),
    ...own.map((section) => ({ key: section.attrs.key, title: titleOf(section) })),
  ];
}

export function restoreSectionOf(key: string, form: Form): void {
  const removed = editing.get().removed.get(key);
  changeSections(
    (content) => restoreSection(content, key, form, removed),
    (after) => after.content.findIndex(({ attrs }) => attrs.key === key),
    "text",
  );
}

/** Counts all numbers anew, also those that the source had otherwise. */
export function renumberAll(): void {
  withEditor(({ become }) => {
    const content = contentNow();
    if (content) become(renumber(content));
  });
}

/** True when the clerk has said that a section is finished. */
export function isFinished(index: number): boolean {
  return contentNow()?.content[index]?.attrs.state === "finished";
}

export function finishSection(index: number, finished: boolean): void {
  withEditor(({ editor }) => {
    const { state, view } = editor;
    view.dispatch(state.tr.setNodeAttribute(sectionStart(state, index), "state", finished ? "finished" : "writing"));
  });
}

function titleOf({ content: [heading] }: SectionNode): string {
  const nodes = heading?.type === "heading" ? (heading.content ?? []) : [];
  return nodes.map((node) => (node.type === "text" ? node.text : "")).join("") || "前言";
}
