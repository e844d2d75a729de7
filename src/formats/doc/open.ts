import { openCompound } from "../ole/compound.ts";
import { UnreadableFile } from "../unreadable.ts";
import { Bytes } from "./bytes.ts";
import { type Fib, type ListName, readFib } from "./fib.ts";
import { type Numbering, readNumbering } from "./lists.ts";
import { type Piece, pieceText, readPieces } from "./pieces.ts";
import { type Runs, readRuns } from "./runs.ts";
import { readStyles, type Styles } from "./styles.ts";

/** A Word file, opened: its whole text with the stories one behind the other, and what is said of each character. */
export interface WordFile {
  readonly fib: Fib;
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly paragraphs: Runs;
  readonly characters: Runs;
  readonly styles: Styles;
  readonly numbering: Numbering;
  /** One of the lists that the head points to; empty when the file has none. */
  list(name: ListName): Bytes;
}

const NOTHING = new Bytes(new Uint8Array());

/** @throws UnreadableFile when the file is damaged, encrypted, or older than Word 97; RangeError for damage inside */
export function openWord(bytes: Uint8Array): WordFile {
  const compound = openCompound(bytes);
  const stream = compound.stream("WordDocument");
  if (!stream || stream.length < 0x400) throw noText();
  const main = new Bytes(stream);
  const fib = readFib(stream);
  // Word takes the other table where the one that the head names is missing.
  const tableBytes = compound.stream(fib.tableStream) ?? compound.stream("1Table") ?? compound.stream("0Table");
  if (!tableBytes) throw noText();
  const table = new Bytes(tableBytes);
  const dataBytes = compound.stream("Data");
  const data = dataBytes ? new Bytes(dataBytes) : null;
  const list = (name: ListName): Bytes => {
    const { at, size } = fib.place(name);
    return size === 0 || at >= table.length ? NOTHING : table.part(at, Math.min(size, table.length - at));
  };
  const pieces = readPieces(list("pieces"));
  return {
    fib,
    list,
    pieces,
    text: pieces.map((piece) => pieceText(main, piece)).join(""),
    paragraphs: readRuns(main, list("paragraphRuns"), data, "paragraphs"),
    characters: readRuns(main, list("characterRuns"), data, "characters"),
    styles: readStyles(list("styles"), data),
    numbering: readNumbering(table, fib.place("listDefinitions"), fib.place("listInstances")),
  };
}

function noText(): UnreadableFile {
  return new UnreadableFile(
    "doc.no-text",
    "文件里的 Word 正文已损坏或不完整，无法读取；原文件没有改动，请用 Word 或 WPS 打开后另存为 docx，再导入新的一份。",
  );
}
