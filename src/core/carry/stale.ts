import type { Section, StaleMark } from "../report/report.ts";
import { headingNumber } from "../text/heading.ts";
import { AGING, type Aging, yearReason } from "./aging.ts";

/**
 * What last year's text says that may have aged: each place has to be looked at before the text is new. Marks lie
 * inside their paragraph, in order, and never over each other.
 *
 * @param reported the year that the text reports on; `null` where nobody knows it, then no year is surely that one
 */
export function staleMarks(sections: readonly Section[], reported: number | null): StaleMark[] {
  return sections.flatMap(({ key, paragraphs }) =>
    paragraphs.flatMap((text, paragraph) =>
      agingIn(text, reported).map(({ from, to, reason }) => ({ section: key, paragraph, from, to, reason })),
    ),
  );
}

interface AgingText {
  readonly from: number;
  readonly to: number;
  readonly reason: string;
}

function agingIn(text: string, reported: number | null): AgingText[] {
  // The number of a heading inside the section stays as it is.
  const numbered = text.length - (headingNumber(text)?.rest.length ?? text.length);
  const found: AgingText[] = [];
  let end = numbered;
  for (const match of text.matchAll(ALL)) {
    const from = match.index;
    const to = from + match[0].length;
    const kind = AGING.find((_, i) => match[i + 1] !== undefined);
    if (from < end || !kind) continue;
    found.push({ from, to, reason: reasonOf(kind, text, from, to, reported) });
    end = to;
  }
  return found;
}

function reasonOf({ reason, ofYear }: Aging, text: string, from: number, to: number, reported: number | null): string {
  return ofYear ? yearReason(text, from, to, reported, reason) : reason;
}

/** One group a kind: what stands earlier in the list wins at the same place. */
const ALL = new RegExp(AGING.map(({ pattern }) => `(${pattern})`).join("|"), "g");
