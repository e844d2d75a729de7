import { type Dropped, makeDropped } from "./dropped.ts";
import { Lines } from "./lines.ts";
import { alignOf, boldOf, isHidden, noteLooks, styleOf } from "./style.ts";

const SKIPPED = new Set([
  "style",
  "script",
  "meta",
  "link",
  "title",
  "head",
  "noscript",
  "template",
  "xml",
  "colgroup",
]);
const MEDIA = new Set(["object", "embed", "iframe", "video", "audio", "canvas", "svg", "math"]);
const CONTROLS = new Set(["input", "select", "textarea", "button"]);
const BLOCKS = new Set(
  "p div h1 h2 h3 h4 h5 h6 section article header footer main aside nav blockquote pre address figure figcaption form fieldset dl dt dd hr center li".split(
    " ",
  ),
);

/**
 * Cleans what another program put on the clipboard (Word, WPS, a web page) down to what the format has:
 * paragraphs (`p`, with `data-align`), `strong`, `br`, one level of lists, and tables. What is left behind is
 * counted in `dropped`. The result is a new element; the one given is not changed.
 */
export function cleanPasted(source: Element): { readonly clean: HTMLElement; readonly dropped: Dropped } {
  const document = source.ownerDocument;
  const clean = document.createElement("div");
  const dropped = makeDropped();
  const lines = new Lines(clean);
  readChildren(source, { lines, dropped, bold: false, inCell: false });
  lines.end();
  return { clean, dropped };
}

interface Reading {
  readonly lines: Lines;
  readonly dropped: Dropped;
  readonly bold: boolean;
  readonly inCell: boolean;
}

function readChildren(parent: Node, reading: Reading): void {
  for (const node of parent.childNodes) {
    if (node.nodeType === 3) reading.lines.text(node.nodeValue ?? "", reading.bold);
    else if (isElement(node)) readElement(node, reading);
  }
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

function readElement(element: Element, reading: Reading): void {
  const { lines, dropped } = reading;
  const name = element.localName;
  const style = styleOf(element);
  if (SKIPPED.has(name)) return;
  if (name === "img" || name === "picture" || name.startsWith("v:")) {
    // Word writes a shape and, for other programs, its picture: the picture is counted.
    if (name === "img" || name === "picture") dropped.add("image");
    return;
  }
  if (MEDIA.has(name)) return dropped.add("media");
  if (CONTROLS.has(name)) return dropped.add("control");
  if (isComment(element, style)) return dropped.add("comment");
  if (name === "del") return dropped.add("deletion");
  if (isHidden(element, style)) {
    if ((element.textContent ?? "").trim() !== "") dropped.add("hidden");
    return;
  }
  if (name === "br") return lines.lineBreak();
  noteLooks(element, style, dropped);
  if (name === "a" && element.hasAttribute("href")) dropped.add("link");
  const inner = { ...reading, bold: boldOf(element, style) ?? reading.bold };
  if (name === "table") return readTable(element, inner);
  if (name === "ul" || name === "ol") return readList(element, inner, name);
  if (BLOCKS.has(name)) return readBlock(element, inner, style);
  if (style.get("mso-list") === "ignore") return lines.number(element.textContent ?? "");
  readChildren(element, inner);
}

/** Word's comments: the sign in the text, and the list at its end. */
function isComment(element: Element, style: ReadonlyMap<string, string>): boolean {
  return (
    (style.has("mso-special-character") && style.get("mso-special-character") === "comment") ||
    style.get("mso-element") === "comment-list" ||
    /\bMsoCommentReference\b/.test(element.className)
  );
}

function readBlock(element: Element, reading: Reading, style: ReadonlyMap<string, string>): void {
  const { lines } = reading;
  lines.end();
  lines.begin({ align: alignOf(element, style) });
  readChildren(element, reading);
  lines.end();
}

function readList(element: Element, reading: Reading, kind: "ul" | "ol"): void {
  const { lines, dropped } = reading;
  lines.end();
  if (reading.inCell) return readChildren(element, reading);
  if (lines.inList) dropped.add("nesting");
  for (const item of element.children) {
    if (item.localName === "ul" || item.localName === "ol") readElement(item, reading);
    else if (item.localName === "li") {
      lines.item(kind);
      readChildren(item, reading);
      lines.end();
    }
  }
  lines.leaveList();
}

/** A table with one cell is a frame around text; a table inside a cell becomes lines of that cell. */
function readTable(element: Element, reading: Reading): void {
  const { lines } = reading;
  lines.end();
  const rows = [...element.querySelectorAll("tr")].filter((row) => row.closest("table") === element);
  const cells = rows.map((row) =>
    [...row.children].filter(({ localName }) => localName === "td" || localName === "th"),
  );
  if (reading.inCell || cells.flat().length <= 1) {
    for (const cell of cells.flat()) {
      readChildren(cell, reading);
      lines.end();
    }
    return;
  }
  const document = element.ownerDocument;
  const table = document.createElement("table");
  const body = table.appendChild(document.createElement("tbody"));
  for (const row of cells) {
    const line = body.appendChild(document.createElement("tr"));
    for (const cell of row) {
      const style = styleOf(cell);
      noteLooks(cell, style, reading.dropped);
      const place = line.appendChild(document.createElement(cell.localName === "th" ? "th" : "td"));
      for (const span of ["colspan", "rowspan"]) copySpan(cell, place, span);
      const inside = new Lines(place);
      const align = alignOf(cell, style);
      inside.begin({ align });
      readChildren(cell, { ...reading, lines: inside, inCell: true, bold: boldOf(cell, style) ?? reading.bold });
      inside.end();
      if (place.childElementCount === 0) place.append(document.createElement("p"));
    }
  }
  lines.table(table);
}

function copySpan(from: Element, to: Element, name: string): void {
  const span = Number.parseInt(from.getAttribute(name) ?? "1", 10);
  if (span > 1) to.setAttribute(name, String(Math.min(span, 100)));
}
