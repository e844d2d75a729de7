/**
 * Defined names are how our own workbooks carry marks: invisible on the paper, they follow their cells when rows
 * are put in, and Excel, WPS and LibreOffice keep them. Besides the marks of `core/marks.ts` there are three that
 * only this format needs.
 */

/** The rows of a table, header included: no guess is needed where it begins and ends. */
const TABLE_NAME = "_nb_table";

/** A name stands for cells of one sheet: the second sheet with a table, counted from 1, has the next. */
export function tableName(nth: number): string {
  return nth === 1 ? TABLE_NAME : `${TABLE_NAME}.${nth}`;
}

export function isTableName(name: string): boolean {
  return name === TABLE_NAME || (/^\.\d+$/.test(name.slice(TABLE_NAME.length)) && name.startsWith(TABLE_NAME));
}

/** The cells of the narrative sheet: one row a paragraph, text kept letter by letter. */
export const NARRATIVE_NAME = "_nb_narrative";

/** Rows of the narrative that go on with the paragraph above, because a cell holds only so much. */
export const CONTINUED_NAME = "_nb_continued";

/** A rectangle of cells; rows and columns count from 0, ends included. */
export interface Area {
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A sheet's name may stand in quotes, doubled where it holds one: `'a''b'!$A$1:$B$2`. */
const AREA = /(?:'((?:[^']|'')+)'|([^'!,~(]+))!\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?/g;

/** The areas that a name's reference lists; empty for names of anything else (constants, formulas, `#REF!`). */
export function parseAreas(reference: string): Area[] {
  return [...reference.matchAll(AREA)].map(([, quoted, plain = "", left = "", top = "", right, bottom]) => ({
    sheet: quoted === undefined ? plain : quoted.replaceAll("''", "'"),
    top: Number(top) - 1,
    left: columnIndex(left),
    bottom: Number(bottom ?? top) - 1,
    right: columnIndex(right ?? left),
  }));
}

/** The inverse of `parseAreas` for one area. */
export function formatArea({ sheet, top, left, bottom, right }: Area): string {
  const start = `$${columnName(left)}$${top + 1}`;
  const end = `$${columnName(right)}$${bottom + 1}`;
  return `'${sheet.replaceAll("'", "''")}'!${start === end ? start : `${start}:${end}`}`;
}

/** `A` → 0, `AA` → 26. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** 0 → `A`, 26 → `AA`. */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnName(rest - 1) : "") + String.fromCharCode(65 + (index % 26));
}

/** `C5`, as people name a cell. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}
