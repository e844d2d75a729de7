import { type Decimal, fromInteger, multiply, parseDecimal, ZERO } from "../decimal.ts";
import { parseChineseNumeral } from "../text/numerals.ts";

/**
 * A way in which reports say a number: `收到…申请{n}[件|份]`.
 *
 * | sign | stands for |
 * |---|---|
 * | `{n}` | the number, in Arabic or Chinese numerals |
 * | `{0}` | nothing; the whole phrase says that the number is 0 |
 * | `…` | at most twelve letters, no digit and no punctuation |
 * | `……` | at most thirty letters, no digit; 、 and brackets may be among them |
 * | `[甲|乙|]` | one of these, or nothing where one is empty |
 * | `{end}` | here the clause ends, or the next of several things follows |
 *
 * White space may stand anywhere. A phrase has `{n}` or `{0}` once.
 */
export interface Phrase {
  readonly pattern: RegExp;
}

const NUMBER = "(?<n>\\d[\\d,]*(?:\\.\\d+)?(?<times>[万亿])?|[零〇一二两三四五六七八九十百千万亿]+)";
/** Words that make a number an estimate or a difference are in no gap: `收到申请约5件`, `申请增加5件`. */
const GAP = "[^\\d\\p{P}\\p{S}约近超逾增减比]";
const END = "(?=[\\p{P}\\p{S}和及与或以]|$)";
const SIGNS = /\{n\}|\{0\}|\{end\}|……|…|\[[^[\]]*\]|[^{}[\]]|./gu;

/** `null` where the phrase is not written as it should be. */
export function compilePhrase(text: string): Phrase | null {
  if ([...text.matchAll(/\{[n0]\}/g)].length !== 1) return null;
  const parts: string[] = [];
  for (const [sign] of text.matchAll(SIGNS)) {
    if (sign === "{n}") parts.push(NUMBER);
    else if (sign === "{0}") parts.push("");
    else if (sign === "{end}") parts.push(END);
    else if (sign === "……") parts.push(`(?:${GAP}|[、()\\[\\]"“”《》]){0,30}?`);
    else if (sign === "…") parts.push(`${GAP}{0,12}?`);
    else if (sign.length > 1) parts.push(`(?:${sign.slice(1, -1).split("|").map(spaced).join("|")})`);
    else if (/[{}[\]]/.test(sign)) return null;
    else parts.push(spaced(sign));
  }
  // `予以公开及部分公开258件` says nothing of 部分公开 alone.
  return { pattern: new RegExp(`(?<![及和与或同非不])${parts.join("\\s*")}`, "dgu") };
}

function spaced(text: string): string {
  return [...text].map((letter) => letter.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join("\\s*");
}

/** The number that a match of the pattern says, and where it stands. */
export function saidBy(match: RegExpExecArray): {
  readonly value: Decimal;
  readonly from: number;
  readonly to: number;
} {
  const place = match.indices?.groups?.["n"];
  const written = match.groups?.["n"];
  if (!place || written === undefined) return { value: ZERO, from: match.index, to: match.index + match[0].length };
  const times = match.groups?.["times"];
  const plain = written.replace(/[,万亿]/g, "");
  const value = /^\d/.test(written)
    ? multiply(parseDecimal(plain) ?? ZERO, fromInteger(times === "亿" ? 100_000_000 : times === "万" ? 10_000 : 1))
    : (parseChineseNumeral(written) ?? ZERO);
  return { value, from: place[0], to: place[1] };
}
