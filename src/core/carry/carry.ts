import { reprinted } from "../content/of-report.ts";
import { type Form, servesYear, type TableOfForm } from "../form/form.ts";
import type { Cell, Message, Report, ReportTable } from "../report/report.ts";
import { staleMarks } from "./stale.ts";

/** What of a report that was read goes into the report to be written. */
export interface Carry {
  /** The year of the new report. */
  readonly year: number;
  /** The paragraphs too, or the headings only. */
  readonly text: "keep" | "headings";
  /** Where the figures go: beside the new ones for comparison, or into the column to be filled in. */
  readonly figures: "previous" | "current";
}

/**
 * The report to be written, made from one that was read and reviewed. Into another year the text goes with marks
 * on all that may be out of date, the sign-off's date and written reasons stay behind, and the title names the
 * new year. Within a year the marks that are still open stay. What the reader had to say is settled by the review
 * and does not go along.
 */
export function carryOver(report: Report, form: Form, carry: Carry): Report {
  const sameYear = report.year === carry.year;
  const { content, stale, reasons, ...rest } = report;
  const sections =
    carry.text === "keep" ? report.sections : report.sections.map((section) => ({ ...section, paragraphs: [] }));
  // Figures bound in the text follow their cells, which are blank now.
  const next = reprinted({
    ...rest,
    year: carry.year,
    title: retitled(report, carry.year),
    sections,
    tables:
      carry.figures === "previous"
        ? report.tables.map((table) => toPrevious(table, form.tables.get(table.key)))
        : report.tables,
    annex: sameYear ? report.annex : { ...report.annex, date: null },
    messages: servesYear(form, carry.year) ? [] : [outsideYears(form, carry.year)],
    ...(content !== undefined && carry.text === "keep" ? { content } : {}),
    ...(sameYear && reasons ? { reasons } : {}),
  });
  const open = carry.text === "keep" ? (stale ?? []) : [];
  const marks = sameYear ? open : staleMarks(next.sections, report.year);
  return marks.length > 0 ? { ...next, stale: marks } : next;
}

/** Said once, and it stays with the report: the higher office may ask for another form. */
function outsideYears(form: Form, year: number): Message {
  const { from, to } = form.file.years;
  const years = to === undefined ? `${from} 年起` : `${from}—${to} 年`;
  return {
    level: "warning",
    code: "year-outside-form",
    text: `${year} 年度不在这套表样的适用年份（${years}）内，报告仍按“${form.file.title}”编写。请向上级确认应当使用的表样。`,
  };
}

function retitled({ title, year }: Report, next: number): string | null {
  return year === null || title === null ? title : title.replaceAll(String(year), String(next));
}

/** Figures of each current column become those of the year before; what stands there is older still and goes. */
function toPrevious(table: ReportTable, form: TableOfForm | undefined): ReportTable {
  if (!form || form.previousOf.size === 0) return table;
  const cells = table.cells.flatMap((cell): Cell[] => {
    if (form.columns.get(cell.column)?.role === "previous") return [];
    const { raw: _raw, note: _note, ...plain } = cell;
    const blank: Cell = { ...plain, state: "blank", value: null };
    const previous = form.previousOf.get(cell.column);
    return previous === undefined ? [blank] : [blank, { ...cell, column: previous }];
  });
  return { ...table, cells };
}
