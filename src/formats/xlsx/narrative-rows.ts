import type { Form } from "../../core/form/form.ts";
import type { Mark } from "../../core/marks.ts";
import { usualTitle } from "../../core/recognise/front.ts";
import type { Report } from "../../core/report/report.ts";
import { headingRank } from "../../core/text/heading.ts";
import { CELL_LIMIT, carryable, pieces } from "./cell-text.ts";

/** One row of the narrative sheet. */
export interface NarrativeRow {
  readonly text: string;
  readonly look: "title" | "section" | "heading" | "body";
  readonly mark?: Mark;
  /** True when it goes on with the paragraph above. */
  readonly continued?: boolean;
}

/**
 * The report's title and sections as rows, in order. A title that the report lacks is proposed by the form. A
 * blank paragraph or heading makes no row: nobody would see it.
 */
export function narrativeRows(report: Report, form: Form): NarrativeRow[] {
  const rows: NarrativeRow[] = [];
  const put = (text: string, look: NarrativeRow["look"], mark?: Mark) => {
    const carried = carryable(text);
    if (carried.trim() === "") return;
    const [first = "", ...rest] = rowPieces(carried);
    rows.push({ text: first, look, ...(mark && { mark }) });
    for (const piece of rest) rows.push({ text: piece, look, continued: true });
  };
  if (report.title !== null) put(report.title, "title", { kind: "title" });
  else put(usualTitle(form, report.unit, report.year) ?? "", "title", { kind: "proposed" });
  for (const section of report.sections) {
    const preamble = form.sections.get(section.key)?.preamble === true;
    put(section.heading, "section", { kind: "section", key: section.key });
    const texts = section.paragraphs.filter((text) => carryable(text).trim() !== "");
    texts.forEach((text, i) => {
      const look = headingRank(text) === null ? "body" : "heading";
      put(text, look, preamble && i === 0 ? { kind: "preamble" } : undefined);
    });
  }
  return rows;
}

/** Characters that fit into a line of the sheet's column. */
const LINE = 36;

/** Excel shows no row higher than 409 points: about this many lines. */
const LINES = 22;

/** Cuts a paragraph so that each row can show its piece whole. */
function rowPieces(text: string): string[] {
  const breaks = text.split("\n").length - 1;
  const space = text.length + breaks * LINE;
  if (space <= LINE * LINES) return [text];
  const share = Math.floor((LINE * LINES * text.length) / space);
  return pieces(text, Math.min(CELL_LIMIT, Math.max(share, LINE)));
}
