/** How paragraphs go into cells and come out of them letter by letter. */

/** Excel refuses a file with a longer cell. */
export const CELL_LIMIT = 32_767;

const NOT_XML = /[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/**
 * Text that a cell can carry: line ends as `\n` (what Excel itself writes), without the control characters and
 * half surrogates that XML cannot hold.
 */
export function carryable(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(NOT_XML, "");
}

/**
 * Text as the file format spells it. `_x000D_` in a cell would be read as the character U+000D, so its first `_`
 * is spelled as a character itself; DEL, which the library would drop, is spelled so too.
 */
export function spelled(text: string): string {
  return carryable(text)
    .replace(/_(?=x[0-9A-F]{4}_)/gi, "_x005F_")
    .replaceAll("\u007F", "_x007F_");
}

const SENTENCE_ENDS = ["\n", "。", "\uff1b", "\uff0c", ""];

/**
 * Cuts a text into pieces of at most `limit` UTF-16 units each, after a sentence's end where there is one in the
 * last half, never inside a character. The pieces joined are the text.
 */
export function pieces(text: string, limit: number): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > limit) {
    const head = rest.slice(0, limit);
    const end = SENTENCE_ENDS.map((mark) => head.lastIndexOf(mark) + mark.length).find((at) => at > limit / 2) ?? limit;
    const inside = isHighSurrogate(rest.charCodeAt(end - 1));
    parts.push(rest.slice(0, inside ? end - 1 : end));
    rest = rest.slice(inside ? end - 1 : end);
  }
  return [...parts, rest];
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
