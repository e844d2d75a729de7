import { largest } from "../append.ts";
import type { TableOfForm } from "../form/form.ts";
import type { ColumnForm } from "../form/schema.ts";
import { fold, halfWidth, removeSpace } from "../text/fold.ts";
import type { LabelIndex } from "./labels.ts";
import type { SourceRow } from "./rows.ts";

/** Which column of the source is what. */
export interface Columns {
  readonly label: number;
  /** Further columns that hold labels or parts of them. */
  readonly labels?: readonly number[];
  readonly unit: number | null;
  /** Source column of each column of the form that the source has. */
  readonly values: ReadonlyMap<string, number>;
  /** 备注: what stands there becomes the cell's note. */
  readonly note: number | null;
  /** Columns that say nothing of the report (序号, 增减), with the reason. */
  readonly idle: ReadonlyMap<number, string>;
  /** False when the value columns were told apart by their place alone and it could be otherwise. */
  readonly sure: boolean;
}

type Role = { kind: "label" | "unit" | "note" } | { kind: "value"; key: string } | { kind: "idle"; why: string };

const SERIAL = /^(?:序号|编号|行次|行号|序|代码|指标代码|no)$/;
const NOTE = /^(?:备注|说明|备考|注)$/;
const CHANGE = /^(?:增减|同比|增长|增幅|增减数|增减情况|比上年增减|较上年增减|变化|同比增减)/;

/** Finds the columns by the head's words first, and by what stands below where the head is silent. */
export function findColumns(
  head: readonly SourceRow[],
  body: readonly SourceRow[],
  table: TableOfForm,
  index: LabelIndex,
): Columns | null {
  const width = largest(
    [...head, ...body].map((row) => row.length),
    0,
  );
  const places = Array.from({ length: width }, (_, c) => c);
  const label = most(places, (c) => body.filter((row) => index.knows(row[c] ?? "")).length);
  if (label === null) return null;
  const titles = places.map((c) => head.map((row) => row[c] ?? "").join(""));
  const labels = places.filter((c) => c !== label && holdsLabels(body, c, index));
  const roles = titles.map((title, c) =>
    c === label || labels.includes(c) ? { kind: "label" as const } : roleUnder(head, c, title, table, titles),
  );
  const units = new Set(table.form.rows.map((row) => fold(row.unit)).filter((unit) => unit !== ""));
  const unit =
    placeOf(roles, "unit") ??
    most(
      places.filter((c) => !roles[c]),
      (c) => count(body, c, (text) => units.has(fold(text))),
      body.length / 3,
    );
  const values = new Map<string, number>();
  for (const [c, role] of roles.entries()) if (role?.kind === "value" && !values.has(role.key)) values.set(role.key, c);
  const idle = new Map(roles.flatMap((role, c): [number, string][] => (role?.kind === "idle" ? [[c, role.why]] : [])));
  const free = places.filter(
    (c) => c !== label && c !== unit && !roles[c] && count(body, c, (text) => text !== "") > 0,
  );
  for (const c of free.filter((place) => isSerial(body, place))) idle.set(c, "row number");
  const missing = table.currentColumns.filter((column) => !values.has(column.key));
  const open = free.filter((c) => !idle.has(c) && c > label);
  for (const [i, column] of missing.entries()) {
    const c = open[i];
    if (c !== undefined) values.set(column.key, c);
  }
  // A source whose value column is blank all through still has it: right of label and unit.
  if (values.size === 0) {
    const [only] = table.currentColumns;
    const c = places.find((place) => place > Math.max(label, unit ?? label) && !roles[place]);
    if (only && c !== undefined) values.set(only.key, c);
  }
  return { label, labels, unit, values, note: placeOf(roles, "note"), idle, sure: open.length <= missing.length };
}

/** A column most of whose texts are labels, or 其中 beside them. */
function holdsLabels(body: readonly SourceRow[], c: number, index: LabelIndex): boolean {
  const texts = body.map((row) => row[c] ?? "").filter((text) => text !== "");
  return texts.length > 0 && count(body, c, (text) => index.knows(text) || /^其中/.test(text)) > texts.length / 2;
}

/** The role that the whole head over a column gives it, else the nearest line of the head that gives one. */
function roleUnder(
  head: readonly SourceRow[],
  c: number,
  title: string,
  table: TableOfForm,
  titles: readonly string[],
): Role | undefined {
  const lines = head.map((row) => row[c] ?? "").reverse();
  return [title, ...lines].map((text) => roleOf(text, table, titles)).find((role) => role !== undefined);
}

/** True for a row of words that stand over columns: the form's own, 序号, 备注, a year beside others. */
export function isHead(row: SourceRow, table: TableOfForm): boolean {
  const texts = row.filter((text) => text !== "");
  const labels = names(table.form.labelHeader);
  const isLabel = (text: string) => labels.includes(fold(text));
  if (texts.length < 2) return texts.every(isLabel);
  return texts.every((text) => isLabel(text) || (text.length <= 20 && roleOf(text, table, [text]) !== undefined));
}

function roleOf(title: string, table: TableOfForm, titles: readonly string[]): Role | undefined {
  // `统计数（单位：条）` is 统计数.
  const name = fold(title.replace(/[(\uff08][^()\uff08\uff09]*[)\uff09]$/, ""));
  if (name === "") return undefined;
  if (SERIAL.test(name)) return { kind: "idle", why: "row number" };
  if (NOTE.test(name)) return { kind: "note" };
  if (CHANGE.test(name)) return { kind: "idle", why: "change against last year" };
  const { unitHeader } = table.form;
  if (unitHeader && names(unitHeader).includes(name)) return { kind: "unit" };
  const exact = table.form.columns.find((column) => names(column).includes(name));
  if (exact) return { kind: "value", key: exact.key };
  const byYear = roleByYear(title, table.form.columns, titles);
  return byYear && { kind: "value", key: byYear.key };
}

/** `2018年`, `2017年统计数`: with two years, the later is the current one; with one, it is. */
function roleByYear(title: string, columns: readonly ColumnForm[], titles: readonly string[]): ColumnForm | undefined {
  const year = yearOf(title);
  if (year === null) return undefined;
  const years = titles.map(yearOf).filter((other) => other !== null);
  const role = year === largest(years) ? "current" : "previous";
  const fitting = columns.filter((column) => column.role === role);
  return fitting.length === 1 ? fitting[0] : undefined;
}

function yearOf(title: string): number | null {
  const match = /(20\d{2})\s*年?/.exec(removeSpace(halfWidth(title)));
  return match ? Number(match[1]) : null;
}

function names(named: { label: string; variants?: string[] | undefined }): string[] {
  return [named.label, ...(named.variants ?? [])].map(fold);
}

function placeOf(roles: readonly (Role | undefined)[], kind: Role["kind"]): number | null {
  const at = roles.findIndex((role) => role?.kind === kind);
  return at < 0 ? null : at;
}

function count(rows: readonly SourceRow[], c: number, is: (text: string) => boolean): number {
  return rows.filter((row) => is(row[c] ?? "")).length;
}

/** The place with the highest count above `least`, the first of equals. */
function most(places: readonly number[], of: (c: number) => number, least = 0): number | null {
  let best: number | null = null;
  let bestCount = least;
  for (const c of places) {
    const n = of(c);
    if (n > bestCount) {
      best = c;
      bestCount = n;
    }
  }
  return best;
}

/** 1, 2, 3, … down the column. */
function isSerial(body: readonly SourceRow[], c: number): boolean {
  const numbers = body.map((row) => Number(halfWidth(row[c] ?? "") || Number.NaN)).filter((n) => !Number.isNaN(n));
  return numbers.length >= 5 && numbers.every((n, i) => i === 0 || n === (numbers[i - 1] ?? 0) + 1);
}
