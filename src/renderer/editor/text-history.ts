import { Selection, type Transaction } from "@tiptap/pm/state";
import { Step } from "@tiptap/pm/transform";
import type { EditorView } from "@tiptap/pm/view";
import type { Range, TextChange, TextRecord } from "../state/history.ts";

/** Set on transactions that undo or redo: they are no new entries. */
const FROM_HISTORY = "nianbao-history";

/** What a transaction did, for the history; `null` when it changed no text or came from there. */
export function recordOf(transactions: readonly Transaction[], before: Selection): TextRecord | null {
  const [first] = transactions;
  const last = transactions.at(-1);
  if (!first || !last || first.getMeta(FROM_HISTORY) || !transactions.some(({ docChanged }) => docChanged)) return null;
  const undo: unknown[] = [];
  const redo: unknown[] = [];
  for (const { steps, docs } of transactions) {
    for (const [i, step] of steps.entries()) {
      const doc = docs[i];
      if (!doc) continue;
      redo.push(step.toJSON());
      undo.unshift(step.invert(doc).toJSON());
    }
  }
  const composition: unknown = first.getMeta("composition");
  const ranges = transactions.length === 1 ? typedRange(first) : null;
  return {
    undo: { steps: undo, selection: before.toJSON() },
    redo: { steps: redo, selection: last.selection.toJSON() },
    at: first.time,
    before: ranges?.before ?? null,
    after: ranges?.after ?? null,
    ...(typeof composition === "number" ? { composition } : {}),
  };
}

/** Where a single step changed the text of one paragraph: what typing and deleting letters do. */
function typedRange(transaction: Transaction): { before: Range; after: Range } | null {
  const [map] = transaction.mapping.maps;
  if (!map || transaction.steps.length !== 1) return null;
  let range: { before: Range; after: Range } | null = null;
  let count = 0;
  map.forEach((from, to, newFrom, newTo) => {
    count += 1;
    range = { before: { from, to }, after: { from: newFrom, to: newTo } };
  });
  const { doc, before } = transaction;
  // Other paragraphs than before: Enter and the like stand alone.
  return count === 1 && doc.content.childCount === before.content.childCount && sameBlocks(transaction) ? range : null;
}

function sameBlocks({ doc, before }: Transaction): boolean {
  const start = doc.content.findDiffStart(before.content);
  return start === null || (doc.resolve(start).parent.isTextblock && before.resolve(start).parent.isTextblock);
}

/** Carries out a change from the history. `false` while a composition is open. */
export function applyChange(view: EditorView, change: TextChange): boolean {
  if (view.composing) return false;
  const { state } = view;
  const transaction = state.tr.setMeta(FROM_HISTORY, true);
  for (const json of change.steps) transaction.step(Step.fromJSON(state.schema, json));
  transaction.setSelection(Selection.fromJSON(transaction.doc, change.selection)).scrollIntoView();
  view.dispatch(transaction);
  return true;
}
