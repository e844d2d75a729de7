import type { ReportTable, Section, StaleMark } from "../report/report.ts";
import { everyLine, linesOf, type PlacedRun, type PrintedLine, paragraphLine } from "./lines.ts";
import { printContent } from "./print.ts";
import type { BlockNode, Content, HeadingNode, InlineMark, InlineNode, ParagraphNode, StaleNote } from "./types.ts";

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

/** Where an inline node is printed. */
interface InlinePlace {
  readonly section: string;
  readonly paragraph: number;
  readonly from: number;
  readonly to: number;
}

/** Of every inline node, in the order of the document; `null` for those of lines that are not printed. */
function placesOf(content: Content, tables: readonly ReportTable[]): (InlinePlace | null)[] {
  return printContent(content, tables).flatMap(({ key: section, heading, blocks }) => {
    let paragraph = -1;
    const place = ({ run, from }: PlacedRun, printed: boolean) =>
      run.sign ? [] : [printed ? { section, paragraph, from, to: from + run.text.length } : null];
    const head = heading ? paragraphLine(heading).runs.flatMap((run) => place(run, true)) : [];
    const body = everyLine(blocks).flatMap((line) => {
      const printed = line.text.trim() !== "";
      if (printed) paragraph += 1;
      return line.runs.flatMap((run) => place(run, printed));
    });
    return [...head, ...body];
  });
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

function withoutStale(node: InlineNode): InlineNode {
  if (!node.marks?.some(({ type }) => type === "stale")) return node;
  const { marks, ...rest } = node;
  const others = marks.filter(({ type }) => type !== "stale");
  return others.length > 0 ? { ...rest, marks: others } : rest;
}

/** Changes the inline nodes of every block, in the order of the document. */
function mapInline(content: Content, change: (nodes: readonly InlineNode[]) => readonly InlineNode[]): Content {
  const line = <N extends ParagraphNode | HeadingNode>(node: N): N =>
    node.content ? { ...node, content: joinTexts(change(node.content)) } : node;
  const block = (node: HeadingNode | BlockNode): typeof node => {
    switch (node.type) {
      case "heading":
      case "paragraph":
        return line(node);
      case "bulletList":
      case "orderedList":
        return { ...node, content: node.content.map((item) => ({ ...item, content: item.content.map(line) })) };
      case "table":
        return {
          ...node,
          content: node.content.map((row) => ({
            ...row,
            content: row.content.map((cell) => ({ ...cell, content: cell.content.map(line) })),
          })),
        };
    }
  };
  return {
    ...content,
    content: content.content.map((section) => ({ ...section, content: section.content.map(block) })),
  };
}

/** Texts of one look that stand side by side are one node, as the editor has them. */
function joinTexts(nodes: readonly InlineNode[]): InlineNode[] {
  const joined: InlineNode[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    const same = JSON.stringify(last?.marks ?? []) === JSON.stringify(node.marks ?? []);
    if (last?.type === "text" && node.type === "text" && same) {
      joined[joined.length - 1] = { ...last, text: last.text + node.text };
    } else joined.push(node);
  }
  return joined;
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
