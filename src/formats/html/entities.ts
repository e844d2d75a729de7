/** Named characters that pages on Chinese sites use, beside those of a number. */
const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  ensp: "\u2002",
  emsp: "\u2003",
  thinsp: "\u2009",
  zwnj: "\u200c",
  zwj: "\u200d",
  shy: "",
  ldquo: "“",
  rdquo: "”",
  lsquo: "‘",
  rsquo: "’",
  sbquo: "‚",
  bdquo: "„",
  laquo: "«",
  raquo: "»",
  lsaquo: "‹",
  rsaquo: "›",
  mdash: "—",
  ndash: "–",
  hellip: "…",
  middot: "·",
  bull: "•",
  deg: "°",
  permil: "‰",
  times: "×",
  divide: "÷",
  plusmn: "±",
  minus: "−",
  le: "≤",
  ge: "≥",
  ne: "≠",
  asymp: "≈",
  sup2: "²",
  sup3: "³",
  frac12: "½",
  frac14: "¼",
  frac34: "¾",
  sect: "§",
  para: "¶",
  copy: "©",
  reg: "®",
  trade: "™",
  yen: "¥",
  euro: "€",
  pound: "£",
  cent: "¢",
  uarr: "↑",
  darr: "↓",
  larr: "←",
  rarr: "→",
  radic: "√",
  infin: "∞",
  sum: "∑",
  Delta: "Δ",
  alpha: "α",
  beta: "β",
  loz: "◊",
  prime: "′",
  Prime: "″",
  tilde: "˜",
  circ: "ˆ",
};

/** Browsers take the numbers 128–159 for the letters of windows-1252. */
const WESTERN = new TextDecoder("windows-1252");

/** Replaces character references as a browser does; what is none stays as it stands. */
export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,8}));?/g,
    (whole, decimal, hex, name) => {
      if (name !== undefined) return named(String(name), whole);
      return character(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)) ?? whole;
    },
  );
}

/** Without `;` only the old names count, and `&nbsp` may run into the next word. */
function named(name: string, whole: string): string {
  if (Object.hasOwn(NAMED, name) && whole.endsWith(";")) return NAMED[name] ?? whole;
  const old = /^(?:nbsp|amp|lt|gt|quot|middot)/.exec(name)?.[0];
  return old === undefined ? whole : (NAMED[old] ?? "") + whole.slice(1 + old.length);
}

function character(code: number): string | null {
  if (code >= 0x80 && code <= 0x9f) return WESTERN.decode(Uint8Array.of(code));
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return null;
  return code === 0 ? "" : String.fromCodePoint(code);
}
