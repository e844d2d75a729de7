import { append } from "../append.ts";
import type { Paragraph } from "../document.ts";
import { type Annex, type Dropped, EMPTY_ANNEX, type Message, type Section } from "../report/report.ts";
import { fold } from "../text/fold.ts";
import { headingNumber } from "../text/heading.ts";
import type { FileReading } from "./file-reading.ts";

/** The narrative of all files as one. */
export interface Narrative {
  readonly title: string | null;
  readonly sections: readonly Section[];
  readonly paragraphs: readonly Paragraph[];
  readonly extra: readonly string[];
  readonly dropped: readonly Dropped[];
  readonly messages: readonly Message[];
}

const REPEATED = "repeated in another file";

/**
 * Lays the sections of several files together by their keys and numbers. A section that two files have alike counts
 * once; where they differ the longer one stays, the other is kept aside, and that is said.
 */
export function joinNarratives(readings: readonly FileReading[]): Narrative {
  const [first] = readings;
  if (readings.length === 1 && first) return { ...first, extra: [], dropped: [] };
  // Beside a file with sections, one without any has notes at best: which section they belong to nobody knows.
  const texts = readings.some(({ known }) => known > 0) ? readings.filter(({ known }) => known > 0) : readings;
  const kept: (Section & { readonly from: string })[] = [];
  const extra = readings
    .filter((reading) => !texts.includes(reading))
    .flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text));
  const dropped: Dropped[] = [];
  const messages: Message[] = [];
  let local = 0;
  for (const { name, sections, messages: own } of texts) {
    const keys = new Map<string, string>();
    for (const section of sections) {
      const at = kept.findIndex((other) => sameSection(section, other));
      const other = kept[at];
      if (!other) {
        const key = section.key.startsWith("local-") ? `local-${++local}` : section.key;
        keys.set(section.key, key);
        kept.push({ ...section, key, from: name });
      } else if (textOf(section) === textOf(other)) {
        append(
          dropped,
          lines(section).map((text) => ({ text, why: REPEATED })),
        );
      } else {
        const [stays, goes] = textOf(section).length > textOf(other).length ? [section, other] : [other, section];
        kept[at] = { ...stays, key: other.key, from: stays === section ? name : other.from };
        append(extra, lines(goes));
        messages.push(sectionTwice(kept[at], [other.from, name]));
      }
    }
    append(
      messages,
      own.flatMap((message) => placed(message, keys)),
    );
  }
  const titles = readings.flatMap(({ title }) => title ?? []);
  const [title = null, ...others] = titles;
  for (const other of others) {
    if (title !== null && fold(other) === fold(title)) dropped.push({ text: other, why: REPEATED });
    else extra.push(other);
  }
  return {
    title,
    sections: sorted(kept).map(({ from: _, ...section }) => section),
    paragraphs: texts.flatMap(({ paragraphs }) => paragraphs),
    extra,
    dropped,
    messages,
  };
}

function sameSection(a: Section, b: Section): boolean {
  return a.key.startsWith("local-") || b.key.startsWith("local-")
    ? fold(a.heading) === fold(b.heading)
    : a.key === b.key;
}

function lines({ heading, paragraphs }: Section): string[] {
  return [heading, ...paragraphs].filter((text) => text !== "");
}

function textOf(section: Section): string {
  return fold(lines(section).join(""));
}

function sectionTwice({ key, heading }: Section & { from: string }, names: readonly string[]): Message {
  const what = heading === "" ? "前言" : `“${heading}”`;
  return {
    level: "warning",
    code: "section-twice",
    text: `${names.map((name) => `“${name}”`).join("和")}里都有${what}，文字不同，用的是较长的一份，另一份放在“未归入”里，请核对。`,
    at: { section: key },
  };
}

/** A message goes with its section: under its new key, or not at all where the section counted elsewhere. */
function placed(message: Message, keys: ReadonlyMap<string, string>): Message[] {
  if (!message.at || !("section" in message.at)) return [message];
  const key = keys.get(message.at.section);
  return key === undefined ? [] : [{ ...message, at: { section: key } }];
}

/** By the headings' numbers; a section without one stays behind the section before it. */
function sorted<S extends Section>(sections: readonly S[]): S[] {
  let last = 0;
  const numbered = sections.map((section) => {
    last = section.heading === "" ? 0 : (headingNumber(section.heading)?.ordinal ?? last);
    return { section, last };
  });
  return numbered.sort((a, b) => a.last - b.last).map(({ section }) => section);
}

/** The annex of all files as one: the first that fills a field has it; another that says otherwise is kept aside. */
export function joinAnnexes(
  files: readonly { readonly name: string; readonly annex: Annex }[],
  labels: ReadonlyMap<string, string>,
): { annex: Annex; extra: string[]; messages: Message[] } {
  const annex: { -readonly [K in keyof Annex]: Annex[K] } = { ...EMPTY_ANNEX };
  const from = new Map<string, string>();
  const extra: string[] = [];
  const messages: Message[] = [];
  for (const { name, annex: own } of files) {
    for (const [key, value] of Object.entries(own)) {
      const field = key as keyof Annex;
      const held = annex[field];
      if (value === null || (held !== null && fold(held) === fold(value))) continue;
      if (held === null) {
        annex[field] = value;
        from.set(field, name);
        continue;
      }
      extra.push(value);
      const label = labels.get(field);
      if (label !== undefined)
        messages.push({
          level: "warning",
          code: "annex-differs",
          text: `${label}：“${from.get(field)}”里是“${held}”，“${name}”里是“${value}”，用的是“${held}”，请核对。`,
        });
    }
  }
  return { annex, extra, messages };
}
