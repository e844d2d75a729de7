import type { Report, Section } from "../report/report.ts";
import { contentFromSections } from "./from-sections.ts";
import { parseContent } from "./parse.ts";
import { sectionsFromContent } from "./print.ts";
import type { Content } from "./types.ts";

export type Narrative =
  | { readonly kind: "content"; readonly content: Content }
  /** The report has a document that this program does not understand. It must stay as it is. */
  | { readonly kind: "foreign" };

/**
 * The narrative to edit: the report's document where it says the same as its paragraphs, else one made from
 * the paragraphs, which win (contract of the report JSON).
 */
export function narrativeOf(report: Report): Narrative {
  if (report.content === undefined) return { kind: "content", content: contentFromSections(report.sections) };
  const content = parseContent(report.content);
  if (!content) return { kind: "foreign" };
  const same = sameText(sectionsFromContent(content, report), report.sections);
  return { kind: "content", content: same ? content : contentFromSections(report.sections) };
}

/** The report with another narrative, its sections with it. */
export function withContent(report: Report, content: Content): Report {
  return { ...report, content, sections: sectionsFromContent(content, report) };
}

/** The report with its paragraphs printed anew: a changed cell may stand in the text. */
export function reprinted(report: Report): Report {
  const content = report.content === undefined ? null : parseContent(report.content);
  if (!content || !JSON.stringify(content).includes('"figure"')) return report;
  return { ...report, sections: sectionsFromContent(content, report) };
}

/** The same sections with the same words; empty paragraphs are none. */
export function sameText(a: readonly Section[], b: readonly Section[]): boolean {
  return JSON.stringify(a.map(plain)) === JSON.stringify(b.map(plain));
}

function plain({ key, heading, paragraphs }: Section): unknown {
  return [key, heading, paragraphs.filter((text) => text.trim() !== "")];
}
