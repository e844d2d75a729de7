import { UnreadableFile } from "../unreadable.ts";

/** A control word with its number (`\u20013`), or a control sign (`\~`). */
export interface RtfControl {
  readonly word: string;
  readonly value: number | null;
}

export interface RtfGroup {
  readonly items: RtfItem[];
}

/** Bytes are text that is not decoded yet: in which code page they stand is said by the font. */
export type RtfItem = RtfControl | RtfGroup | Uint8Array;

export interface RtfFile {
  readonly root: RtfGroup;
  /** The file ends before its outermost group does. */
  readonly cut: boolean;
}

const LIMITS = { depth: 256, items: 4_000_000 };

const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const QUOTE = 0x27;

/** Groups whose text is data: only that they are there counts. */
const DATA: ReadonlySet<string> = new Set([
  "pict",
  "objdata",
  "themedata",
  "colorschememapping",
  "datastore",
  "blipuid",
]);

/**
 * Parses RTF into groups, without a word of what they mean. Text bytes that follow one another are one item, so that
 * the two bytes of a letter stay together.
 * @throws UnreadableFile when it nests beyond any writer's habit
 */
export function parseRtf(bytes: Uint8Array): RtfFile {
  const root: RtfGroup = { items: [] };
  const stack: OpenGroup[] = [{ group: root, data: false }];
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const controls = new Map<string, RtfControl>();
  let text: number[] = [];
  let items = 0;
  let at = 0;

  const add = (item: RtfItem): void => {
    items += 1;
    if (items > LIMITS.items) throw tooMuch("items");
    stack.at(-1)?.group.items.push(item);
  };
  const flush = (): void => {
    if (text.length > 0 && !stack.at(-1)?.data) add(Uint8Array.from(text));
    text = [];
  };

  while (at < bytes.length && stack.length > 0) {
    const byte = bytes[at] ?? 0;
    if (byte === OPEN) {
      flush();
      if (stack.length > LIMITS.depth) throw tooMuch("depth");
      const group: RtfGroup = { items: [] };
      add(group);
      stack.push({ group, data: false });
      at += 1;
    } else if (byte === CLOSE) {
      flush();
      stack.pop();
      at += 1;
      if (stack.length === 1) break;
    } else if (byte === BACKSLASH) {
      const next = bytes[at + 1] ?? 0;
      if (next === QUOTE) {
        text.push(hexByte(bytes, at + 2));
        at += 4;
      } else if (next === BACKSLASH || next === OPEN || next === CLOSE) {
        text.push(next);
        at += 2;
      } else {
        flush();
        const end = endOfControl(bytes, at + 1);
        const control = readControl(source.toString("latin1", at + 1, end), controls);
        add(control);
        const open = stack.at(-1);
        if (open && DATA.has(control.word) && open.group.items.length <= 2) open.data = true;
        at = end + (bytes[end] === 0x20 && isLetter(next) ? 1 : 0);
        if (control.word === "bin") at += Math.max(control.value ?? 0, 0);
      }
    } else if (byte === 0x0a || byte === 0x0d || byte === 0) {
      at += 1;
    } else if (stack.at(-1)?.data) {
      at = endOfText(bytes, at);
    } else {
      text.push(byte);
      at += 1;
    }
  }
  flush();
  return { root: firstGroup(root), cut: stack.length > 1 };
}

interface OpenGroup {
  readonly group: RtfGroup;
  data: boolean;
}

function firstGroup(root: RtfGroup): RtfGroup {
  const first = root.items.find(isGroup);
  return first ?? root;
}

export function isGroup(item: RtfItem | undefined): item is RtfGroup {
  return item !== undefined && "items" in item;
}

export function isControl(item: RtfItem | undefined): item is RtfControl {
  return item !== undefined && "word" in item;
}

/** What a group is for: its first control word; `ignorable` when `\*` stands before it. */
export function destinationOf(group: RtfGroup | undefined): { word: string; value: number | null; ignorable: boolean } {
  const [first, second] = group?.items ?? [];
  const ignorable = isControl(first) && first.word === "*";
  const named = ignorable ? second : first;
  return isControl(named) ? { ...named, ignorable } : { word: "", value: null, ignorable };
}

function isLetter(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

/** A word's letters and number; a sign is one byte. */
function endOfControl(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < from + 32 && isLetter(bytes[at] ?? 0)) at += 1;
  if (at === from) return from + 1;
  const number = bytes[at] === 0x2d ? at + 1 : at;
  let end = number;
  while (end < number + 10 && isDigit(bytes[end] ?? 0)) end += 1;
  return end > number ? end : at;
}

function readControl(source: string, known: Map<string, RtfControl>): RtfControl {
  const found = known.get(source);
  if (found) return found;
  const [, word = source, number] = /^([A-Za-z]+)(-?\d+)?$/.exec(source) ?? [];
  const control = { word, value: number === undefined ? null : Number(number) };
  if (known.size < 10_000) known.set(source, control);
  return control;
}

function hexByte(bytes: Uint8Array, at: number): number {
  const code = Number.parseInt(String.fromCharCode(bytes[at] ?? 0, bytes[at + 1] ?? 0), 16);
  return Number.isNaN(code) ? 0x3f : code;
}

function endOfText(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== OPEN && bytes[at] !== CLOSE && bytes[at] !== BACKSLASH) at += 1;
  return at;
}

function tooMuch(cause: string): UnreadableFile {
  return new UnreadableFile(
    "rtf.too-much",
    "文件内部的层次或数量异常，不像正常的文档，没有读取。请用 WPS 或 Word 打开，另存为 docx 后再导入。",
    { cause },
  );
}
