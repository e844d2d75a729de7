import { type Carry, carryOver } from "../../core/carry/carry.ts";
import { type Form, servesYear } from "../../core/form/form.ts";
import { yearsOf } from "../../core/form/years.ts";
import type { Report } from "../../core/report/report.ts";
import { type Item, itemsOf, needsWord } from "./items.ts";

/** What the clerk has said to one item so far. */
export interface Word {
  readonly choice: number;
  readonly text: string;
  readonly confirmed: boolean;
}

export interface Review {
  readonly items: readonly Item[];
  /** By the item's id. */
  readonly words: Readonly<Record<string, Word>>;
  /** The item in work; `null` when none is left. */
  readonly current: string | null;
}

export function beginReview(report: Report, form: Form): Review {
  const items = itemsOf(report, form);
  const words = Object.fromEntries(
    items.map(({ id, answering }) => [
      id,
      { choice: 0, text: answering?.kind === "field" ? answering.value : "", confirmed: false },
    ]),
  );
  const review = { items, words, current: null };
  return { ...review, current: nextWaiting(review, null) };
}

/** Items that wait for the clerk's word. */
export function waiting({ items, words }: Review): Item[] {
  return items.filter((item) => needsWord(item) && !words[item.id]?.confirmed);
}

/** Sets an answer. What is changed after it was confirmed has to be confirmed anew. */
export function answered(review: Review, id: string, change: Partial<Omit<Word, "confirmed">>): Review {
  const word = review.words[id];
  if (!word) return review;
  return { ...review, current: id, words: { ...review.words, [id]: { ...word, ...change, confirmed: false } } };
}

/** What keeps an item from being confirmed: one sentence, or `null`. */
export function faultOf(review: Review, item: Item): string | null {
  const word = review.words[item.id];
  return item.answering?.kind === "field" ? item.answering.fault(word?.text.trim() ?? "") : null;
}

/** Confirms an item and goes to the next that waits; one with a fault stays. */
export function confirmed(review: Review, id: string): Review {
  const item = review.items.find((one) => one.id === id);
  const word = review.words[id];
  if (!item || !word || faultOf(review, item) !== null) return review;
  const next = { ...review, words: { ...review.words, [id]: { ...word, confirmed: true } } };
  return { ...next, current: nextWaiting(next, id) };
}

/** The next item that waits behind `after`, else the first that waits. */
export function nextWaiting(review: Pick<Review, "items" | "words">, after: string | null): string | null {
  const left = waiting({ ...review, current: null });
  const at = review.items.findIndex(({ id }) => id === after);
  const behind = left.find((item) => review.items.indexOf(item) > at);
  return (behind ?? left[0])?.id ?? null;
}

/** The report as it was read, with every answer put in. */
function settle(report: Report, { items, words }: Review): Report {
  return items.reduce((now, { id, answering }) => {
    const word = words[id];
    if (!word || !answering) return now;
    if (answering.kind === "field") return answering.apply(word.text.trim(), now);
    return answering.choices[word.choice]?.apply(now) ?? now;
  }, report);
}

/** The years that a report of this form can be for, the latest first; that of the file is always among them. */
export function yearsFor(form: Form, year: number | null, today: number): number[] {
  const years = new Set([...yearsOf(form, today), ...(year === null ? [] : [year])]);
  return [...years].sort((a, b) => b - a);
}

/** Last year's file is for the next year where the form serves it, else the file is taken for what it is. */
export function usualCarry(form: Form, year: number | null, years: readonly number[]): Carry {
  const next = year === null ? null : year + 1;
  if (next !== null && servesYear(form, next)) return { year: next, text: "keep", figures: "previous" };
  return { year: year ?? years[0] ?? form.file.years.from, text: "keep", figures: "current" };
}

/** The report that is put in. */
export function finish(report: Report, form: Form, review: Review, carry: Carry): Report {
  return carryOver(settle(report, review), form, carry);
}
