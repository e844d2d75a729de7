import { Extension } from "@tiptap/core";
import type { Node as DocumentNode } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, Selection } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";

/**
 * Where a paragraph of the report stands in the document. Paragraphs are counted as they are printed
 * (`core/content/lines.ts`): list items and table rows one each, empty ones not; -1 is the section's heading.
 */
export function positionOf(doc: DocumentNode, key: string, paragraph: number): number | null {
  let position: number | null = null;
  doc.forEach((section, sectionPos) => {
    if (section.attrs["key"] !== key || position !== null) return;
    position = sectionPos + 1;
    let count = -1;
    section.descendants((node, pos) => {
      if (node.type.name === "heading" || !isLine(node)) return node.type.name !== "heading";
      count += 1;
      if (count <= Math.max(paragraph, 0) && paragraph >= 0) position = sectionPos + 1 + pos;
      return false;
    });
  });
  return position;
}

/** The inverse: which paragraph of which section a position stands in, `null` for a position in no section. */
export function paragraphAt(doc: DocumentNode, position: number): { section: string; paragraph: number } | null {
  let found: { section: string; paragraph: number } | null = null;
  doc.forEach((section, sectionPos) => {
    if (position < sectionPos || position >= sectionPos + section.nodeSize) return;
    let paragraph = -1;
    section.descendants((node, pos) => {
      if (sectionPos + 1 + pos > position || node.type.name === "heading") return false;
      if (!isLine(node)) return true;
      paragraph += 1;
      return false;
    });
    found = { section: String(section.attrs["key"]), paragraph };
  });
  return found;
}

/** The key of the section that the cursor is in. */
export function currentKey({ doc, selection }: EditorState): string {
  return String(doc.child(Math.min(selection.$head.index(0), doc.childCount - 1)).attrs["key"]);
}

/** True while the cursor can be seen in the part of the canvas that is in view. */
export function cursorInView(view: EditorView, canvas: HTMLElement): boolean {
  const { top, bottom } = view.coordsAtPos(view.state.selection.head);
  const box = canvas.getBoundingClientRect();
  return bottom > box.top && top < box.bottom;
}

function isLine(node: DocumentNode): boolean {
  if (node.type.name !== "tableRow" && node.type.name !== "paragraph") return false;
  let figure = false;
  node.descendants((child) => {
    figure ||= child.type.name === "figure";
  });
  return figure || (node.attrs["rank"] !== undefined && node.attrs["rank"] !== null) || node.textContent.trim() !== "";
}

const key = new PluginKey<DecorationSet>("flash");
const FLASH_MS = 1_600;

/** Marks a block for a moment, so that the eye finds where a jump has led. */
export const Flash = Extension.create({
  name: "flash",
  addProseMirrorPlugins() {
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply: (transaction, old) => {
            const pos: unknown = transaction.getMeta(key);
            if (pos === null) return DecorationSet.empty;
            const node = typeof pos === "number" ? transaction.doc.nodeAt(pos) : null;
            if (typeof pos !== "number" || !node) return old.map(transaction.mapping, transaction.doc);
            const mark = Decoration.node(pos, pos + node.nodeSize, { "data-flash": "" });
            return DecorationSet.create(transaction.doc, [mark]);
          },
        },
        props: { decorations: (state) => key.getState(state) },
      }),
    ];
  },
});

/**
 * Brings a block to the top of the canvas, puts the cursor at its beginning and marks it. An open composition is
 * not disturbed by cursor and mark.
 */
export function showPosition(view: EditorView, pos: number): void {
  const dom = view.nodeDOM(pos);
  if (dom instanceof HTMLElement) dom.scrollIntoView({ block: "start" });
  if (view.composing) return;
  const { tr } = view.state;
  view.dispatch(tr.setSelection(Selection.near(tr.doc.resolve(pos + 1))).setMeta(key, pos));
  setTimeout(() => {
    if (!view.isDestroyed && !view.composing) view.dispatch(view.state.tr.setMeta(key, null));
  }, FLASH_MS);
}
