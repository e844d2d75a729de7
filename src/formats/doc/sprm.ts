import { append } from "../../core/append.ts";
import type { Bytes } from "./bytes.ts";

/** One change of a property ([MS-DOC] 2.2.5.1): its code, and its operand without a length in front. */
export interface Sprm {
  readonly code: number;
  readonly operand: Bytes;
}

/** The changes that matter to a reader of words, by code ([MS-DOC] 2.6). */
export const SPRM = {
  deleted: 0x0800,
  hidden: 0x083c,
  special: 0x0855,
  joins: 0x0818,
  characterStyle: 0x4a30,
  symbol: 0x6a09,
  font: 0x4a4f,
  style: 0x4600,
  inTable: 0x2416,
  rowEnd: 0x2417,
  depth: 0x6649,
  innerCell: 0x244b,
  innerRow: 0x244c,
  level: 0x260a,
  list: 0x460b,
  outline: 0x2640,
  row: 0xd608,
  mergeAcross: 0x5624,
  splitAcross: 0x5625,
  mergeDown: 0xd62b,
  cellWidths: 0x7623,
} as const;

/** These hold their changes elsewhere, in the Data stream. */
const ELSEWHERE: ReadonlySet<number> = new Set([0x6645, 0x6646, 0x646b]);
const TABS = 0xc615;
const OLD_ROW = 0xd606;

/** Bytes of an operand by the top three bits of the code; 6 has its length in front. */
const SIZES = [1, 1, 2, 4, 2, 2, 0, 3];

/** The changes of a list of them (a grpprl), those in the Data stream included. A list that is cut off ends early. */
export function readSprms(list: Bytes, data: Bytes | null): Sprm[] {
  const found: Sprm[] = [];
  let at = 0;
  while (at + 3 <= list.length) {
    const code = list.u16(at);
    const { from, size } = operandOf(list, at + 2, code);
    if (from + size > list.length) break;
    const operand = list.part(from, size);
    if (!ELSEWHERE.has(code)) found.push({ code, operand });
    else if (data) append(found, readElsewhere(data, operand.u32(0)));
    at = from + size;
  }
  return found;
}

function operandOf(list: Bytes, at: number, code: number): { from: number; size: number } {
  const kind = code >> 13;
  if (kind !== 6) return { from: at, size: SIZES[kind] ?? 1 };
  if (code === SPRM.row || code === OLD_ROW)
    return at + 2 > list.length ? { from: at, size: 9e9 } : { from: at + 2, size: list.u16(at) - 1 };
  const length = list.u8(at);
  if (code !== TABS || length !== 255) return { from: at + 1, size: length };
  // A long change of tab stops says how many go and how many come, and not its length.
  const going = list.u8(at + 1);
  const coming = at + 2 + going * 4 < list.length ? list.u8(at + 2 + going * 4) : 0;
  return { from: at + 1, size: 2 + going * 4 + coming * 3 };
}

function readElsewhere(data: Bytes, at: number): Sprm[] {
  if (at + 2 > data.length) return [];
  return readSprms(data.part(at + 2, Math.min(data.u16(at), data.length - at - 2)), null);
}

/**
 * A property that is on or off; a style may hold it too: 0x80 leaves the style's, 0x81 turns it round.
 */
export function toggled(operand: Bytes, ofStyle: boolean): boolean {
  const value = operand.u8(0);
  return value === 0x80 ? ofStyle : value === 0x81 ? !ofStyle : value !== 0;
}
