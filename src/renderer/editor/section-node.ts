import { Node } from "@tiptap/core";
import type { Node as DocumentNode } from "@tiptap/pm/model";
import { Plugin } from "@tiptap/pm/state";
import { freeKey } from "./ranks.ts";
import { isFromHistory } from "./text-history.ts";

/**
 * A part of the report. It never runs together with its neighbour by Backspace or Delete at its edge. A node view
 * of its own takes other attributes in place: nothing below is drawn anew, no open composition is disturbed.
 */
export const Section = Node.create({
  name: "section",
  content: "heading? block+",
  isolating: true,
  defining: true,
  addAttributes() {
    return {
      key: {
        // One that is only made because all others were deleted.
        default: "preamble",
        parseHTML: (element: HTMLElement) => element.dataset["section"] ?? "local-1",
        renderHTML: ({ key }: Record<string, unknown>) => ({ "data-section": key }),
      },
      // How far the clerk is goes with the report, not with text that is copied.
      state: { default: null, rendered: false },
    };
  },
  parseHTML() {
    return [{ tag: "section[data-section]" }];
  },
  renderHTML({ HTMLAttributes }) {
    return ["section", HTMLAttributes, 0];
  },
  addNodeView() {
    return ({ node: first }) => {
      const dom = document.createElement("section");
      const paint = ({ attrs }: DocumentNode) => {
        dom.dataset["section"] = String(attrs["key"]);
      };
      paint(first);
      return {
        dom,
        contentDOM: dom,
        update: (next) => {
          if (next.type !== first.type) return false;
          paint(next);
          return true;
        },
      };
    };
  },
  addProseMirrorPlugins() {
    return [ownKeys(), startedStates()];
  },
});

/** Two sections never have one key: a section that was pasted beside its original gets one of its own. */
function ownKeys(): Plugin {
  return new Plugin({
    appendTransaction: (transactions, _before, { doc, tr }) => {
      if (!transactions.some(({ docChanged }) => docChanged)) return null;
      const seen = new Set<unknown>();
      doc.forEach((section, pos) => {
        if (seen.has(section.attrs["key"])) tr.setNodeAttribute(pos, "key", freeKey(tr.doc));
        seen.add(section.attrs["key"]);
      });
      return tr.docChanged ? tr : null;
    },
  });
}

/** A section whose text was changed for the first time is being written from then on. */
function startedStates(): Plugin {
  return new Plugin({
    appendTransaction: (transactions, before, { doc, tr }) => {
      if (!transactions.some(({ docChanged }) => docChanged) || transactions.some(isFromHistory)) return null;
      const old = new Map(before.doc.children.map((section) => [section.attrs["key"], section]));
      doc.forEach((section, pos) => {
        const known = old.get(section.attrs["key"]);
        if (section.attrs["state"] !== null || !known || known === section || known.content.eq(section.content)) return;
        tr.setNodeAttribute(pos, "state", "writing");
      });
      return tr.docChanged ? tr : null;
    },
  });
}
