import { isControl, isGroup, type RtfGroup } from "./parse.ts";

/** The fonts of a document: each has a character set, in which its bytes are read. */
export interface Fonts {
  decode(bytes: Uint8Array, font: number): string;
  name(font: number): string | undefined;
  /** How many bytes behind a `\uN` say the same for programs that know no Unicode, unless the text says otherwise. */
  readonly unicodeLength: number;
}

interface Font {
  readonly charset: number;
  readonly name: string;
}

/** Character sets of Windows as `\fcharset` names them. */
const CHARSETS: Readonly<Record<number, string>> = {
  128: "shift_jis",
  129: "euc-kr",
  134: "gb18030",
  136: "big5",
  161: "windows-1253",
  162: "windows-1254",
  163: "windows-1258",
  177: "windows-1255",
  178: "windows-1256",
  186: "windows-1257",
  204: "windows-1251",
  222: "windows-874",
  238: "windows-1250",
};
const SYMBOL = 2;

const CODE_PAGES: Readonly<Record<number, string>> = {
  932: "shift_jis",
  936: "gb18030",
  949: "euc-kr",
  950: "big5",
  54936: "gb18030",
  65001: "utf-8",
};

/** @param codePage what the file's head says (`\ansicpg`), for fonts that say nothing */
export function readFonts(table: RtfGroup | undefined, codePage: number, unicodeLength: number): Fonts {
  const usual = CODE_PAGES[codePage] ?? "windows-1252";
  const fonts = new Map<number, Font>();
  for (const entry of entriesOf(table)) addFont(entry, fonts, usual);
  return {
    unicodeLength,
    name: (font) => fonts.get(font)?.name,
    decode: (bytes, font) => {
      const charset = fonts.get(font)?.charset ?? 1;
      if (charset === SYMBOL) return [...bytes].map(privateSign).join("");
      const named = CHARSETS[charset];
      if (named !== undefined) return decoded(bytes, named);
      // A font for Western letters, or one that says nothing: writers put Chinese bytes under both.
      return decoded(bytes, usual === "gb18030" && charset === 0 && !isGb2312(bytes) ? "windows-1252" : usual);
    },
  };
}

const decoders = new Map<string, TextDecoder>();

function decoded(bytes: Uint8Array, encoding: string): string {
  const decoder = decoders.get(encoding) ?? new TextDecoder(encoding);
  decoders.set(encoding, decoder);
  return decoder.decode(bytes);
}

/** Bytes of a symbol font sit at U+F000 in Unicode; blanks stay blanks. */
function privateSign(byte: number): string {
  return String.fromCharCode(byte > 0x20 ? 0xf000 + byte : byte);
}

/** Only ASCII and pairs of the plain Chinese set: Western text never is, since “ and ” lie below it. */
function isGb2312(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i += 1) {
    if ((bytes[i] ?? 0) < 0x80) continue;
    if ((bytes[i] ?? 0) < 0xa1 || (bytes[i + 1] ?? 0) < 0xa1) return false;
    i += 1;
  }
  return true;
}

/** Fonts stand each in a group of its own, or all in the table's. */
function entriesOf(table: RtfGroup | undefined): RtfGroup[] {
  const groups = table?.items.filter(isGroup) ?? [];
  return groups.some(({ items }) => items.some((item) => isControl(item) && item.word === "f"))
    ? groups
    : table
      ? [table]
      : [];
}

function addFont({ items }: RtfGroup, fonts: Map<number, Font>, usual: string): void {
  let number: number | null = null;
  let charset = 1;
  let name = "";
  for (const item of items) {
    if (isControl(item)) {
      if (item.word === "f") [number, charset, name] = [item.value, 1, ""];
      else if (item.word === "fcharset") charset = item.value ?? 1;
      else if (item.word === "u" && item.value !== null) name += String.fromCharCode(item.value & 0xffff);
    } else if (!isGroup(item)) {
      const [own = "", ...others] = decoded(item, CHARSETS[charset] ?? usual).split(";");
      if (number !== null) fonts.set(number, { charset, name: (name + own).trim() });
      if (others.length > 0) name = "";
    }
  }
}
