import type { Block } from "../../core/document.ts";
import { parseMark } from "../../core/marks.ts";
import { child, childElements, type XmlElement } from "../ooxml/tree.ts";
import { anchor, type Line } from "../word/line.ts";
import { withSymbols } from "../word/symbols.ts";
import type { Story } from "./story.ts";

interface Looks {
  readonly hidden: boolean;
  readonly font: string | undefined;
}

/** What stands in a text box or a note is read as what stands in the body; the body's reader hands itself in. */
type ReadBlocks = (container: XmlElement, story: Story) => Block[];

/** Reads what stands in a paragraph into `line`. Insertions stand in the text, deletions elsewhere in the file. */
export function readInline(element: XmlElement, line: Line, story: Story, looks: Looks, readBlocks: ReadBlocks): void {
  for (const node of element.children) {
    if (typeof node === "string") put(line, spaced(node, line, looks), looks, story);
    else if (node.tag === "text:change-start") startChange(node, story);
    else if (node.tag === "text:change-end") story.deleting.delete(node.attributes["text:change-id"] ?? "");
    else readNode(node, line, story, looks, readBlocks);
  }
}

function startChange({ attributes }: XmlElement, story: Story): void {
  const id = attributes["text:change-id"] ?? "";
  if (story.deletions.has(id)) story.deleting.add(id);
}

function readNode(node: XmlElement, line: Line, story: Story, looks: Looks, readBlocks: ReadBlocks): void {
  switch (node.tag) {
    case "text:s":
      return put(line, " ".repeat(Math.min(Number(node.attributes["text:c"] ?? 1), 1000)), looks, story);
    case "text:tab":
      return put(line, "\t", looks, story);
    case "text:line-break":
      return put(line, "\n", looks, story);
    case "text:page-number":
    case "text:page-count":
      return put(line, story.repeated ? "1" : plain(node), looks, story);
    case "text:span": {
      const style = story.styles.characters(node.attributes["text:style-name"]);
      const inner = { hidden: style.hidden ?? looks.hidden, font: style.font ?? looks.font };
      return readInline(node, line, story, inner, readBlocks);
    }
    case "text:hidden-text":
    case "text:hidden-paragraph":
      return readInline(
        node,
        line,
        story,
        { ...looks, hidden: node.attributes["text:is-hidden"] !== "false" },
        readBlocks,
      );
    case "text:bookmark":
    case "text:bookmark-start":
      return readMark(node.attributes["text:name"] ?? "", line);
    case "text:note": {
      const body = child(node, "text:note-body");
      const kind = node.attributes["text:note-class"] === "endnote" ? "endnote" : "footnote";
      if (body) story.notes.push({ kind, body });
      return;
    }
    case "office:annotation":
      return void story.comments.push(node);
    case "draw:image":
      story.pictures += 1;
      return;
    case "draw:object":
    case "draw:object-ole":
      story.embedded += 1;
      return;
    case "draw:frame":
      return readFrame(node, line, story, looks, readBlocks);
    case "draw:text-box":
      return anchor(line, readBlocks(node, story));
    default:
      if (SHAPES.has(node.tag)) {
        const text = readBlocks(node, story);
        if (text.length > 0) anchor(line, text);
      } else if (!SKIPPED.has(node.tag)) readInline(node, line, story, looks, readBlocks);
  }
}

const SHAPES: ReadonlySet<string> = new Set([
  "draw:custom-shape",
  "draw:rect",
  "draw:ellipse",
  "draw:line",
  "draw:path",
  "draw:polygon",
  "draw:g",
]);
const SKIPPED: ReadonlySet<string> = new Set([
  "text:ruby-text",
  "text:note-citation",
  "office:annotation-end",
  "svg:title",
  "svg:desc",
]);

/** One of the versions of what stands in a frame: a workbook and its picture are one thing. */
function readFrame(frame: XmlElement, line: Line, story: Story, looks: Looks, readBlocks: ReadBlocks): void {
  const versions = childElements(frame).filter(({ tag }) => tag.startsWith("draw:"));
  const box = versions.find(({ tag }) => tag === "draw:text-box") ?? versions[0];
  if (box) readNode(box, line, story, looks, readBlocks);
}

function readMark(name: string, line: Line): void {
  if (line.mark === null && parseMark(name) !== null) line.mark = name;
}

/** White space of the file is one space, and none at a line's beginning; spaces that count are `text:s`. */
function spaced(text: string, line: Line, looks: Looks): string {
  const collapsed = text.replace(/[ \t\r\n]+/g, " ");
  const before = looks.hidden ? line.hidden : line.text;
  return before === "" || before.endsWith(" ") || before.endsWith("\n") ? collapsed.replace(/^ /, "") : collapsed;
}

function put(line: Line, text: string, { hidden, font }: Looks, story: Story): void {
  if (story.deleting.size > 0) return;
  if (hidden) line.hidden += text;
  else line.text += withSymbols(text, font);
}

function plain(node: XmlElement): string {
  return node.children.map((inner) => (typeof inner === "string" ? inner : plain(inner))).join("");
}
