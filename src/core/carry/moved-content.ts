import { type CellLookup, cellLookup, figureText } from "../content/figure.ts";
import { contentFromSections, EMPTY_PARAGRAPH, emptySection } from "../content/from-sections.ts";
import { mapInline } from "../content/inline.ts";
import { narrativeOf } from "../content/of-report.ts";
import type {
  BlockNode,
  Content,
  HeadingNode,
  InlineNode,
  ParagraphNode,
  Rank,
  SectionNode,
} from "../content/types.ts";
import type { Form } from "../form/form.ts";
import type { Report } from "../report/report.ts";
import { type Move, sourcesOf } from "./moves.ts";

/**
 * The narrative of an older report under the headings of another form. Where several sections go into one, each keeps
 * its heading as one of rank 2, and the headings inside it go a rank down; a section that goes alone takes the new
 * heading. Sections without a goal stand behind the others as they are. Figures that followed a cell become the text
 * that they read as: their cells are of the older form.
 */
export function movedContent(report: Report, form: Form, moves: readonly Move[]): Content {
  const old = oldSections(report);
  const taken = new Set<string>(form.file.sections.map(({ key }) => key));
  const own = moves
    .filter(({ to }) => to === null)
    .flatMap(({ from }): SectionNode[] => {
      const section = old.get(from);
      return section ? [{ ...section, attrs: { ...section.attrs, key: freeKey(from, taken) } }] : [];
    });
  const named = form.file.sections.flatMap(({ key, title, preamble, origin }): SectionNode[] => {
    const sources = sourcesOf(moves, key).flatMap((from) => old.get(from) ?? []);
    if (sources.length === 0) return origin === "national" ? [emptySection(key, title)] : [];
    const [heading] = emptySection(key, title).content;
    return [
      { type: "section", attrs: { key }, content: [...(preamble || !heading ? [] : [heading]), ...joined(sources)] },
    ];
  });
  return { type: "doc", content: [...named, ...own] };
}

/** The older report's sections by their key, their figures printed. */
function oldSections(report: Report): ReadonlyMap<string, SectionNode> {
  const narrative = narrativeOf(report);
  const content = narrative.kind === "content" ? narrative.content : contentFromSections(report.sections);
  const cells = cellLookup(report.tables);
  const printed = mapInline(content, (nodes) => nodes.map((node) => asText(node, cells)));
  return new Map(printed.content.map((section) => [section.attrs.key, section]));
}

function asText(node: InlineNode, cells: CellLookup): InlineNode {
  if (node.type !== "figure") return node;
  const text = figureText(cells(node.attrs), node.attrs.format);
  return { type: "text", text, ...(node.marks ? { marks: node.marks } : {}) };
}

/** A key of the older form may mean something else here. */
function freeKey(key: string, taken: Set<string>): string {
  let free = key;
  for (let n = 1; taken.has(free); n += 1) free = `local-${n}`;
  taken.add(free);
  return free;
}

function joined(sources: readonly SectionNode[]): BlockNode[] {
  const [only, ...others] = sources;
  const blocks = only && others.length === 0 ? blocksOf(only) : sources.flatMap(underItsHeading);
  return blocks.length > 0 ? blocks : [EMPTY_PARAGRAPH];
}

function underItsHeading(section: SectionNode): BlockNode[] {
  const heading = section.content.find((node): node is HeadingNode => node.type === "heading");
  const blocks = blocksOf(section).filter((block) => block.type !== "paragraph" || (block.content ?? []).length > 0);
  if (!heading?.content) return blocks;
  const title: ParagraphNode = {
    type: "paragraph",
    attrs: { rank: 2, label: null, align: null },
    content: heading.content,
  };
  return [title, ...blocks.map(aRankDown)];
}

function blocksOf({ content }: SectionNode): BlockNode[] {
  return content.filter((node): node is BlockNode => node.type !== "heading");
}

const DOWN: Readonly<Record<Rank, Rank>> = { 2: 3, 3: 4, 4: 4 };

/** A heading with the usual number of the rank below; one without a number stays without. */
function aRankDown(block: BlockNode): BlockNode {
  if (block.type !== "paragraph" || block.attrs.rank === null) return block;
  const { rank, label } = block.attrs;
  return { ...block, attrs: { ...block.attrs, rank: DOWN[rank], label: label === "" ? "" : null } };
}
