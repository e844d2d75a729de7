import { applyEdit } from "../../core/edit/apply.ts";
import { cellKind, type Form } from "../../core/form/form.ts";
import { readTyped } from "../../core/grid/typed.ts";
import type { ValueKind } from "../../core/recognise/value.ts";
import type { Cell, CellPlace, Report, Section } from "../../core/report/report.ts";

/** What the clerk's answers make of a report that was read. Each takes the report and gives the next. */

export function cellAt({ table, row, column }: CellPlace, report: Report): Cell | undefined {
  return report.tables
    .find(({ key }) => key === table)
    ?.cells.find((cell) => cell.row === row && cell.column === column);
}

/** A cell as it is typed: its number, `/` where it does not apply, nothing where it is blank. */
export function cellText(cell: Cell | undefined): string {
  return cell?.value ?? (cell?.state === "na" ? "/" : "");
}

/** What is wrong with a text typed for a cell: one sentence, or `null`. */
export function cellFault(text: string, place: CellPlace, report: Report, form: Form): string | null {
  if (text.trim() === "") return null;
  const { value } = readTyped(text, kindOf(place, report, form));
  return value.state === "blank" ? `“${text.trim()}”不是数。请填数字，不涉及的填“/”，或留空。` : null;
}

function kindOf(place: CellPlace, report: Report, form: Form): ValueKind {
  const table = form.tables.get(place.table);
  const { type, unit } = cellKind(table?.rows.get(place.row), table?.columns.get(place.column));
  return { unit: unit || (cellAt(place, report)?.unit ?? ""), money: type === "money" };
}

/** Puts what was typed into cells; what the source said there is settled. */
export function withCells(report: Report, places: readonly CellPlace[], text: string, form: Form): Report {
  return places.reduce((now, place) => {
    const before = cellAt(place, now);
    if (!before) return now;
    const { raw: _raw, ...plain } = before;
    const { state, value } = readTyped(text, kindOf(place, now, form)).value;
    const { table, row, column } = place;
    const changes = [{ row, column, before, after: { ...plain, state, value } }];
    return applyEdit(now, { kind: "cells", table, changes, messages: now.messages });
  }, report);
}

export function withoutRows(report: Report, places: readonly CellPlace[]): Report {
  const gone = new Set(places.map(({ table, row }) => `${table} ${row}`));
  return {
    ...report,
    tables: report.tables.map((table) => ({
      ...table,
      cells: table.cells.filter(({ row }) => !gone.has(`${table.key} ${row}`)),
    })),
  };
}

/** A heading that is none: it becomes a paragraph of the section before; without one before it stays. */
export function joined(report: Report, key: string): Report {
  return withSections(report, (sections) => {
    const at = sections.findIndex((section) => section.key === key);
    const [before, section] = [sections[at - 1], sections[at]];
    if (!before || !section) return sections;
    const paragraphs = [...before.paragraphs, section.heading, ...section.paragraphs];
    return [...sections.slice(0, at - 1), { ...before, paragraphs }, ...sections.slice(at + 1)];
  });
}

/** The section is one that the form names. */
export function renamed(report: Report, key: string, to: string): Report {
  return withSections(report, (sections) =>
    sections.map((section) => (section.key === key ? { ...section, key: to } : section)),
  );
}

/** The heading and the first paragraph were one line of the source: the heading ends elsewhere. */
export function resplit(report: Report, key: string, heading: string): Report {
  return withSections(report, (sections) =>
    sections.map((section) => {
      if (section.key !== key) return section;
      const rest = runOn(section).slice(heading.length).trimStart();
      const after = section.paragraphs.slice(1);
      return { ...section, heading, paragraphs: rest === "" ? after : [rest, ...after] };
    }),
  );
}

/** Heading and body were one line and are no heading at all. */
export function runTogether(report: Report, key: string): Report {
  const section = report.sections.find((one) => one.key === key);
  if (!section) return report;
  return joined(resplit(report, key, runOn(section)), key);
}

/** A heading with the body that ran on behind it, as the source had them. */
export function runOn({ heading, paragraphs }: Section): string {
  return heading + (paragraphs[0] ?? "");
}

/** Takes a text out of what has no place, and puts it at the end of a section, or leaves it out for good. */
export function placed(report: Report, text: string, section: string | null): Report {
  const at = report.extra.indexOf(text);
  if (at < 0) return report;
  const rest = { ...report, extra: report.extra.filter((_, i) => i !== at) };
  if (section === null) return { ...rest, dropped: [...rest.dropped, { text, why: LEFT_OUT }] };
  return withSections(rest, (sections) =>
    sections.map((one) => (one.key === section ? { ...one, paragraphs: [...one.paragraphs, text] } : one)),
  );
}

const LEFT_OUT = "left out in the review";

/** The text wins: a narrative that was read along with it says something else now. */
function withSections(report: Report, change: (sections: readonly Section[]) => readonly Section[]): Report {
  const { content: _content, ...rest } = report;
  return { ...rest, sections: change(report.sections) };
}
