import { Bytes } from "./bytes.ts";
import { readPlc } from "./fib.ts";
import { readSprms, SPRM, type Sprm } from "./sprm.ts";

/** A stretch of the text and where its characters lie in the main stream. */
export interface Piece {
  /** Characters (CPs), `to` not included. */
  readonly from: number;
  readonly to: number;
  /** The byte of the first character in the main stream, and bytes a character. */
  readonly at: number;
  readonly width: 1 | 2;
  /** Changes that a fast save laid over the whole piece. */
  readonly sprms: readonly Sprm[];
}

const WESTERN = new TextDecoder("windows-1252");
/** Bit 30 of a piece's place: one byte a character, and the place counts double. */
const COMPRESSED = 0x40000000;
/** A yearly report has some ten thousand; a piece table may name the same bytes again and again. */
const MOST_CHARACTERS = 20_000_000;

/** The pieces of the text in order ([MS-DOC] 2.9.38, the Clx). */
export function readPieces(clx: Bytes): Piece[] {
  const lists: Bytes[] = [];
  let at = 0;
  while (at < clx.length && clx.u8(at) === 1) {
    lists.push(clx.part(at + 3, clx.u16(at + 1)));
    at += 3 + clx.u16(at + 1);
  }
  if (clx.u8(at) !== 2) throw new RangeError("no piece table");
  const { places, record } = readPlc(clx.part(at + 5, Math.min(clx.u32(at + 1), clx.length - at - 5)), 8);
  const changes = new Map<number, readonly Sprm[]>();
  const pieces = places.slice(0, -1).map((from, i): Piece => {
    const descriptor = record(i);
    const place = descriptor.u32(2);
    const change = descriptor.u16(6);
    const list = change & 1 ? lists[change >> 1] : undefined;
    const sprms = changes.get(change) ?? (list ? readSprms(list, null) : shortChange(change));
    changes.set(change, sprms);
    const width = place & COMPRESSED ? 1 : 2;
    const offset = place & (COMPRESSED - 1);
    const to = places[i + 1] ?? from;
    if (to < from || to > MOST_CHARACTERS) throw new RangeError("pieces that run backwards, or too far");
    return { from, to, at: width === 1 ? offset >> 1 : offset, width, sprms };
  });
  return pieces.filter(({ from, to }) => from < to);
}

/** The index of the piece that holds a character, or of the first behind it. */
export function pieceAt(pieces: readonly Piece[], place: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.to ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The byte of the main stream at which a character of the piece lies. */
export function placeOf(piece: Piece, at: number): number {
  return piece.at + (at - piece.from) * piece.width;
}

/** A change small enough to stand in the piece itself (Prm0, [MS-DOC] 2.9.215): those of them that touch the words. */
const SHORT: Readonly<Record<number, number>> = {
  12: SPRM.level,
  24: SPRM.inTable,
  25: SPRM.rowEnd,
  65: SPRM.deleted,
  81: SPRM.joins,
  92: SPRM.hidden,
  117: SPRM.special,
  120: SPRM.outline,
};

function shortChange(change: number): readonly Sprm[] {
  const code = SHORT[(change >> 1) & 0x7f];
  return code === undefined ? [] : [{ code, operand: new Bytes(Uint8Array.of(change >> 8)) }];
}

/** The characters of a piece. @throws RangeError when they lie outside the stream */
export function pieceText(main: Bytes, { at, from, to, width }: Piece): string {
  return width === 2 ? main.text(at, to - from) : WESTERN.decode(main.part(at, to - from).all);
}
