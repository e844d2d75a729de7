import { formatNamed } from "../word/formats.ts";
import { type Counters, LEVELS, type Level, type ListInstance, makeCounters, nextLabel } from "../word/lists.ts";
import { Bytes } from "./bytes.ts";
import { readSprms, SPRM, toggled } from "./sprm.ts";

/** Hands out automatic numbers; a paragraph asks once, in the order of the text. */
export interface Numbering {
  /** @param list as the paragraph names it, counted from 1 */
  next(list: number, level: number, text: string): string;
}

interface Definition {
  readonly counters: Counters;
  readonly levels: ReadonlyMap<number, Level>;
}

const MOST_LISTS = 4096;

/**
 * Reads the lists of a document: their definitions (PlfLst, the levels follow behind its `size`) and the instances
 * that paragraphs name (PlfLfo). [MS-DOC] 2.9.203 and 2.9.202.
 */
export function readNumbering(
  table: Bytes,
  definitions: { readonly at: number; readonly size: number },
  instances: { readonly at: number; readonly size: number },
): Numbering {
  const known = definitions.size < 2 ? new Map<number, Definition>() : readDefinitions(table, definitions);
  const lists = instances.size < 4 ? [] : readInstances(table, instances, known);
  return {
    next: (list, level, text) => {
      const instance = lists[list - 1];
      return instance ? nextLabel(instance, level, text) : "";
    },
  };
}

const DEFINITION = 28;
const SIMPLE = 1;

function readDefinitions(table: Bytes, { at, size }: { at: number; size: number }): Map<number, Definition> {
  const count = Math.min(Math.max(table.i16(at), 0), MOST_LISTS, Math.floor((size - 2) / DEFINITION));
  const found = new Map<number, Definition>();
  const reader = new LevelReader(table, at + size);
  for (let i = 0; i < count; i += 1) {
    const head = table.part(at + 2 + i * DEFINITION, DEFINITION);
    const levels = new Map<number, Level>();
    const many = head.u8(26) & SIMPLE ? 1 : LEVELS;
    for (let level = 0; level < many; level += 1) levels.set(level, reader.next(level));
    found.set(head.i32(0), { counters: makeCounters(), levels });
  }
  return found;
}

const INSTANCE = 16;
const CHANGE = 8;
const STARTS = 0x10;
const REPLACES = 0x20;

function readInstances(
  table: Bytes,
  { at, size }: { at: number; size: number },
  known: ReadonlyMap<number, Definition>,
): (ListInstance | null)[] {
  const count = Math.min(table.u32(at), MOST_LISTS, Math.floor((size - 4) / INSTANCE));
  const heads = Array.from({ length: count }, (_, i) => table.part(at + 4 + i * INSTANCE, INSTANCE));
  const reader = new LevelReader(table, at + 4 + count * INSTANCE);
  return heads.map((head): ListInstance | null => {
    const definition = known.get(head.i32(0));
    const levels = new Map(definition?.levels);
    const pendingStarts = new Map<number, number>();
    reader.skip(4);
    for (let changes = Math.min(head.u8(12), LEVELS); changes > 0; changes -= 1) {
      const change = reader.part(CHANGE);
      const level = change.u32(4) & 15;
      if (change.u32(4) & REPLACES) levels.set(level, reader.next(level));
      if (change.u32(4) & STARTS)
        pendingStarts.set(level, change.u32(4) & REPLACES ? (levels.get(level)?.start ?? 1) : change.i32(0));
    }
    return definition ? { counters: definition.counters, levels, pendingStarts } : null;
  });
}

const LEVEL = 28;
const LEGAL = 4;
const KEEPS_COUNTING = 8;
const SUFFIXES = ["tab", "space", "nothing"];

/** Reads what stands behind the lists: level after level, each as long as it says. */
class LevelReader {
  readonly #table: Bytes;
  #at: number;

  constructor(table: Bytes, at: number) {
    this.#table = table;
    this.#at = at;
  }

  skip(bytes: number): void {
    this.#at += bytes;
  }

  /** What is cut off is zeros: a list without its levels counts nothing. */
  part(length: number): Bytes {
    const from = Math.min(this.#at, this.#table.length);
    this.#at += length;
    const there = this.#table.all.subarray(from, from + length);
    if (there.length === length) return new Bytes(there);
    const whole = new Uint8Array(length);
    whole.set(there);
    return new Bytes(whole);
  }

  next(index: number): Level {
    const head = this.part(LEVEL);
    this.skip(head.u8(25));
    const looks = readSprms(this.part(head.u8(24)), null);
    const length = this.part(2).u16(0);
    const text = this.part(length * 2).text(0, length);
    const flags = head.u8(5);
    const hidden = looks.some(({ code, operand }) => code === SPRM.hidden && toggled(operand, false));
    return {
      start: head.i32(0),
      format: formatNamed(head.u8(4)),
      // Where a level's number goes, the text holds the level itself, a character from 0 to 8.
      text: hidden ? "" : text.replace(/[\u0000-\u0008]/g, (place) => `%${place.charCodeAt(0) + 1}`),
      legal: (flags & LEGAL) !== 0,
      suffix: SUFFIXES[head.u8(15)] ?? "tab",
      restartBelow: flags & KEEPS_COUNTING ? head.u8(26) : index,
    };
  }
}
