import type { Block, Table } from "../../src/core/document.ts";
import { recognise } from "../../src/core/recognise/recognise.ts";
import type { Cell, Message, Report } from "../../src/core/report/report.ts";
import { form2014 } from "./forms.ts";

/** The printed table of a made-up office, row i holding the figure i, to be damaged as real files are. */
export const PRINTED: readonly (readonly string[])[] = (form2014.file.tables[0]?.rows ?? [])
  .filter(({ origin }) => origin === "national")
  .map((row, i) => [row.label + (row.note ?? ""), row.unit, row.kind === "header" ? "" : String(i)]);
export const HEAD = ["统计指标", "单位", "统计数"];

export function table(rows: readonly (readonly string[])[]): Table {
  return { kind: "table", rows: rows.map((row) => row.map((text) => ({ text }))) };
}

export function read(...blocks: readonly (Block | string)[]): Report {
  const read = blocks.map((block): Block => (typeof block === "string" ? { kind: "paragraph", text: block } : block));
  return recognise([{ name: "报告.docx", blocks: read }], [form2014]);
}

export const values = (report: Report): Record<string, string | null> =>
  Object.fromEntries(
    (report.tables[0]?.cells ?? []).filter(({ column }) => column === "value").map(({ row, value }) => [row, value]),
  );
export const cell = (report: Report, row: string): Cell | undefined =>
  report.tables[0]?.cells.find((c) => c.row === row && c.column === "value");
export const at = (report: Report, row: string): Message[] =>
  report.messages.filter(({ at: place }) => place && "row" in place && place.row === row);
export const ABOUT_CELLS = (report: Report) => report.messages.filter(({ at: place }) => place && "row" in place);

export const SOUND = values(read(table([HEAD, ...PRINTED])));
