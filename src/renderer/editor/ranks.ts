import type { Node as DocumentNode } from "@tiptap/pm/model";
import type { Command, Transaction } from "@tiptap/pm/state";
import { type NumberRank, partHeading } from "../../core/content/numbers.ts";
import { recounted } from "../../core/content/section-edits.ts";
import { becomeContent, contentOf } from "./document.ts";
import { rankOf } from "./numbers.ts";

/** 0 is body, 1 a section's heading, 2–4 a heading inside a section. */
export type Style = 0 | NumberRank;

/** The style at the cursor; `null` in lists and tables, which have none. */
export function styleAt(doc: DocumentNode, pos: number): Style | null {
  const $pos = doc.resolve(pos);
  return $pos.depth < 2 || $pos.depth > 2 ? null : (rankOf($pos.parent) ?? 0);
}

/**
 * Gives the selected paragraphs a style. A heading of rank 1 begins a section of its own; made into anything
 * else, its section goes on from the one before.
 */
export function setStyle(style: Style): Command {
  return (state, dispatch) => {
    const blocks = selectedBlocks(state.doc, state.selection.from, state.selection.to);
    const possible = blocks.filter(({ node, index }) => canStyle(node, index, style));
    if (possible.length === 0) return false;
    dispatch?.(styled(state.tr, possible, style).scrollIntoView());
    return true;
  };
}

function styled(tr: Transaction, blocks: readonly Block[], style: Style): Transaction {
  for (const { node, pos } of blocks) {
    const at = tr.mapping.map(pos);
    if (style === 1) beginSection(tr, at);
    else if (node.type.name === "heading") endSection(tr, at, style);
    else styleParagraph(tr, at, style);
  }
  return becomeContent(tr, tr.doc.type.schema, recounted(contentOf(tr.doc).content));
}

/** Gives the block at `pos`, which stands directly in a section, a style; the selection stays. */
export function setStyleAt(pos: number, style: Style): Command {
  return (state, dispatch) => {
    const $pos = state.doc.resolve(pos);
    const node = $pos.nodeAfter;
    if (!node || !canStyle(node, $pos.index(0), style)) return false;
    dispatch?.(styled(state.tr, [{ node, pos, index: $pos.index(0) }], style));
    return true;
  };
}

interface Block {
  readonly node: DocumentNode;
  readonly pos: number;
  /** Which section it is in. */
  readonly index: number;
}

/** Paragraphs and headings that stand directly in a section. */
function selectedBlocks(doc: DocumentNode, from: number, to: number): Block[] {
  const found: Block[] = [];
  doc.forEach((section, sectionPos, index) => {
    section.forEach((node, offset) => {
      const pos = sectionPos + 1 + offset;
      if (node.isTextblock && pos < to + 1 && pos + node.nodeSize > from) found.push({ node, pos, index });
    });
  });
  return found;
}

function canStyle(node: DocumentNode, index: number, style: Style): boolean {
  const now = rankOf(node) ?? 0;
  // Nothing stands before the first section that its heading could run on from.
  return now !== style && (now !== 1 || index > 0);
}

function styleParagraph(tr: Transaction, pos: number, style: Style): void {
  const node = tr.doc.nodeAt(pos);
  if (!node) return;
  tr.setNodeMarkup(pos, undefined, { ...node.attrs, rank: style === 0 ? null : style, label: null });
  if (style !== 0) removeNumber(tr, pos);
}

/** A number that was typed gives way to the one that is counted. */
function removeNumber(tr: Transaction, pos: number): void {
  const first = tr.doc.nodeAt(pos)?.firstChild;
  if (!first?.isText) return;
  const { written, rest } = partHeading(first.text ?? "");
  if (written !== "" && rest !== "") tr.delete(pos + 1, pos + 1 + written.length);
}

/** Parts the section before the paragraph at `pos`, which becomes a heading. Both parts keep a block. */
function beginSection(tr: Transaction, pos: number): void {
  const { schema } = tr.doc.type;
  const empty = () => schema.node("paragraph");
  const $pos = tr.doc.resolve(pos);
  const section = $pos.parent;
  const index = $pos.index();
  const size = section.child(index).nodeSize;
  if (index === section.childCount - 1) tr.insert(pos + size, empty());
  let at = pos;
  if (index > 0) {
    if (index === 1 && section.firstChild?.type.name === "heading") {
      tr.insert(at, empty());
      at += 2;
    }
    tr.split(at, 1, [{ type: schema.nodes["section"] ?? section.type, attrs: { key: freeKey(tr.doc) } }]);
    at += 2;
  }
  const heading = schema.nodes["heading"];
  if (heading) tr.setNodeMarkup(at, heading, { label: null });
  removeNumber(tr, at);
}

/** Joins the section of the heading at `pos` to the one before. */
function endSection(tr: Transaction, pos: number, style: Style): void {
  const paragraph = tr.doc.type.schema.nodes["paragraph"];
  if (paragraph) tr.setNodeMarkup(pos, paragraph, { rank: style === 0 ? null : style, label: null });
  tr.join(pos - 1);
}

/** The first `local-n` that no section has. */
export function freeKey(doc: DocumentNode): string {
  const taken = new Set(doc.children.map(({ attrs }) => attrs["key"]));
  let n = 1;
  while (taken.has(`local-${n}`)) n += 1;
  return `local-${n}`;
}
