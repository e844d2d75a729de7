import type { Annex, Cell, Reference, Report, ReportTable } from "./report.ts";

/** The report as plain JSON: fields in the contract's order, absent ones left out. Inverse of `parseReportJson`. */
export function formatReportJson(report: Report): unknown {
  const { schema, form, year, unit, title, sections, tables, annex, extra, dropped, messages } = report;
  return {
    schema,
    form,
    year,
    unit,
    title,
    sections: sections.map(({ key, heading, paragraphs }) => ({ key, heading, paragraphs })),
    tables: tables.map(orderedTable),
    annex: orderedAnnex(annex),
    extra,
    dropped: dropped.map(({ text, why }) => ({ text, why })),
    messages: messages.map(({ level, code, text, at }) => ({ level, code, text, ...(at ? { at } : {}) })),
    ...(report.content === undefined ? {} : { content: report.content }),
    ...(report.stale ? { stale: report.stale } : {}),
    ...(report.reasons ? { reasons: report.reasons } : {}),
    ...(report.reference ? { reference: orderedReference(report.reference) } : {}),
  };
}

function orderedReference({ form, year, tables }: Reference): Reference {
  return { form, year, tables: tables.map(orderedTable) };
}

function orderedTable({ key, cells }: ReportTable): ReportTable {
  return { key, cells: cells.map(orderedCell) };
}

function orderedCell({ row, column, label, unit, state, value, raw, note }: Cell): Cell {
  return {
    row,
    column,
    label,
    unit,
    state,
    value,
    ...(raw === undefined ? {} : { raw }),
    ...(note === undefined ? {} : { note }),
  };
}

function orderedAnnex({ number, title, unit, head, reviewer, filler, phone, date }: Annex): Annex {
  return { number, title, unit, head, reviewer, filler, phone, date };
}
