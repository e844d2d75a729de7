import type { Block } from "../../core/document.ts";
import { coverBelow, type OpenCell } from "./table.ts";

/** How a cell belongs to its neighbours: it begins a merged area, is covered by one, or stands alone. */
export type Merge = "first" | "covered" | null;

/** What `.doc` and RTF say of a row: where its cells begin and end, in twips from the margin. */
export interface RowShape {
  /** One more than there are cells: the left end of the row, then the right end of each cell. */
  readonly edges: readonly number[];
  readonly across: readonly Merge[];
  readonly down: readonly Merge[];
}

export interface EdgeRow {
  readonly cells: readonly (readonly Block[])[];
  /** `null` where the file does not say. */
  readonly shape: RowShape | null;
}

/**
 * Edges closer than this (2.6 mm) are one: nobody writes between them, and a hand that dragged the line of one row
 * a little made no new column.
 */
const CLOSE = 150;

/** Finds the columns that the rows have in common, and from them how many each cell spans. */
export function rowsByEdges(rows: readonly EdgeRow[]): OpenCell[][] {
  const shaped = withShapes(rows);
  const columnAt = columnsOf(shaped.map(({ edges }) => edges));
  let above = new Map<number, OpenCell>();
  return shaped.map(({ cells, edges, across, down }) => {
    const row: OpenCell[] = [];
    const covered = new Map<number, OpenCell>();
    let column = 0;
    const from = columnAt(edges[0] ?? 0);
    if (from > 0) {
      row.push({ blocks: [], columns: from, rows: 1 });
      column = from;
    }
    for (let i = 0; i < cells.length; ) {
      const next = endOfMerged(across, i, cells.length);
      const columns = Math.max(columnAt(edges[next] ?? 0) - column, 1);
      const blocks = cells.slice(i, next).flat();
      const owner = down[i] === "covered" ? above.get(column) : undefined;
      const cell = owner?.columns === columns ? owner : { blocks, columns, rows: 1 };
      if (cell === owner) coverBelow(owner, blocks);
      else row.push(cell);
      covered.set(column, cell);
      column += columns;
      i = next;
    }
    above = covered;
    return row;
  });
}

interface ShapedRow extends RowShape {
  readonly cells: readonly (readonly Block[])[];
}

/** Cells and edges of a row in equal number; a row without a shape takes that of the row above. */
function withShapes(rows: readonly EdgeRow[]): ShapedRow[] {
  let last: RowShape | null = null;
  return rows.map(({ cells: found, shape }) => {
    const cells = withoutSpare(found, shape);
    const known: RowShape | null = shape ?? (last && last.edges.length === cells.length + 1 ? last : null);
    const edges = (known?.edges ?? [0]).slice(0, cells.length + 1);
    while (edges.length <= cells.length) edges.push((edges.at(-1) ?? 0) + 8 * CLOSE);
    last = known ?? last;
    return { cells, edges, across: known?.across ?? [], down: known?.down ?? [] };
  });
}

/** LibreOffice ends a cell once too often behind a table inside it; what the row has no room for is dropped if empty. */
function withoutSpare(cells: EdgeRow["cells"], shape: RowShape | null): EdgeRow["cells"] {
  let end = cells.length;
  while (shape && end >= shape.edges.length && cells[end - 1]?.length === 0) end -= 1;
  return cells.slice(0, end);
}

/** The numbers of the columns: edges of several rows count as one when they are close, of the same row never. */
function columnsOf(rows: readonly (readonly number[])[]): (edge: number) => number {
  const apart = new Map<number, Set<number>>();
  for (const edges of rows) {
    for (let i = 1; i < edges.length; i += 1) {
      const [a = 0, b = 0] = [edges[i - 1], edges[i]];
      if (b - a <= CLOSE && b > a) apart.set(b, (apart.get(b) ?? new Set()).add(a));
    }
  }
  const columns = new Map<number, number>();
  let group: number[] = [];
  let column = -1;
  for (const edge of [...new Set(rows.flat())].sort((a, b) => a - b)) {
    const enemies = apart.get(edge);
    const joins = group.length > 0 && edge - (group[0] ?? 0) <= CLOSE && !group.some((other) => enemies?.has(other));
    if (joins) group.push(edge);
    else {
      group = [edge];
      column += 1;
    }
    columns.set(edge, column);
  }
  return (edge) => columns.get(edge) ?? 0;
}

/**
 * Where the cells merged across from `at` on end. Writers disagree which of the two marks is the first cell's; the
 * one that a run begins with is.
 */
function endOfMerged(across: readonly Merge[], at: number, count: number): number {
  const sign = across[at] ?? null;
  let end = at + 1;
  if (sign !== null) while (end < count && across[end] != null && across[end] !== sign) end += 1;
  return end;
}
