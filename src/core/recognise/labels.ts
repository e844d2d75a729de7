import { plainLabel, type TableOfForm } from "../form/form.ts";
import type { RowForm } from "../form/schema.ts";
import { fold, type LetterPairs, letterPairs, similarity, similarityBound } from "../text/fold.ts";
import { headingNumber } from "../text/heading.ts";

/** How well a source label names a row: `exact` is beyond doubt, `close` is a guess that must be said. */
export interface LabelMatch {
  readonly score: number;
  readonly sure: boolean;
}

interface RowNames {
  readonly row: RowForm;
  /** Folded texts with the number, with and without the printed note. */
  readonly whole: ReadonlySet<string>;
  /** Folded texts without number and 其中, variants included. */
  readonly bare: ReadonlyMap<string, LetterPairs>;
  /**
   * The same with or without 数 at the end: names this row among the others of its table, but does not tell the table
   * (收到申请 may stand in any).
   */
  readonly loose: ReadonlySet<string>;
  readonly ordinal: number | null;
}

/** One for all: a long table has a great many of them. */
const NO_MATCH: LabelMatch = { score: 0, sure: false };

function matched(score: number, sure: boolean): LabelMatch {
  return score > 0 ? { score, sure } : NO_MATCH;
}

/** A remark in brackets, also one that is not closed. */
export const BRACKETS = /[(\uff08][^()\uff08\uff09]*[)\uff09]?/g;
const CLOSE_ENOUGH = 0.74;
const MOST_NAMES = 5000;

/** Every way in which the rows of a table may be named. */
export class LabelIndex {
  readonly rows: readonly RowNames[];
  readonly #known: ReadonlySet<string>;
  /** A label is looked at several times while columns and rows are found. */
  readonly #names = new Map<string, Names>();

  constructor(table: TableOfForm) {
    this.rows = table.form.rows.map((row) => {
      const labels = [row.label, ...(row.variants ?? [])];
      const noted = row.note ? labels.flatMap((label) => [label, label + row.note]) : labels;
      return {
        row,
        whole: new Set([row.label, ...(row.note ? [row.label + row.note] : [])].map(fold)),
        bare: new Map(noted.map((label) => fold(plainLabel(label))).map((name) => [name, letterPairs(name)])),
        loose: new Set(noted.map((label) => otherCount(fold(plainLabel(label))))),
        ordinal: headingNumber(row.label)?.ordinal ?? null,
      };
    });
    this.#known = new Set(this.rows.flatMap(({ whole, bare }) => [...whole, ...bare.keys()]));
  }

  /** True when the text names some row beyond doubt. */
  knows(label: string): boolean {
    if (label.length < 2) return false;
    const names = this.#namesOf(label);
    return this.#known.has(names.whole) || this.#known.has(names.bare) || this.#known.has(names.unbracketed);
  }

  #namesOf(label: string): Names {
    const known = this.#names.get(label);
    if (known) return known;
    const names = namesOf(label);
    if (this.#names.size >= MOST_NAMES) this.#names.clear();
    this.#names.set(label, names);
    return names;
  }

  /** One score for each row of the table, 0 where the label cannot mean it. */
  scores(label: string): LabelMatch[] {
    const names = this.#namesOf(label);
    if (names.whole === "") return this.rows.map(() => NO_MATCH);
    const exact = this.rows.map((row) => exactScore(row, names));
    if (exact.some((score) => score > 0)) return exact.map((score) => matched(score, true));
    const spellings = spellingsOf(names);
    return this.rows.map((row) => matched(closeScore(row, names, spellings), false));
  }
}

/** `当面申请` for `当面申请数`, `涉及国家秘密数` for `涉及国家秘密`. */
function otherCount(name: string): string {
  return name.endsWith("数") ? name.slice(0, -1) : `${name}数`;
}

interface Names {
  readonly whole: string;
  readonly bare: string;
  readonly unbracketed: string;
  readonly ordinal: number | null;
}

function namesOf(label: string): Names {
  const bare = plainLabel(label.replace(/\s+/g, ""));
  return {
    whole: fold(label),
    bare: fold(bare),
    unbracketed: fold(bare.replace(BRACKETS, "")),
    ordinal: headingNumber(label)?.ordinal ?? null,
  };
}

function exactScore(row: RowNames, names: Names): number {
  if (row.whole.has(names.whole)) return 10;
  const bare = row.bare.has(names.bare)
    ? 8
    : names.unbracketed !== "" && row.bare.has(names.unbracketed)
      ? 7.5
      : names.bare.length > 3 && row.loose.has(names.bare)
        ? 7
        : 0;
  if (bare === 0 || names.ordinal === null || row.ordinal === null) return bare;
  return bare + (names.ordinal === row.ordinal ? 1 : -0.5);
}

interface Spelling {
  readonly name: string;
  readonly pairs: LetterPairs;
}

/** The label with its brackets and without, prepared once for all rows. */
function spellingsOf({ bare, unbracketed }: Names): Spelling[] {
  if (bare.length < 4) return [];
  const spelt = unbracketed === "" || unbracketed === bare ? [bare] : [bare, unbracketed];
  return spelt.map((name) => ({ name, pairs: letterPairs(name) }));
}

function closeScore(row: RowNames, names: Names, spellings: readonly Spelling[]): number {
  let best = 0;
  for (const [name, pairs] of row.bare)
    for (const own of spellings)
      if (similarityBound(own.name, name) >= CLOSE_ENOUGH)
        best = Math.max(best, similarity(name, own.name, pairs, own.pairs));
  const number = names.ordinal !== null && names.ordinal === row.ordinal ? 0.5 : 0;
  return best >= CLOSE_ENOUGH ? 4 * best + number : 0;
}
