import type { Section } from "../report/report.ts";
import { headingRank } from "../text/heading.ts";
import { makeNumbering, type Numbering, partHeading } from "./numbers.ts";
import type { BlockNode, Content, HeadingNode, InlineNode, ParagraphNode, SectionNode } from "./types.ts";

/** The narrative of sections that have no document yet. `sectionsFromContent` gives the same sections back. */
export function contentFromSections(sections: readonly Section[]): Content {
  const numbering = makeNumbering();
  const nodes = sections.map((section) => sectionNode(section, numbering));
  return { type: "doc", content: nodes.length > 0 ? nodes : [EMPTY_PREAMBLE] };
}

export const EMPTY_PARAGRAPH: ParagraphNode = { type: "paragraph", attrs: { rank: null, label: null, align: null } };

/** A document has at least one section: a place for the cursor. */
const EMPTY_PREAMBLE: SectionNode = { type: "section", attrs: { key: "preamble" }, content: [EMPTY_PARAGRAPH] };

/** A section with its heading and nothing else. */
export function emptySection(key: string, title: string): SectionNode {
  const heading: HeadingNode = { type: "heading", attrs: { label: null }, ...withInline(title) };
  return { type: "section", attrs: { key }, content: [heading, EMPTY_PARAGRAPH] };
}

function sectionNode({ key, heading, paragraphs }: Section, numbering: Numbering): SectionNode {
  const head = heading === "" ? [] : [headingNode(heading, numbering)];
  const blocks: readonly BlockNode[] = paragraphs.map((text) => paragraphNode(text, numbering));
  return { type: "section", attrs: { key }, content: [...head, ...(blocks.length > 0 ? blocks : [EMPTY_PARAGRAPH])] };
}

function headingNode(text: string, numbering: Numbering): HeadingNode {
  const { written, rest } = partHeading(text);
  const label = numbering.labelFor(1, written);
  numbering.next(1, label);
  return { type: "heading", attrs: { label }, ...withInline(rest) };
}

/** A paragraph that the source has as text: one that stands alone as a heading gets its rank. */
export function paragraphNode(text: string, numbering: Numbering): ParagraphNode {
  const rank = headingRank(text);
  if (rank === null || rank === 1) return { ...EMPTY_PARAGRAPH, ...withInline(text) };
  const { written, rest } = partHeading(text);
  const label = numbering.labelFor(rank, written);
  numbering.next(rank, label);
  return { type: "paragraph", attrs: { rank, label, align: null }, ...withInline(rest) };
}

function withInline(text: string): { content?: readonly InlineNode[] } {
  const content = inlineOf(text);
  return content.length > 0 ? { content } : {};
}

/** Plain text as inline nodes; `\n` is a line break. */
export function inlineOf(text: string): InlineNode[] {
  return text
    .split("\n")
    .flatMap((line, i): InlineNode[] => [
      ...(i > 0 ? [{ type: "hardBreak" } as const] : []),
      ...(line === "" ? [] : [{ type: "text", text: line } as const]),
    ]);
}
