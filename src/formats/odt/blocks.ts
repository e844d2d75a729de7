import { append } from "../../core/append.ts";
import type { Block } from "../../core/document.ts";
import { parseMark } from "../../core/marks.ts";
import { childElements, type XmlElement } from "../ooxml/tree.ts";
import { closeLine, type Line, makeLine } from "../word/line.ts";
import { readInline } from "./inline.ts";
import type { ListPlace } from "./lists.ts";
import type { Story } from "./story.ts";
import { readTable } from "./table.ts";

/** How a container's paragraphs stand in a list. */
interface InList {
  readonly place: ListPlace;
  /** Only the first paragraph of an item bears its number. */
  numbered: boolean;
}

/** Paragraphs and tables below `container`, in the order of the text. */
export function readBlocks(container: XmlElement, story: Story, inList: InList | null = null): Block[] {
  const blocks: Block[] = [];
  const run: Run = { mark: null, line: null };
  for (const node of childElements(container)) {
    switch (node.tag) {
      case "text:p":
      case "text:h":
        append(blocks, readParagraph(node, story, inList, run));
        break;
      case "text:list":
        append(blocks, readList(node, story, inList?.place ?? null));
        break;
      case "table:table":
        append(
          blocks,
          readTable(node, (cell) => readBlocks(cell, story)),
        );
        break;
      case "text:table-of-content":
      case "text:alphabetical-index":
      case "text:illustration-index":
      case "text:table-index":
        append(blocks, readBlocks(node, story).map(asContents));
        break;
      case "text:section":
        blocks.push(
          ...(node.attributes["text:display"] === "none"
            ? hide(readBlocks(node, story), story)
            : readBlocks(node, story)),
        );
        break;
      case "text:bookmark":
      case "text:bookmark-start":
        run.mark ??= ownMark(node);
        break;
      case "draw:frame":
      case "draw:custom-shape":
      case "draw:g": {
        // Anchored to a page instead of a paragraph.
        const line: Line = makeLine();
        readInline(
          { tag: "text:span", attributes: {}, children: [node] },
          line,
          story,
          { hidden: false, font: undefined },
          readBlocks,
        );
        blocks.push(...line.before, ...line.after);
        break;
      }
      default:
        if (!SKIPPED.has(node.tag)) append(blocks, readBlocks(node, story, inList));
    }
  }
  if (run.line) append(blocks, closeLine(run.line, BODY, story.hidden));
  return blocks;
}

/** What waits for the next paragraph: a mark, and the paragraph before whose end was deleted. */
interface Run {
  mark: string | null;
  line: Line | null;
}

const BODY = { number: "", outline: null, contents: false };

const SKIPPED: ReadonlySet<string> = new Set([
  "text:tracked-changes",
  "text:sequence-decls",
  "text:variable-decls",
  "text:user-field-decls",
  "text:table-of-content-source",
  "text:alphabetical-index-source",
  "text:illustration-index-source",
  "text:table-index-source",
  "office:forms",
  "office:event-listeners",
  "office:scripts",
]);

function readList(list: XmlElement, story: Story, outer: ListPlace | null): Block[] {
  const place = story.lists.enter(list, outer);
  return childElements(list).flatMap((item): Block[] => {
    const start = item.attributes["text:start-value"];
    if (start !== undefined && /^\d{1,6}$/.test(start)) place.pendingStarts.set(place.depth, Number(start));
    const style = item.attributes["text:style-override"] ?? place.style;
    return readBlocks(item, story, { place: { ...place, style }, numbered: item.tag === "text:list-item" });
  });
}

function readParagraph(node: XmlElement, story: Story, inList: InList | null, run: Run): Block[] {
  const style = story.styles.paragraph(node.attributes["text:style-name"]);
  const line = run.line ?? makeLine();
  line.mark ??= run.mark;
  run.mark = null;
  run.line = null;
  readInline(node, line, story, { hidden: style.hidden === true, font: style.font ?? undefined }, readBlocks);
  if (story.deleting.size > 0) {
    run.line = line;
    return [];
  }
  const heading = node.tag === "text:h" ? Number(node.attributes["text:outline-level"] ?? 1) : null;
  const text = line.text.trimStart();
  const unseen = style.hidden === true && text === "";
  let number = "";
  if (inList?.numbered && !unseen) {
    number = story.lists.next(inList.place, text);
    inList.numbered = false;
  } else if (heading !== null && inList === null && node.attributes["text:is-list-header"] !== "true") {
    number = story.lists.nextHeading(heading, text);
  }
  return closeLine(line, { number, outline: heading ?? style.outline, contents: style.contents }, story.hidden);
}

function ownMark({ attributes }: XmlElement): string | null {
  const name = attributes["text:name"] ?? "";
  return parseMark(name) === null ? null : name;
}

function asContents(block: Block): Block {
  return block.kind === "paragraph" ? { kind: "furniture", text: block.text, why: "table of contents" } : block;
}

function hide(blocks: readonly Block[], story: Story): Block[] {
  return blocks.map((block) => {
    if (block.kind !== "paragraph") return block;
    story.hidden.push(block.text);
    return { kind: "furniture", text: block.text, why: "hidden text" };
  });
}

/** Headers and footers of a page style, those for left and first pages included. */
export function marginsOf(page: XmlElement): { readonly why: string; readonly part: XmlElement }[] {
  return childElements(page).flatMap((part) => {
    const kind = /^(?:style|loext):(header|footer)(?:-left|-first)?$/.exec(part.tag)?.[1];
    return kind === undefined ? [] : [{ why: `running ${kind}`, part }];
  });
}
