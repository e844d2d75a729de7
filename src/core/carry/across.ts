import { withContent } from "../content/of-report.ts";
import { applyEdit } from "../edit/apply.ts";
import type { Form } from "../form/form.ts";
import type { Message, Report } from "../report/report.ts";
import { blankReport } from "./blank.ts";
import { lastYearEdits } from "./last-year.ts";
import { movedContent } from "./moved-content.ts";
import type { Move } from "./moves.ts";
import { staleMarks } from "./stale.ts";
import { retitled } from "./title.ts";

/** Another form, and what of the text goes where in it. */
export interface Into {
  readonly form: Form;
  readonly moves: readonly Move[];
}

/**
 * A report of another form, begun from an older one. The text goes where the moves say, with marks on what may have
 * aged; of the figures only those of tables that the form calls the same stand in last year's columns, and all of
 * them can be looked up (`reference`). Nothing else is carried over, and nothing is guessed.
 */
export function carryAcross(report: Report, old: Form, into: Into, year: number, text: "keep" | "headings"): Report {
  const { form, moves } = into;
  const sameYear = report.year === year;
  const filled = report.tables.filter(({ cells }) => cells.length > 0);
  const blank: Report = {
    ...blankReport(form, year, report.unit),
    title: retitled(report, year),
    annex: {
      ...report.annex,
      number: form.file.annex?.number ?? null,
      title: null,
      date: sameYear ? report.annex.date : null,
    },
    extra: report.extra,
    dropped: report.dropped,
    ...(filled.length > 0 ? { reference: { form: old.id, year: report.year, tables: filled } } : {}),
  };
  const edits = isNext(report.year, year) ? lastYearEdits(blank, form, report) : [];
  const next = applyEdit(blank, { kind: "together", edits });
  if (text === "headings") return { ...next, messages: [changed(old, form, year)] };
  const moved = withContent(next, movedContent(report, form, moves));
  const messages = [changed(old, form, year), ...stayed(moved, form)];
  if (sameYear) return { ...moved, messages };
  const { stale: _, ...plain } = moved;
  const marks = staleMarks(moved.sections, report.year);
  return { ...plain, messages, ...(marks.length > 0 ? { stale: marks } : {}) };
}

/** Figures of another year than the one before are not last year's. */
function isNext(before: number | null, year: number): boolean {
  return before !== null && year === before + 1;
}

function changed(old: Form, form: Form, year: number): Message {
  const text = `${year} 年度不用“${old.file.title}”，已换用“${form.file.title}”。文字已放进新的各部分，往年的统计数只供对照，请核对。`;
  return { level: "info", code: "form-changed", text };
}

/** Sections that the form does not have, told one by one. */
function stayed({ sections }: Report, form: Form): Message[] {
  return sections
    .filter(({ key }) => !form.sections.has(key))
    .map(({ key, heading }) => ({
      level: "warning",
      code: "section-stayed",
      text: `“${heading === "" ? "前言" : heading}”在新表样里没有对应的部分，原样留在最后。请把内容移到合适的部分，或保留为本单位自设的部分。`,
      at: { section: key },
    }));
}
