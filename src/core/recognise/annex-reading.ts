import type { Paragraph } from "../document.ts";
import type { Form } from "../form/form.ts";
import { parseMark } from "../marks.ts";
import { type Annex, type Dropped, EMPTY_ANNEX } from "../report/report.ts";
import { annexLine } from "./annex.ts";
import type { Parts } from "./divide.ts";
import { yearsIn } from "./front.ts";
import { readTable } from "./table.ts";
import type { TableReading } from "./table-output.ts";

export interface AnnexReading {
  readonly annex: Annex;
  readonly year: number | undefined;
  readonly table: TableReading | null;
  readonly extra: readonly string[];
  readonly dropped: readonly Dropped[];
}

/** Reads the annex: its table, the lines over it and the sign-off below it. */
export function readAnnex(parts: Parts, form: Form): AnnexReading {
  const annexForm = form.file.annex;
  const table = parts.form && parts.tables.length > 0 ? readTable(parts.tables, parts.form) : null;
  const annex: { -readonly [K in keyof Annex]: Annex[K] } = { ...EMPTY_ANNEX };
  const extra: string[] = [];
  const dropped: Dropped[] = [];
  let year: number | undefined;
  /** Of a line that is a year and nothing else. */
  let yearLine: number | undefined;
  if (!annexForm || !parts.form) return { annex, year, table, extra: [...parts.rest], dropped };
  const lines: readonly Pick<Paragraph, "text" | "mark">[] = [
    ...parts.annexLines,
    ...(table?.lines ?? []).map((text) => ({ text })),
  ];
  for (const { text, mark } of lines) {
    const kind = mark === undefined ? undefined : parseMark(mark)?.kind;
    if (kind === "proposed") {
      dropped.push({ text, why: "supplied by the program" });
      continue;
    }
    const marked = kind === "annex-number" ? "number" : kind === "annex-title" ? "title" : null;
    const part = marked ? ({ kind: marked, text } as const) : annexLine(text, annexForm, parts.form.form);
    if (part?.kind === "number" && annex.number === null) annex.number = part.text;
    else if (part?.kind === "title" && annex.title === null) {
      annex.title = part.text;
      year ??= yearsIn(part.text)[0];
    } else if (part?.kind === "headed" && annex.title === null) {
      annex.number ??= part.number;
      annex.title = part.title;
      year ??= yearsIn(part.title)[0];
    } else if (part?.kind === "year" && (yearLine ?? part.year) === part.year) {
      year = part.year;
      yearLine = part.year;
    } else if (part?.kind === "fields") {
      const before = { ...annex };
      const said = Object.entries(part.fields).flatMap(([key, value]) =>
        value === null ? [] : [{ field: key as keyof Annex, value }],
      );
      for (const { field, value } of said) annex[field] ??= value;
      // A line that says nothing new is repeated, as at the end of each page; one that says other is for the clerk.
      if (said.some(({ field, value }) => annex[field] !== value)) extra.push(text);
      else if (said.some(({ field }) => before[field] !== null)) dropped.push({ text, why: "repeated" });
    } else extra.push(text);
  }
  return { annex, year, table, extra: [...extra, ...parts.rest], dropped };
}
