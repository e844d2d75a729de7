import type { ReportTable, Section, StaleMark } from "../report/report.ts";
import { type InlinePlace, mapInline, placesOf, withoutStale } from "./inline.ts";
import { linesOf, type PrintedLine, paragraphLine } from "./lines.ts";
import { printContent } from "./print.ts";
import type { Content, InlineMark, InlineNode, StaleNote } from "./types.ts";

/**
 * The marks 待更新 of a report, which count characters of printed paragraphs, and those of its document, which are
 * marks on the text and therefore move with it. `paragraph` is -1 for a section's heading.
 */
export function staleOf(content: Content, tables: readonly ReportTable[]): StaleMark[] {
  return printContent(content, tables).flatMap(({ key, heading, blocks }) => [
    ...(heading ? marksOf(paragraphLine(heading), key, -1) : []),
    ...linesOf(blocks).flatMap((line, paragraph) => marksOf(line, key, paragraph)),
  ]);
}

function marksOf({ text, runs }: PrintedLine, section: string, paragraph: number): StaleMark[] {
  const found: { id: number; reason: string; from: number; to: number; end: number }[] = [];
  for (const { run, from } of runs) {
    if (!run.stale) continue;
    const end = from + run.text.length;
    const last = found.at(-1);
    if (last && last.id === run.stale.id && last.end === from) Object.assign(last, { to: end, end });
    else found.push({ ...run.stale, from, to: end, end });
  }
  return found
    .map(({ reason, from, to }) => ({
      section,
      paragraph,
      from: Math.max(0, from),
      to: Math.min(text.length, to),
      reason,
    }))
    .filter(({ from, to }) => from < to);
}

/**
 * The document with these marks and no others. A mark that reaches into a number or bullet holds the text behind
 * it; one that cuts a figure holds the whole; one for no text of the document is left out.
 */
export function withStale(content: Content, stale: readonly StaleMark[], tables: readonly ReportTable[]): Content {
  const plain = mapInline(content, (nodes) => nodes.map(withoutStale));
  if (stale.length === 0) return plain;
  const places = placesOf(plain, tables);
  const numbered = stale.map((mark, i) => ({ ...mark, id: i + 1 }));
  let next = 0;
  return mapInline(plain, (nodes) =>
    nodes.flatMap((node) => {
      const place = places[next++];
      if (!place) return [node];
      const here = numbered.filter(
        ({ section, paragraph }) => section === place.section && paragraph === place.paragraph,
      );
      return marked(node, place, here);
    }),
  );
}

function marked(node: InlineNode, place: InlinePlace, stale: readonly (StaleMark & StaleNote)[]): InlineNode[] {
  const here = stale.filter(({ from, to }) => from < place.to && to > place.from).toSorted((a, b) => a.from - b.from);
  if (here.length === 0) return [node];
  if (node.type !== "text") return here.slice(0, 1).map((note) => withNote(node, note));
  const pieces: InlineNode[] = [];
  let at = 0;
  const put = (until: number, note: StaleNote | null) => {
    const text = node.text.slice(at, Math.max(at, until));
    at += text.length;
    if (text !== "") pieces.push(note ? withNote({ ...node, text }, note) : { ...node, text });
  };
  for (const note of here) {
    put(note.from - place.from, null);
    put(note.to - place.from, note);
  }
  put(node.text.length, null);
  return pieces;
}

function withNote<N extends InlineNode>(node: N, { id, reason }: StaleNote): N {
  const marks: readonly InlineMark[] = [...(node.marks ?? []), { type: "stale", attrs: { id, reason } }];
  return { ...node, marks };
}

/** Where among a section's printed paragraphs one of the report's stands: empty ones do not count; `null` for those. */
export function printedIndex(sections: readonly Section[], key: string, paragraph: number): number | null {
  const paragraphs = sections.find((section) => section.key === key)?.paragraphs;
  if (!paragraphs?.[paragraph]?.trim()) return null;
  return paragraphs.slice(0, paragraph).filter((text) => text.trim() !== "").length;
}

/** The marks of a report counted over the paragraphs that print: those of sections may have empty ones between. */
export function staleOfSections(sections: readonly Section[], stale: readonly StaleMark[]): StaleMark[] {
  const places = new Map(
    sections.map(({ key, paragraphs }) => {
      let filled = -1;
      return [key, paragraphs.map((text) => (text.trim() === "" ? null : (filled += 1)))] as const;
    }),
  );
  return stale.flatMap((mark): StaleMark[] => {
    const paragraph = mark.paragraph < 0 ? mark.paragraph : places.get(mark.section)?.[mark.paragraph];
    return paragraph === undefined || paragraph === null ? [] : [{ ...mark, paragraph }];
  });
}
