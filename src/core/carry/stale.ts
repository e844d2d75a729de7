import type { Section, StaleMark } from "../report/report.ts";
import { headingNumber } from "../text/heading.ts";

/** What last year's text says of last year, the longer before the shorter: a date is one mark, not three numbers. */
const KINDS: readonly { readonly reason: string; readonly pattern: string }[] = [
  { reason: "文号", pattern: "[\\u3014\\uff3b\\[(\\uff08](?:19|20)\\d{2}[\\u3015\\uff3d\\])\\uff09]\\s*第?\\d+号" },
  { reason: "日期", pattern: "(?:(?:19|20)\\d{2}年)?\\d{1,2}月(?:\\d{1,2}日)?" },
  { reason: "年份", pattern: "(?:19|20)\\d{2}(?:年度|年)?" },
  { reason: "数字", pattern: "\\d[\\d,]*(?:\\.\\d+)?%?" },
];

const ALL = new RegExp(KINDS.map(({ pattern }) => `(${pattern})`).join("|"), "g");

/** Years, dates, document numbers and figures in the paragraphs: each has to be looked at before the text is new. */
export function staleMarks(sections: readonly Section[]): StaleMark[] {
  return sections.flatMap(({ key, paragraphs }) =>
    paragraphs.flatMap((text, paragraph) => {
      // The number of a heading inside the section stays as it is.
      const numbered = text.length - (headingNumber(text)?.rest.length ?? text.length);
      return [...text.matchAll(ALL)].flatMap((match): StaleMark[] => {
        if (match.index < numbered) return [];
        const reason = KINDS.find((_, i) => match[i + 1] !== undefined)?.reason ?? "";
        return [{ section: key, paragraph, from: match.index, to: match.index + match[0].length, reason }];
      });
    }),
  );
}
