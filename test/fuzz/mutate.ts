/** One way to spoil bytes, and what it did, for whoever reads a failure. */
export interface Mutated {
  readonly bytes: Uint8Array;
  readonly what: string;
}

type Random = () => number;
type Mutation = (bytes: Uint8Array, random: Random) => Mutated;

/** Larger files than this are made by the tests of the limits; here they would only be slow. */
const LARGEST = 8 * 1024 * 1024;
const MOST_TIMES = 3_000;

/** What readers have been known to stumble over: ends of strings and numbers, openings without an end, lies. */
const NASTY = [
  "\u0000",
  "\u0000\u0000\u0000\u0000",
  "\u00ff\u00ff\u00ff\u00ff",
  "\u00ff\u00fe",
  "\u00ef\u00bf\u00bd",
  "\u00ed\u00a0\u0080",
  "1e400",
  "-1",
  "4294967295",
  "9".repeat(400),
  "NaN",
  "\r",
  "\n\n\n",
  "\t\t\t\t",
  '"',
  "<",
  "<table>",
  "</table>",
  "<tr><td>",
  "<![CDATA[",
  "<!--",
  "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>",
  "&#1114112;",
  "&#x0;",
  "{",
  "}",
  "{\\*\\bin99999999 ",
  "\\u-1 ",
  "\\trowd\\cellx-1",
  "\\'ff",
  "endstream",
  "<< /Length 99999999 >>",
  "%PDF-",
  "PK\u0003\u0004",
  "__proto__",
  "=1+1",
];

const NUMBERS = ["0", "-1", "1", "255", "32767", "65536", "2147483647", "99999999999999999999", "1e400", "0.0000001"];

/** Spoils bytes in one way that chance chooses. Markup is at times cut and repeated by whole elements. */
export function mutate(bytes: Uint8Array, random: Random): Mutated {
  return pick(MUTATIONS, random)(bytes, random);
}

const MUTATIONS: readonly Mutation[] = [flip, number, cut, splice, nasty, repeat];

/** Some bits of some bytes. */
function flip(bytes: Uint8Array, random: Random): Mutated {
  const spoilt = Uint8Array.from(bytes);
  const times = 1 + Math.floor(random() * 8);
  const places: number[] = [];
  for (let i = 0; i < times; i += 1) {
    const at = below(spoilt.length, random);
    spoilt[at] = random() < 0.5 ? (spoilt[at] ?? 0) ^ (1 << below(8, random)) : below(256, random);
    places.push(at);
  }
  return { bytes: spoilt, what: `flip ${places.join(",")}` };
}

/** One number of a text becomes another. */
function number(bytes: Uint8Array, random: Random): Mutated {
  const start = below(bytes.length, random);
  let from = start;
  while (from < bytes.length && !isDigit(bytes[from])) from += 1;
  if (from >= bytes.length) return flip(bytes, random);
  let to = from;
  while (isDigit(bytes[to])) to += 1;
  const other = pick(NUMBERS, random);
  return { bytes: replaced(bytes, from, to, latin(other)), what: `number at ${from} = ${other}` };
}

/** A piece is gone, or all from there on. */
function cut(bytes: Uint8Array, random: Random): Mutated {
  const { from, to } = random() < 0.2 ? { from: below(bytes.length, random), to: bytes.length } : piece(bytes, random);
  return { bytes: replaced(bytes, from, to, new Uint8Array()), what: `cut ${from}-${to}` };
}

/** A piece stands in another place too. */
function splice(bytes: Uint8Array, random: Random): Mutated {
  const { from, to } = piece(bytes, random);
  const at = below(bytes.length, random);
  const over = random() < 0.5 ? Math.min(bytes.length, at + to - from) : at;
  return { bytes: replaced(bytes, at, over, bytes.subarray(from, to)), what: `splice ${from}-${to} at ${at}-${over}` };
}

function nasty(bytes: Uint8Array, random: Random): Mutated {
  const at = below(bytes.length, random);
  const text = pick(NASTY, random);
  const times = random() < 0.1 ? 1 + below(MOST_TIMES, random) : 1;
  return {
    bytes: replaced(bytes, at, at, latin(text.repeat(times))),
    what: `${JSON.stringify(text.slice(0, 40))} × ${times} at ${at}`,
  };
}

/** A piece stands many times one behind the other. */
function repeat(bytes: Uint8Array, random: Random): Mutated {
  const { from, to } = piece(bytes, random);
  const most = Math.floor((LARGEST - bytes.length) / Math.max(to - from, 1));
  const times = Math.max(1, Math.min(most, random() < 0.5 ? 1 + below(4, random) : below(MOST_TIMES, random)));
  const part = Buffer.from(bytes.subarray(from, to));
  const many = Buffer.concat(Array.from({ length: times }, () => part));
  return { bytes: replaced(bytes, to, to, many), what: `repeat ${from}-${to} × ${times}` };
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** A stretch of any length, short ones oftener; in markup at times one whole element. */
function piece(bytes: Uint8Array, random: Random): Range {
  if (random() < 0.6) {
    const element = elementAt(bytes, below(bytes.length, random));
    if (element) return element;
  }
  const from = below(bytes.length, random);
  const length = 1 + Math.floor(Math.min(bytes.length - from, 20_000) * random() ** 4);
  return { from, to: Math.min(bytes.length, from + length) };
}

/** The first element that begins behind a place; `null` where there is none with an end. */
function elementAt(bytes: Uint8Array, start: number): Range | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const opening = /<([a-zA-Z][\w:.-]*)[^<>]*>/g;
  opening.lastIndex = start;
  const found = opening.exec(text);
  if (!found) return null;
  const [tag, name] = found;
  if (tag.endsWith("/>")) return { from: found.index, to: opening.lastIndex };
  const same = new RegExp(`<(/?)${name?.replaceAll(".", "\\.")}\\b[^<>]*>`, "g");
  same.lastIndex = opening.lastIndex;
  for (let depth = 1; depth > 0; ) {
    const next = same.exec(text);
    if (!next) return null;
    if (next[1] === "/") depth -= 1;
    else if (!next[0].endsWith("/>")) depth += 1;
  }
  return { from: found.index, to: same.lastIndex };
}

function replaced(bytes: Uint8Array, from: number, to: number, by: Uint8Array): Uint8Array {
  return new Uint8Array(Buffer.concat([bytes.subarray(0, from), by, bytes.subarray(to)]));
}

function latin(text: string): Uint8Array {
  return Buffer.from(text, "latin1");
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

function below(bound: number, random: Random): number {
  return Math.floor(random() * Math.max(bound, 1));
}

/** One of a list, by chance. */
export function pick<T>(list: readonly T[], random: Random): T {
  return list[below(list.length, random)] as T;
}
