import type { Form } from "../../core/form/form.ts";
import { type Mark, markName } from "../../core/marks.ts";
import type { Report } from "../../core/report/report.ts";
import { headingRank } from "../../core/text/heading.ts";
import { CELL_LIMIT, carryable, pieces } from "./cell-text.ts";

/** One row of the narrative sheet. */
export interface NarrativeRow {
  readonly text: string;
  readonly look: "title" | "section" | "heading" | "body";
  /** The defined name that its cell gets. */
  readonly mark?: string;
  /** True when it goes on with the paragraph above. */
  readonly continued?: boolean;
}

/** The report's title and sections as rows, in order; a title that the report lacks is proposed by the form. */
export function narrativeRows(report: Report, form: Form): NarrativeRow[] {
  const rows: NarrativeRow[] = [];
  const put = (text: string, look: NarrativeRow["look"], mark?: Mark) => {
    const [first = "", ...rest] = rowPieces(carryable(text));
    rows.push({ text: first, look, ...(mark && { mark: markName(mark) }) });
    for (const piece of rest) rows.push({ text: piece, look, continued: true });
  };
  if (report.title !== null) put(report.title, "title", { kind: "title" });
  else if (proposedTitle(report, form) !== "") put(proposedTitle(report, form), "title", { kind: "proposed" });
  for (const section of report.sections) {
    const preamble = form.sections.get(section.key)?.preamble === true;
    if (!preamble || section.heading !== "") put(section.heading, "section", { kind: "section", key: section.key });
    section.paragraphs.forEach((text, i) => {
      const look = headingRank(text) === null ? "body" : "heading";
      put(text, look, preamble && section.heading === "" && i === 0 ? { kind: "preamble" } : undefined);
    });
  }
  return rows;
}

function proposedTitle(report: Report, form: Form): string {
  if (report.year === null) return "";
  return form.file.reportTitle.replace("{unit}", report.unit ?? "").replace("{year}", String(report.year));
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
