import type { Paragraph } from "../document.ts";
import type { Form } from "../form/form.ts";
import { parseMark } from "../marks.ts";
import type { Message, Section } from "../report/report.ts";
import { headingNumber } from "../text/heading.ts";
import { matchTitle, runsOn } from "./titles.ts";

/** A stretch of the narrative: its heading (none for what stands before the first) and its paragraphs. */
interface Stretch {
  readonly heading: string;
  readonly key?: string;
  readonly paragraphs: string[];
}

export interface SectionsReading {
  readonly sections: readonly Section[];
  readonly messages: readonly Message[];
  /** How many headings are the form's own: 0 means that this is hardly such a report. */
  readonly known: number;
}

/** Divides the narrative into the form's sections. Every paragraph ends up in one, in the source's order. */
export function readSections(paragraphs: readonly Paragraph[], form: Form): SectionsReading {
  const messages: Message[] = [];
  const stretches = paragraphs.some((paragraph) => markedSection(paragraph) !== null)
    ? byMarks(paragraphs)
    : byHeadings(paragraphs, form, messages);
  const [first, ...rest] = stretches;
  const keys = assignKeys(rest, form);
  const preamble = form.file.sections.find((section) => section.preamble);
  const sections: Section[] = [];
  if (preamble && first && first.paragraphs.length > 0) {
    sections.push({ key: preamble.key, heading: "", paragraphs: first.paragraphs });
  }
  let local = 0;
  for (const [i, { heading, paragraphs: body }] of rest.entries()) {
    const key = keys[i] ?? `local-${++local}`;
    sections.push({ key, heading, paragraphs: body });
    if (!keys[i])
      messages.push({
        level: "ask",
        code: "section-local",
        text: `“${heading}”不是表样里的部分，作为本地增加的部分保留，请核对。`,
        at: { section: key },
      });
  }
  return { sections, messages: fixPlaces(messages, sections), known: keys.filter(Boolean).length };
}

function markedSection(paragraph: Paragraph): string | null {
  const mark = paragraph.mark === undefined ? null : parseMark(paragraph.mark);
  return mark?.kind === "section" ? mark.key : null;
}

/** Our own file, perhaps edited since: marks and first-rank heading styles are the headings, nothing else is. */
function byMarks(paragraphs: readonly Paragraph[]): Stretch[] {
  const stretches: Stretch[] = [{ heading: "", paragraphs: [] }];
  for (const paragraph of paragraphs) {
    const key = markedSection(paragraph);
    if (key !== null) stretches.push({ heading: paragraph.text, key, paragraphs: [] });
    else if (paragraph.outline === 1) stretches.push({ heading: paragraph.text, paragraphs: [] });
    else stretches.at(-1)?.paragraphs.push(paragraph.text);
  }
  return stretches;
}

type Style = "part" | "han" | "bracket" | "arabic" | "none";

/** How a heading is numbered. Offices differ in which style carries the sections. */
function styleOf(text: string): Style {
  const number = headingNumber(text);
  if (!number) return "none";
  if (number.label.startsWith("第")) return "part";
  return number.rank === 1 ? "han" : number.rank === 2 ? "bracket" : "arabic";
}

const STYLES: readonly Style[] = ["part", "han", "bracket", "arabic", "none"];

/** The style that most of the form's sections are headed in; the outer one of equals. */
function sectionStyle(paragraphs: readonly Paragraph[], form: Form): Style {
  const keys = new Map<Style, Set<string>>(STYLES.map((style) => [style, new Set()]));
  for (const { text } of paragraphs) {
    const title = headingNumber(text)?.rest ?? text;
    const [match] = title.length <= 40 ? matchTitle(title, form) : [];
    if (match && match.score > 0.85) keys.get(styleOf(text))?.add(match.key);
  }
  const parts = paragraphs.filter(({ text }) => styleOf(text) === "part" && text.length <= 40).length;
  if (parts >= 2) return "part";
  const size = (style: Style) => keys.get(style)?.size ?? 0;
  return STYLES.reduce((best, style) => (size(style) > size(best) ? style : best), "han");
}

function byHeadings(paragraphs: readonly Paragraph[], form: Form, messages: Message[]): Stretch[] {
  const style = sectionStyle(paragraphs, form);
  const stretches: Stretch[] = [{ heading: "", paragraphs: [] }];
  const used = new Set<string>();
  const next = nextKnown(paragraphs, style, form);
  let last = 0;
  for (const [i, paragraph] of paragraphs.entries()) {
    const { text } = paragraph;
    const split = headingOf(paragraph, { style, last, used, form, next: next[i] ?? Number.POSITIVE_INFINITY });
    if (!split) {
      stretches.at(-1)?.paragraphs.push(text);
      continue;
    }
    last = headingNumber(split.heading)?.ordinal ?? last;
    const [match] = matchTitle(headingNumber(split.heading)?.rest ?? split.heading, form);
    if (match) used.add(match.key);
    stretches.push({ heading: split.heading, paragraphs: split.rest ? [split.rest] : [] });
    if (split.rest) {
      messages.push({
        level: "ask",
        code: "heading-run-in",
        text: `标题“${split.heading}”和正文连在一起，已在标题后断开，请核对。`,
        at: { section: split.heading },
      });
    }
  }
  return stretches;
}

interface Position {
  readonly style: Style;
  /** The number of the section heading before. */
  readonly last: number;
  readonly used: ReadonlySet<string>;
  readonly form: Form;
  /** The lowest number that one of the form's titles has further on. */
  readonly next: number;
}

/** Behind each paragraph the lowest number in this style with one of the form's titles. */
function nextKnown(paragraphs: readonly Paragraph[], style: Style, form: Form): number[] {
  const next = new Array<number>(paragraphs.length);
  let lowest = Number.POSITIVE_INFINITY;
  for (let i = paragraphs.length - 1; i >= 0; i -= 1) {
    next[i] = lowest;
    const text = paragraphs[i]?.text ?? "";
    const number = styleOf(text) === style ? headingNumber(text) : null;
    if (number && number.rest.length <= 60 && (matchTitle(number.rest, form)[0]?.score ?? 0) > 0.85)
      lowest = Math.min(lowest, number.ordinal);
  }
  return next;
}

/** The paragraph as a section's heading, with the body that runs on behind it; `null` when it is body. */
function headingOf(paragraph: Paragraph, at: Position): { heading: string; rest: string } | null {
  const { text } = paragraph;
  const number = headingNumber(text);
  const style = styleOf(text);
  const title = number?.rest ?? text;
  const [match] = title.length <= 60 ? matchTitle(title, at.form) : [];
  // A line of a list ends so, a heading does not.
  const fresh = match !== undefined && !at.used.has(match.key) && !/[\uff1b;,\uff0c]$/.test(text);
  if (style !== at.style) {
    const exact = fresh && match.score === 1;
    if (exact && style === "none" && (paragraph.outline !== undefined || title.length >= 6))
      return { heading: text, rest: "" };
    return exact && paragraph.outline === 1 ? { heading: text, rest: "" } : null;
  }
  if (style === "none") return fresh && match.score > 0.85 ? { heading: text, rest: "" } : null;
  if (!number) return null;
  // A number that does not go up was mistyped, when the title is the form's own to the letter.
  if (fresh && (number.ordinal > at.last ? match.score > 0.85 : match.score === 1)) return { heading: text, rest: "" };
  const run = runsOn(text, at.form);
  if (
    run &&
    number.ordinal > at.last &&
    !at.used.has(matchTitle(headingNumber(run.heading)?.rest ?? "", at.form)[0]?.key ?? "")
  )
    return run;
  return isPlainHeading(number.rest) && followsOn(number.ordinal, at) ? { heading: text, rest: "" } : null;
}

/** A short line without a sentence's end. */
function isPlainHeading(title: string): boolean {
  return (
    title.length > 0 &&
    title.length <= 40 &&
    !/[。;\uff1b!\uff01?\uff1f\n]/.test(title) &&
    !/[,\uff0c:\uff1a]$/.test(title)
  );
}

/**
 * A heading that the form does not know counts when its number carries on from the section before. A number
 * that comes again further on with one of the form's titles is a list inside the section.
 */
function followsOn(ordinal: number, { last, next }: Position): boolean {
  return ordinal > last && ordinal <= last + 2 && next > ordinal;
}

/** Gives each section of the form to the heading that means it best; a mark of our own counts most. */
function assignKeys(stretches: readonly Stretch[], form: Form): (string | null)[] {
  const wishes = stretches.flatMap(({ heading, key }, i) => {
    if (key !== undefined) return form.sections.has(key) ? [{ i, key, score: 2 }] : [];
    return matchTitle(headingNumber(heading)?.rest ?? heading, form).map((match) => ({ i, ...match }));
  });
  wishes.sort((a, b) => b.score - a.score || a.i - b.i);
  const keys: (string | null)[] = stretches.map(() => null);
  const taken = new Set<string>();
  for (const { i, key } of wishes) {
    if (keys[i] !== null || taken.has(key)) continue;
    keys[i] = key;
    taken.add(key);
  }
  return keys;
}

/** Messages made before the keys were known name their section by its heading. */
function fixPlaces(messages: readonly Message[], sections: readonly Section[]): Message[] {
  return messages.map((message) => {
    if (!message.at || !("section" in message.at)) return message;
    const { section } = message.at;
    const key = sections.find(({ heading }) => heading === section)?.key;
    return key ? { ...message, at: { section: key } } : message;
  });
}
