import { sectionStates } from "../../core/content/section-state.ts";
import type { Level, Report } from "../../core/report/report.ts";
import { headingNumber, headingRank } from "../../core/text/heading.ts";
import { countLevels, type Notice } from "./notices.ts";
import type { TableView } from "./table-view.ts";

/** The key of the table's own line; section keys of forms and reports never contain a colon. */
export const TABLE_KEY = ":table";

/** One line of the outline, for a section or for the table. */
export interface OutlineEntry {
  readonly key: string;
  readonly name: string;
  /** One character for the narrow rail: 前， 一， … 表. */
  readonly short: string;
  /** Whether nobody has been at it, somebody is, or has said (of the table: filled in) that it is done. */
  readonly state: "untouched" | "writing" | "finished";
  /** Places still to be updated. */
  readonly stale: number;
  readonly counts: Readonly<Record<Level, number>>;
  readonly parts: readonly { readonly paragraph: number; readonly text: string }[];
}

/** The sections in the report's order, with their headings of rank 2 and what was found in each. */
export function outlineOf(report: Report, notices: readonly Notice[]): OutlineEntry[] {
  const states = sectionStates(report.content);
  return report.sections.map((section) => ({
    key: section.key,
    name: section.heading || "前言",
    short:
      section.heading === ""
        ? "前"
        : (headingNumber(section.heading)?.label.slice(0, 1) ?? section.heading.slice(0, 1)),
    state: states.get(section.key) ?? "untouched",
    stale: (report.stale ?? []).filter((mark) => mark.section === section.key).length,
    counts: countLevels(notices.filter(({ target }) => target?.kind === "text" && target.section === section.key)),
    parts: section.paragraphs.flatMap((text, paragraph) => (headingRank(text) === 2 ? [{ paragraph, text }] : [])),
  }));
}

/** The line for the tables. Half full while a value of this year is blank. */
export function tableEntry(tables: readonly TableView[], notices: readonly Notice[]): OutlineEntry {
  const cells = tables.flatMap(({ table, grid }) =>
    grid.rows.flatMap((row) => table.currentColumns.flatMap(({ key }) => row.cells.get(key) ?? [])),
  );
  const blank = cells.filter((cell) => cell.state === "blank").length;
  return {
    key: TABLE_KEY,
    name: "统计表",
    short: "表",
    state: blank === cells.length ? "untouched" : blank > 0 ? "writing" : "finished",
    stale: 0,
    counts: countLevels(notices.filter(({ target }) => target?.kind === "cell")),
    parts: [],
  };
}
