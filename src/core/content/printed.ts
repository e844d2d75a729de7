import type { NumberRank } from "./numbers.ts";
import type { Align, FigureRef, StaleNote } from "./types.ts";

/** The narrative as it stands on the paper. */

/** A stretch of text of one look; a figure is a stretch of its own. */
export interface PrintedRun {
  readonly text: string;
  readonly bold: boolean;
  readonly figure?: FigureRef;
  readonly stale?: StaleNote;
  /** A number or bullet that is printed before the text and is no node of the document. */
  readonly sign?: true;
}

export interface PrintedParagraph {
  readonly kind: "paragraph";
  /** `null` is body. */
  readonly rank: NumberRank | null;
  readonly align: Align | null;
  /** Number, bullet and text. */
  readonly runs: readonly PrintedRun[];
}

export interface PrintedCell {
  readonly paragraphs: readonly PrintedParagraph[];
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly head: boolean;
}

export interface PrintedTable {
  readonly kind: "table";
  readonly rows: readonly (readonly PrintedCell[])[];
}

export interface PrintedSection {
  readonly key: string;
  readonly heading: PrintedParagraph | null;
  readonly blocks: readonly (PrintedParagraph | PrintedTable)[];
}
