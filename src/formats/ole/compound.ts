import { append } from "../../core/append.ts";
import { LIMITS } from "../ooxml/limits.ts";
import { UnreadableFile } from "../unreadable.ts";

/** An OLE compound file ([MS-CFB]): the small file system inside a `.doc` or `.xls`. */
export interface CompoundFile {
  /** The names of the streams and storages that stand in the root. */
  readonly names: ReadonlySet<string>;
  /** The bytes of a stream in the root, cut short where the file is; `null` when there is none of that name. */
  stream(name: string): Uint8Array | null;
}

interface Entry {
  readonly name: string;
  /** 1 storage, 2 stream, 5 root */
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

const HEADER = 512;
const ENTRY = 128;
/** Sector numbers from here on are marks (end of chain, free, table), not places. */
const FIRST_MARK = 0xfffffffa;
const MOST_ENTRIES = 20_000;

/**
 * Opens a compound file that a stranger made. A chain is followed at most once through the whole file, so that a
 * circle in it ends; streams are only looked at when they are asked for.
 * @throws UnreadableFile when the header or the list of streams makes no sense
 */
export function openCompound(bytes: Uint8Array): CompoundFile {
  if (bytes.length > LIMITS.fileBytes || bytes.length < HEADER) throw damaged("size");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(0x1e, true);
  const miniShift = view.getUint16(0x20, true);
  if (shift < 7 || shift > 16 || miniShift < 2 || miniShift >= shift) throw damaged("sector size");
  const file = { bytes, view, shift };
  const table = sectorTable(file);
  const entries = readEntries(join(file, chain(table, view.getUint32(0x30, true))));
  const root = entries[0];
  if (root?.type !== 5) throw damaged("no root");

  const found = new Map(inRoot(entries).map((entry) => [entry.name, entry]));
  const smallest = view.getUint32(0x38, true);
  let mini: { stream: Uint8Array; table: Uint32Array } | null = null;
  const openMini = () => {
    const places = join(file, chain(table, view.getUint32(0x3c, true)));
    mini ??= { stream: join(file, chain(table, root.start)), table: numbers(places) };
    return mini;
  };

  return {
    names: new Set(found.keys()),
    stream: (name) => {
      const entry = found.get(name);
      if (entry?.type !== 2) return null;
      if (entry.size >= smallest) return join(file, chain(table, entry.start)).subarray(0, entry.size);
      const { stream, table: miniTable } = openMini();
      const size = 1 << miniShift;
      return joined(chain(miniTable, entry.start).map((at) => stream.subarray(at * size, (at + 1) * size))).subarray(
        0,
        entry.size,
      );
    },
  };
}

interface Sectors {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly shift: number;
}

function sector({ bytes, shift }: Sectors, at: number): Uint8Array {
  const from = (at + 1) * 2 ** shift;
  return bytes.subarray(Math.min(from, bytes.length), from + 2 ** shift);
}

/** For each sector the next one of its chain: the table's own sectors are listed in the header and behind it. */
function sectorTable(file: Sectors): Uint32Array {
  const { bytes, view, shift } = file;
  const most = Math.ceil(bytes.length / 2 ** shift);
  const listed: number[] = [];
  for (let at = 0x4c; at < HEADER; at += 4) listed.push(view.getUint32(at, true));
  const seen = new Set<number>();
  for (let next = view.getUint32(0x44, true); next < most && !seen.has(next); ) {
    seen.add(next);
    const more = numbers(sector(file, next));
    append(listed, more.subarray(0, -1));
    next = more.at(-1) ?? FIRST_MARK;
  }
  const places = [...new Set(listed)].filter((place) => place < most);
  return numbers(joined(places.map((place) => sector(file, place)))).subarray(0, most);
}

function chain(table: Uint32Array, start: number): number[] {
  const found: number[] = [];
  for (let at = start; at < table.length && found.length < table.length; at = table[at] ?? FIRST_MARK) found.push(at);
  return found;
}

function join(file: Sectors, places: readonly number[]): Uint8Array {
  return joined(places.map((place) => sector(file, place)));
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

function numbers(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: Math.floor(bytes.length / 4) }, (_, i) => view.getUint32(i * 4, true));
}

const UTF16 = new TextDecoder("utf-16le");

function readEntries(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = Math.min(Math.floor(bytes.length / ENTRY), MOST_ENTRIES);
  return Array.from({ length: count }, (_, i): Entry => {
    const at = i * ENTRY;
    const nameBytes = Math.min(Math.max(view.getUint16(at + 0x40, true) - 2, 0), 62);
    return {
      name: UTF16.decode(bytes.subarray(at, at + nameBytes)),
      type: view.getUint8(at + 0x42),
      left: view.getUint32(at + 0x44, true),
      right: view.getUint32(at + 0x48, true),
      child: view.getUint32(at + 0x4c, true),
      start: view.getUint32(at + 0x74, true),
      size: view.getUint32(at + 0x78, true),
    };
  });
}

/** The entries of the root's own folder: an embedded workbook has streams of the same names further down. */
function inRoot(entries: readonly Entry[]): Entry[] {
  const found: Entry[] = [];
  const seen = new Set<number>();
  const open = [entries[0]?.child ?? FIRST_MARK];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const entry = entries[at];
    if (!entry || seen.has(at)) continue;
    seen.add(at);
    if (entry.type === 1 || entry.type === 2) found.push(entry);
    open.push(entry.left, entry.right);
  }
  return found;
}

function damaged(cause: string): UnreadableFile {
  return new UnreadableFile(
    "ole.damaged",
    "文件已损坏或不完整，无法读取；原文件没有改动，请用 Word 或 WPS 打开后另存为 docx，再导入新的一份。",
    { cause },
  );
}
