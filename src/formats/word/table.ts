import { append } from "../../core/append.ts";
import type { Block, Table, TableCell } from "../../core/document.ts";

/** A cell on its way: `rows` grows with each cell that continues it. */
export interface OpenCell {
  readonly blocks: Block[];
  readonly columns: number;
  rows: number;
}

/**
 * Gives the table, and around it what cannot stand in a cell; a table that is only a frame (one cell, or one column
 * around other tables) gives its content instead.
 */
export function closeTable(rows: readonly (readonly OpenCell[])[]): Block[] {
  const cells = rows.flat();
  const nested = cells.some((cell) => cell.blocks.some((block) => block.kind === "table"));
  if (cells.length === 1 || (nested && rows.every((row) => row.length <= 1)))
    return cells.flatMap((cell) => cell.blocks);
  const after: Block[] = [];
  const table: Table = { kind: "table", rows: rows.map((row) => row.map((cell) => closeCell(cell, after))) };
  return cells.length === 0 ? [] : [table, ...after];
}

/** Joins `below` to the cell above it that covers it. Nothing of what stands in a covered cell is shown. */
export function coverBelow(owner: OpenCell, below: readonly Block[]): void {
  owner.rows += 1;
  append(owner.blocks, below.map(asHidden));
}

function asHidden(block: Block): Block {
  const text =
    block.kind === "table" ? block.rows.map((row) => row.map((c) => c.text).join("\t")).join("\n") : block.text;
  return { kind: "furniture", text, why: "text under a merged cell" };
}

function closeCell(cell: OpenCell, after: Block[]): TableCell {
  const lines: string[] = [];
  for (const block of cell.blocks) {
    if (block.kind === "paragraph") lines.push(block.text);
    else if (block.kind === "furniture") after.push(block);
    else if (isGrid(block)) after.push(block);
    else
      append(
        lines,
        block.rows.map((row) => row.map(({ text }) => text).join("\t")),
      );
  }
  return {
    text: lines.join("\n").trim(),
    ...(cell.columns > 1 ? { colSpan: cell.columns } : {}),
    ...(cell.rows > 1 ? { rowSpan: cell.rows } : {}),
  };
}

/** A nested table of some size is a table of its own; a small one is only a way to line text up. */
function isGrid(table: Table): boolean {
  return table.rows.length > 1 && table.rows.some((row) => row.length > 1);
}
