/** A letter as it stands on the page, in points from the upper left corner. */
export interface Glyph {
  /** Usually one letter; several for a ligature, a blank for white space. */
  readonly text: string;
  readonly x: number;
  /** The line that it stands on. */
  readonly y: number;
  readonly width: number;
  /** Height of the font. */
  readonly size: number;
}

/** A straight line along the page's edges: a border of a table, an underline. */
export interface Rule {
  readonly across: boolean;
  /** Its height on the page when it runs across, else its distance from the left. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  /** Letters that stand askew: stamps, watermarks, a word along the margin. */
  readonly askew: readonly Glyph[];
  readonly rules: readonly Rule[];
}
