import { inflateSync } from "node:zlib";

/** Bytes of the file, and of one content stream inflated. */
const MOST_BYTES = 16 * 1024 * 1024;
/** Letters in which an object's entries stand before its stream. */
const MOST_ENTRIES = 4_000;
const MOST_STREAMS = 64;
const LATIN1 = new TextDecoder("latin1");

/**
 * What a page says in letters of its marked stretches (`/Span << /ActualText … >> BDC`), in the order in which they
 * begin; `null` for those that say nothing. Browsers write a glyph that stands for no letter of its own so, and pdf.js
 * passes the text over. Only plain files are seen into: an empty list means that nothing is known.
 */
export class ActualTexts {
  readonly #file: Uint8Array;
  #text = "";
  /** Object number → where its body begins; the last of a number counts, as a file that was saved anew has it twice. */
  #objects: ReadonlyMap<number, number> | undefined;

  constructor(file: Uint8Array) {
    this.#file = file;
  }

  /** @param page the object number of the page */
  ofPage(page: number): (string | null)[] {
    if (this.#file.length > MOST_BYTES) return [];
    this.#objects ??= this.#findObjects();
    const at = this.#objects.get(page);
    const body = at === undefined ? "" : this.#text.slice(at, this.#text.indexOf("endobj", at));
    const [, list = ""] = /\/Contents\s*(\[[^\]]*\]|\d+\s+\d+\s+R)/.exec(body.slice(0, MOST_ENTRIES)) ?? [];
    const refs = [...list.matchAll(/(\d+)\s+\d+\s+R/g)].slice(0, MOST_STREAMS);
    const contents = refs.map(([, number]) => this.#stream(Number(number)));
    return contents.some((content) => content === null) ? [] : marks(contents.join("\n"));
  }

  #findObjects(): Map<number, number> {
    this.#text = LATIN1.decode(this.#file);
    const begins = this.#text.matchAll(/(?:^|[\r\n ])(\d{1,10}) \d{1,5} obj\b/g);
    return new Map([...begins].map((match) => [Number(match[1]), match.index + match[0].length]));
  }

  #stream(number: number): string | null {
    const at = this.#objects?.get(number);
    const head = at === undefined ? null : /\bstream\r?\n/.exec(this.#text.slice(at, at + MOST_ENTRIES));
    if (at === undefined || !head) return null;
    const from = at + head.index + head[0].length;
    const to = this.#text.indexOf("endstream", from);
    if (to < 0) return null;
    const filter = /\/Filter\s*\[?\s*\/(\w+)/.exec(this.#text.slice(at, at + head.index))?.[1];
    if (filter === undefined) return this.#text.slice(from, to);
    if (filter !== "FlateDecode") return null;
    try {
      return LATIN1.decode(inflateSync(this.#file.subarray(from, to), { maxOutputLength: MOST_BYTES }));
    } catch {
      return null;
    }
  }
}

/** Strings, inline pictures and comments are stepped over; what is looked for are the two operators that begin a mark. */
const TOKEN =
  /\((?:[^\\()]|\\[^]|\([^()]{0,500}\)){0,2000}\)|<<|>>|<[0-9A-Fa-f\s]{0,4000}>|%[^\r\n]{0,1000}|\bBI\b[^]{0,4000}?\bEI\b|\b(?:BDC|BMC)\b/g;

function marks(content: string): (string | null)[] {
  const found: (string | null)[] = [];
  let dictionary = "";
  let from = -1;
  for (const { 0: token, index } of content.matchAll(TOKEN)) {
    if (token === "<<" && from < 0) from = index;
    else if (token === ">>" && from >= 0) {
      dictionary = content.slice(from, index + 2);
      from = -1;
    } else if (token === "BDC" || token === "BMC") {
      found.push(token === "BDC" ? actualText(dictionary) : null);
      dictionary = "";
    }
  }
  return found;
}

function actualText(dictionary: string): string | null {
  const [, hex, plain] = /\/ActualText\s*(?:<([0-9A-Fa-f\s]*)>|\(((?:[^\\()]|\\[^])*)\))/.exec(dictionary) ?? [];
  const bytes =
    hex !== undefined
      ? (hex.replace(/\s/g, "").match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))
      : plain === undefined
        ? null
        : [...unescaped(plain)].map((letter) => letter.charCodeAt(0));
  if (!bytes) return null;
  const wide = bytes[0] === 0xfe && bytes[1] === 0xff;
  return wide ? new TextDecoder("utf-16be").decode(Uint8Array.from(bytes.slice(2))) : String.fromCharCode(...bytes);
}

function unescaped(text: string): string {
  return text.replace(/\\([0-7]{1,3})|\\([^])/g, (_, octal: string | undefined, letter: string) => {
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
    return { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" }[letter] ?? letter;
  });
}
