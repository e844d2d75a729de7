import { type AnyExtension, Node } from "@tiptap/core";
import { Bold } from "@tiptap/extension-bold";
import { HardBreak } from "@tiptap/extension-hard-break";
import { BulletList, ListItem, ListKeymap, OrderedList } from "@tiptap/extension-list";
import { Table, TableCell, TableHeader, TableRow } from "@tiptap/extension-table";
import { Text } from "@tiptap/extension-text";
import { Section } from "./section-node.ts";
import { Stale } from "./stale-mark.ts";

/** The schema of `core/content/types.ts` as nodes of the editor. Every attribute there is one here, and no other. */

const Doc = Node.create({ name: "doc", topNode: true, content: "section+" });

const Heading = Node.create({
  name: "heading",
  content: "inline*",
  defining: true,
  addAttributes() {
    return { label: textAttribute("label", "data-label", null) };
  },
  parseHTML() {
    return [{ tag: "h2[data-heading]" }];
  },
  renderHTML({ HTMLAttributes }) {
    return ["h2", { "data-heading": "", ...HTMLAttributes }, 0];
  },
});

const TAGS = { 2: "h3", 3: "h4", 4: "h4" } as const;

/** Body, or a heading of rank 2–4 inside a section. */
const Paragraph = Node.create({
  name: "paragraph",
  priority: 1000,
  group: "block",
  content: "inline*",
  addAttributes() {
    return {
      rank: {
        default: null,
        keepOnSplit: false,
        parseHTML: (element: HTMLElement) =>
          ({ "2": 2, "3": 3, "4": 4 })[element.getAttribute("data-rank") ?? ""] ?? null,
        renderHTML: ({ rank }: Record<string, unknown>) => (rank === null ? {} : { "data-rank": rank }),
      },
      label: { ...textAttribute("label", "data-label", null), keepOnSplit: false },
      align: {
        default: null,
        parseHTML: (element: HTMLElement) => {
          const align = element.getAttribute("data-align");
          return align === "left" || align === "center" || align === "right" ? align : null;
        },
        renderHTML: ({ align }: Record<string, unknown>) => (align === null ? {} : { "data-align": align }),
      },
    };
  },
  parseHTML() {
    return [{ tag: "p" }, { tag: "h3[data-rank]" }, { tag: "h4[data-rank]" }];
  },
  renderHTML({ node, HTMLAttributes }) {
    const rank: unknown = node.attrs["rank"];
    return [rank === 2 || rank === 3 || rank === 4 ? TAGS[rank] : "p", HTMLAttributes, 0];
  },
});

function textAttribute(name: string, inHtml: string, empty: string | null) {
  return {
    default: empty,
    parseHTML: (element: HTMLElement) => element.getAttribute(inHtml) ?? empty,
    renderHTML: (attributes: Record<string, unknown>) =>
      attributes[name] === null ? {} : { [inHtml]: attributes[name] },
  };
}

const spans = {
  colspan: { default: 1 },
  rowspan: { default: 1 },
  colwidth: { default: null },
};

const paragraphs = { content: "paragraph+" };
const cell = { ...paragraphs, addAttributes: () => spans };

/** Marks and nodes; Bold by key and button only, since `**` and `__` are text to a clerk. */
export const SCHEMA: readonly AnyExtension[] = [
  Doc,
  Section,
  Heading,
  Paragraph,
  Text,
  HardBreak.extend({ addKeyboardShortcuts: () => ({}) }),
  Stale,
  Bold.extend({ addInputRules: () => [], addPasteRules: () => [] }),
  BulletList.extend({ addInputRules: () => [] }),
  OrderedList.extend({ addInputRules: () => [], addAttributes: () => ({}) }),
  ListItem.extend(paragraphs),
  ListKeymap,
  Table.configure({ resizable: false }),
  TableRow,
  TableCell.extend(cell),
  TableHeader.extend(cell),
];
