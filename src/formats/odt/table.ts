import { append } from "../../core/append.ts";
import type { Block } from "../../core/document.ts";
import { childElements, type XmlElement } from "../ooxml/tree.ts";
import { closeTable, type OpenCell } from "../word/table.ts";

/** Word itself knows at most 63 columns; a sheet's empty ones are repeated by the thousand. */
const WIDEST = 63;
const MOST_ROWS = 20_000;
/** Letters that a table may come to by repeating its cells; beyond, each stands once. */
const MOST_REPEATED = 200_000;

/** Reads `table:table`. @param read what stands in a cell */
export function readTable(table: XmlElement, read: (cell: XmlElement) => Block[]): Block[] {
  const rows: OpenCell[][] = [];
  const covered: Block[] = [];
  let left = MOST_REPEATED;
  const times = (wanted: number, letters: number): number => {
    if (letters === 0 || wanted === 1) return wanted;
    if (wanted * letters > left) return 1;
    left -= wanted * letters;
    return wanted;
  };
  for (const row of rowsOf(table)) {
    const cells: OpenCell[] = [];
    for (const cell of childElements(row)) {
      if (cell.tag === "table:covered-table-cell") append(covered, read(cell).map(asHidden));
      if (cell.tag !== "table:table-cell" || cells.length >= WIDEST) continue;
      const opened = openCell(cell, read);
      const wanted = Math.min(count(cell.attributes["table:number-columns-repeated"]), WIDEST - cells.length);
      append(
        cells,
        Array.from({ length: times(wanted, lettersOf(opened)) }, () => opened),
      );
    }
    const wanted = Math.min(count(row.attributes["table:number-rows-repeated"]), MOST_ROWS);
    const letters = cells.reduce((sum, cell) => sum + lettersOf(cell), 0);
    for (let i = times(wanted, letters); i > 0 && rows.length < MOST_ROWS; i -= 1) rows.push(cells);
  }
  return [...closeTable(rows), ...covered];
}

function lettersOf({ blocks }: OpenCell): number {
  return blocks.reduce((sum, block) => sum + (block.kind === "table" ? MOST_REPEATED : block.text.length), 0);
}

function openCell(cell: XmlElement, read: (cell: XmlElement) => Block[]): OpenCell {
  return {
    blocks: read(cell),
    columns: Math.min(count(cell.attributes["table:number-columns-spanned"]), WIDEST),
    rows: Math.min(count(cell.attributes["table:number-rows-spanned"]), MOST_ROWS),
  };
}

/** The rows in order, those of a heading and of groups included. */
function rowsOf(table: XmlElement): XmlElement[] {
  return childElements(table).flatMap((node) => {
    if (node.tag === "table:table-row") return [node];
    return ["table:table-header-rows", "table:table-rows", "table:table-row-group"].includes(node.tag)
      ? rowsOf(node)
      : [];
  });
}

function count(text: string | undefined): number {
  return text !== undefined && /^\d{1,7}$/.test(text) ? Math.max(Number(text), 1) : 1;
}

function asHidden(block: Block): Block {
  return block.kind === "paragraph" ? { kind: "furniture", text: block.text, why: "text under a merged cell" } : block;
}
