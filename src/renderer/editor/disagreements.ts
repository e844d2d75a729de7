import { Extension } from "@tiptap/core";
import type { Node as DocumentNode } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import { saidPlace } from "../../core/checks/said-place.ts";
import type { Stretch } from "../../core/content/replace.ts";
import { printedIndex } from "../../core/content/stale.ts";
import type { Form } from "../../core/form/form.ts";
import type { Report } from "../../core/report/report.ts";
import type { Notice } from "../view/notices.ts";
import { positionOf } from "./places.ts";
import { wordsOf } from "./stale-mark.ts";

/** A number in the text that is not the table's. */
interface Disagreement extends Stretch {
  /** Letters of the whole paragraph as printed, its number included. */
  readonly length: number;
  /** What the finding says. */
  readonly sentence: string;
}

/** The numbers in the text that disagree with the table and have no reason to, in the order of the text. */
export function disagreementsIn(notices: readonly Notice[], report: Report, form: Form): Disagreement[] {
  return notices.flatMap(({ finding, reason, text }) => {
    const place = finding && !reason ? saidPlace(finding, form, report) : null;
    const paragraph = place && printedIndex(report.sections, place.section, place.paragraph);
    if (!place || paragraph === null) return [];
    const { section, saying } = place;
    const length = report.sections.find(({ key }) => key === section)?.paragraphs[place.paragraph]?.length ?? 0;
    return [{ section, paragraph, from: saying.from, to: saying.to, length, sentence: text }];
  });
}

const key = new PluginKey<DecorationSet>("disagreements");

/** Draws a wavy line under them; their sentence is told to the pointer and to screen readers. */
export const Disagreements = Extension.create({
  name: "disagreements",
  addProseMirrorPlugins() {
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply: (transaction, old) => {
            const marks: readonly Disagreement[] | undefined = transaction.getMeta(key);
            if (!marks) return old.map(transaction.mapping, transaction.doc);
            return DecorationSet.create(
              transaction.doc,
              marks.flatMap((mark) => decoration(transaction.doc, mark)),
            );
          },
        },
        props: { decorations: (state) => key.getState(state) },
      }),
    ];
  },
});

/** Shows these and no others; an open composition is left alone. */
export function showDisagreements(view: EditorView, marks: readonly Disagreement[]): void {
  const shown = key.getState(view.state)?.find().length ?? 0;
  if (view.composing || (marks.length === 0 && shown === 0)) return;
  view.dispatch(view.state.tr.setMeta(key, marks));
}

function decoration(doc: DocumentNode, { section, paragraph, from, to, length, sentence }: Disagreement): Decoration[] {
  const pos = positionOf(doc, section, paragraph);
  const line = pos === null ? null : doc.nodeAt(pos);
  if (pos === null || !line?.isTextblock) return [];
  // A number that is printed before the text is none of the document's.
  const lead = length - wordsOf(doc, pos + 1, pos + 1 + line.content.size).length;
  const begin = innerPosition(doc, line, pos, from - lead);
  const end = innerPosition(doc, line, pos, to - lead);
  if (begin >= end) return [];
  return [Decoration.inline(begin, end, { class: "disagrees", title: sentence, "aria-description": sentence })];
}

/** The position behind so many letters of a line; a figure is as long as it reads. */
function innerPosition(doc: DocumentNode, line: DocumentNode, pos: number, letters: number): number {
  let left = letters;
  let position = pos + 1;
  line.forEach((child, offset) => {
    if (left <= 0) return;
    const start = pos + 1 + offset;
    const length = wordsOf(doc, start, start + child.nodeSize).length;
    position = child.isText ? start + Math.min(left, length) : start + child.nodeSize;
    left -= length;
  });
  return position;
}
