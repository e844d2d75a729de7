import type { FigureFormat, FigureRef } from "../content/types.ts";
import { compare, type Decimal, parseDecimal } from "../decimal.ts";
import { columnName, type Form, plainLabel, type TableOfForm } from "../form/form.ts";
import type { Cell, Report, StaleMark } from "../report/report.ts";
import { fold, letterPairs } from "../text/fold.ts";
import { parseChineseNumeral } from "../text/numerals.ts";
import { REPORT_PERIOD, REPORT_YEAR, withYear, yearOf } from "./aging.ts";

/** Something that can be put in a mark's place. Nothing is put there without the clerk's yes. */
export type Offer =
  | { readonly kind: "text"; readonly text: string }
  /** A number that follows its cell from now on; `label` names the row. */
  | { readonly kind: "figure"; readonly figure: FigureRef; readonly label: string };

/** No more figures are offered for one number: a longer list is no help. */
const MOST_FIGURES = 3;
/** How much of a row's name must stand near the number; of a row that is 0, as many are, nearly all of it. */
const NEAR = 0.4;
const NEAR_ZERO = 0.75;

/**
 * What can be offered for a marked text: the report's own year for last year's where that is surely meant, and the
 * cells whose number of last year the text repeats, the likeliest first.
 *
 * @param text the paragraph that the mark lies in
 */
export function offersFor(
  mark: Pick<StaleMark, "from" | "to" | "reason">,
  text: string,
  report: Report,
  form: Form,
): Offer[] {
  const own = text.slice(mark.from, mark.to);
  if (mark.reason === REPORT_YEAR || mark.reason === REPORT_PERIOD) {
    const moved = report.year === null ? own : withYear(own, report.year);
    return report.year === null || yearOf(own) === report.year ? [] : [{ kind: "text", text: moved }];
  }
  const number = numberOf(own);
  return number ? figureOffers(number, mark, text, report, form) : [];
}

interface Number {
  readonly value: Decimal;
  readonly format: FigureFormat;
}

function numberOf(text: string): Number | null {
  if (/^\d[\d,]*(?:\.\d+)?$/.test(text)) {
    const value = parseDecimal(text.replaceAll(",", ""));
    return value && { value, format: "arabic" };
  }
  const value = /^[〇零一二两三四五六七八九十百千万]+$/.test(text) ? parseChineseNumeral(text) : null;
  return value && { value, format: "chinese" };
}

function figureOffers(
  { value, format }: Number,
  { from, to }: Pick<StaleMark, "from" | "to">,
  text: string,
  report: Report,
  form: Form,
): Offer[] {
  const clause = clauseAround(text, from, to);
  const after = text.slice(to);
  return [...form.tables.values()]
    .flatMap((table) => candidates(table, report))
    .filter(({ cell }) => {
      const known = parseDecimal(cell.value ?? "");
      return known !== null && compare(known, value) === 0 && (cell.unit === "" || after.startsWith(cell.unit));
    })
    .map((one) => ({ ...one, near: nearness(one.name, clause) }))
    .filter(({ near, cell }) => near >= (cell.value === "0" ? NEAR_ZERO : NEAR))
    .sort((a, b) => b.near - a.near)
    .slice(0, MOST_FIGURES)
    .map(({ table, row, column, label }) => ({ kind: "figure", figure: { table, row, column, format }, label }));
}

interface Candidate {
  readonly table: string;
  readonly row: string;
  /** The column that the figure is bound to: this year's. */
  readonly column: string;
  readonly label: string;
  readonly name: string;
  /** Where last year's number stands, or this year's where there is none of last year. */
  readonly cell: Cell;
}

function candidates(table: TableOfForm, report: Report): Candidate[] {
  const cells = report.tables.find(({ key }) => key === table.form.key)?.cells ?? [];
  const currentOf = new Map([...table.previousOf].map(([current, previous]) => [previous, current]));
  const lastYear = cells.filter(({ column, state }) => currentOf.has(column) && state === "number");
  const known = lastYear.length > 0 ? lastYear : cells.filter(({ state }) => state === "number");
  return known.flatMap((cell) => {
    const row = table.rows.get(cell.row);
    const column = table.columns.get(currentOf.get(cell.column) ?? cell.column);
    if (!row || !column) return [];
    const several = table.currentColumns.length > 1;
    const label = several ? `${plainLabel(row.label)}，${columnName(table, column)}` : row.label;
    return { table: table.form.key, row: row.id, column: column.key, label, name: nameOf(table, row.id), cell };
  });
}

/** The words of a row that a sentence repeats: without its number, and without 数 at the end. */
function nameOf(table: TableOfForm, id: string): string {
  return fold(plainLabel(table.rows.get(id)?.label ?? "")).replace(/数量?$|情况$/, "");
}

/** The words between the last and the next comma, enough of them to tell what is counted. */
function clauseAround(text: string, from: number, to: number): string {
  const before =
    text
      .slice(0, from)
      .split(/[，,。;；、:：]/)
      .at(-1) ?? "";
  const after = text.slice(to).split(/[，,。;；、:：]/)[0] ?? "";
  return fold(before + after);
}

/** How much of a name stands in a clause, 0–1, by pairs of letters. */
function nearness(name: string, clause: string): number {
  const pairs = letterPairs(name);
  const there = letterPairs(clause);
  let common = 0;
  let all = 0;
  for (const [pair, count] of pairs) {
    all += count;
    common += Math.min(count, there.get(pair) ?? 0);
  }
  return all === 0 ? 0 : common / all;
}

/** The sentence on a button: `改为 2018年`, `跟随统计表“收到申请数”`. */
export function offerLabel(offer: Offer): string {
  return offer.kind === "text" ? `改为 ${offer.text}` : `跟随统计表“${plainLabel(offer.label)}”`;
}
