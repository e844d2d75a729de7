import type { Report, Section } from "../report/report.ts";
import { contentFromSections } from "./from-sections.ts";
import { parseContent } from "./parse.ts";
import { sectionsFromContent } from "./print.ts";
import { staleOf, staleOfSections, withStale } from "./stale.ts";
import type { Content } from "./types.ts";

export type Narrative =
  | { readonly kind: "content"; readonly content: Content }
  /** The report has a document that this program does not understand. It must stay as it is. */
  | { readonly kind: "foreign" };

/**
 * The narrative to edit: the report's document where it says the same as its paragraphs, else one made from
 * the paragraphs, which win (contract of the report JSON). So does the report's `stale` over marks in the document.
 */
export function narrativeOf(report: Report): Narrative {
  const content = report.content === undefined ? contentFromSections(report.sections) : parseContent(report.content);
  if (!content) return { kind: "foreign" };
  const same = sameText(sectionsFromContent(content, report), report.sections);
  const stale = staleOfSections(report.sections, report.stale ?? []);
  const said = same ? content : contentFromSections(report.sections);
  return { kind: "content", content: withStale(said, stale, report.tables) };
}

/** The report with another narrative, its sections and its marks 待更新 with it. */
export function withContent(report: Report, content: Content): Report {
  const { stale: _before, ...rest } = report;
  const stale = staleOf(content, report.tables);
  return {
    ...rest,
    content,
    sections: sectionsFromContent(content, report),
    ...(stale.length > 0 ? { stale } : {}),
  };
}

/** The report with its paragraphs printed anew: a changed cell may stand in the text. */
export function reprinted(report: Report): Report {
  const content = report.content === undefined ? null : parseContent(report.content);
  if (!content || !JSON.stringify(content).includes('"figure"')) return report;
  return withContent(report, content);
}

/** The same sections with the same words; empty paragraphs are none. */
export function sameText(a: readonly Section[], b: readonly Section[]): boolean {
  return JSON.stringify(a.map(plain)) === JSON.stringify(b.map(plain));
}

function plain({ key, heading, paragraphs }: Section): unknown {
  return [key, heading, paragraphs.filter((text) => text.trim() !== "")];
}
