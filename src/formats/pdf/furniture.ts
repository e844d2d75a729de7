import { removeSpace } from "../../core/text/fold.ts";
import { furniture } from "../../core/text/furniture.ts";
import type { TextLine } from "./lines.ts";

/** The lines of a page, and which of them are no part of the text, with the reason. */
export interface PageLines {
  readonly height: number;
  readonly lines: readonly TextLine[];
}

/** Shares of the page's height in which heads and feet stand; the text of an official document begins at 0.125. */
const HEAD = 0.11;
const FOOT = 0.885;
const BARE_NUMBER = /^\d{1,3}$/;

type Zone = "head" | "foot";

/** For each page the lines of its head and foot that come again on other pages, and its page number. */
export function furnitureOf(pages: readonly PageLines[]): ReadonlyMap<TextLine, string> {
  const found = new Map<TextLine, string>();
  const again = new Map<string, Set<number>>();
  const inZones = pages.map(({ height, lines }) =>
    lines.flatMap((line) => {
      const zone: Zone | null = line.y < height * HEAD ? "head" : line.y - line.size > height * FOOT ? "foot" : null;
      return zone ? [{ line, zone, key: `${zone} ${pattern(line.text)}` }] : [];
    }),
  );
  for (const [i, zoned] of inZones.entries())
    for (const { key } of zoned) again.set(key, (again.get(key) ?? new Set()).add(i));
  const numbered = countUp(inZones.map((zoned) => zoned.map(({ line }) => line.text)));
  for (const { line, zone, key } of inZones.flat()) {
    const text = removeSpace(line.text);
    if (furniture(text) === "page number" || (numbered && BARE_NUMBER.test(text))) found.set(line, "page number");
    else if ((again.get(key)?.size ?? 0) >= Math.max(2, pages.length / 2))
      found.set(line, zone === "head" ? "running header" : "running footer");
  }
  return found;
}

/** What stays the same from page to page. */
function pattern(text: string): string {
  return removeSpace(text).replace(/\d+/g, "#");
}

/** A figure alone in the margin is a page number when such figures count up from page to page. */
function countUp(pages: readonly (readonly string[])[]): boolean {
  const starts = pages.flatMap((texts, page) => {
    const number = texts.map(removeSpace).find((text) => BARE_NUMBER.test(text));
    return number === undefined ? [] : [Number(number) - page];
  });
  return starts.length > 0 && starts.length >= pages.length / 2 && new Set(starts).size === 1;
}
