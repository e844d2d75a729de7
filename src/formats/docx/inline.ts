import type { PlacedFigure } from "../../core/document.ts";
import { parseFigureTag, parseMark } from "../../core/marks.ts";
import { child, childElements, descendants, textOf, type XmlElement } from "../ooxml/tree.ts";
import { symbolText } from "../word/symbols.ts";
import type { Story } from "./story.ts";
import { toggle } from "./styles.ts";

/** What stands in one paragraph. */
export interface Inline {
  text: string;
  hidden: string;
  /** Part of a table of contents. */
  contents: boolean;
  mark: string | null;
  /** Numbers in content controls of our own, by their place in `text`. */
  readonly figures: PlacedFigure[];
  /** Text boxes anchored in the paragraph, with the text that had been read when each was met. */
  readonly boxes: { readonly content: XmlElement; readonly before: boolean }[];
}

export function makeInline(): Inline {
  return { text: "", hidden: "", contents: false, mark: null, figures: [], boxes: [] };
}

/**
 * Reads the runs below `element` into `line`. Insertions are text and deletions are not; a wrapper that is not
 * known is looked into, so that no text is lost with it.
 */
export function readInline(element: XmlElement, line: Inline, story: Story, hidden: boolean): void {
  for (const node of element.children) if (typeof node !== "string") readNode(node, line, story, hidden);
}

function readNode(node: XmlElement, line: Inline, story: Story, hidden: boolean): void {
  const show = (text: string): void => put(text, line, story, hidden);
  switch (node.tag) {
    case "w:pPr":
    case "w:rPr":
    case "w:sdtPr":
    case "w:sdtEndPr":
    case "w:del":
    case "w:moveFrom":
    case "w:delText":
    case "w:delInstrText":
    case "w:ffData":
    case "w:rt":
      return;
    case "w:r":
      return readInline(node, line, story, runHidden(node, story) ?? hidden);
    case "w:t":
      return show(plainText(node));
    case "m:t":
      return show(textOf(node));
    case "w:tab":
    case "w:ptab":
      return show("\t");
    case "w:cr":
      return show("\n");
    case "w:br":
      return ["page", "column"].includes(node.attributes["w:type"] ?? "") ? undefined : show("\n");
    case "w:noBreakHyphen":
      return show("-");
    case "w:sym":
      return show(symbolText(node.attributes["w:font"], node.attributes["w:char"]));
    case "w:pgNum":
      return show("1");
    case "w:instrText":
      return story.fields.code(textOf(node));
    case "w:fldChar":
      return readFieldSign(node, show, story);
    case "w:fldSimple":
      return readSimpleField(node, line, story, hidden);
    case "w:bookmarkStart":
      return readBookmark(node, line);
    case "w:sdt":
      return readControl(node, line, story, hidden);
    case "w:footnoteReference":
      return void story.notices.notes.push({ kind: "footnote", id: node.attributes["w:id"] ?? "" });
    case "w:endnoteReference":
      return void story.notices.notes.push({ kind: "endnote", id: node.attributes["w:id"] ?? "" });
    case "w:txbxContent":
      return void line.boxes.push({ content: node, before: line.text.trim() === "" });
    case "pic:pic":
    case "v:imagedata":
      story.notices.pictures += 1;
      return;
    case "w:object":
      story.notices.embedded += 1;
      return;
    case "mc:AlternateContent":
      return readInline(alternative(node), line, story, hidden);
    default:
      return readInline(node, line, story, hidden);
  }
}

function put(text: string, line: Inline, story: Story, hidden: boolean): void {
  if (text === "" || !story.fields.visible()) return;
  if (hidden) {
    line.hidden += text;
    return;
  }
  if (story.fields.inContents()) line.contents = true;
  line.text += text;
  story.fields.shown();
}

/** White space at the ends of `w:t` counts only when the file says so. */
function plainText(node: XmlElement): string {
  const text = textOf(node).replace(/[\n\t]/g, " ");
  return node.attributes["xml:space"] === "preserve" ? text : text.replace(/^ +| +$/g, "");
}

function readFieldSign(node: XmlElement, show: (text: string) => void, story: Story): void {
  switch (node.attributes["w:fldCharType"]) {
    case "begin":
      return story.fields.begin();
    case "separate":
      return story.fields.separate();
    case "end":
      return show(story.fields.end());
    default:
      return;
  }
}

function readSimpleField(node: XmlElement, line: Inline, story: Story, hidden: boolean): void {
  story.fields.begin();
  story.fields.code(node.attributes["w:instr"] ?? "");
  story.fields.separate();
  readInline(node, line, story, hidden);
  put(story.fields.end(), line, story, hidden);
}

/** The first of our own marks stands for the paragraph. */
export function readBookmark(node: XmlElement, line: Inline): void {
  const name = node.attributes["w:name"] ?? "";
  if (line.mark === null && parseMark(name) !== null) line.mark = name;
}

/** A content control is its content. One of our own binds a number to a cell of the table. */
function readControl(node: XmlElement, line: Inline, story: Story, hidden: boolean): void {
  const from = line.text.length;
  readInline(node, line, story, hidden);
  const ref = parseFigureTag(child(child(node, "w:sdtPr"), "w:tag")?.attributes["w:val"] ?? "");
  if (ref && line.text.length > from) line.figures.push({ ...ref, from, to: line.text.length });
}

function runHidden(run: XmlElement, story: Story): boolean | null {
  const properties = child(run, "w:rPr");
  if (!properties) return null;
  const style = child(properties, "w:rStyle")?.attributes["w:val"];
  return toggle(properties, "w:vanish") ?? (style === undefined ? null : story.styles.characterHidden(style));
}

/**
 * One of the versions of `mc:AlternateContent`, never two: the first that has any text, in the order that the
 * writer preferred; without text the first, for its pictures.
 */
export function alternative(node: XmlElement): XmlElement {
  const versions = [...childElements(node, "mc:Choice"), ...childElements(node, "mc:Fallback")];
  return versions.find(hasText) ?? versions[0] ?? { tag: "mc:Fallback", attributes: {}, children: [] };
}

function hasText(version: XmlElement): boolean {
  return ["w:t", "w:sym", "m:t"].some((tag) => descendants(version, tag).length > 0);
}
