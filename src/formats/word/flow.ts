import { append } from "../../core/append.ts";
import type { Block } from "../../core/document.ts";
import { type EdgeRow, type RowShape, rowsByEdges } from "./edges.ts";
import { closeTable } from "./table.ts";

/** In `.doc` and RTF a table is paragraphs, some of whose ends are the ends of cells and of rows. */
export type FlowEnd = "paragraph" | "cell";

/** Puts together body and tables from paragraphs as they come, one after the other. */
export interface Flow {
  /**
   * @param blocks the paragraph itself and what is anchored in it
   * @param depth in how many tables, one inside the other, it stands; 0 is the body
   */
  add(blocks: readonly Block[], depth: number, end: FlowEnd): void;
  /** Closes the row of the table at that depth. */
  endRow(depth: number, shape: RowShape | null): void;
  finish(): Block[];
}

interface OpenTable {
  readonly rows: EdgeRow[];
  /** The cells of the row that is not yet closed, and of those the one that is not. */
  cells: Block[][];
  blocks: Block[];
}

/** Deeper tables are nobody's layout; their text stands in the cell around them. */
const DEEPEST = 16;

export function makeFlow(): Flow {
  const body: Block[] = [];
  const open: OpenTable[] = [];
  const target = (): Block[] => open.at(-1)?.blocks ?? body;

  const endRow = (table: OpenTable, shape: RowShape | null): void => {
    if (table.blocks.length > 0) table.cells.push(table.blocks);
    if (table.cells.length > 0) table.rows.push({ cells: table.cells, shape });
    table.cells = [];
    table.blocks = [];
  };
  const leaveTo = (depth: number): void => {
    while (open.length > depth) {
      const table = open.pop();
      if (!table) return;
      endRow(table, null);
      const around = target();
      for (const block of closeTable(rowsByEdges(table.rows))) around.push(block);
    }
  };

  const goTo = (depth: number): void => {
    leaveTo(depth);
    while (open.length < depth) open.push({ rows: [], cells: [], blocks: [] });
  };

  return {
    add: (blocks, depth, end) => {
      goTo(Math.min(depth, DEEPEST));
      append(target(), blocks);
      const table = open.at(-1);
      if (end === "paragraph" || !table || depth > DEEPEST) return;
      table.cells.push(table.blocks);
      table.blocks = [];
    },
    endRow: (depth, shape) => {
      if (depth > DEEPEST) return;
      goTo(depth);
      const table = open.at(-1);
      if (table) endRow(table, shape);
    },
    finish: () => {
      leaveTo(0);
      return body;
    },
  };
}
