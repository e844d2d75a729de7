import { type Carry, carryOver } from "../../core/carry/carry.ts";
import { type Move, usualMoves } from "../../core/carry/moves.ts";
import { formAfter } from "../../core/carry/next-year.ts";
import { type Form, servesYear } from "../../core/form/form.ts";
import { readByColumn } from "../../core/recognise/by-column.ts";
import { type Office, withOffice } from "../../core/report/office.ts";
import type { CellPlace, Report } from "../../core/report/report.ts";
import type { Wish } from "../state/screen.ts";
import { type Choice, sectionChoices } from "./answering.ts";
import { type Item, itemsOf, needsWord } from "./items.ts";
import { cellAt, cellFault, cellText, withCells } from "./settling.ts";

/** What the clerk has said to one item so far. */
export interface Word {
  readonly choice: number;
  readonly text: string;
  readonly confirmed: boolean;
}

export interface Review {
  /** As it was read, and the form it was read by. */
  readonly report: Report;
  readonly form: Form;
  readonly items: readonly Item[];
  /** By the item's id. */
  readonly words: Readonly<Record<string, Word>>;
  /** Values corrected cell by cell, as typed, by `cellKey`. */
  readonly cells: Readonly<Record<string, string>>;
  /** What becomes of a section that was read without doubt: which of its `sectionChoices`. */
  readonly sections: Readonly<Record<string, number>>;
  /** Where the text of a section goes in another form, where the clerk has said so. */
  readonly goals: Readonly<Record<string, string | null>>;
  /** The item in work; `null` when none is left. */
  readonly current: string | null;
}

export function beginReview(report: Report, form: Form): Review {
  const items = itemsOf(report, form);
  const words = Object.fromEntries(
    items.map(({ id, choices }) => [
      id,
      { choice: 0, text: choices.find(({ field }) => field)?.field?.value ?? "", confirmed: false },
    ]),
  );
  const review: Review = { report, form, items, words, cells: {}, sections: {}, goals: {}, current: null };
  return { ...review, current: nextWaiting(review, null) };
}

export function cellKey({ table, row, column }: CellPlace): string {
  return `${table} ${row} ${column}`;
}

/** Items that wait for the clerk's word. */
export function waiting({ items, words }: Pick<Review, "items" | "words">): Item[] {
  return items.filter((item) => needsWord(item) && !words[item.id]?.confirmed);
}

/** The answer that stands for an item. */
export function chosen({ words }: Review, { id, choices }: Item): Choice | undefined {
  return choices[words[id]?.choice ?? 0];
}

/** Sets an answer. What is changed after it was confirmed has to be confirmed anew. */
export function answered(review: Review, id: string, change: Partial<Omit<Word, "confirmed">>): Review {
  const word = review.words[id];
  if (!word) return review;
  return { ...review, current: id, words: { ...review.words, [id]: { ...word, ...change, confirmed: false } } };
}

/** What stands in a cell by now. */
export function textOfCell({ report, cells }: Review, place: CellPlace): string {
  return cells[cellKey(place)] ?? cellText(cellAt(place, report));
}

/** Corrects a cell; an item that asks about it has to be confirmed anew. */
export function corrected(review: Review, place: CellPlace, text: string): Review {
  const { [cellKey(place)]: _, ...others } = review.cells;
  const asRead = cellText(cellAt(place, review.report)) === text;
  const words = { ...review.words };
  for (const item of review.items) {
    const word = words[item.id];
    const asks = chosen(review, item)?.cells?.some((one) => cellKey(one) === cellKey(place));
    if (word && asks) words[item.id] = { ...word, confirmed: false };
  }
  return { ...review, words, cells: asRead ? others : { ...others, [cellKey(place)]: text } };
}

/** The source's rows, one of their columns, and which column of the form's table it is said to be. */
export interface ColumnSaid {
  readonly rows: readonly (readonly string[])[];
  readonly at: number;
  readonly table: string;
  readonly column: string;
}

/**
 * Every cell of the form's column becomes what stands in that column of the source. What was asked about those cells
 * alone is answered by that, where the texts are numbers.
 */
export function columnTaken(review: Review, { rows, at, table, column }: ColumnSaid): Review {
  const form = review.form.tables.get(table);
  if (!form) return review;
  const texts = readByColumn(rows, at, form);
  const places = [...texts].map(([row, text]) => ({ place: { table, row, column }, text }));
  const there = places.filter(({ place }) => cellAt(place, review.report) !== undefined);
  const next = there.reduce((now, { place, text }) => corrected(now, place, text), review);
  const taken = new Set(there.map(({ place }) => cellKey(place)));
  const words = { ...next.words };
  for (const item of next.items) {
    const word = words[item.id];
    const about = item.at.length > 0 && item.at.every((place) => "row" in place && taken.has(cellKey(place)));
    const choice = about ? item.choices.findIndex(({ cells }) => cells !== undefined) : -1;
    if (word && choice >= 0)
      words[item.id] = {
        ...word,
        choice,
        confirmed: item.at.every((place) => "row" in place && faultOfCell(next, place) === null),
      };
  }
  const said = { ...next, words };
  return { ...said, current: nextWaiting(said, null) };
}

export function reassigned(review: Review, section: string, choice: number): Review {
  return { ...review, sections: { ...review.sections, [section]: choice } };
}

/** What keeps an item from being confirmed: one sentence, or `null`. */
export function faultOf(review: Review, item: Item): string | null {
  const choice = chosen(review, item);
  if (choice?.field) return choice.field.fault(review.words[item.id]?.text.trim() ?? "");
  for (const place of choice?.cells ?? []) {
    const fault = faultOfCell(review, place);
    if (fault !== null) return fault;
  }
  return null;
}

export function faultOfCell(review: Review, place: CellPlace): string | null {
  const text = review.cells[cellKey(place)];
  return text === undefined ? null : cellFault(text, place, review.report, review.form);
}

/** Corrected cells that are no numbers. */
export function faultyCells(review: Review): number {
  const places = review.report.tables.flatMap(({ key, cells }) =>
    cells.map(({ row, column }) => ({ table: key, row, column })),
  );
  return places.filter((place) => faultOfCell(review, place) !== null).length;
}

/** Confirms an item and goes to the next that waits; one with a fault stays. */
export function confirmed(review: Review, id: string): Review {
  const item = review.items.find((one) => one.id === id);
  const word = review.words[id];
  if (!item || !word) return review;
  if (faultOf(review, item) !== null) return { ...review, current: id };
  const next = { ...review, words: { ...review.words, [id]: { ...word, confirmed: true } } };
  return { ...next, current: nextWaiting(next, id) };
}

/** The items that wait and are of the same kind as this one, itself among them. */
export function alike(review: Review, { code }: Item): Item[] {
  return waiting(review).filter((item) => item.code === code);
}

/** Confirms all items of one kind with the answers that stand; those with a fault stay. */
export function confirmedAlike(review: Review, item: Item): Review {
  const words = { ...review.words };
  for (const one of alike(review, item)) {
    const word = words[one.id];
    if (word && faultOf(review, one) === null) words[one.id] = { ...word, confirmed: true };
  }
  const next = { ...review, words };
  return { ...next, current: nextWaiting(next, item.id) };
}

/** The next item that waits behind `after`, else the first that waits. */
export function nextWaiting(review: Pick<Review, "items" | "words">, after: string | null): string | null {
  const left = waiting(review);
  const at = review.items.findIndex(({ id }) => id === after);
  const behind = left.find((item) => review.items.indexOf(item) > at);
  return (behind ?? left[0])?.id ?? null;
}

/** The report as it was read, with every answer put in. */
export function settled(review: Review): Report {
  const { report, form, items, words, sections, cells } = review;
  let now = report;
  for (const item of items) {
    const [choice, text] = [chosen(review, item), words[item.id]?.text.trim() ?? ""];
    // Two items can ask about one thing: what was not touched changes nothing.
    if (choice && (!choice.field || text !== choice.field.value)) now = choice.apply(now, text);
  }
  for (const { key } of report.sections) {
    now = sectionChoices(key, "", report, form)[sections[key] ?? 0]?.apply(now, "") ?? now;
  }
  for (const { key: table, cells: all } of report.tables) {
    for (const { row, column } of all) {
      const text = cells[cellKey({ table, row, column })];
      if (text !== undefined) now = withCells(now, [{ table, row, column }], text, form);
    }
  }
  return now;
}

/** What the clerk chooses for the report to be made. */
export interface Plan {
  readonly carry: Omit<Carry, "into">;
  /** The form of the file's own report is kept, though another one is prescribed for the year. */
  readonly stay: boolean;
}

/**
 * What is planned at first. Last year's file is for the next year where a form serves that: the file's own, or, where
 * the clerk begins a new report with it, one that takes over. Else the file is taken for what it is.
 */
export function usualPlan(form: Form, year: number | null, years: readonly number[], begins: Wish | boolean): Plan {
  if (typeof begins === "object" && years.includes(begins.year)) {
    const figures = begins.year === year ? "current" : "previous";
    const stay = begins.form === form.id && !servesYear(form, begins.year);
    return { carry: { year: begins.year, text: "keep", figures }, stay };
  }
  const next = year === null ? null : year + 1;
  if (next !== null && (servesYear(form, next) || (begins && years.includes(next))))
    return { carry: { year: next, text: "keep", figures: "previous" }, stay: false };
  return { carry: { year: year ?? years[0] ?? form.file.years.from, text: "keep", figures: "current" }, stay: false };
}

/** The form that the report will be of. */
export function goalOf({ form }: Review, { carry, stay }: Plan, forms: readonly Form[]): Form {
  return stay ? form : formAfter(forms, form, carry.year);
}

/** Where the text of each section goes in another form, as the form says or the clerk has said since. */
export function movesOf(review: Review, report: Report, goal: Form): Move[] {
  return usualMoves(report, goal).map(({ from, to }) => {
    const said = review.goals[from];
    return { from, to: said === undefined || (said !== null && !goal.sections.has(said)) ? to : said };
  });
}

/** Sends the text of a section somewhere else; `null` keeps it a section of its own. */
export function sent(review: Review, section: string, to: string | null): Review {
  return { ...review, goals: { ...review.goals, [section]: to } };
}

/** The report that is put in; what it leaves out of the office's particulars is filled in. */
export function finish(review: Review, plan: Plan, forms: readonly Form[], office: Office | null): Report {
  const read = settled(review);
  const goal = goalOf(review, plan, forms);
  const into = goal.id === review.form.id ? {} : { into: { form: goal, moves: movesOf(review, read, goal) } };
  const report = carryOver(read, review.form, { ...plan.carry, ...into });
  return office === null ? report : withOffice(report, office);
}
