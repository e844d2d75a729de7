import type { Node as DocumentNode } from "@tiptap/pm/model";
import { Selection, type Transaction } from "@tiptap/pm/state";
import { Step } from "@tiptap/pm/transform";
import type { EditorView } from "@tiptap/pm/view";
import type { Range, TextChange, TextRecord } from "../state/history.ts";

/** Set on transactions that undo or redo: they are no new entries. */
const FROM_HISTORY = "nianbao-history";

/** Set on what makes room for a composition: the composition is part of the same entry. */
const LEADS = "nianbao-leads-composition";

export function leadsComposition(transaction: Transaction): Transaction {
  return transaction.setMeta(LEADS, true);
}

export function isFromHistory(transaction: Transaction): boolean {
  return transaction.getMeta(FROM_HISTORY) === true;
}

/** What a transaction did, for the history; `null` when it changed no text or came from there. */
export function recordOf(transactions: readonly Transaction[], before: Selection): TextRecord | null {
  const [first] = transactions;
  const last = transactions.at(-1);
  if (!first || !last || isFromHistory(first) || !transactions.some(({ docChanged }) => docChanged)) return null;
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
  const ranges = typedRange(transactions);
  return {
    undo: { steps: undo, selection: before.toJSON() },
    redo: { steps: redo, selection: last.selection.toJSON() },
    at: first.time,
    before: ranges?.before ?? null,
    after: ranges?.after ?? null,
    ...(typeof composition === "number" ? { composition } : {}),
    ...(first.getMeta(LEADS) ? { leads: true } : {}),
  };
}

/**
 * Where a single step changed the text of one paragraph: what typing and deleting letters do. What was appended to
 * it (attributes, marks) moves nothing.
 */
function typedRange(transactions: readonly Transaction[]): { before: Range; after: Range } | null {
  let range: { before: Range; after: Range } | null = null;
  let count = 0;
  for (const map of transactions.flatMap(({ mapping }) => mapping.maps)) {
    map.forEach((from, to, newFrom, newTo) => {
      count += 1;
      range = { before: { from, to }, after: { from: newFrom, to: newTo } };
    });
  }
  const [first] = transactions;
  // Other paragraphs than before: Enter and the like stand alone.
  return count === 1 && first && sameBlocks(first.before, first.doc) ? range : null;
}

function sameBlocks(before: DocumentNode, after: DocumentNode): boolean {
  if (before.childCount !== after.childCount) return false;
  const start = after.content.findDiffStart(before.content);
  if (start === null) return true;
  const [$after, $before] = [after.resolve(start), before.resolve(start)];
  return $after.parent.isTextblock && $before.parent.isTextblock;
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
