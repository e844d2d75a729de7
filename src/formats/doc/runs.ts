import { Bytes } from "./bytes.ts";
import { readPlc } from "./fib.ts";
import { readSprms, type Sprm } from "./sprm.ts";

/** A stretch of the file whose paragraphs or characters have one set of properties. */
export interface Run {
  /** Bytes of the main stream, `to` not included. */
  readonly from: number;
  readonly to: number;
  /** Of paragraphs: their style. */
  readonly style: number;
  readonly sprms: readonly Sprm[];
}

export interface Runs {
  /** The run that the byte at `at` lies in. */
  at(place: number): Run | null;
}

const PAGE = 512;
const MOST_RUNS = 2_000_000;

/**
 * Property runs stand on pages of 512 bytes in the main stream (FKPs, [MS-DOC] 2.9.32 and 2.9.174); `index` lists the
 * pages.
 */
export function readRuns(main: Bytes, index: Bytes, data: Bytes | null, kind: "paragraphs" | "characters"): Runs {
  const { places, record } = readPlc(index, 4);
  const runs: Run[] = [];
  for (let i = 0; i + 1 < places.length && runs.length < MOST_RUNS; i += 1) {
    const at = (record(i).u32(0) & 0x3fffff) * PAGE;
    if (at + PAGE <= main.length) readPage(main.part(at, PAGE), data, kind, runs);
  }
  runs.sort((a, b) => a.from - b.from);
  let last = 0;
  return {
    at: (place) => {
      // Text is read forwards: the run is nearly always the one before, or the next.
      const near = [runs[last], runs[last + 1]].findIndex((run) => run && run.from <= place && place < run.to);
      if (near >= 0) last += near;
      else last = search(runs, place);
      const found = runs[last];
      return found && found.from <= place && place < found.to ? found : null;
    },
  };
}

function search(runs: readonly Run[], place: number): number {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((runs[middle]?.from ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

function readPage(page: Bytes, data: Bytes | null, kind: "paragraphs" | "characters", runs: Run[]): void {
  const count = page.u8(PAGE - 1);
  const entry = kind === "paragraphs" ? 13 : 1;
  const offsets = (count + 1) * 4;
  if (offsets + count * entry > PAGE) return;
  // Runs with the same properties share them: a page has at most 255 starts of property lists.
  const known = new Map<number, Pick<Run, "style" | "sprms">>();
  for (let i = 0; i < count; i += 1) {
    const at = page.u8(offsets + i * entry) * 2;
    const properties = known.get(at) ?? readProperties(page, at, data, kind);
    known.set(at, properties);
    runs.push({ from: page.u32(i * 4), to: page.u32(i * 4 + 4), ...properties });
  }
}

const PLAIN: Pick<Run, "style" | "sprms"> = { style: 0, sprms: [] };

function readProperties(page: Bytes, at: number, data: Bytes | null, kind: "paragraphs" | "characters") {
  if (at === 0) return PLAIN;
  if (kind === "characters") return { style: 0, sprms: readSprms(clipped(page, at + 1, page.u8(at)), data) };
  const words = page.u8(at);
  const list = words > 0 ? clipped(page, at + 1, words * 2 - 1) : clipped(page, at + 2, page.u8(at + 1) * 2);
  if (list.length < 2) return PLAIN;
  return { style: list.u16(0), sprms: readSprms(list.part(2, list.length - 2), data) };
}

function clipped(page: Bytes, at: number, length: number): Bytes {
  return new Bytes(page.all.subarray(at, Math.min(at + length, PAGE - 1)));
}
