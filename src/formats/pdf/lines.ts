import { largest } from "../../core/append.ts";
import { trimText } from "../../core/text/fold.ts";
import type { Glyph } from "./shapes.ts";

/** A stretch of a line without wide gaps. */
export interface Word {
  readonly text: string;
  readonly x: number;
  readonly right: number;
}

/** A line of text on a page. */
export interface TextLine {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  /** The line that its letters stand on, from the top of the page. */
  readonly y: number;
  readonly size: number;
  /** What gaps of half a letter and more keep apart. */
  readonly words: readonly Word[];
  /** Its letters from left to right, blanks among them. */
  readonly letters: readonly Glyph[];
  /** Width of what must stand together at its beginning: one letter, or a word of Latin letters or digits. */
  readonly firstWidth: number;
}

/** Shares of the letter's size. A gap in a justified line stays below the first, between columns it is wider. */
const WORD_GAP = 0.45;
const TAB_GAP = 2;
const HAN_SPACE = 0.6;
const LATIN_SPACE = 0.2;
/** Letters of one line may stand this much higher or lower. */
const SAME_LINE = 0.4;

const LATIN = /[A-Za-z0-9]/;
/** Letters and signs that a line is not broken between. */
const NARROW = /[!-~]/;
/** Marks that never begin a line, and those that never end one. */
const CLOSING = /[，。、；：！？）】》〉」』”’%‰…—,.;:!?)\]}]/;
const OPENING = /[（【《〈「『“‘([{]/;

/** The lines that these letters make, from top to bottom. */
export function linesOf(glyphs: readonly Glyph[]): TextLine[] {
  const sorted = [...glyphs].sort((a, b) => a.y - b.y || a.x - b.x);
  const rows: Glyph[][] = [];
  let y = Number.NEGATIVE_INFINITY;
  let size = 0;
  for (const glyph of sorted) {
    if (glyph.y - y > SAME_LINE * Math.max(size, glyph.size)) {
      rows.push([]);
      y = glyph.y;
      size = 0;
    }
    if (glyph.text.trim() !== "") size = Math.max(size, glyph.size);
    rows.at(-1)?.push(glyph);
  }
  return rows.flatMap((row) => lineOf(row) ?? []);
}

function lineOf(row: readonly Glyph[]): TextLine | null {
  const letters = withoutDoubles([...row].sort((a, b) => a.x - b.x));
  const marks = letters.filter(({ text }) => text.trim() !== "");
  const [first] = marks;
  const last = marks.at(-1);
  if (!first || !last) return null;
  const size = largest(marks.map((glyph) => glyph.size));
  return {
    text: textOf(letters),
    x: first.x,
    right: largest(marks.map(endOf)),
    y: last.y,
    size,
    words: parts(letters, WORD_GAP),
    letters,
    firstWidth: widthOfFirst(marks),
  };
}

/** Letters of one line as text; a wide gap is a tab. */
export function textOf(letters: readonly Glyph[]): string {
  return trimText(
    parts(letters, TAB_GAP)
      .map(({ text }) => text)
      .join("\t"),
  );
}

function endOf({ x, width }: Glyph): number {
  return x + width;
}

/** Bold that is made by printing a letter twice, a hair apart, is one letter. */
function withoutDoubles(letters: readonly Glyph[]): Glyph[] {
  const kept: Glyph[] = [];
  for (const glyph of letters) {
    const twin = kept
      .slice(-3)
      .some((other) => other.text === glyph.text && glyph.x - other.x < glyph.size * 0.2 && glyph.text.trim() !== "");
    if (!twin) kept.push(glyph);
  }
  return kept;
}

/** The line's letters as texts, parted where the gap is wider than `widest` times their size. */
function parts(letters: readonly Glyph[], widest: number): Word[] {
  const found: { text: string; x: number; right: number }[] = [];
  let blank = false;
  let before: Glyph | undefined;
  for (const glyph of letters) {
    if (glyph.text.trim() === "") {
      blank = true;
      continue;
    }
    const part = found.at(-1);
    const gap = before ? glyph.x - endOf(before) : 0;
    if (!part || !before || gap > widest * glyph.size)
      found.push({ text: glyph.text, x: glyph.x, right: endOf(glyph) });
    else {
      part.text += (blank || isSpace(before, glyph, gap) ? " " : "") + glyph.text;
      part.right = endOf(glyph);
    }
    blank = false;
    before = glyph;
  }
  return found;
}

/** A gap without a blank in it: some programs write none between words, and all leave a little between scripts. */
function isSpace(before: Glyph, after: Glyph, gap: number): boolean {
  const latin = LATIN.test(before.text.at(-1) ?? "") && LATIN.test(after.text[0] ?? "");
  return gap > (latin ? LATIN_SPACE : HAN_SPACE) * after.size;
}

function widthOfFirst(marks: readonly Glyph[]): number {
  const [first] = marks;
  if (!first) return 0;
  let i = 0;
  while (OPENING.test(marks[i]?.text ?? "")) i += 1;
  i += 1;
  for (; i < marks.length; i += 1) {
    const [before, glyph] = [marks[i - 1] as Glyph, marks[i] as Glyph];
    const narrow = NARROW.test(before.text) && NARROW.test(glyph.text);
    const joins = narrow && glyph.x - endOf(before) < LATIN_SPACE * glyph.size;
    if (!joins && !CLOSING.test(glyph.text)) break;
  }
  return endOf(marks[i - 1] ?? first) - first.x;
}

/** Lines as one text: nothing between Han letters and figures, a blank between words of Latin letters. */
export function joinLines(texts: readonly string[]): string {
  return texts.reduce((whole, text) => {
    const words = /[A-Za-z]$/.test(whole) && /^[A-Za-z]/.test(text);
    return whole + (words ? " " : "") + text;
  }, "");
}
