/** Word's number formats (ST_NumberFormat, ECMA-376 part 1, 17.18.59) that occur in Chinese documents. */

const DIGITS = "〇一二三四五六七八九";
const LEGAL_DIGITS = "零壹贰叁肆伍陆柒捌玖";
const STEMS = "甲乙丙丁戊己庚辛壬癸";
const BRANCHES = "子丑寅卯辰巳午未申酉戌亥";

/** The n-th number (n ≥ 0) as the reader sees it. A format that is not known counts in plain digits. */
export function formatNumber(n: number, format: string): string {
  const write = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  return write ? write(n) : String(n);
}

const FORMATS: Readonly<Record<string, (n: number) => string>> = {
  none: () => "",
  bullet: () => "",
  decimalZero: (n) => String(n).padStart(2, "0"),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  numberInDash: (n) => `- ${n} -`,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedFullstop: (n) => run(n, 1, 20, 0x2488),
  decimalEnclosedParen: (n) => run(n, 1, 20, 0x2474),
  ideographEnclosedCircle: (n) => run(n, 1, 10, 0x3280),
  ideographTraditional: (n) => STEMS[n - 1] ?? String(n),
  ideographZodiac: (n) => BRANCHES[n - 1] ?? String(n),
  ideographDigital: byDigits,
  japaneseDigitalTenThousand: byDigits,
  taiwaneseDigital: byDigits,
  // Word's 一、二、三 (Simplified) counts in words up to 99 and in digits from there.
  chineseCounting: (n) => (n < 100 ? inWords(n) : byDigits(n)),
  chineseCountingThousand: inWords,
  japaneseCounting: inWords,
  taiwaneseCounting: inWords,
  taiwaneseCountingThousand: inWords,
  chineseLegalSimplified: (n) => inWords(n, LEGAL_DIGITS, ["", "拾", "佰", "仟"]),
  lowerLetter: letters,
  upperLetter: (n) => letters(n).toUpperCase(),
  lowerRoman: (n) => roman(n).toLowerCase(),
  upperRoman: roman,
};

function fullWidth(n: number): string {
  return String(n).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

/** Unicode keeps ①–⑳, ㉑–㉟ and ㊱–㊿ in three places. */
export function circled(n: number): string {
  return n <= 20 ? run(n, 1, 20, 0x2460) : n <= 35 ? run(n, 21, 35, 0x3251) : run(n, 36, 50, 0x32b1);
}

function run(n: number, first: number, last: number, start: number): string {
  return n >= first && n <= last ? String.fromCodePoint(start + n - first) : String(n);
}

function byDigits(n: number): string {
  return [...String(n)].map((digit) => DIGITS[Number(digit)] ?? digit).join("");
}

/** 10 十, 15 十五, 20 二十, 101 一百零一, 110 一百一十; from 10,000 in plain digits. */
function inWords(n: number, digits = `零${DIGITS.slice(1)}`, units = ["", "十", "百", "千"]): string {
  if (n === 0) return digits[0] ?? "";
  if (n >= 10_000) return String(n);
  let words = "";
  let gap = false;
  const places = [...String(n)].map(Number);
  for (const [i, digit] of places.entries()) {
    if (digit === 0) {
      gap = words !== "";
      continue;
    }
    words += (gap ? (digits[0] ?? "") : "") + (digits[digit] ?? "") + (units[places.length - 1 - i] ?? "");
    gap = false;
  }
  // 十五, but 一百一十五; the legal numerals always say 壹拾.
  return n < 20 && units[1] === "十" ? words.replace(/^一十/, "十") : words;
}

/** 1 a, 26 z, 27 aa, 28 bb: Word repeats the letter. */
function letters(n: number): string {
  if (n < 1 || n > 780) return String(n);
  return String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.floor((n - 1) / 26) + 1);
}

const ROMAN: readonly [number, string][] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

function roman(n: number): string {
  if (n < 1 || n > 3999) return String(n);
  let rest = n;
  let text = "";
  for (const [value, sign] of ROMAN) {
    for (; rest >= value; rest -= value) text += sign;
  }
  return text;
}
