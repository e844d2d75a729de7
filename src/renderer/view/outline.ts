import { sectionStates } from "../../core/content/section-state.ts";
import type { Form, TableOfForm } from "../../core/form/form.ts";
import { tableName } from "../../core/form/names.ts";
import { tablesBehind } from "../../core/paper/section-tables.ts";
import type { Level, Report } from "../../core/report/report.ts";
import { headingNumber, headingRank } from "../../core/text/heading.ts";
import { countLevels, type Notice } from "./notices.ts";
import type { TableView } from "./table-view.ts";

/** One line of the outline, for a section or for a table. */
export interface OutlineEntry {
  /** That of a table begins with a colon, which keys of sections never contain. */
  readonly key: string;
  /** The section by its place in the report; of a table that stands in one the same, of an annex the place behind all. */
  readonly section: number;
  /** The table that it is the line of; `null` for a section's. */
  readonly table: TableOfForm | null;
  /** The table stands in the text of the section above. */
  readonly inText: boolean;
  readonly name: string;
  /** One character for the narrow rail: 前, 一, … 表. */
  readonly short: string;
  /** Whether nobody has been at it, somebody is, or has said (of a table: filled in) that it is done. */
  readonly state: "untouched" | "writing" | "finished";
  /** Places still to be updated. */
  readonly stale: number;
  readonly counts: Readonly<Record<Level, number>>;
  readonly parts: readonly { readonly paragraph: number; readonly text: string }[];
}

/** The sections in the report's order, with their headings of rank 2 and what was found in each; tables behind them. */
export function outlineOf(
  report: Report,
  form: Form,
  tables: readonly TableView[],
  notices: readonly Notice[],
): OutlineEntry[] {
  const { sections } = report;
  const behind = tablesBehind(
    form,
    sections.map(({ key }) => key),
  );
  const line = (key: string, section: number): OutlineEntry[] =>
    tables.filter(({ table }) => table.form.key === key).map((table) => tableEntry(table, form, section, notices));
  return [
    ...sectionEntries(report, notices).flatMap((entry, index) => [
      entry,
      ...(behind[index] ?? []).flatMap((table) => line(table.form.key, index)),
    ]),
    ...(sections.length === 0 ? behind.flat() : []).flatMap((table) => line(table.form.key, 0)),
    ...tables.filter(({ table }) => !isInText(table)).flatMap(({ table }) => line(table.form.key, sections.length)),
  ];
}

function isInText({ form }: TableOfForm): boolean {
  return form.section !== undefined;
}

function sectionEntries(report: Report, notices: readonly Notice[]): OutlineEntry[] {
  const states = sectionStates(report.content);
  return report.sections.map((section, index) => ({
    key: section.key,
    section: index,
    table: null,
    inText: false,
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

/** The line for a table. Half full while a value of this year is blank. */
function tableEntry({ table, grid }: TableView, form: Form, section: number, notices: readonly Notice[]): OutlineEntry {
  const { key } = table.form;
  const cells = grid.rows.flatMap((row) => table.currentColumns.flatMap((column) => row.cells.get(column.key) ?? []));
  const blank = cells.filter((cell) => cell.state === "blank").length;
  return {
    key: `:${key}`,
    section,
    table,
    inText: isInText(table),
    name: tableName(form, key),
    short: "表",
    state: blank === cells.length ? "untouched" : blank > 0 ? "writing" : "finished",
    stale: 0,
    counts: countLevels(notices.filter(({ target }) => target?.kind === "cell" && target.place.table === key)),
    parts: [],
  };
}
