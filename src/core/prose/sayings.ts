import type { Decimal } from "../decimal.ts";
import type { Statement } from "../form/schema.ts";
import { compilePhrase, type Phrase, saidBy } from "./phrase.ts";

/** A number of the table that a paragraph says. */
export interface Saying {
  readonly statement: Statement;
  readonly value: Decimal;
  /** Where the number stands in the paragraph, or the whole phrase where that says 0; `to` is not included. */
  readonly from: number;
  readonly to: number;
  /** The number with its unit, as written. */
  readonly quote: string;
  /** The phrase says that there was none. */
  readonly denied: boolean;
  /** The year that the sentence speaks of where that is not the report's own; `null` where it names none. */
  readonly year: number | "before" | null;
}

/** Reads paragraphs for the numbers of one table. What was read before is remembered: a keystroke changes one of them. */
export class Reader {
  readonly #phrases: readonly { readonly statement: Statement; readonly phrase: Phrase }[];
  readonly #read = new Map<string, readonly Saying[]>();

  constructor(statements: readonly Statement[]) {
    this.#phrases = statements.flatMap((statement) =>
      statement.phrases.flatMap((text) => {
        const phrase = compilePhrase(text);
        return phrase ? [{ statement, phrase }] : [];
      }),
    );
  }

  /** What the paragraph says, in its order. One number is said of one thing: of the longest phrase around it. */
  read(paragraph: string): readonly Saying[] {
    const known = this.#read.get(paragraph);
    if (known) return known;
    const said = this.#find(halfWidth(paragraph), paragraph);
    if (this.#read.size >= MOST_READ) this.#read.clear();
    this.#read.set(paragraph, said);
    return said;
  }

  #find(text: string, written: string): Saying[] {
    const found: { readonly saying: Saying; readonly length: number }[] = [];
    for (const { statement, phrase } of this.#phrases) {
      for (const match of text.matchAll(phrase.pattern)) {
        const { value, from, to } = saidBy(match);
        const denied = match.groups?.["n"] === undefined;
        if (!denied && /^[\s]*[余多]/.test(text.slice(to))) continue;
        const { length } = match[0];
        const clause = text.slice(clauseStart(text, match.index), match.index);
        if (statement.notAfter?.some((word) => clause.includes(word))) continue;
        const sentence = text.slice(sentenceStart(text, match.index), match.index);
        if (SPAN.test(sentence)) continue;
        const quote = written.slice(from, denied ? to : match.index + length);
        found.push({ saying: { statement, value, from, to, quote, denied, year: lastYear(sentence) }, length });
      }
    }
    const kept: Saying[] = [];
    // The longer phrase knows better what the number is.
    for (const { saying } of found.sort((a, b) => b.length - a.length))
      if (!kept.some((other) => isSame(saying, other))) kept.push(saying);
    return kept.sort((a, b) => a.from - b.from);
  }
}

const MOST_READ = 2000;
/** Over several years: not this year's number. */
const SPAN = /累计|历年|以来|近[一二两三四五六七八九十\d]+年/;
const YEARS = /(?<![比较同])(?:(?<year>20\d{2})年|(?<before>上年|去年|上一年|前年|往年)|(?<now>今年|本年|全年))/g;

/** Full-width digits, letters and signs as half-width ones; every letter keeps its place. */
function halfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

function sentenceStart(text: string, at: number): number {
  return Math.max(...["。", ";", "!", "?", "\n"].map((end) => text.lastIndexOf(end, at - 1) + 1));
}

function clauseStart(text: string, at: number): number {
  return Math.max(text.lastIndexOf(",", at - 1) + 1, sentenceStart(text, at));
}

function lastYear(sentence: string): Saying["year"] {
  const last = [...sentence.matchAll(YEARS)].at(-1)?.groups;
  if (last?.["year"]) return Number(last["year"]);
  return last?.["before"] ? "before" : null;
}

/** Two readings of one number. One sentence may deny several things: 未发生行政复议、行政诉讼. */
function isSame(a: Saying, b: Saying): boolean {
  if (a.denied && b.denied && a.statement !== b.statement) return false;
  return a.from < b.to && b.from < a.to;
}
