/**
 * Ranks of numbered headings in an official document (GB/T 9704-2012, 7.3.3):
 * 1 `一、`, 2 `(一)`, 3 `1.`, 4 `(1)`. `第一部分` and `第一章` stand for rank 1 as well.
 */
export interface HeadingNumber {
  readonly rank: 1 | 2 | 3 | 4;
  /** The number as written, with its mark: `一、`. */
  readonly label: string;
  /** 1 for 一, 12 for 十二. */
  readonly ordinal: number;
  /** What follows the number. */
  readonly rest: string;
}

const HAN = "[一二三四五六七八九十百]{1,4}";
const OPEN = "[(\uff08]";
const CLOSE = "[)\uff09]";
const POINT = "[.\uff0e]";

const PATTERNS: readonly [1 | 2 | 3 | 4, RegExp][] = [
  [1, new RegExp(`^(第(${HAN})(?:部分|章|节)[、:\uff1a\\s]?)\\s*(.*)$`, "s")],
  [2, new RegExp(`^(${OPEN}(${HAN})${CLOSE}[、.\uff0e]?)\\s*(.*)$`, "s")],
  [1, new RegExp(`^((${HAN})[、.\uff0e,\uff0c])\\s*(.*)$`, "s")],
  [4, new RegExp(`^(${OPEN}(\\d{1,2})${CLOSE}[、.\uff0e]?)\\s*(.*)$`, "s")],
  [3, new RegExp(`^((\\d{1,2})(?:、|${POINT}(?!\\d)))\\s*(.*)$`, "s")],
];

const DIGITS = "零一二三四五六七八九";

/** `十二` → 12, `5` → 5; `NaN` for anything else up to 99. */
export function ordinalOf(text: string): number {
  const plain = text.normalize("NFKC");
  if (/^\d+$/.test(plain)) return Number(plain);
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(plain);
  if (!match || plain === "") return Number.NaN;
  const [, tens, ten, ones] = match;
  if (!ten) return tens && ones ? Number.NaN : DIGITS.indexOf(tens ?? ones ?? "");
  return (tens ? DIGITS.indexOf(tens) : 1) * 10 + (ones ? DIGITS.indexOf(ones) : 0);
}

/** 12 → `十二`, for 1 to 99. */
export function chineseOrdinal(n: number): string {
  const tens = Math.floor(n / 10);
  const ones = n % 10;
  return (tens === 0 ? "" : tens === 1 ? "十" : `${DIGITS[tens]}十`) + (ones === 0 ? "" : DIGITS[ones]);
}

/** The number that a paragraph begins with, or `null`. Says nothing about whether the paragraph is a heading. */
export function headingNumber(text: string): HeadingNumber | null {
  const trimmed = text.trim();
  for (const [rank, pattern] of PATTERNS) {
    const match = pattern.exec(trimmed);
    if (!match) continue;
    const ordinal = ordinalOf(match[2] ?? "");
    if (!Number.isNaN(ordinal) && ordinal > 0) return { rank, label: match[1] ?? "", ordinal, rest: match[3] ?? "" };
  }
  return null;
}

/**
 * The rank of a paragraph that stands alone as a heading: numbered, short, one line and without a
 * sentence's end. A number that runs on into its sentence (`1、需要进一步…还不够强。`) is body.
 */
export function headingRank(paragraph: string): 1 | 2 | 3 | 4 | null {
  const number = headingNumber(paragraph);
  if (!number || number.rest === "") return null;
  if (
    number.rest.length > 40 ||
    /[。;\uff1b!\uff01?\uff1f\n]/.test(number.rest) ||
    /[,\uff0c:\uff1a]$/.test(number.rest)
  )
    return null;
  return number.rank;
}
