import { UnreadableFile } from "../unreadable.ts";
import { type Attributes, tokensOf } from "./tokens.ts";

export interface HtmlElement {
  readonly tag: string;
  readonly attributes: Attributes;
  readonly children: HtmlNode[];
  readonly parent: HtmlElement | null;
}

export type HtmlNode = HtmlElement | string;

const LIMITS = { depth: 300, elements: 1_000_000 };

const VOID: ReadonlySet<string> = new Set(
  "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr".split(" "),
);

/** What an element's beginning or end closes when it was left open: pages leave out a good half of their end tags. */
const CLOSES: Readonly<Record<string, readonly string[]>> = {
  li: ["li"],
  dt: ["dt", "dd"],
  dd: ["dt", "dd"],
  option: ["option"],
  td: ["td", "th"],
  th: ["td", "th"],
  tr: ["td", "th", "tr"],
  tbody: ["td", "th", "tr", "tbody", "thead", "tfoot", "caption", "colgroup"],
  thead: ["td", "th", "tr", "tbody", "thead", "tfoot", "caption", "colgroup"],
  tfoot: ["td", "th", "tr", "tbody", "thead", "tfoot", "caption", "colgroup"],
};
/** Beyond these an end that was left out reaches never. */
const WALLS: Readonly<Record<string, readonly string[]>> = {
  li: ["ul", "ol", "table", "td", "th"],
  dt: ["dl", "table"],
  dd: ["dl", "table"],
  option: ["select"],
};
const TABLE_WALL = ["table"];

const ENDS_PARAGRAPH: ReadonlySet<string> = new Set(
  "address article aside blockquote center div dl dir fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main menu nav ol p pre section table ul".split(
    " ",
  ),
);

/**
 * The page as a tree. Elements that were left open end where a browser ends them; beyond the depth of any real page
 * elements are taken apart and only their text is kept.
 * @throws UnreadableFile for more elements than any page has
 */
export function parseHtml(html: string): HtmlElement {
  const root: HtmlElement = { tag: "#root", attributes: {}, children: [], parent: null };
  let current = root;
  let depth = 0;
  let elements = 0;
  const leave = (): void => {
    current = current.parent ?? root;
    depth = Math.max(depth - 1, 0);
  };
  /** Ends the nearest of the named elements, unless a wall stands before it. */
  const end = (tags: readonly string[], walls: readonly string[]): boolean => {
    let above: HtmlElement | null = current;
    let steps = 1;
    for (; above !== null && above !== root && !tags.includes(above.tag); above = above.parent) {
      if (walls.includes(above.tag)) return false;
      steps += 1;
    }
    if (above === null || above === root) return false;
    for (let i = 0; i < steps; i += 1) leave();
    return true;
  };

  for (const token of tokensOf(html)) {
    if (token.kind === "text") {
      current.children.push(token.text);
    } else if (token.kind === "close") {
      if (token.tag === "p" && !isOpen(current, "p")) {
        // An end without a beginning is an empty paragraph.
        current.children.push({ tag: "p", attributes: {}, children: [], parent: current });
        continue;
      }
      end(
        [token.tag],
        token.tag === "table" ? [] : token.tag in CLOSES ? (WALLS[token.tag] ?? TABLE_WALL) : ["td", "th"],
      );
    } else {
      const { tag, attributes } = token;
      if (ENDS_PARAGRAPH.has(tag)) end(["p"], ["table", "td", "th", "li", "div"]);
      const closes = CLOSES[tag];
      if (closes) while (end(closes, WALLS[tag] ?? TABLE_WALL));
      elements += 1;
      if (elements > LIMITS.elements) throw tooMuch();
      if (depth >= LIMITS.depth) continue;
      const element: HtmlElement = { tag, attributes, children: [], parent: current };
      current.children.push(element);
      if (VOID.has(tag)) continue;
      current = element;
      depth += 1;
    }
  }
  return root;
}

function isOpen(from: HtmlElement, tag: string): boolean {
  for (let above: HtmlElement | null = from; above; above = above.parent) {
    if (above.tag === tag) return true;
    if (above.tag === "td" || above.tag === "th" || above.tag === "table") return false;
  }
  return false;
}

function tooMuch(): UnreadableFile {
  return new UnreadableFile(
    "html.too-much",
    "网页的内容多得异常，没有读取。请打开网页，把报告的正文和表格复制到 WPS 中，另存为 docx 后再导入。",
  );
}

export function elementsOf(element: HtmlElement): HtmlElement[] {
  return element.children.filter((node) => typeof node !== "string");
}

/** Every element of that name below, in the order of the page. */
export function descendants(element: HtmlElement, tag: string, found: HtmlElement[] = []): HtmlElement[] {
  for (const child of element.children) {
    if (typeof child === "string") continue;
    if (child.tag === tag) found.push(child);
    descendants(child, tag, found);
  }
  return found;
}
