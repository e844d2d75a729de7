import type { FigureRef } from "./content/types.ts";

/**
 * Marks that our writers leave in Word files (as bookmarks, invisible to the reader) so that what goes out
 * comes in again as the same report, even where the text alone would be ambiguous. A file without them is
 * read by its text.
 */
const PREFIX = "_nb_";

/** `proposed` is text that the writer supplied because the report has none: it is not read back. */
export type Mark =
  | { readonly kind: "title" | "preamble" | "annex-number" | "annex-title" | "proposed" }
  | { readonly kind: "section"; readonly key: string };

/**
 * Bookmark names take letters, digits and `_`, at most 40: `-` becomes `__`. A name may stand once in a file:
 * the second and later marks of a kind take their `nth` behind a single `_`.
 */
export function markName(mark: Mark, nth = 1): string {
  const body = mark.kind === "section" ? `section_${mark.key.replaceAll("-", "__")}` : mark.kind.replaceAll("-", "__");
  return PREFIX + body + (nth > 1 ? `_${nth}` : "");
}

/** The inverse of `markName`; `null` for any other bookmark. */
export function parseMark(name: string): Mark | null {
  if (!name.startsWith(PREFIX)) return null;
  const body = name.slice(PREFIX.length).replace(/(?<=.[^_])_\d+$/, "");
  if (body.startsWith("section_")) return { kind: "section", key: body.slice("section_".length).replaceAll("__", "-") };
  const kind = body.replaceAll("__", "-");
  return kind === "title" ||
    kind === "preamble" ||
    kind === "annex-number" ||
    kind === "annex-title" ||
    kind === "proposed"
    ? { kind }
    : null;
}

const FIGURE = "nianbao-figure";

/** The tag of the content control around a bound number: its cell, and how it is written. */
export function figureTag({ table, row, column, format }: FigureRef): string {
  return [FIGURE, table, row, column, format].join(":");
}

/** The inverse of `figureTag`; `null` for any other tag. Keys of forms and reports have no colon. */
export function parseFigureTag(tag: string): FigureRef | null {
  const [name, table, row, column, format, ...more] = tag.split(":");
  if (name !== FIGURE || !table || !row || !column || more.length > 0) return null;
  return format === "arabic" || format === "chinese" ? { table, row, column, format } : null;
}
