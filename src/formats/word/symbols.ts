/** Characters of symbol fonts (`w:sym`) that stand in forms and reports, as the Unicode they look like. */
const WINGDINGS: Readonly<Record<number, string>> = {
  0x6c: "●",
  0x6e: "■",
  0x6f: "□",
  0x71: "❑",
  0x75: "◆",
  0x76: "❖",
  0x9f: "•",
  0xa1: "○",
  0xa8: "□",
  0xd8: "➢",
  0xe0: "→",
  0xfb: "✗",
  0xfc: "✓",
  0xfd: "☒",
  0xfe: "☑",
  // ① to ⑩
  ...Object.fromEntries(Array.from({ length: 10 }, (_, i) => [0x81 + i, String.fromCharCode(0x2460 + i)])),
};

const WINGDINGS_2: Readonly<Record<number, string>> = {
  0x4f: "✗",
  0x50: "✓",
  0x51: "☒",
  0x52: "☑",
  0xa3: "□",
};

const SYMBOL: Readonly<Record<number, string>> = {
  0xa3: "≤",
  0xb1: "±",
  0xb3: "≥",
  0xb4: "×",
  0xb7: "•",
  0xb8: "÷",
  0xb9: "≠",
  0xde: "⇒",
};

/**
 * The text of a `w:sym`. Symbol fonts sit in the private area at U+F000; other fonts give the character itself.
 * A sign that is not known is `□`, never nothing.
 */
export function symbolText(font: string | undefined, code: string | undefined): string {
  const point = /^[0-9a-f]{1,6}$/i.test(code ?? "") ? Number.parseInt(code ?? "", 16) : 0;
  const low = point >= 0xf000 && point <= 0xf0ff ? point - 0xf000 : point;
  const table = { wingdings: WINGDINGS, "wingdings 2": WINGDINGS_2, symbol: SYMBOL }[font?.toLowerCase() ?? ""];
  if (table) return table[low] ?? "□";
  if (low !== point) return low >= 0x20 ? String.fromCharCode(low) : "□";
  return point >= 0x20 && point <= 0xffff && !(point >= 0xd800 && point <= 0xdfff) ? String.fromCharCode(point) : "□";
}

/** Text of a symbol font may also stand as letters of the private area, where `symbolText` finds what they look like. */
export function withSymbols(text: string, font: string | undefined): string {
  return text.replace(/[\uf000-\uf0ff]/g, (sign) => symbolText(font, sign.charCodeAt(0).toString(16)));
}
