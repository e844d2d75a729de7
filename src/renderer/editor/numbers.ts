import { Extension } from "@tiptap/core";
import type { Node as DocumentNode } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { makeNumbering, type NumberRank } from "../../core/content/numbers.ts";

/** A heading's place in the document and the number that it prints. */
export interface NumberedBlock {
  readonly pos: number;
  readonly node: DocumentNode;
  readonly number: string;
}

/** Every heading, of sections and inside them, with its number. */
export function numberedBlocks(doc: DocumentNode): NumberedBlock[] {
  const numbering = makeNumbering();
  const found: NumberedBlock[] = [];
  doc.forEach((section, sectionPos) => {
    section.forEach((node, offset) => {
      const rank = rankOf(node);
      if (rank === null) return;
      const label: unknown = node.attrs["label"];
      const number = numbering.next(rank, typeof label === "string" ? label : null);
      found.push({ pos: sectionPos + 1 + offset, node, number });
    });
  });
  return found;
}

/** 1 for a section's heading, 2–4 for one inside it, `null` for body. */
export function rankOf(node: DocumentNode): NumberRank | null {
  if (node.type.name === "heading") return 1;
  const rank: unknown = node.type.name === "paragraph" ? node.attrs["rank"] : null;
  return rank === 2 || rank === 3 || rank === 4 ? rank : null;
}

const key = new PluginKey<DecorationSet>("numbers");

/** Prints the numbers in front of headings. They are painted (CSS `::before`), so that no cursor gets into them. */
export const Numbers = Extension.create({
  name: "numbers",
  addProseMirrorPlugins() {
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: (_, { doc }) => decorations(doc),
          apply: (transaction, old) => (transaction.docChanged ? decorations(transaction.doc) : old),
        },
        props: { decorations: (state) => key.getState(state) },
      }),
    ];
  },
});

function decorations(doc: DocumentNode): DecorationSet {
  return DecorationSet.create(
    doc,
    numberedBlocks(doc).map(({ pos, node, number }) =>
      Decoration.node(pos, pos + node.nodeSize, { "data-number": number }),
    ),
  );
}
