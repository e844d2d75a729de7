import { formatDecimal } from "../decimal.ts";
import type { Form } from "../form/form.ts";
import { halfWidth, removeSpace, trimText } from "../text/fold.ts";
import { headingNumber } from "../text/heading.ts";
import { parseChineseNumeral } from "../text/numerals.ts";

/** The lines over the preamble: title and what web pages put beside it. */
export interface FrontReading {
  readonly title: string | null;
  /** Which paragraphs of the narrative belong to the title; `to` is not included. */
  readonly from: number;
  readonly to: number;
}

const REPORT = /(?:年度报告|年报|工作报告|情况报告|报告)(?:[(\uff08][^()\uff08\uff09]{1,12}[)\uff09])?$/;

/** How many lines may stand over a title: an address, what a web page shows over its article. */
const MOST_ABOVE = 3;

/**
 * A title is one to three short lines, without a sentence's end, that close with 报告 or 年报. A few lines without a
 * sentence may stand over it.
 */
export function readTitle(paragraphs: readonly string[]): FrontReading {
  for (let from = 0; from <= MOST_ABOVE; from += 1) {
    const found = titleAt(paragraphs.slice(from));
    if (found) return { title: found.title, from, to: from + found.lines };
    const above = paragraphs[from];
    if (above === undefined || above.includes("。") || headingNumber(above)) break;
  }
  return { title: null, from: 0, to: 0 };
}

function titleAt(paragraphs: readonly string[]): { readonly title: string; readonly lines: number } | null {
  for (let lines = 1; lines <= 3; lines += 1) {
    const candidate = paragraphs.slice(0, lines);
    if (
      candidate.length < lines ||
      candidate.some((line) => line.length > 50 || /[。;\uff1b,\uff0c:\uff1a!?]/.test(line)) ||
      (lines > 1 && !candidate.every(isPartOfTitle))
    )
      break;
    const joined = candidate.map(trimText).join("");
    if (REPORT.test(removeSpace(joined)) && joined.length <= 80) return { title: joined, lines };
  }
  return null;
}

/** A line of a title over several lines: an office, `关于2018年度`; no date, no path of a web page, no heading. */
function isPartOfTitle(line: string): boolean {
  return /^[\p{Script=Han}\d()\uff08\uff09〔〕《》“” ]+$/u.test(trimText(line)) && headingNumber(line) === null;
}

/** `2018` and `二〇一八` in a text, in order. Document numbers `〔2018〕` are not years of the text. */
export function yearsIn(text: string): number[] {
  const plain = halfWidth(text).replace(/[〔[(]\s*20\d{2}\s*[〕\])]/g, "");
  return [
    ...plain.matchAll(/(?<!\d)(20\d{2})(?=\s*年)|([二两][〇零○0]?[〇零○0一二三四五六七八九]{2,3})(?=年)/g),
  ].flatMap((match) => {
    if (match[1]) return [Number(match[1])];
    const value = parseChineseNumeral(match[2] ?? "");
    const year = value ? Number(formatDecimal(value)) : 0;
    return year >= 2000 && year < 2100 ? [year] : [];
  });
}

/** The year that the prose speaks of as the report's own: the one most often called 年度, else simply most often. */
export function yearFromProse(paragraphs: readonly string[]): number | null {
  const counts = new Map<number, number>();
  for (const text of paragraphs) {
    for (const year of yearsIn(text)) counts.set(year, (counts.get(year) ?? 0) + 1);
    for (const year of text.matchAll(/(20\d{2})年度(?!.{0,3}(?:目录|计划))/g))
      counts.set(Number(year[1]), (counts.get(Number(year[1])) ?? 0) + 2);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return best ? best[0] : null;
}

/** The office's name in a title: `启新街道2018年政府信息公开工作年度报告`, also `2018年启新街道…`. */
export function unitFromTitle(title: string): string | null {
  const plain = removeSpace(title);
  const before =
    /^(?:关于)?([\p{Script=Han}]{2,40}?)(?:关于)?(?:20\d{2}|二[〇零○][〇零○一二三四五六七八九]{2})年?/u.exec(plain);
  const behind =
    /^(?:20\d{2}|二[〇零○][〇零○一二三四五六七八九]{2})年?度?(?!年|度|政府信息|政务公开|信息公开)([\p{Script=Han}]{2,40}?)(?:政府信息公开|政务公开|信息公开|年度报告)/u.exec(
      plain,
    );
  const name = before?.[1] ?? behind?.[1];
  return name && !/^(?:政府信息公开|政务公开|信息公开|年度)/.test(name) ? name : null;
}

/** The title that an office would give the report, from the form's pattern; `null` while unit or year is open. */
export function usualTitle(form: Form, unit: string | null, year: number | null): string | null {
  return unit && year ? form.file.reportTitle.replace("{unit}", unit).replace("{year}", String(year)) : null;
}
