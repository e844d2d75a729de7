import { append } from "../../core/append.ts";
import { CONTENTS_NAME, HEADING_NAME } from "../word/style-names.ts";
import type { Bytes } from "./bytes.ts";
import { readSprms, SPRM, type Sprm, toggled } from "./sprm.ts";

/** What a style means for the text, its ancestors included. */
export interface StyleMeaning {
  /** 1–9 for headings. */
  readonly outline: number | null;
  readonly contents: boolean;
  readonly hidden: boolean;
  /** The list that the style's paragraphs stand in, counted from 1; 0 for none. */
  readonly list: number;
  readonly level: number;
}

const PLAIN: StyleMeaning = { outline: null, contents: false, hidden: false, list: 0, level: 0 };

export type Styles = (index: number) => StyleMeaning;

interface Style {
  readonly builtIn: number;
  readonly name: string;
  readonly base: number;
  readonly sprms: readonly Sprm[];
}

const PARAGRAPH = 1;
const CHARACTER = 2;

/** Reads the style sheet ([MS-DOC] 2.9.271, the STSH). A style that cannot be read is plain. */
export function readStyles(sheet: Bytes, data: Bytes | null): Styles {
  const styles = sheet.length < 6 ? [] : readAll(sheet, data);
  const known = new Map<number, StyleMeaning>();
  const meaning = (index: number, hops: number): StyleMeaning => {
    const found = known.get(index);
    if (found) return found;
    const style = styles[index];
    // A style that is based on itself, over whatever detour, ends there.
    if (!style || hops > 12) return PLAIN;
    const own = ownMeaning(style, style.base === index ? PLAIN : meaning(style.base, hops + 1));
    known.set(index, own);
    return own;
  };
  return (index) => meaning(index, 0);
}

function ownMeaning({ builtIn, name, sprms }: Style, base: StyleMeaning): StyleMeaning {
  // Built-in styles are known by number: 1–9 are the headings, 19–27 the lines of a table of contents.
  const heading = builtIn >= 1 && builtIn <= 9 ? builtIn : Number(HEADING_NAME.exec(name)?.[1] ?? 0);
  const contents = (builtIn >= 19 && builtIn <= 27) || CONTENTS_NAME.test(name);
  let own: StyleMeaning = { ...base, contents: contents || base.contents };
  if (heading > 0) own = { ...own, outline: heading };
  for (const { code, operand } of sprms) {
    if (code === SPRM.outline) own = { ...own, outline: outlineOf(operand) };
    else if (code === SPRM.hidden) own = { ...own, hidden: toggled(operand, base.hidden) };
    else if (code === SPRM.list) own = { ...own, list: operand.u16(0) };
    else if (code === SPRM.level) own = { ...own, level: operand.u8(0) };
  }
  return own;
}

/** 0–8 are headings, 9 is body. */
export function outlineOf(operand: Bytes): number | null {
  const level = operand.u8(0);
  return level <= 8 ? level + 1 : null;
}

function readAll(sheet: Bytes, data: Bytes | null): (Style | null)[] {
  const headSize = sheet.u16(0);
  const count = Math.min(sheet.u16(2), 4096);
  const fixed = sheet.u16(4);
  const found: (Style | null)[] = [];
  let at = 2 + headSize;
  for (let i = 0; i < count && at + 2 <= sheet.length; i += 1) {
    const size = sheet.u16(at);
    if (at + 2 + size > sheet.length) break;
    found.push(size < fixed + 4 ? null : readStyle(sheet.part(at + 2, size), fixed, data));
    at += 2 + size;
  }
  return found;
}

function readStyle(bytes: Bytes, fixed: number, data: Bytes | null): Style {
  const kind = bytes.u16(2) & 15;
  const nameLength = bytes.u16(fixed);
  const nameEnd = fixed + 2 + nameLength * 2 + 2;
  const plain = { builtIn: bytes.u16(0) & 0xfff, base: bytes.u16(2) >> 4, sprms: [] };
  if (nameEnd > bytes.length) return { ...plain, name: "" };
  const name = bytes.text(fixed + 2, nameLength).trim();
  if (kind !== PARAGRAPH && kind !== CHARACTER) return { ...plain, name };
  const sprms: Sprm[] = [];
  let at = nameEnd;
  for (const skip of kind === PARAGRAPH ? [2, 0] : [0]) {
    if (at + 2 > bytes.length) break;
    const size = bytes.u16(at);
    // A paragraph style's first list begins with its own number.
    if (size >= skip && at + 2 + size <= bytes.length)
      append(sprms, readSprms(bytes.part(at + 2 + skip, size - skip), data));
    at += 2 + size + (size % 2);
  }
  return { ...plain, name, sprms };
}
