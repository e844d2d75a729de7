import { append } from "../../core/append.ts";
import type { Block, Paragraph } from "../../core/document.ts";
import { child, childElements, type XmlElement } from "../ooxml/tree.ts";
import { alternative, type Inline, makeInline, readBookmark, readInline } from "./inline.ts";
import type { Story } from "./story.ts";
import { outlineLevel, toggle } from "./styles.ts";
import { readTable } from "./table.ts";

/** Paragraphs and tables below `container` (a body, a cell, a text box, a note), in the order of the text. */
export function readBlocks(container: XmlElement, story: Story): Block[] {
  const blocks: Block[] = [];
  // What runs on into the next paragraph: its mark was deleted, or is a style separator.
  const run = { line: makeInline() };
  walk(container, blocks, run, story);
  finish(run.line, "", undefined, null, blocks, story);
  return blocks;
}

type Run = { line: Inline };

function walk(container: XmlElement, blocks: Block[], run: Run, story: Story): void {
  for (const node of container.children) {
    if (typeof node === "string") continue;
    switch (node.tag) {
      case "w:p":
        readParagraph(node, blocks, run, story);
        break;
      case "w:tbl":
        // Text cannot run on into a table. A mark that stands before it stays for the next paragraph.
        if (run.line.text !== "") {
          finish(run.line, "", undefined, null, blocks, story);
          run.line = makeInline();
        }
        append(blocks, readTable(node, story, readBlocks));
        break;
      case "w:bookmarkStart":
        readBookmark(node, run.line);
        break;
      case "w:sectPr":
        readSection(node, story);
        break;
      case "w:altChunk":
        story.notices.embedded += 1;
        break;
      case "mc:AlternateContent":
        walk(alternative(node), blocks, run, story);
        break;
      case "w:sdt": {
        const from = blocks.length;
        walk(child(node, "w:sdtContent") ?? NOTHING, blocks, run, story);
        if (isContents(node)) append(blocks, blocks.splice(from).map(asContents));
        break;
      }
      case "w:del":
      case "w:moveFrom":
      case "w:tcPr":
        break;
      default:
        // w:customXml, w:ins, w:moveTo and whatever else may wrap paragraphs.
        walk(node, blocks, run, story);
    }
  }
}

const NOTHING: XmlElement = { tag: "w:sdtContent", attributes: {}, children: [] };

function readParagraph(node: XmlElement, blocks: Block[], run: Run, story: Story): void {
  const properties = child(node, "w:pPr");
  const markProperties = child(properties, "w:rPr");
  const styleId = child(properties, "w:pStyle")?.attributes["w:val"] ?? null;
  const style = story.styles.paragraph(styleId);
  const section = child(properties, "w:sectPr");
  if (section) readSection(section, story);

  const { line } = run;
  const before = line.text;
  readInline(node, line, story, style.hidden === true);

  if (child(markProperties, "w:del") || child(markProperties, "w:moveFrom")) return;
  const markHidden = toggle(markProperties, "w:vanish") ?? style.hidden === true;
  const unseen = markHidden && line.text === "";
  const number = unseen ? "" : story.numbering.next(properties, styleId, line.text.trimStart());
  if (toggle(markProperties, "w:specVanish") === true) {
    line.text = before + number + line.text.slice(before.length);
    return;
  }
  run.line = makeInline();
  const said = outlineLevel(properties);
  finish(
    line,
    number,
    said === undefined ? style.outline : said,
    style.contents ? "table of contents" : null,
    blocks,
    story,
  );
}

/** Puts a paragraph's text in its place: text boxes, what is hidden, and the paragraph itself. */
function finish(
  line: Inline,
  number: string,
  outline: number | null | undefined,
  why: string | null,
  blocks: Block[],
  story: Story,
): void {
  for (const box of line.boxes) if (box.before) append(blocks, readBlocks(box.content, story));
  const text = tidy(number + (number === "" ? line.text : line.text.trimStart()));
  if (text !== "") {
    if (why !== null || line.contents) blocks.push({ kind: "furniture", text, why: why ?? "table of contents" });
    else blocks.push({ ...paragraph(text, outline, line.mark), ...figuresIn(text, line) });
  }
  const hidden = tidy(line.hidden);
  if (hidden !== "") {
    story.notices.hidden.push(hidden);
    blocks.push({ kind: "furniture", text: hidden, why: "hidden text" });
  }
  for (const box of line.boxes) if (!box.before) append(blocks, readBlocks(box.content, story));
}

function paragraph(text: string, outline: number | null | undefined, mark: string | null): Paragraph {
  return {
    kind: "paragraph",
    text,
    ...(typeof outline === "number" ? { outline } : {}),
    ...(mark === null ? {} : { mark }),
  };
}

/** The figures of a line in its tidied text, where each is found again in order; tidying only cuts and prepends. */
function figuresIn(text: string, line: Inline): Pick<Paragraph, "figures"> {
  const shift = text.indexOf(line.text.trim());
  if (line.figures.length === 0 || shift < 0) return {};
  const cut = line.text.length - line.text.trimStart().length;
  const figures = line.figures
    .map((figure) => ({ ...figure, from: figure.from - cut + shift, to: figure.to - cut + shift }))
    .filter(({ from, to }) => from >= 0 && to <= text.length);
  return figures.length > 0 ? { figures } : {};
}

/** Outer white space goes (the ideographic space too); a byte order mark is never text. */
function tidy(text: string): string {
  return text.replaceAll("\ufeff", "").trim();
}

function isContents(block: XmlElement): boolean {
  const gallery = child(child(child(block, "w:sdtPr"), "w:docPartObj"), "w:docPartGallery");
  return gallery?.attributes["w:val"] === "Table of Contents";
}

function asContents(block: Block): Block {
  return block.kind === "paragraph" ? { kind: "furniture", text: block.text, why: "table of contents" } : block;
}

function readSection(section: XmlElement, story: Story): void {
  for (const node of childElements(section)) {
    const kind = node.tag === "w:headerReference" ? "header" : node.tag === "w:footerReference" ? "footer" : null;
    const id = node.attributes["r:id"];
    if (kind && id !== undefined) story.notices.margins.push({ kind, id });
  }
}
