import { append } from "../../core/append.ts";
import type { Block } from "../../core/document.ts";
import { child, childElements, type XmlElement } from "../ooxml/tree.ts";
import { closeTable, coverBelow, type OpenCell } from "../word/table.ts";
import type { Story } from "./story.ts";
import { integer } from "./styles.ts";

/** What stands in a cell is read as what stands in the body; the body's reader hands itself in. */
type ReadBlocks = (container: XmlElement, story: Story) => Block[];

/** Reads `w:tbl`. */
export function readTable(node: XmlElement, story: Story, readBlocks: ReadBlocks): Block[] {
  return closeTable(readRows(node, story, readBlocks));
}

function readRows(node: XmlElement, story: Story, readBlocks: ReadBlocks): OpenCell[][] {
  const rows: OpenCell[][] = [];
  /** By grid column: the cell that covers it in the row above. */
  let above = new Map<number, OpenCell>();
  for (const rowNode of wrapped(node, "w:tr")) {
    const properties = child(rowNode, "w:trPr");
    if (child(properties, "w:del")) continue;
    const row: OpenCell[] = [];
    const covered = new Map<number, OpenCell>();
    let column = 0;
    const place = (cell: OpenCell, listed: boolean): void => {
      if (listed) row.push(cell);
      covered.set(column, cell);
      column += cell.columns;
    };
    const skip = (tag: string): void => {
      const columns = gridCount(child(properties, tag));
      if (columns > 0) place({ blocks: [], columns, rows: 1 }, true);
    };
    skip("w:gridBefore");
    for (const cellNode of mergedAcross(wrapped(rowNode, "w:tc"))) {
      const columns = cellNode.reduce((sum, part) => sum + gridSpan(part), 0);
      const blocks = cellNode.flatMap((part) => readBlocks(part, story));
      const owner = continues(cellNode[0]) ? above.get(column) : undefined;
      if (owner && owner.columns === columns) {
        coverBelow(owner, blocks);
        place(owner, false);
      } else {
        place({ blocks, columns, rows: 1 }, true);
      }
    }
    skip("w:gridAfter");
    rows.push(row);
    above = covered;
  }
  return rows;
}

/** Rows or cells, also those inside content controls and other wrappers; deleted and moved-away ones are gone. */
function wrapped(node: XmlElement, tag: string): XmlElement[] {
  const found: XmlElement[] = [];
  for (const element of childElements(node)) {
    if (element.tag === tag) {
      if (!child(child(element, "w:tcPr"), "w:cellDel")) found.push(element);
    } else if (WRAPPERS.has(element.tag)) {
      append(found, wrapped(element, tag));
    }
  }
  return found;
}

const WRAPPERS: ReadonlySet<string> = new Set([
  "w:sdt",
  "w:sdtContent",
  "w:customXml",
  "w:smartTag",
  "w:ins",
  "w:moveTo",
  "mc:AlternateContent",
  "mc:Choice",
]);

/** Old files merge across with `w:hMerge`, a cell for each column; newer ones with `w:gridSpan`. */
function mergedAcross(cells: readonly XmlElement[]): XmlElement[][] {
  const groups: XmlElement[][] = [];
  for (const cell of cells) {
    const merge = child(child(cell, "w:tcPr"), "w:hMerge");
    const last = groups.at(-1);
    if (merge && (merge.attributes["w:val"] ?? "continue") === "continue" && last) last.push(cell);
    else groups.push([cell]);
  }
  return groups;
}

function gridSpan(cell: XmlElement): number {
  return Math.max(gridCount(child(child(cell, "w:tcPr"), "w:gridSpan")), 1);
}

/** Word itself knows at most 63 columns. */
function gridCount(element: XmlElement | undefined): number {
  return Math.min(Math.max(integer(element?.attributes["w:val"]) ?? 0, 0), 63);
}

function continues(cell: XmlElement | undefined): boolean {
  const merge = child(child(cell, "w:tcPr"), "w:vMerge");
  return merge !== undefined && (merge.attributes["w:val"] ?? "continue") === "continue";
}
