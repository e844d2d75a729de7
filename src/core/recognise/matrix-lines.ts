import type { TableOfForm } from "../form/form.ts";
import { fold } from "../text/fold.ts";
import type { Columns } from "./columns.ts";
import type { LabelIndex } from "./labels.ts";
import { isPartOfHead, type MatrixHeads } from "./matrix-columns.ts";
import type { BodyRow, Output } from "./table-output.ts";
import { readValue } from "./value.ts";

/** A source line as the label and its values side by side. */
export function bodyRow(label: string, values: readonly string[], keys: readonly string[], sure: boolean): BodyRow {
  const columns: Columns = {
    label: 0,
    unit: null,
    values: new Map(keys.map((key, i) => [key, i + 1])),
    note: null,
    idle: new Map(),
    sure,
  };
  return { row: [label, ...values], columns, label };
}

export function isFigure(text: string): boolean {
  const { state } = readValue(text, { unit: "", money: false });
  return state !== "blank";
}

/** As many values as there are columns; blanks at the end are left by merged cells and say nothing. */
export function fit(
  values: readonly string[],
  count: number,
): { readonly values: readonly string[]; readonly sure: boolean } {
  let trimmed = [...values];
  while (trimmed.length > count && trimmed.at(-1) === "") trimmed = trimmed.slice(0, -1);
  return { values: trimmed, sure: trimmed.length === count };
}

/** Where the values stand in the lines of a table that has a place for each: so many places, the values from here on. */
export interface Lineup {
  readonly length: number;
  readonly begin: number;
}

/** Read off the lines in which every value is filled in; `null` where they do not agree, as where each cell is listed once. */
export function lineupOf(lines: readonly (readonly string[])[], count: number): Lineup | null {
  const full = lines.filter((texts) => texts.length > count && texts.slice(-count).every(isOneFigure));
  const [first] = full;
  if (!first || full.some(({ length }) => length !== first.length)) return null;
  return { length: first.length, begin: first.length - count };
}

function isOneFigure(text: string): boolean {
  return text !== "" && isFigure(text) && !isName(text);
}

/**
 * A line of a table without spans, as text files have it: heads that span rows, or pieces of them, then the label or a
 * piece of it, then the values.
 */
export function looseLine(
  texts: readonly string[],
  form: TableOfForm,
  heads: MatrixHeads,
  index: LabelIndex,
  keys: readonly string[],
  lineup: Lineup | null,
  out: Output,
): BodyRow[] {
  const filled = texts.filter((text) => text !== "");
  if (filled.length === 0 || isHeadLine(filled, heads)) return [];
  if (form.form.labels === "none") return looseValues(texts, form, keys, out);
  const known = texts.flatMap((text, i) => (index.knows(text) ? [i] : []));
  const last = known.at(-1) ?? lastName(texts);
  const before = texts.slice(0, Math.max(last, 0));
  const above = known.slice(0, -1).map((i) => bodyRow(texts[i] ?? "", [], [], true));
  for (const text of before) if (text !== "" && !index.knows(text)) out.takeHead(text, isPieceOfHeader(text, form));
  const label = texts[last] ?? "";
  const behind = texts.slice(last + 1);
  if (behind.every((text) => text === "")) {
    if (known.length === 0 && isPieceOfHeader(label, form)) {
      out.takeHead(label, true);
      return [];
    }
    // A header row has no values, and where nothing is filled in, it does not matter which blank is which.
    const none = known.length > 0 && !isHeader(form, label) ? keys.map(() => "") : [];
    return [...above, bodyRow(label, none, none.length > 0 ? keys : [], true)];
  }
  const { values, sure } = valuesOf(texts, last, keys.length, lineup);
  return [...above, bodyRow(label, values, keys, sure)];
}

/** The values behind a label: by their places where the table has one for each, else by how many there are. */
function valuesOf(
  texts: readonly string[],
  label: number,
  count: number,
  lineup: Lineup | null,
): { readonly values: readonly string[]; readonly sure: boolean } {
  const between = lineup ? texts.slice(label + 1, lineup.begin) : [];
  if (lineup && label < lineup.begin && texts.length <= lineup.length && between.every((text) => text === "")) {
    const values = texts.slice(lineup.begin);
    const missing = Array.from({ length: Math.max(0, count - values.length) }, () => "");
    return { values: [...values, ...missing], sure: missing.length === 0 };
  }
  const behind = texts.slice(label + 1);
  const surplus = Math.max(0, behind.length - count);
  const blank = behind.findIndex((text) => text !== "");
  // Places between a label that begins further left and the values are blank, and so are cells left by merging.
  const { values, sure } =
    behind.at(-1) === "" ? fit(behind, count) : fit(behind.slice(Math.min(surplus, blank)), count);
  const clear = surplus === 0 || blank === (behind.at(-1) === "" ? 0 : surplus);
  return { values, sure: sure && clear };
}

/** The last text before the first figure; -1 where a figure comes first. */
function lastName(texts: readonly string[]): number {
  const figure = texts.findIndex((text) => text !== "" && isFigure(text) && !isName(text));
  return texts.slice(0, figure < 0 ? texts.length : figure).findLastIndex((text) => text !== "");
}

/** `2.其他法律行政法规禁止公` is the piece of a label, for all that it begins with a number. */
function isName(text: string): boolean {
  return (text.match(/\p{Script=Han}/gu)?.length ?? 0) > 2;
}

function looseValues(texts: readonly string[], form: TableOfForm, keys: readonly string[], out: Output): BodyRow[] {
  const figures = texts.filter((text) => text === "" || isFigure(text));
  if (figures.length < keys.length / 2 || figures.every((text) => text === "")) {
    out.keepLine(texts.filter((text) => text !== "").join("  "));
    return [];
  }
  const { values, sure } = fit(figures, keys.length);
  return [bodyRow(form.valueRows[0]?.label ?? "", values, keys, sure)];
}

/** Heads, or pieces of heads that were broken over lines, several of them beside each other in one place. */
function isHeadLine(texts: readonly string[], heads: MatrixHeads): boolean {
  return texts.every((text) => isPartOfHead(text, heads) || words(text).every((word) => isPartOfHead(word, heads)));
}

function words(text: string): string[] {
  return text.split(/\s+/);
}

function isHeader({ form }: TableOfForm, label: string): boolean {
  return form.rows.some(
    (row) => row.kind === "header" && [row.label, ...(row.variants ?? [])].some((name) => fold(name) === fold(label)),
  );
}

/** A piece of a head that spans rows and is set in a narrow column, a few letters a line: `不予` of (三)不予公开. */
function isPieceOfHeader(text: string, { form }: TableOfForm): boolean {
  const piece = fold(text);
  return form.rows.some(
    (row) => row.kind === "header" && [row.label, ...(row.variants ?? [])].some((name) => fold(name).includes(piece)),
  );
}
