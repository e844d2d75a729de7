import { outsideText, YEAR_OUTSIDE } from "../checks/year-outside.ts";
import { reprinted } from "../content/of-report.ts";
import { type Form, servesYear, type TableOfForm } from "../form/form.ts";
import type { Cell, Message, Report, ReportTable } from "../report/report.ts";
import { carryAcross, type Into } from "./across.ts";
import { staleMarks } from "./stale.ts";
import { retitled } from "./title.ts";

/** What of a report that was read goes into the report to be written. */
export interface Carry {
  /** The year of the new report. */
  readonly year: number;
  /** The paragraphs too, or the headings only. */
  readonly text: "keep" | "headings";
  /** Where the figures go: beside the new ones for comparison, or into the column to be filled in. */
  readonly figures: "previous" | "current";
  /** Where the report goes over to another form; its figures then are only for comparison. */
  readonly into?: Into;
}

/**
 * The report to be written, made from one that was read and reviewed. Into another year the text goes with marks
 * on all that may be out of date, the sign-off's date and written reasons stay behind, and the title names the
 * new year. Within a year the marks that are still open stay. What the reader had to say is settled by the review
 * and does not go along.
 */
export function carryOver(report: Report, form: Form, carry: Carry): Report {
  if (carry.into) return carryAcross(report, form, carry.into, carry.year, carry.text);
  const sameYear = report.year === carry.year;
  const { content, stale, reasons, reference, ...rest } = report;
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
    messages: [
      ...(servesYear(form, carry.year) ? [] : [outsideYears(form, carry.year)]),
      ...(carry.figures === "previous" ? yearsBetween(report.year, carry.year) : []),
    ],
    ...(content !== undefined && carry.text === "keep" ? { content } : {}),
    ...(sameYear && reasons ? { reasons } : {}),
    ...(sameYear && reference ? { reference } : {}),
  });
  const open = carry.text === "keep" ? (stale ?? []) : [];
  const marks = sameYear ? open : staleMarks(next.sections, report.year);
  return marks.length > 0 ? { ...next, stale: marks } : next;
}

/** Said once, and it stays with the report: the higher office may ask for another form. */
function outsideYears(form: Form, year: number): Message {
  return { level: YEAR_OUTSIDE.severity, code: YEAR_OUTSIDE.code, text: outsideText(form, year) };
}

/** Last year's column with the figures of another year is said: sums with this year's would be wrong. */
function yearsBetween(before: number | null, year: number): Message[] {
  if (before === null || before === year - 1) return [];
  const text = `上年列里放的是 ${before} 年度的数，不是 ${year - 1} 年度的。与上年有关的核对和推算不可靠，请换成 ${year - 1} 年度的数，或清空。`;
  return [{ level: "warning", code: "previous-of-another-year", text }];
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
