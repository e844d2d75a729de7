import type { Form } from "../form/form.ts";
import { fold, type LetterPairs, letterPairs, similarity, similarityBound } from "../text/fold.ts";
import { headingNumber } from "../text/heading.ts";

/** A section of the form that a heading may mean; `score` 1 is the form's own wording. */
export interface TitleMatch {
  readonly key: string;
  readonly score: number;
}

interface SectionName {
  readonly key: string;
  readonly name: string;
  readonly pairs: LetterPairs;
}

/** A form's titles, prepared, and what was asked of them before: headings are looked at several times. */
interface Titles {
  readonly names: readonly SectionName[];
  /** The letter pairs of all names: a line that has hardly any of them is none of them. */
  readonly pairs: ReadonlySet<string>;
  /** As written, the longest first. */
  readonly written: readonly string[];
  readonly answers: Map<string, readonly TitleMatch[]>;
}

const CLOSE_ENOUGH = 0.66;
const MOST_ANSWERS = 2000;
const prepared = new WeakMap<Form, Titles>();

function titlesOf(form: Form): Titles {
  const known = prepared.get(form);
  if (known) return known;
  const names = form.file.sections
    .filter((section) => !section.preamble)
    .flatMap(({ key, title, variants }) => [title, ...(variants ?? [])].map((text) => ({ key, name: fold(text) })))
    .map(({ key, name }) => ({ key, name, pairs: letterPairs(name) }));
  const pairs = new Set(names.flatMap((name) => [...name.pairs.keys()]));
  const written = form.file.sections
    .flatMap(({ title, variants }) => [title, ...(variants ?? [])])
    .filter((name) => name !== "")
    .sort((a, b) => b.length - a.length);
  const titles: Titles = { names, pairs, written, answers: new Map() };
  prepared.set(form, titles);
  return titles;
}

/** The form's sections that the heading (without its number) may mean, best first. */
export function matchTitle(title: string, form: Form): readonly TitleMatch[] {
  const titles = titlesOf(form);
  const known = titles.answers.get(title);
  if (known) return known;
  const answer = compareTitles(fold(title), titles);
  if (titles.answers.size >= MOST_ANSWERS) titles.answers.clear();
  titles.answers.set(title, answer);
  return answer;
}

function compareTitles(folded: string, { names, pairs: known }: Titles): TitleMatch[] {
  const pairs = letterPairs(folded);
  let common = 0;
  for (const [pair, count] of pairs) if (known.has(pair)) common += count;
  // No name can have more in common with it, and the shorter the name, the less there is to have.
  if (folded.length > 1 && (2 * common) / (folded.length - 1 + common) < CLOSE_ENOUGH) return [];
  const best = new Map<string, number>();
  for (const { key, name, pairs: pairsOfName } of names) {
    if (similarityBound(folded, name) < CLOSE_ENOUGH) continue;
    const score = folded === name ? 1 : similarity(folded, name, pairs, pairsOfName) * 0.99;
    if (score >= CLOSE_ENOUGH) best.set(key, Math.max(best.get(key) ?? 0, score));
  }
  return [...best].map(([key, score]) => ({ key, score })).sort((a, b) => b.score - a.score);
}

/** A known title that a paragraph begins with and runs on behind: the text after it, or `null`. */
export function runsOn(text: string, form: Form): { readonly heading: string; readonly rest: string } | null {
  const number = headingNumber(text);
  if (!number) return null;
  const whole = text.trim();
  for (const name of titlesOf(form).written) {
    if (number.rest.startsWith(name) && /[^\p{P}\s]/u.test(number.rest.slice(name.length))) {
      const end = whole.length - number.rest.length + name.length;
      return { heading: whole.slice(0, end), rest: whole.slice(end).trim() };
    }
  }
  return null;
}

/** A heading without its rank-1 number, for comparing with the form's titles. */
export function withoutNumber(text: string): string {
  return text.replace(/^[^\p{Script=Han}]*[一二三四五六七八九十]+[、.]/u, "");
}
