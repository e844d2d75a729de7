import { parseMark } from "../../core/marks.ts";
import { Bytes } from "./bytes.ts";
import { readPlc } from "./fib.ts";
import type { WordFile } from "./open.ts";

/** Our own marks, which a Word file keeps as bookmarks, by the character that each begins at. */
export function readMarks(file: Pick<WordFile, "list">): Map<number, string> {
  const names = readNames(file.list("bookmarkNames"));
  const { places } = readPlc(file.list("bookmarkStarts"), 4);
  const marks = new Map<number, string>();
  for (const [i, name] of names.entries()) {
    const at = places[i];
    if (at !== undefined && parseMark(name) !== null && !marks.has(at)) marks.set(at, name);
  }
  return marks;
}

/** A table of texts ([MS-DOC] 2.2.4, an STTB of two bytes a letter). */
function readNames(table: Bytes): string[] {
  if (table.length < 6 || table.u16(0) !== 0xffff) return [];
  const extra = table.u16(4);
  const names: string[] = [];
  for (let at = 6; at + 2 <= table.length && names.length < table.u16(2); ) {
    const length = table.u16(at);
    if (at + 2 + length * 2 > table.length) break;
    names.push(table.text(at + 2, length));
    at += 2 + length * 2 + extra;
  }
  return names;
}

/** Where a font's name begins in its record ([MS-DOC] 2.9.87, FFN), the record's length in front. */
const FONT_NAME = 40;

/** The names of the fonts, in the order that symbols name them by. */
export function readFonts(table: Bytes): string[] {
  const fonts: string[] = [];
  for (let at = 4; at < table.length; ) {
    const size = table.u8(at) + 1;
    const record = new Bytes(table.all.subarray(at, at + size));
    const letters = Math.max(Math.floor((record.length - FONT_NAME) / 2), 0);
    fonts.push(letters > 0 ? (record.text(FONT_NAME, letters).split("\u0000")[0] ?? "") : "");
    at += size;
  }
  return fonts;
}
