import type { Block, Paragraph } from "../../core/document.ts";
import { parseMark } from "../../core/marks.ts";
import { headingNumber, headingRank } from "../../core/text/heading.ts";
import { labelGap } from "../word/lists.ts";
import { withSymbols } from "../word/symbols.ts";
import { type Hints, hintsOf } from "./hints.ts";
import { listItems } from "./lists.ts";
import { plainOf } from "./plain.ts";
import { collapse, GrowingText } from "./space.ts";
import { readTable } from "./table.ts";
import { descendants, type HtmlElement } from "./tree.ts";

/** A block of the page with what tells an article from its surroundings. */
export interface Piece {
  readonly block: Block;
  /** The element that it stands in. */
  readonly home: HtmlElement;
  /** How many of its letters are links or buttons. */
  readonly linked: number;
  readonly pictures: number;
}

/** Reads what is seen of an element, block after block, in the order of the page. */
export function readPieces(element: HtmlElement): Piece[] {
  const reader = new PieceReader();
  reader.walk(element, hintsOf(element, OUTER));
  reader.endLine(element);
  return reader.pieces;
}

const OUTER: Hints = { hidden: false, linked: false, pre: false, why: null, font: undefined };

const BLOCKS: ReadonlySet<string> = new Set(
  "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html iframe legend li main menu nav ol p pre section summary tbody td tfoot th thead title tr ul".split(
    " ",
  ),
);
const UNSEEN: ReadonlySet<string> = new Set(
  "script style noscript template iframe object embed svg rp rt map audio video".split(" "),
);

class PieceReader {
  readonly pieces: Piece[] = [];
  readonly #text = new GrowingText();
  readonly #hidden = new GrowingText();
  #linked = 0;
  #pictures = 0;
  #outline: number | null = null;
  #mark: string | null = null;
  #number = "";

  walk(element: HtmlElement, hints: Hints): void {
    for (const node of element.children) {
      if (typeof node === "string") this.#put(node, hints);
      else if (!UNSEEN.has(node.tag)) this.#element(node, hintsOf(node, hints));
    }
  }

  #element(element: HtmlElement, hints: Hints): void {
    const { tag, attributes } = element;
    this.#bookmark(attributes);
    if (tag === "br") return this.#put("\n", { ...hints, pre: true });
    if (tag === "img") {
      this.#pictures += 1;
      return;
    }
    if (tag === "del") return;
    if (tag === "table") return this.#table(element, hints);
    if (hints.number !== undefined) {
      // Word writes an automatic number in front of its paragraph, for browsers.
      this.#number = hints.number;
      return;
    }
    if (!BLOCKS.has(tag)) return this.walk(element, hints);
    this.endLine(element.parent ?? element, hints);
    const heading = /^h([1-6])$/.exec(tag)?.[1];
    if (heading !== undefined) this.#outline = Number(heading);
    if (tag === "ol" || tag === "ul") this.#list(element, hints);
    else this.walk(element, hints);
    this.endLine(element, hints);
  }

  #list(list: HtmlElement, hints: Hints): void {
    for (const { node, number } of listItems(list)) {
      if (typeof node === "string") this.#put(node, hints);
      else {
        this.endLine(list, hints);
        this.#number = number;
        this.#element(node, hintsOf(node, hints));
      }
    }
  }

  #table(element: HtmlElement, hints: Hints): void {
    this.endLine(element.parent ?? element, hints);
    const blocks =
      hints.hidden || hints.why !== null
        ? null
        : readTable(element, (cell) => readPieces(cell).map(({ block }) => block));
    if (blocks === null) this.walk(element, hints);
    else {
      const linked = linkedIn(element);
      for (const block of blocks) this.#add(block, element, linked);
    }
    this.endLine(element, hints);
  }

  #put(source: string, hints: Hints): void {
    const text = withSymbols(hints.pre ? source : collapse(source), hints.font);
    const before = this.#text.length;
    (hints.hidden ? this.#hidden : this.#text).add(text);
    if (hints.linked) this.#linked += this.#text.length - before;
  }

  #bookmark({ name, id }: HtmlElement["attributes"]): void {
    for (const candidate of [name, id])
      if (this.#mark === null && candidate !== undefined && parseMark(candidate) !== null) this.#mark = candidate;
  }

  /** Closes the paragraph that is open, if there is one. */
  endLine(home: HtmlElement, hints: Hints = OUTER): void {
    const lines = paragraphsOf(this.#text.take());
    const number = this.#number;
    const linked = this.#linked;
    for (const [i, line] of lines.entries()) {
      const text = i === 0 && number !== "" ? number + labelGap("tab", number, line) + line : line;
      if (hints.why !== null) this.#add({ kind: "furniture", text, why: hints.why }, home, linked);
      else this.#add(this.#paragraph(text, i === 0), home, lines.length === 1 ? linked : 0);
    }
    const hidden = this.#hidden.take().trim();
    if (hidden !== "") this.#add({ kind: "furniture", text: hidden, why: "hidden text" }, home, 0);
    if (lines.length > 0) {
      this.#mark = null;
      this.#number = "";
    }
    this.#linked = 0;
    this.#outline = null;
  }

  #paragraph(text: string, first: boolean): Paragraph {
    return {
      kind: "paragraph",
      text,
      ...(this.#outline !== null && first ? { outline: this.#outline } : {}),
      ...(this.#mark !== null && first ? { mark: this.#mark } : {}),
    };
  }

  #add(block: Block, home: HtmlElement, linked: number): void {
    this.pieces.push({ block, home, linked, pictures: this.#pictures });
    this.#pictures = 0;
  }
}

function linkedIn(element: HtmlElement): number {
  return descendants(element, "a")
    .filter(({ attributes }) => "href" in attributes)
    .reduce((sum, link) => sum + plainOf(link.children).trim().length, 0);
}

/**
 * The paragraphs of a text with line breaks. Pages break with `<br>` where others begin a paragraph: so does one that
 * stands alone, one before an indent or a heading's number, and one behind a heading or a sentence's end. Others are
 * soft.
 */
function paragraphsOf(text: string): string[] {
  const found: string[] = [];
  let open: string[] = [];
  for (const line of text.split("\n")) {
    const trimmed = line.trim();
    const begins =
      trimmed === "" ||
      /^(?:\u3000{2}|[\u00a0\u3000 ]{4})/.test(line) ||
      /[。；！？]$/.test(open.at(-1) ?? "") ||
      headingRank(open.at(-1) ?? "") !== null ||
      headingNumber(trimmed) !== null;
    if (begins && open.length > 0) {
      found.push(open.join("\n"));
      open = [];
    }
    if (trimmed !== "") open.push(trimmed);
  }
  return open.length === 0 ? found : [...found, open.join("\n")];
}
