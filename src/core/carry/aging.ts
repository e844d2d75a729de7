/** Kinds of text that age within a year, as rules: what they look like, and why they are marked. */
export interface Aging {
  readonly reason: string;
  /** A pattern without groups of its own. */
  readonly pattern: string;
  /** It names a year: which one, and in what company, decides what is said (`yearReason`). */
  readonly ofYear?: true;
}

/** A year that is surely the one reported on: it can be moved on without asking what it means. */
export const REPORT_YEAR = "报告年份";
/** The first or last day of the year reported on. */
export const REPORT_PERIOD = "统计期限";

const OPEN = "[\\u3014\\uff3b\\[(\\uff08]";
const CLOSE = "[\\u3015\\uff3d\\])\\uff09]";
const YEAR = "(?<!\\d)(?:19|20)\\d{2}(?!\\d)";
const HAN_YEAR = "(?:二[〇○零]|一九)[〇○零一二三四五六七八九]{2}";
const TITLES =
  "(?:副?书记|(?<!办公)副?主任|副?局长|副?镇长|副?乡长|副?区长|副?县长|副?市长|主[管要]领导|分管领导|主要负责同志|一把手)";
const POSTS = "(?:副?组长|副?主任|成员)";

/**
 * The longer before the shorter: a date is one mark, not three numbers. Numerals that are words rather than counts
 * (一个, 一项, 第一次) are left alone: a mark that is always waved through teaches to wave marks through.
 */
export const AGING: readonly Aging[] = [
  { reason: "文号", pattern: `${OPEN}(?:19|20)\\d{2}${CLOSE}\\s*第?\\d+\\s*号` },
  { reason: "电话", pattern: "(?<=(?:电话|热线|传真|手机)[^。;；\\d]{0,8})\\d[\\d—-]{6,13}" },
  {
    reason: "任职人员",
    pattern: `${TITLES}(?:、[^，,。;；、]{0,6}?${TITLES})*(?:[^，,。;；]{0,4}同志)?(?:担?任|为)[^，,。;；]{0,12}?${POSTS}`,
  },
  { reason: "人员姓名", pattern: "(?<=(?:联系人|经办人|负责人|[^副]组长)[:：]\\s*)[\\u4e00-\\u9fa5]{2,4}" },
  { reason: "日期", ofYear: true, pattern: `(?:${YEAR}|${HAN_YEAR})年\\d{1,2}月(?:\\d{1,2}[日号]|底|初)?` },
  { reason: "日期", pattern: "(?<!\\d)\\d{1,2}月(?:\\d{1,2}[日号]|底|初)" },
  { reason: "年份", ofYear: true, pattern: `(?:${YEAR}|${HAN_YEAR}(?=年))(?:年度|年)?` },
  { reason: "数字", pattern: "(?<![\\d.])\\d[\\d,]*(?:\\.\\d+)?%?" },
  {
    reason: "数字",
    pattern:
      "(?<![第每同之万千百十])(?:[二三四五六七八九十百千万两〇零][一二三四五六七八九十百千万两〇零]*(?=[个名人次条件份期篇场项家处种户]|部分)|一(?=[名条件期篇场人次](?!次|性|体|级|起|致|把手)))",
  },
];

/** Behind these a year is compared with, begun from, or one of several. */
const COMPARED_BEFORE = /(?:比|较|与|同|和|自|从|于|(?<!截)至|到|[—–~～-])\s*$/;
const COMPARED_AFTER = /^\s*(?:相比|同期|以来|起|至|到|[—–~～、-])/;

/**
 * Why a year or a date is marked. It is surely the report's own (`REPORT_YEAR`, `REPORT_PERIOD`) only where it is the
 * year reported on, stands outside book titles, and is neither compared with another nor one end of a span of years.
 */
export function yearReason(text: string, from: number, to: number, reported: number | null, plain: string): string {
  const own = text.slice(from, to);
  if (insideTitle(text, from)) return "文件名";
  if (reported === null || yearOf(own) !== reported) return plain;
  if (/年0?1月0?1日$|年12月31[日号]$/.test(own)) return REPORT_PERIOD;
  // Any other day of that year was a day of something that happened then.
  if (own.includes("月")) return plain;
  const compared = COMPARED_BEFORE.test(text.slice(0, from)) || COMPARED_AFTER.test(text.slice(to));
  return compared ? "对比年份" : REPORT_YEAR;
}

function insideTitle(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return before.lastIndexOf("《") > before.lastIndexOf("》");
}

const HAN = "〇一二三四五六七八九";

/** The year that a text begins with, in either kind of digits; `null` when it names none. */
export function yearOf(text: string): number | null {
  const arabic = /^(?:19|20)\d{2}/.exec(text);
  if (arabic) return Number(arabic[0]);
  const han = new RegExp(`^${HAN_YEAR}`).exec(text.normalize("NFC"));
  if (!han) return null;
  return Number([...han[0].replace(/[○零]/g, "〇")].map((letter) => HAN.indexOf(letter)).join(""));
}

/** The same text with another year, in the kind of digits that it has. */
export function withYear(text: string, year: number): string {
  const digits = String(year);
  return /^\d/.test(text)
    ? text.replace(/^\d{4}/, digits)
    : text.replace(/^.{4}/u, [...digits].map((digit) => HAN[Number(digit)]).join(""));
}
