import type { Node as DocumentNode } from "@tiptap/pm/model";
import { TextSelection } from "@tiptap/pm/state";
import { type Offer, offersFor } from "../../core/carry/offers.ts";
import { storedReport } from "../state/screen.ts";
import { run, withEditor } from "./open-editor.ts";
import { type StaleRange, staleAt, staleRanges, withoutMark, wordsOf } from "./stale-mark.ts";

/** Going through what is still to be updated, and settling it. */

/** The mark that the selection is in. */
export interface StaleHere {
  readonly range: StaleRange;
  /** Counted from 1. */
  readonly nth: number;
  readonly count: number;
  /** What can be put in the words' place, the likeliest first; empty where only the clerk can know. */
  readonly offers: readonly Offer[];
}

export function staleHere(): StaleHere | null {
  return withEditor(({ editor: { state } }) => {
    const range = staleAt(state.doc, state.selection);
    if (!range) return null;
    const all = staleRanges(state.doc);
    return { range, nth: all.indexOf(range) + 1, count: all.length, offers: offersOf(state.doc, range) };
  });
}

function offersOf(doc: DocumentNode, { from, to, reason }: StaleRange): readonly Offer[] {
  const screen = storedReport();
  if (!screen) return [];
  const $from = doc.resolve(from);
  const before = wordsOf(doc, $from.start(), from);
  const words = wordsOf(doc, from, to);
  const place = { from: before.length, to: before.length + words.length, reason };
  return offersFor(place, before + words + wordsOf(doc, to, $from.end()), screen.report, screen.form);
}

export function staleCount(): number {
  return withEditor(({ editor }) => staleRanges(editor.state.doc).length) ?? 0;
}

/** Selects the next mark behind the cursor (`step` 1) or before it (-1), round the whole text. */
export function goToStale(step: 1 | -1): void {
  run((state, dispatch) => {
    const all = staleRanges(state.doc);
    const { from, to } = state.selection;
    const range =
      step > 0 ? (all.find((one) => one.from >= to) ?? all[0]) : (all.findLast((one) => one.to <= from) ?? all.at(-1));
    if (!range) return false;
    dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, range.from, range.to)).scrollIntoView());
    return true;
  });
}

/** The words are right as they are: the mark goes, and the next one is shown. */
export function keepStale(): void {
  const here = staleHere();
  if (!here) return;
  run((state, dispatch) => {
    const { tr } = state;
    tr.setSelection(TextSelection.create(tr.doc, here.range.to));
    dispatch?.(withoutMark(tr, here.range));
    return true;
  });
  goToStale(1);
}

/**
 * Puts what is offered in the words' place and shows the next mark; without an offer the words are selected, to be
 * typed over.
 */
export function rewriteStale(offer: Offer | null = staleHere()?.offers[0] ?? null): void {
  const here = staleHere();
  if (!here) return;
  const { from, to } = here.range;
  run((state, dispatch) => {
    const { tr, schema } = state;
    if (offer) {
      const marks = state.doc
        .resolve(from + 1)
        .marks()
        .filter(({ type }) => type.name !== "stale");
      const node = offer.kind === "text" ? schema.text(offer.text) : schema.node("figure", offer.figure);
      tr.replaceWith(from, to, node.mark(marks));
      tr.setSelection(TextSelection.create(tr.doc, from + node.nodeSize));
    } else tr.setSelection(TextSelection.create(tr.doc, from, to));
    dispatch?.(tr);
    return true;
  });
  if (offer) goToStale(1);
}
