import type { Paragraph } from "../../core/document.ts";
import { headingNumber } from "../../core/text/heading.ts";
import { joinLines, type TextLine } from "./lines.ts";

/** Where the text of a page begins and ends from left to right, and how far its lines lie apart. */
export interface Margins {
  readonly left: number;
  readonly right: number;
  readonly pitch: number;
}

/** How near two edges are one, in points. */
const SAME_EDGE = 3;

/** The margins that the lines of a text keep to; those of the whole file stand in where a page has too few lines. */
export function marginsOf(lines: readonly TextLine[], fallback?: Margins): Margins {
  const right = commonEdge(
    lines.map((line) => line.right),
    Math.max,
  );
  const wide = lines.filter((line) => line.right > right - SAME_EDGE);
  if (fallback && wide.length < 3) return fallback;
  const left = commonEdge(
    lines.map(({ x }) => x),
    Math.min,
  );
  const gaps = lines
    .slice(1)
    .map((line, i) => line.y - (lines[i]?.y ?? 0))
    .filter((gap, i) => gap > 0.8 * (lines[i]?.size ?? 0) && gap < 3 * (lines[i]?.size ?? 0))
    .sort((a, b) => a - b);
  return { left, right, pitch: gaps[gaps.length >> 1] ?? fallback?.pitch ?? 0 };
}

/** The outermost edge that at least a twentieth of the lines share; the outermost of all where none do. */
function commonEdge(edges: readonly number[], outermost: (...values: number[]) => number): number {
  const least = Math.max(2, edges.length / 20);
  const shared = edges.filter((edge) => edges.filter((other) => Math.abs(other - edge) <= SAME_EDGE).length >= least);
  return outermost(...(shared.length > 0 ? shared : edges));
}

/** A line and what its page says of it. */
export interface PlacedLine {
  readonly line: TextLine;
  readonly page: number;
  readonly margins: Margins;
}

/**
 * Joins lines to paragraphs. A line begins one when it is indented or centred, when the line before left room for its
 * first word, or when a wider gap or another size of letter parts the two.
 */
export function paragraphsOf(lines: readonly PlacedLine[]): Paragraph[] {
  const groups: PlacedLine[][] = [];
  for (const placed of lines) {
    const before = groups.at(-1)?.at(-1);
    if (before && !beginsParagraph(placed, before)) groups.at(-1)?.push(placed);
    else groups.push([placed]);
  }
  return groups.map((group) => ({ kind: "paragraph", text: joinLines(group.map(({ line }) => line.text)) }));
}

function beginsParagraph(
  { line, page, margins }: PlacedLine,
  { line: before, page: pageBefore, margins: marginsBefore }: PlacedLine,
): boolean {
  const em = line.size;
  if (Math.abs(em - before.size) > Math.max(em, before.size) * 0.15) return true;
  if (page === pageBefore && margins.pitch > 0 && line.y - before.y > margins.pitch * 1.6) return true;
  if (isCentred(line, margins) || isCentred(before, marginsBefore)) return true;
  const room = marginsBefore.right - before.right;
  // A sentence that stops near the margin goes on: programs differ in where they break.
  const full = line.firstWidth > room - em * 0.1 || (room < em * 4 && !endsSentence(before.text));
  if (!full) return true;
  const indent = line.x - margins.left;
  const indentBefore = before.x - marginsBefore.left;
  if (indent > em * 0.8) return Math.abs(indent - indentBefore) > em * 0.5 || endsSentence(before.text);
  // Not indented, and the line before is full: it goes on, unless it is a numbered heading of a text without indents.
  const number = headingNumber(line.text);
  return number !== null && (endsSentence(before.text) || (number.rank < 3 && line.right < margins.right - em * 2));
}

function isCentred({ x, right, size }: TextLine, { left, right: end }: Margins): boolean {
  const [before, behind] = [x - left, end - right];
  return before > size * 2.5 && Math.abs(before - behind) < size * 1.2;
}

function endsSentence(text: string): boolean {
  return /[。！？；!?;…][”’）)]?$/.test(text);
}
