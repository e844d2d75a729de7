import { chineseOrdinal, headingNumber } from "../text/heading.ts";

/** The usual numbers of an official document (GB/T 9704-2012, 7.3.3) by rank. */
const USUAL = { 1: "%、", 2: "\uff08%\uff09", 3: "#.", 4: "\uff08#\uff09" } as const;

export type NumberRank = keyof typeof USUAL;

/** Gives headings their numbers, in the order of the text. */
export interface Numbering {
  /** The number as printed of the next heading of that rank. */
  readonly next: (rank: NumberRank, label: string | null) => string;
  /**
   * The `label` that makes the next heading of that rank print `written`: `null` where that is the usual
   * number, a template where only brackets or signs are others, else `written` itself.
   */
  readonly labelFor: (rank: NumberRank, written: string) => string | null;
}

/** A higher rank starts the lower ones anew; a number that is printed as it stands is counted on from. */
export function makeNumbering(): Numbering {
  const counts: [number, number, number, number, number] = [0, 0, 0, 0, 0];
  const restart = (rank: NumberRank) => counts.fill(0, rank + 1);
  return {
    next: (rank, label) => {
      restart(rank);
      const pattern = label ?? USUAL[rank];
      const ordinal = isTemplate(pattern) ? counts[rank] + 1 : ordinalIn(pattern);
      if (ordinal !== null) counts[rank] = ordinal;
      return print(pattern, counts[rank]);
    },
    labelFor: (rank, written) => {
      const ordinal = counts[rank] + 1;
      if (written === print(USUAL[rank], ordinal)) return null;
      const template = templateOf(written);
      return template !== null && print(template, ordinal) === written ? template : written;
    },
  };
}

function isTemplate(pattern: string): boolean {
  return /[%#]/.test(pattern);
}

function print(pattern: string, ordinal: number): string {
  return pattern.replace("%", chineseOrdinal(ordinal)).replace("#", String(ordinal));
}

function ordinalIn(written: string): number | null {
  return headingNumber(`${written}某`)?.ordinal ?? null;
}

/** `第二部分` → `第%部分`, `3、` → `#、`; `null` where no number stands in it. */
function templateOf(written: string): string | null {
  if (ordinalIn(written) === null) return null;
  return written.replace(/[一二三四五六七八九十百]+/, "%").replace(/^([^%\d]*)\d+/, "$1#");
}

/** The label of a heading that shall count with the others from now on; one without any number stays so. */
export function counting(rank: NumberRank, label: string | null): string | null {
  if (label === null || isTemplate(label)) return label;
  const template = templateOf(label) ?? label;
  return template === USUAL[rank] ? null : template;
}

/** A heading's text parted: its number with the white space behind it, and the rest. */
export function partHeading(text: string): { readonly written: string; readonly rest: string } {
  const number = headingNumber(text);
  if (!number) return { written: "", rest: text };
  const rest = text.slice(text.indexOf(number.label) + number.label.length).trimStart();
  return { written: text.slice(0, text.length - rest.length), rest };
}
