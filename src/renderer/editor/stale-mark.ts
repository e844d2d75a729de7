import { Mark } from "@tiptap/core";
import type { Node as DocumentNode, Mark as TextMark } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, type Selection, type Transaction } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { isWhole } from "./document.ts";
import { isFromHistory } from "./text-history.ts";

/**
 * 待更新: words that were carried over from last year. The mark stands in the document, so it moves with its words
 * and is undone with them. Whoever changes the words has updated them: the mark goes.
 */
export const Stale = Mark.create({
  name: "stale",
  inclusive: false,
  addAttributes() {
    return {
      id: {
        default: 0,
        parseHTML: (element: HTMLElement) => Number(element.dataset["stale"] ?? 0),
        renderHTML: ({ id }: Record<string, unknown>) => ({ "data-stale": id }),
      },
      reason: {
        default: "",
        parseHTML: (element: HTMLElement) => element.dataset["reason"] ?? "",
        renderHTML: ({ reason }: Record<string, unknown>) => ({ "data-reason": reason }),
      },
    };
  },
  parseHTML() {
    return [{ tag: "span[data-stale]" }];
  },
  renderHTML({ HTMLAttributes }) {
    return ["span", { class: "stale", ...HTMLAttributes }, 0];
  },
  addProseMirrorPlugins() {
    return [follower(), currentMark()];
  },
});

/** A marked stretch of one paragraph; figures, bold and line breaks may part it. */
export interface StaleRange {
  readonly id: number;
  readonly reason: string;
  readonly from: number;
  readonly to: number;
}

const known = new WeakMap<DocumentNode, readonly StaleRange[]>();

/** Every marked stretch, in the order of the document. */
export function staleRanges(doc: DocumentNode): readonly StaleRange[] {
  const before = known.get(doc);
  if (before) return before;
  const found: StaleRange[] = [];
  doc.descendants((node, pos) => {
    const mark = node.isInline ? noteOf(node.marks) : null;
    if (!mark) return;
    const last = found.at(-1);
    const to = pos + node.nodeSize;
    if (last && last.id === mark.id && last.to === pos) found[found.length - 1] = { ...last, to };
    else found.push({ ...mark, from: pos, to });
  });
  known.set(doc, found);
  return found;
}

function noteOf(marks: readonly TextMark[]): Pick<StaleRange, "id" | "reason"> | null {
  const mark = marks.find(({ type }) => type.name === "stale");
  return mark ? { id: Number(mark.attrs["id"]), reason: String(mark.attrs["reason"]) } : null;
}

/** The stretch that the selection lies in; a cursor at its edge is not in it. */
export function staleAt(doc: DocumentNode, { from, to, empty }: Selection): StaleRange | null {
  const inside = (range: StaleRange) =>
    empty ? range.from < from && to < range.to : range.from <= from && to <= range.to;
  return staleRanges(doc).find(inside) ?? null;
}

/** The words of a stretch as they read, figures too. */
export function wordsOf(doc: DocumentNode, from: number, to: number): string {
  return doc.textBetween(from, to, "\n", (leaf) =>
    leaf.type.name === "hardBreak" ? "\n" : (leaf.type.spec["toText"]?.({ node: leaf }) ?? ""),
  );
}

/** Takes the mark off a stretch; its words stay. */
export function withoutMark(transaction: Transaction, { from, to }: StaleRange): Transaction {
  const type = transaction.doc.type.schema.marks["stale"];
  return type ? transaction.removeMark(from, to, type) : transaction;
}

const NONE: ReadonlySet<number> = new Set();
const touched = new PluginKey<ReadonlySet<number>>("stale");

/** Takes the mark off words that were changed; while a composition is open it only remembers them. */
function follower(): Plugin<ReadonlySet<number>> {
  return new Plugin<ReadonlySet<number>>({
    key: touched,
    state: {
      init: () => NONE,
      apply: (transaction, before) => {
        if (transaction.getMeta(touched) || isFromHistory(transaction)) return NONE;
        const now = isWhole(transaction) ? [] : touchedBy(transaction);
        return now.length > 0 ? new Set([...before, ...now]) : before;
      },
    },
    appendTransaction: (transactions, _before, state) =>
      transactions.some((transaction) => transaction.getMeta("composition") !== undefined) ? null : settleStale(state),
  });
}

/** The transaction that takes the marks off changed words; `null` when there are none. */
export function settleStale(state: EditorState): Transaction | null {
  const ids = touched.getState(state);
  if (!ids || ids.size === 0) return null;
  const { tr } = state;
  for (const range of staleRanges(state.doc)) if (ids.has(range.id)) withoutMark(tr, range);
  return tr.setMeta(touched, true);
}

function touchedBy({ steps, docs }: Transaction): number[] {
  return steps.flatMap((step, i) => {
    const ranges = docs[i] ? staleRanges(docs[i]) : [];
    const found: number[] = [];
    step.getMap().forEach((from, to) => {
      for (const range of ranges) if (from < range.to && to > range.from) found.push(range.id);
    });
    return found;
  });
}

/** Frames the mark that the selection is in, and says so at the edge of its paragraph. */
function currentMark(): Plugin {
  return new Plugin({
    props: {
      decorations: ({ doc, selection }) => {
        const range = staleAt(doc, selection);
        if (!range) return null;
        const $from = doc.resolve(range.from);
        return DecorationSet.create(doc, [
          Decoration.inline(range.from, range.to, { class: "stale-now" }),
          Decoration.node($from.before(), $from.after(), { "data-stale-here": "" }),
        ]);
      },
    },
  });
}
