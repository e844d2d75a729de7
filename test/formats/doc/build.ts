import type { Block } from "../../../src/core/document.ts";
import { readDoc } from "../../../src/formats/doc/read.ts";
import { compoundOf } from "../ole/build.ts";

/** A change of a property as bytes: its code and the operand's bytes. */
export type Change = readonly [code: number, ...operand: readonly number[]];

export interface Run {
  readonly text: string;
  readonly looks?: readonly Change[];
}

export interface Paragraph {
  readonly runs: readonly (Run | string)[];
  readonly style?: number;
  readonly looks?: readonly Change[];
  /** The sign that ends it, `\r` unless said otherwise. */
  readonly end?: string;
  readonly endLooks?: readonly Change[];
}

export interface Style {
  readonly name: string;
  readonly builtIn?: number;
  readonly base?: number;
  readonly kind?: 1 | 2;
  readonly paragraph?: readonly Change[];
  readonly character?: readonly Change[];
}

export interface ListLevel {
  readonly format: number;
  /** `\u0000` to `\u0008` stand for the levels' numbers. */
  readonly text: string;
  readonly start?: number;
}

export interface DocParts {
  readonly main: readonly Paragraph[];
  readonly footnotes?: readonly Paragraph[];
  readonly styles?: readonly Style[];
  readonly lists?: readonly (readonly ListLevel[])[];
  /** Stretches of the text, by their first character, that lie in the file in one byte a letter. */
  readonly narrow?: readonly number[];
  /** Lists of the table stream made by the test itself, by their place in the head. */
  readonly raw?: Readonly<Record<number, Uint8Array>>;
  readonly data?: Uint8Array;
  /** Bits of the head's flags. */
  readonly flags?: number;
  readonly version?: number;
  /** A change laid over every piece, as a fast save does. */
  readonly over?: readonly Change[];
}

export function p(runs: string | readonly (Run | string)[], looks: readonly Change[] = [], style = 0): Paragraph {
  return { runs: typeof runs === "string" ? [runs] : runs, looks, style };
}

export const IN_TABLE: Change = [0x2416, 1];

export function cell(text: string): Paragraph {
  return { runs: [text], looks: [IN_TABLE], end: "\u0007" };
}

/** The mark at a row's end. `flags` are those of [MS-DOC] TCGRF, one a cell. */
export function rowEnd(
  edges: readonly number[],
  flags: readonly number[] = [],
  more: readonly Change[] = [],
): Paragraph {
  return { runs: [], looks: [IN_TABLE, [0x2417, 1], defineRow(edges, flags), ...more], end: "\u0007" };
}

export function defineRow(edges: readonly number[], flags: readonly number[] = []): Change {
  const cells = edges.slice(1).flatMap((_, i) => [...word(flags[i] ?? 0), ...Array.from({ length: 18 }, () => 0)]);
  const operand = [edges.length - 1, ...edges.flatMap(word), ...cells];
  return [0xd608, ...word(operand.length + 1), ...operand];
}

export function word(value: number): [number, number] {
  return [value & 255, (value >> 8) & 255];
}

function dword(value: number): number[] {
  return [...word(value & 0xffff), ...word(value >>> 16)];
}

/** The changes as a list of bytes; the test writes the length of a variable operand itself. */
function listed(changes: readonly Change[]): number[] {
  return changes.flatMap(([code, ...operand]) => [...word(code), ...operand]);
}

const TEXT_AT = 0x800;

/** A whole `.doc`, made by hand as [MS-DOC] says. */
export function doc(parts: DocParts): Uint8Array {
  const stories = [parts.main, parts.footnotes ?? []];
  const text = stories
    .flat()
    .map((paragraph) => lettersOf(paragraph) + (paragraph.end ?? "\r"))
    .join("");
  const lengths = stories.map((story) => story.reduce((sum, one) => sum + lettersOf(one).length + 1, 0));

  const main: number[] = Array.from({ length: TEXT_AT }, () => 0);
  const pieces = putText(main, text, parts.narrow ?? []);
  const place = (at: number): number => {
    const piece = pieces.findLast(({ from }) => from <= at) ?? { from: 0, at: 0, width: 2 };
    return piece.at + (at - piece.from) * piece.width;
  };
  const paragraphPages: Page[] = [];
  const characterPages: Page[] = [];
  let at = 0;
  for (const paragraph of stories.flat()) {
    const start = at;
    for (const run of paragraph.runs) {
      const { text: letters, looks = [] } = typeof run === "string" ? { text: run } : run;
      if (letters.length > 0)
        characterPages.push({ from: place(at), to: place(at + letters.length), bytes: listed(looks) });
      at += letters.length;
    }
    characterPages.push({ from: place(at), to: place(at + 1), bytes: listed(paragraph.endLooks ?? []) });
    at += 1;
    paragraphPages.push({
      from: place(start),
      to: place(at),
      bytes: [...word(paragraph.style ?? 0), ...listed(paragraph.looks ?? [])],
    });
  }

  const lists: Record<number, Uint8Array> = {
    1: styleSheet(parts.styles ?? []),
    12: putPages(main, characterPages, "characters"),
    13: putPages(main, paragraphPages, "paragraphs"),
    33: clx(pieces, text.length, parts.over ?? []),
    ...parts.raw,
  };
  const { definitions, levels, instances } = numbering(parts.lists ?? []);
  const table: number[] = [];
  const head = Buffer.from(main);
  const put = (nth: number, bytes: Uint8Array, size = bytes.length): void => {
    head.writeUInt32LE(table.length, 0x9a + nth * 8);
    head.writeUInt32LE(size, 0x9a + nth * 8 + 4);
    table.push(...bytes);
  };
  for (const [nth, bytes] of Object.entries(lists)) put(Number(nth), bytes);
  if (parts.lists) {
    put(73, Uint8Array.from([...definitions, ...levels]), definitions.length);
    put(74, Uint8Array.from(instances));
  }
  head.writeUInt16LE(0xa5ec, 0);
  head.writeUInt16LE(parts.version ?? 0xc1, 2);
  head.writeUInt16LE(0x200 | (parts.flags ?? 0), 0x0a);
  for (const [i, length] of lengths.entries()) head.writeUInt32LE(length, 0x40 + (3 + i) * 4);
  return compoundOf({
    WordDocument: head,
    "1Table": Uint8Array.from(table),
    ...(parts.data ? { Data: parts.data } : {}),
  });
}

function lettersOf({ runs }: Paragraph): string {
  return runs.map((run) => (typeof run === "string" ? run : run.text)).join("");
}

interface PlacedPiece {
  readonly from: number;
  readonly at: number;
  readonly width: 1 | 2;
}

function putText(main: number[], text: string, narrow: readonly number[]): PlacedPiece[] {
  const starts = [...new Set([0, ...narrow, ...narrow.map((at) => at + 1)])]
    .filter((at) => at < text.length)
    .sort((a, b) => a - b);
  return starts.map((from, i) => {
    const width = narrow.includes(from) ? 1 : 2;
    if (main.length % 2 === 1) main.push(0);
    const piece = { from, at: main.length, width } as const;
    const letters = text.slice(from, starts[i + 1] ?? text.length);
    main.push(...Buffer.from(letters, width === 1 ? "latin1" : "utf16le"));
    return piece;
  });
}

interface Page {
  readonly from: number;
  readonly to: number;
  readonly bytes: readonly number[];
}

/** Each run has a page of its own: wasteful, and allowed. */
function putPages(main: number[], pages: readonly Page[], kind: "characters" | "paragraphs"): Uint8Array {
  const sorted = [...pages].sort((a, b) => a.from - b.from);
  const numbers = sorted.map(({ from, to, bytes }) => {
    while (main.length % 512 !== 0) main.push(0);
    const page = Buffer.alloc(512);
    page.writeUInt32LE(from, 0);
    page.writeUInt32LE(to, 4);
    page[511] = 1;
    const length = kind === "paragraphs" ? [0, Math.ceil(bytes.length / 2)] : [bytes.length];
    const at = 510 - length.length - bytes.length - ((length.length + bytes.length) % 2);
    page[8] = at / 2;
    page.set([...length, ...bytes], at);
    main.push(...page);
    return main.length / 512 - 1;
  });
  return Uint8Array.from([...sorted.map(({ from }) => from), sorted.at(-1)?.to ?? 0, ...numbers].flatMap(dword));
}

function clx(pieces: readonly PlacedPiece[], length: number, over: readonly Change[]): Uint8Array {
  const changes = listed(over);
  const places = [...pieces.map(({ from }) => from), length].flatMap(dword);
  const records = pieces.flatMap(({ at, width }) => [
    0,
    0,
    ...dword(width === 1 ? (at * 2) | 0x40000000 : at),
    ...word(changes.length > 0 ? 1 : 0),
  ]);
  const list = changes.length > 0 ? [1, ...word(changes.length), ...changes] : [];
  return Uint8Array.from([...list, 2, ...dword(places.length + records.length), ...places, ...records]);
}

function styleSheet(styles: readonly Style[]): Uint8Array {
  const records = styles.map(({ name, builtIn = 0xffe, base = 0xfff, kind = 1, paragraph = [], character = [] }, i) => {
    const upx = (bytes: readonly number[]): number[] => [
      ...word(bytes.length),
      ...bytes,
      ...(bytes.length % 2 ? [0] : []),
    ];
    const lists = [...(kind === 1 ? upx([...word(i), ...listed(paragraph)]) : []), ...upx(listed(character))];
    const record = [
      ...word(builtIn),
      ...word(kind | (base << 4)),
      ...word(kind === 1 ? 2 : 1),
      0,
      0,
      0,
      0,
      ...word(name.length),
      ...Buffer.from(name, "utf16le"),
      0,
      0,
      ...lists,
    ];
    return [...word(record.length), ...record];
  });
  return Uint8Array.from([...word(4), ...word(styles.length), ...word(10), ...records.flat()]);
}

function numbering(lists: readonly (readonly ListLevel[])[]) {
  const definitions = [
    ...word(lists.length),
    ...lists.flatMap((levels, i) => [
      ...dword(i + 1),
      ...Array.from({ length: 22 }, () => 0),
      levels.length === 1 ? 1 : 0,
      0,
    ]),
  ];
  const level = ({ format, text, start = 1 }: ListLevel): number[] => [
    ...dword(start),
    format,
    ...Array.from({ length: 23 }, () => 0),
    ...word(text.length),
    ...Buffer.from(text, "utf16le"),
  ];
  const padded = (levels: readonly ListLevel[]): readonly ListLevel[] =>
    levels.length === 1 ? levels : Array.from({ length: 9 }, (_, i) => levels[i] ?? { format: 0, text: "" });
  const instances = [
    ...dword(lists.length),
    ...lists.flatMap((_, i) => [...dword(i + 1), ...Array.from({ length: 12 }, () => 0)]),
    ...lists.flatMap(() => dword(0xffffffff)),
  ];
  return { definitions, levels: lists.flatMap(padded).flatMap(level), instances };
}

export function blocksOf(parts: DocParts | readonly Paragraph[]): readonly Block[] {
  return readDoc(doc("main" in parts ? parts : { main: parts })).value.blocks;
}

/** The paragraphs' texts; a table or furniture among them fails the comparison by its kind. */
export function textsOf(parts: DocParts | readonly Paragraph[]): string[] {
  return blocksOf(parts).map((block) => (block.kind === "paragraph" ? block.text : `<${block.kind}>`));
}
