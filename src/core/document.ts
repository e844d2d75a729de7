import type { FigureRef } from "./content/types.ts";

/**
 * The intermediate document: what every reader of a stranger's file makes, and the only thing the
 * recogniser reads. It knows paragraphs and tables, and nothing of forms.
 */
export interface Paragraph {
  readonly kind: "paragraph";
  /** The text as a reader of the document sees it, automatic number included; `\n` is a soft line break. */
  readonly text: string;
  /** 1–9 when the source itself says that this is a heading (heading style or outline level). */
  readonly outline?: number;
  /** A mark that our own writer left (see `core/marks.ts`); strangers' files have none. */
  readonly mark?: string;
  /** Numbers that our own writer bound to a cell of the table, in the order of the text. */
  readonly figures?: readonly PlacedFigure[];
}

/** A bound number and where it stands in a paragraph's text (UTF-16 units, `to` not included). */
export interface PlacedFigure extends FigureRef {
  readonly from: number;
  readonly to: number;
}

export interface TableCell {
  /** Paragraphs of the cell joined by `\n`, outer white space removed. */
  readonly text: string;
  /** How many columns and rows the cell covers; covered places are not listed again. Default 1. */
  readonly colSpan?: number;
  readonly rowSpan?: number;
}

export type TableRow = readonly TableCell[];

export interface Table {
  readonly kind: "table";
  readonly rows: readonly TableRow[];
  /**
   * True when the source kept the cells but lost where a row ends (a web page copied as text gives one
   * cell a line). Then each row holds one cell, and the recogniser finds the rows.
   */
  readonly flow?: boolean;
  /**
   * True when the source has no table but letters that stand as one (PDF): then which cell a text belongs to was
   * found out by the reader, and every cell says so.
   */
  readonly doubtful?: boolean;
}

/** Text that is no part of the report: page numbers, running headers and footers, web navigation. */
export interface Furniture {
  readonly kind: "furniture";
  readonly text: string;
  /** In the contract's words: `page number`, `running header`, `running footer`, `table of contents`, `comment`, … */
  readonly why: string;
}

export type Block = Paragraph | Table | Furniture;

export interface SourceDocument {
  readonly blocks: readonly Block[];
}

/** A table laid out on its full grid: every place holds the cell that covers it (or `null` where a row is short). */
export function tableGrid(table: Table): (TableCell | null)[][] {
  const grid: (TableCell | null)[][] = table.rows.map(() => []);
  table.rows.forEach((row, r) => {
    let c = 0;
    for (const cell of row) {
      while (grid[r]?.[c] !== undefined) c += 1;
      const height = Math.min(cell.rowSpan ?? 1, table.rows.length - r);
      for (let dr = 0; dr < height; dr += 1) {
        for (let dc = 0; dc < (cell.colSpan ?? 1); dc += 1) {
          const line = grid[r + dr];
          if (line) line[c + dc] = cell;
        }
      }
      c += cell.colSpan ?? 1;
    }
  });
  const width = grid.reduce((most, line) => Math.max(most, line.length), 0);
  return grid.map((line) => Array.from({ length: width }, (_, c) => line[c] ?? null));
}
