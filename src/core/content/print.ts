import type { ReportTable, Section } from "../report/report.ts";
import { type CellLookup, cellLookup, figureText } from "./figure.ts";
import { linesOf } from "./lines.ts";
import { makeNumbering, type Numbering } from "./numbers.ts";
import type { PrintedCell, PrintedParagraph, PrintedRun, PrintedSection, PrintedTable } from "./printed.ts";
import type { BlockNode, CellNode, Content, InlineNode, ListNode, ParagraphNode, TableNode } from "./types.ts";

/** The narrative as it stands on the paper: numbers, bullets and figures put in. */
export function printContent(content: Content, tables: readonly ReportTable[]): PrintedSection[] {
  const cells = cellLookup(tables);
  const numbering = makeNumbering();
  return content.content.map(({ attrs, content: children }) => {
    let heading: PrintedParagraph | null = null;
    const blocks: (PrintedParagraph | PrintedTable)[] = [];
    for (const child of children) {
      if (child.type === "heading") {
        const number = numbering.next(1, child.attrs.label);
        heading = { kind: "paragraph", rank: 1, align: null, runs: runsOf(number, child.content, cells) };
      } else blocks.push(...printBlock(child, numbering, cells));
    }
    return { key: attrs.key, heading, blocks };
  });
}

/** The report's sections of a narrative. Empty paragraphs are places for the cursor, and no text. */
export function sectionsFromContent(content: Content, report: { readonly tables: readonly ReportTable[] }): Section[] {
  return printContent(content, report.tables).map(({ key, heading, blocks }) => ({
    key,
    heading: heading ? textOf(heading) : "",
    paragraphs: linesOf(blocks).map(({ text }) => text),
  }));
}

export function textOf(paragraph: PrintedParagraph): string {
  return paragraph.runs.map(({ text }) => text).join("");
}

function printBlock(block: BlockNode, numbering: Numbering, cells: CellLookup): (PrintedParagraph | PrintedTable)[] {
  switch (block.type) {
    case "paragraph": {
      const { rank, label } = block.attrs;
      return [printParagraph(block, rank === null ? "" : numbering.next(rank, label), cells)];
    }
    case "bulletList":
    case "orderedList":
      return printList(block, cells);
    case "table":
      return [printTable(block, cells)];
  }
}

function printParagraph({ attrs, content }: ParagraphNode, before: string, cells: CellLookup): PrintedParagraph {
  return { kind: "paragraph", rank: attrs.rank, align: attrs.align, runs: runsOf(before, content, cells) };
}

function printList({ type, content }: ListNode, cells: CellLookup): PrintedParagraph[] {
  return content.flatMap((item, i) =>
    item.content.map((paragraph, j) => {
      const marker = j > 0 ? "" : type === "bulletList" ? "• " : `${i + 1}.`;
      return { ...printParagraph(paragraph, marker, cells), rank: null };
    }),
  );
}

function printTable({ content }: TableNode, cells: CellLookup): PrintedTable {
  const cell = ({ type, attrs, content: paragraphs }: CellNode): PrintedCell => ({
    paragraphs: paragraphs.map((paragraph) => ({ ...printParagraph(paragraph, "", cells), rank: null })),
    colSpan: attrs.colspan,
    rowSpan: attrs.rowspan,
    head: type === "tableHeader",
  });
  return { kind: "table", rows: content.map((row) => row.content.map(cell)) };
}

function runsOf(before: string, content: readonly InlineNode[] | undefined, cells: CellLookup): PrintedRun[] {
  const runs = (content ?? []).map((node): PrintedRun => {
    const stale = node.marks?.find((mark) => mark.type === "stale")?.attrs;
    const look = { bold: node.marks?.some(({ type }) => type === "bold") === true, ...(stale ? { stale } : {}) };
    if (node.type === "text") return { text: node.text, ...look };
    if (node.type === "hardBreak") return { text: "\n", ...look };
    return { text: figureText(cells(node.attrs), node.attrs.format), ...look, figure: node.attrs };
  });
  return before === "" ? runs : [{ text: before, bold: false, sign: true }, ...runs];
}
