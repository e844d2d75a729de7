import type { SourceLine } from "../../contract/review.ts";
import type { Place, Report } from "../../core/report/report.ts";
import { fold } from "../../core/text/fold.ts";
import type { Item } from "./items.ts";
import { cellAt } from "./settling.ts";

/** A source folded for comparing: each line as its cells, a paragraph as one. */
export type Folded = readonly (readonly string[])[];

export function foldSource(source: readonly SourceLine[]): Folded {
  return source.map((line) =>
    line.kind === "row" ? line.cells.map(fold) : [line.kind === "file" ? "" : fold(line.text)],
  );
}

/** Which lines of the source an item is about, by index; empty where the source has none (a missing row). */
export function linesOf(item: Item, report: Report, folded: Folded): number[] {
  const found = new Set<number>();
  for (const place of item.at) {
    const line = lineOfPlace(place, report, folded);
    if (line !== null) found.add(line);
  }
  if (item.at.length === 0) for (const line of linesWith(item.texts, folded)) found.add(line);
  if (found.size === 0) for (const line of linesQuoted(item.texts, folded)) found.add(line);
  return [...found].sort((a, b) => a - b);
}

function lineOfPlace(place: Place, report: Report, folded: Folded): number | null {
  if ("row" in place) {
    const label = fold(cellAt(place, report)?.label ?? "");
    return label === ""
      ? null
      : indexOf(folded, (cell) => cell === label || (cell.startsWith(label) && cell.length < label.length + 12));
  }
  const section = report.sections.find(({ key }) => key === place.section);
  const text = fold(section?.heading || section?.paragraphs[0] || "");
  return text === "" ? null : lineOfText(text, folded);
}

/** Texts that were read as they stand: whole lines, or rows whose cells they join. */
function linesWith(texts: readonly string[], folded: Folded): number[] {
  return texts.flatMap((text) => lineOfText(fold(text), folded) ?? []);
}

/** A heading or paragraph: at the beginning of its line, or, where a reader broke the line, somewhere in it. */
function lineOfText(text: string, folded: Folded): number | null {
  const starts = folded.findIndex((cells) => cells.join("").startsWith(text));
  if (starts >= 0) return starts;
  return indexOf(folded, (line) => line.includes(text));
}

/** A message without a place often quotes what it is about. */
function linesQuoted(texts: readonly string[], folded: Folded): number[] {
  const quoted = texts.flatMap((text) => [...text.matchAll(/“([^”]{2,})”/g)].map((match) => fold(match[1] ?? "")));
  const [first] = quoted.filter((text) => text !== "");
  if (first === undefined) return [];
  const line = indexOf(folded, (cell) => cell.includes(first));
  return line === null ? [] : [line];
}

function indexOf(folded: Folded, matches: (cell: string) => boolean): number | null {
  const index = folded.findIndex((cells) => cells.some(matches));
  return index < 0 ? null : index;
}

/** What stands for a stretch of lines that no item is about: `from` and `to` are indexes, both included. */
export type Shown =
  | { readonly kind: "line"; readonly index: number }
  | { readonly kind: "fold"; readonly from: number; readonly to: number };

/** Lines around the linked ones stay open, so that a paragraph is seen among its neighbours. */
const AROUND = 3;
/** Shorter stretches are not worth folding. */
const SHORTEST = 6;

/** The source with the stretches folded that are beyond doubt. Where nothing is linked, all of it is to be seen. */
export function foldSure(count: number, linked: ReadonlySet<number>, open: ReadonlySet<number>): Shown[] {
  const near = new Set<number>();
  for (const line of linked) for (let d = -AROUND; d <= AROUND; d += 1) near.add(line + d);
  const rows: Shown[] = [];
  for (let i = 0; i < count; i += 1) {
    let to = i;
    while (to < count && !near.has(to)) to += 1;
    if (linked.size > 0 && to - i >= SHORTEST && !open.has(i)) {
      rows.push({ kind: "fold", from: i, to: to - 1 });
      i = to - 1;
    } else {
      // An opened stretch is shown whole.
      for (; i < to; i += 1) rows.push({ kind: "line", index: i });
      if (i < count) rows.push({ kind: "line", index: i });
    }
  }
  return rows;
}
