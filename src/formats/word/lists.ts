import { formatNumber } from "./numerals.ts";

/** One level of a list, whatever kind of file it was defined in. */
export interface Level {
  readonly start: number;
  /** As ST_NumberFormat names it. */
  readonly format: string;
  /** `%1` to `%9` stand for the numbers of the levels. */
  readonly text: string;
  /** All numbers of the text in plain digits. */
  readonly legal: boolean;
  /** What stands between number and text: `tab`, `space` or `nothing`. */
  readonly suffix: string;
  /** Starts again after a level below this (levels count from 0); 0 never does. */
  readonly restartBelow: number;
}

/** Lists with one definition count on together. */
export interface Counters {
  readonly values: (number | null)[];
}

/** A list in use: its levels, and where it starts anew until it has. */
export interface ListInstance {
  readonly counters: Counters;
  readonly levels: ReadonlyMap<number, Level>;
  readonly pendingStarts: Map<number, number>;
}

export const LEVELS = 9;

export function makeCounters(): Counters {
  return { values: Array.from({ length: LEVELS }, () => null) };
}

/** Counts a paragraph and gives its number, ready to stand before `text`; empty for bullets. */
export function nextLabel(instance: ListInstance, index: number, text: string): string {
  if (index < 0 || index >= LEVELS) return "";
  count(instance, index);
  const level = instance.levels.get(index);
  if (!level || level.format === "bullet") return "";
  const number = level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const place = Number(digit) - 1;
    const shown = instance.levels.get(place);
    const n = instance.counters.values[place] ?? shown?.start ?? 1;
    return formatNumber(n, level.legal && shown?.format !== "none" ? "decimal" : (shown?.format ?? "decimal"));
  });
  return number === "" ? "" : number + labelGap(level.suffix, number, text);
}

/**
 * What stands between a number and its text. A tab is only a distance: after a mark or a bracket it is no
 * character (`一、基本情况`), except that `1.` must not run into a digit (`1. 2018年`).
 */
export function labelGap(suffix: string, number: string, text: string): string {
  if (suffix === "nothing" || text === "") return "";
  if (suffix === "space") return " ";
  if (/[.\uff0e]$/.test(number) && /^\d/.test(text)) return " ";
  return /[、.,:)\]\uff0e\uff0c\uff1a\uff09】〕》①-⑳㉑-㉟㊱-㊿⒈-⒛⑴-⒇㊀-㊉]$/u.test(number) ? "" : " ";
}

function count({ counters, levels, pendingStarts }: ListInstance, index: number): void {
  const { values } = counters;
  const startOf = (level: number): number => pendingStarts.get(level) ?? levels.get(level)?.start ?? 1;
  // A level that was skipped counts as begun: 1.1 stands under an unseen 1, and the next heading is 2.
  for (let higher = 0; higher < index; higher += 1) values[higher] ??= startOf(higher);
  const before = pendingStarts.has(index) ? null : (values[index] ?? null);
  values[index] = before === null ? startOf(index) : before + 1;
  pendingStarts.delete(index);
  for (let deeper = index + 1; deeper < LEVELS; deeper += 1) {
    const restart = levels.get(deeper)?.restartBelow ?? deeper;
    if (index < restart) values[deeper] = null;
  }
}
