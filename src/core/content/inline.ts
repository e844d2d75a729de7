import type { ReportTable } from "../report/report.ts";
import { everyLine, type PlacedRun, paragraphLine } from "./lines.ts";
import { printContent } from "./print.ts";
import type { BlockNode, Content, HeadingNode, InlineNode, ParagraphNode } from "./types.ts";

/** Where an inline node is printed. */
export interface InlinePlace {
  readonly section: string;
  readonly paragraph: number;
  readonly from: number;
  readonly to: number;
}

/** Of every inline node, in the order of the document; `null` for those of lines that are not printed. */
export function placesOf(content: Content, tables: readonly ReportTable[]): (InlinePlace | null)[] {
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

/** Changes the inline nodes of every block, in the order of the document. */
export function mapInline(content: Content, change: (nodes: readonly InlineNode[]) => readonly InlineNode[]): Content {
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

/** The node without the mark 待更新. */
export function withoutStale(node: InlineNode): InlineNode {
  if (!node.marks?.some(({ type }) => type === "stale")) return node;
  const { marks, ...rest } = node;
  const others = marks.filter(({ type }) => type !== "stale");
  return others.length > 0 ? { ...rest, marks: others } : rest;
}
