import { Extension } from "@tiptap/core";
import {
  DOMParser,
  DOMSerializer,
  type Node as DocumentNode,
  Fragment,
  type ParseOptions,
  type Schema,
  Slice,
} from "@tiptap/pm/model";
import { Plugin } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { counting, partHeading } from "../../core/content/numbers.ts";
import { headingRank } from "../../core/text/heading.ts";
import { numberedBlocks, rankOf } from "./numbers.ts";
import { cleanPasted } from "./paste/clean.ts";
import { OLD_SPACE } from "./paste/lines.ts";

/** With its looks as far as the format has them, or the words alone. */
export type Pasting = "looks" | "words";

interface ClipboardOptions {
  /** Takes the one sentence about what a paste left behind. */
  readonly say: (sentence: string) => void;
  /** How a menu wants this paste to be taken; asked once for each. */
  readonly pasting: () => Pasting | null;
}

/** Copying prints the numbers of headings; pasting from elsewhere is cleaned to the format. */
export const Clipboard = Extension.create<ClipboardOptions>({
  name: "clipboard",

  addOptions() {
    return { say: () => {}, pasting: () => null };
  },

  addProseMirrorPlugins() {
    const { schema } = this.editor;
    const { say, pasting } = this.options;
    let numbers: readonly string[] = [];
    return [
      new Plugin({
        props: {
          transformCopied: (slice, view) => {
            numbers = numbersInSelection(view);
            return slice;
          },
          clipboardSerializer: numberedSerializer(schema, () => numbers),
          clipboardTextSerializer: (slice) => textOf(slice, numbers),
          handlePaste: (view, event) => {
            // Shift may have been let go in the menu, where ProseMirror does not hear of it: it would take words alone.
            const how = pasting();
            const html = event.clipboardData?.getData("text/html") ?? "";
            if (how === "looks" && html !== "") return view.pasteHTML(html, event);
            if (how === "words") return view.pasteText(event.clipboardData?.getData("text/plain") ?? "", event);
            if (isPictureOnly(event.clipboardData)) say("剪贴板里只有图片，正文里放不了图片，没有粘贴。");
            return false;
          },
          transformPastedHTML: withoutStyles,
          clipboardParser: new CleaningParser(schema, say),
          clipboardTextParser: (text) => sliceOfText(text, schema),
          transformPasted: (slice, view) => withRanks(wholeBlocks(slice, view)),
        },
      }),
    ];
  },
});

/** A screen shot, or a picture copied out of a page. */
function isPictureOnly(data: DataTransfer | null): boolean {
  return data !== null && !data.types.some((type) => type.startsWith("text/")) && data.files.length > 0;
}

/**
 * The page forbids styles of others, also in a document that is only parsed: sheets go, and `style` takes another
 * name, under which the cleaner reads it.
 */
function withoutStyles(html: string): string {
  return html
    .replace(/<style\b[\s\S]*?<\/style\s*>/gi, "")
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/(\s)style\s*=/gi, "$1data-style="));
}

/** The numbers that belong to the copied headings, in order; `""` where the heading's beginning is not copied. */
function numbersInSelection({ state: { doc, selection } }: EditorView): string[] {
  return numberedBlocks(doc)
    .filter(({ pos, node }) => pos + 1 < selection.to && pos + node.nodeSize > selection.from)
    .map(({ pos, number }) => (selection.from <= pos + 1 ? number : ""));
}

/** Other programs get the numbers as text; this one ignores them and counts anew. */
function numberedSerializer(schema: Schema, numbers: () => readonly string[]): DOMSerializer {
  const plain = DOMSerializer.fromSchema(schema);
  const serializer = new DOMSerializer(plain.nodes, plain.marks);
  serializer.serializeFragment = (fragment, options, target) => {
    const result = plain.serializeFragment(fragment, options, target);
    const headings = result.querySelectorAll("h2[data-heading], [data-rank]");
    for (const [i, heading] of [...headings].entries()) {
      const number = numbers()[i];
      if (!number) continue;
      const span = document.createElement("span");
      span.dataset["number"] = "";
      span.textContent = number;
      heading.prepend(span);
    }
    return result;
  };
  return serializer;
}

function textOf(slice: Slice, numbers: readonly string[]): string {
  const lines: string[] = [];
  let heading = 0;
  slice.content.descendants((node) => {
    if (node.isTextblock) {
      const number = rankOf(node) === null ? "" : (numbers[heading++] ?? "");
      lines.push(number + node.textBetween(0, node.content.size, "\n", leafText));
      return false;
    }
    return true;
  });
  if (lines.length === 0) return slice.content.textBetween(0, slice.content.size, "\n", leafText);
  return lines.join("\n");
}

function leafText(node: DocumentNode): string {
  return node.type.name === "hardBreak" ? "\n" : (node.type.spec["toText"]?.({ node }) ?? "");
}

/** Cleans what comes from other programs; what this one copied is of its own schema already. */
class CleaningParser extends DOMParser {
  readonly #say: (sentence: string) => void;

  constructor(schema: Schema, say: (sentence: string) => void) {
    super(schema, [{ tag: "span[data-number]", ignore: true }, ...DOMParser.fromSchema(schema).rules]);
    this.#say = say;
  }

  override parseSlice(dom: Node, options?: ParseOptions): Slice {
    if (!(dom instanceof Element) || dom.querySelector("[data-pm-slice]")) return super.parseSlice(dom, options);
    const { clean, dropped } = cleanPasted(dom);
    const sentence = dropped.sentence();
    if (sentence) this.#say(sentence);
    return super.parseSlice(clean, { ...options, preserveWhitespace: "full" });
  }
}

/** Plain text: a line is a paragraph. */
function sliceOfText(text: string, schema: Schema): Slice {
  const plain = text.replaceAll(OLD_SPACE, "\u3000");
  const lines = plain.split(/\r\n?|\n/).map((line) => line.replace(/^[\s\u3000]+|[\s\u3000]+$/g, ""));
  const filled = lines.length > 1 ? lines.filter((line) => line !== "") : lines;
  const nodes = filled.map((line) => schema.node("paragraph", null, line === "" ? [] : [schema.text(line)]));
  return new Slice(Fragment.from(nodes), 1, 1);
}

/**
 * Several blocks pasted into an empty paragraph take its place: none of them joins what stands there, so the first
 * may be a heading like any other. Behind a table that would be the last block the cursor needs a place.
 */
function wholeBlocks(slice: Slice, { state: { selection, schema } }: EditorView): Slice {
  const { $from, empty } = selection;
  if (!empty || $from.depth !== 2 || $from.parent.content.size > 0 || slice.content.childCount < 2) return slice;
  if (!slice.content.content.every((node) => node.type.isInGroup("block"))) return slice;
  const last = $from.index(1) === $from.node(1).childCount - 1 && slice.content.lastChild?.type.name === "table";
  const content = last ? slice.content.addToEnd(schema.node("paragraph")) : slice.content;
  return new Slice(content, 0, 0);
}

/** Whole pasted lines that are headings by their number get their rank; the number is counted from then on. */
function withRanks(slice: Slice): Slice {
  const { content, openStart, openEnd } = slice;
  if (content.childCount < 2) return slice;
  const nodes = content.content.map((node, i) => {
    const joins = (i === 0 && openStart > 0) || (i === content.childCount - 1 && openEnd > 0);
    return joins || node.type.name !== "paragraph" || rankOf(node) !== null ? node : ranked(node);
  });
  return new Slice(Fragment.from(nodes), openStart, openEnd);
}

function ranked(node: DocumentNode): DocumentNode {
  const rank = headingRank(node.textContent);
  const first = node.firstChild;
  if (rank === null || rank === 1 || !first?.isText) return node;
  const { written, rest } = partHeading(first.text ?? "");
  if (written === "" || (rest === "" && node.childCount === 1)) return node;
  const label = counting(rank, written.trim());
  const plain = node.cut(written.length).content.content.map((child) => child.mark([]));
  return node.type.create({ ...node.attrs, rank, label }, plain);
}
