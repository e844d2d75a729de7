import type { Paragraph, PlacedFigure } from "../document.ts";
import type { ReportTable, Section } from "../report/report.ts";
import { type CellLookup, cellLookup, figureText } from "./figure.ts";
import { contentFromSections, inlineOf } from "./from-sections.ts";
import { partHeading } from "./numbers.ts";
import type { Content, InlineNode, ParagraphNode } from "./types.ts";

/**
 * The narrative of sections that were read from `paragraphs`, with the figures that those say to be bound. A
 * figure whose text is no longer that of its cell was changed by hand: it stays text. `null` when none is bound.
 */
export function bindFigures(
  sections: readonly Section[],
  paragraphs: readonly Pick<Paragraph, "text" | "figures">[],
  tables: readonly ReportTable[],
): Content | null {
  const cells = cellLookup(tables);
  const waiting = paragraphs.filter(({ figures }) => figures !== undefined && figures.length > 0);
  let bound = 0;
  const content = contentFromSections(sections);
  const nodes = content.content.map((section) => ({
    ...section,
    content: section.content.map((node) => {
      // Both go in the order of the text: what waits first belongs to the first paragraph that says the same.
      const next = waiting[0];
      if (node.type !== "paragraph" || !next?.figures) return node;
      const text = plainText(node);
      const whole = next.text.trim();
      const cut = node.attrs.rank === null ? 0 : partHeading(whole).written.length;
      if (whole.slice(cut) !== text) return node;
      waiting.shift();
      const lead = next.text.length - next.text.trimStart().length;
      const here = next.figures
        .map((figure) => ({ ...figure, from: figure.from - lead - cut, to: figure.to - lead - cut }))
        .filter((figure) => figure.from >= 0 && reads(figure, text, cells));
      bound += here.length;
      return here.length > 0 ? { ...node, content: withFigures(text, here) } : node;
    }),
  }));
  return bound > 0 ? { ...content, content: nodes } : null;
}

function reads(figure: PlacedFigure, text: string, cells: CellLookup): boolean {
  return text.slice(figure.from, figure.to) === figureText(cells(figure), figure.format);
}

function plainText({ content }: ParagraphNode): string {
  return (content ?? []).map((node) => (node.type === "text" ? node.text : "\n")).join("");
}

function withFigures(text: string, figures: readonly PlacedFigure[]): InlineNode[] {
  const nodes: InlineNode[] = [];
  let at = 0;
  for (const { from, to, table, row, column, format } of figures) {
    if (from < at) continue;
    nodes.push(...inlineOf(text.slice(at, from)), { type: "figure", attrs: { table, row, column, format } });
    at = to;
  }
  return [...nodes, ...inlineOf(text.slice(at))];
}
