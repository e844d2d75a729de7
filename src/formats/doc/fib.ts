import { refusal } from "../refusals.ts";
import { UnreadableFile } from "../unreadable.ts";
import { Bytes } from "./bytes.ts";

/** The lists that the head of a Word file points to, by their place in FibRgFcLcb97 ([MS-DOC] 2.5.6). */
const LISTS = {
  styles: 1,
  footnoteSigns: 2,
  footnoteTexts: 3,
  commentTexts: 5,
  sections: 6,
  headerTexts: 11,
  characterRuns: 12,
  paragraphRuns: 13,
  fonts: 15,
  bookmarkNames: 21,
  bookmarkStarts: 22,
  pieces: 33,
  shapes: 40,
  headerShapes: 41,
  endnoteSigns: 46,
  endnoteTexts: 47,
  boxTexts: 56,
  headerBoxTexts: 58,
  listDefinitions: 73,
  listInstances: 74,
} as const;

export type ListName = keyof typeof LISTS;

/** How many characters each of the stories has; in the text they follow one another in this order. */
export interface StoryLengths {
  readonly main: number;
  readonly footnotes: number;
  readonly headers: number;
  readonly macros: number;
  readonly comments: number;
  readonly endnotes: number;
  readonly boxes: number;
  readonly headerBoxes: number;
}

/** The head of a Word file (the FIB, [MS-DOC] 2.5). */
export interface Fib {
  readonly tableStream: "0Table" | "1Table";
  readonly lengths: StoryLengths;
  /** Where a list stands in the table stream. */
  place(list: ListName): { readonly at: number; readonly size: number };
}

const IDENT = 0xa5ec;
const IDENT_95 = 0xa5dc;
const WORD_97 = 0xc1;
const ENCRYPTED = 0x100;
const TABLE_1 = 0x200;

/** @throws UnreadableFile for an encrypted file and for one from before Word 97; RangeError for damage */
export function readFib(stream: Uint8Array): Fib {
  const bytes = new Bytes(stream);
  const ident = bytes.u16(0);
  if (ident !== IDENT && ident !== IDENT_95) throw new RangeError("no head of a Word file");
  if (ident === IDENT_95 || bytes.u16(2) < WORD_97) {
    throw new UnreadableFile(
      "word-95",
      "这是 Word 97 以前的文件，读不了。请用 WPS 或 Word 打开，另存为 docx 后再导入。",
    );
  }
  const flags = bytes.u16(0x0a);
  if (flags & ENCRYPTED) throw refusal("encrypted");
  const long = (nth: number): number => {
    const count = bytes.i32(0x40 + nth * 4);
    if (count < 0) throw new RangeError("a story of less than nothing");
    return count;
  };
  return {
    tableStream: flags & TABLE_1 ? "1Table" : "0Table",
    lengths: {
      main: long(3),
      footnotes: long(4),
      headers: long(5),
      macros: long(6),
      comments: long(7),
      endnotes: long(8),
      boxes: long(9),
      headerBoxes: long(10),
    },
    place: (list) => {
      const at = 0x9a + LISTS[list] * 8;
      return { at: bytes.u32(at), size: bytes.u32(at + 4) };
    },
  };
}

/** A list of places in the text (CPs) with a record of `recordSize` bytes for each stretch between two of them. */
export interface Plc {
  readonly places: readonly number[];
  /** The n-th record. */
  record(nth: number): Bytes;
}

export function readPlc(bytes: Bytes, recordSize: number): Plc {
  const count = bytes.length < 4 ? 0 : Math.floor((bytes.length - 4) / (4 + recordSize));
  const places = count === 0 ? [] : Array.from({ length: count + 1 }, (_, i) => bytes.u32(i * 4));
  return { places, record: (nth) => bytes.part((count + 1) * 4 + nth * recordSize, recordSize) };
}
