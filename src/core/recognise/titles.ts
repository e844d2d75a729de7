import type { Form } from "../form/form.ts";
import { fold, similarity } from "../text/fold.ts";
import { headingNumber } from "../text/heading.ts";

/** A section of the form that a heading may mean; `score` 1 is the form's own wording. */
export interface TitleMatch {
  readonly key: string;
  readonly score: number;
}

interface SectionName {
  readonly key: string;
  readonly name: string;
}

const CLOSE_ENOUGH = 0.66;
const names = new WeakMap<Form, readonly SectionName[]>();

function sectionNames(form: Form): readonly SectionName[] {
  const known =
    names.get(form) ??
    form.file.sections
      .filter((section) => !section.preamble)
      .flatMap(({ key, title, variants }) => [title, ...(variants ?? [])].map((name) => ({ key, name: fold(name) })));
  names.set(form, known);
  return known;
}

/** The form's sections that the heading (without its number) may mean, best first. */
export function matchTitle(title: string, form: Form): TitleMatch[] {
  const folded = fold(title);
  const best = new Map<string, number>();
  for (const { key, name } of sectionNames(form)) {
    const score = folded === name ? 1 : similarity(folded, name) * 0.99;
    if (score >= CLOSE_ENOUGH) best.set(key, Math.max(best.get(key) ?? 0, score));
  }
  return [...best].map(([key, score]) => ({ key, score })).sort((a, b) => b.score - a.score);
}

/** A known title that a paragraph begins with and runs on behind: the text after it, or `null`. */
export function runsOn(text: string, form: Form): { readonly heading: string; readonly rest: string } | null {
  const number = headingNumber(text);
  if (!number) return null;
  const whole = text.trim();
  const candidates = form.file.sections
    .flatMap(({ title, variants }) => [title, ...(variants ?? [])])
    .filter((name) => name !== "");
  candidates.sort((a, b) => b.length - a.length);
  for (const name of candidates) {
    if (number.rest.startsWith(name) && number.rest.length > name.length) {
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
