import { hash } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { z } from "zod";
import { applyPatch } from "../core/patch/apply.ts";
import { diff } from "../core/patch/diff.ts";
import { isJson, type Json } from "../core/patch/patch.ts";
import type { Db } from "./connect.ts";

/** After so many patches a state is kept whole: that many are gone through at most to open a report. */
const WHOLE_EVERY = 100;
/** A patch this part as long as the whole is kept whole: both deflate, the whole better. */
const CLEARLY_SMALLER = 1 / 4;

const Row = z.object({
  number: z.int(),
  at: z.int(),
  whole: z.union([z.literal(0), z.literal(1)]),
  body: z.instanceof(Buffer),
  hash: z.instanceof(Buffer),
});
type Row = z.infer<typeof Row>;

/** One saved state of a report. */
export interface Revision {
  readonly number: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly state: Json;
}

/**
 * The saved states of all reports: a whole one now and then, in between what has changed. Each carries the hash of the
 * state, and none is given out that does not answer to it.
 */
export class Revisions {
  readonly #insert;
  readonly #segment;
  readonly #lastWhole;

  constructor(db: Db) {
    this.#insert = db.prepare("INSERT INTO revision (report, number, at, whole, body, hash) VALUES (?, ?, ?, ?, ?, ?)");
    this.#segment = db.prepare(
      "SELECT number, at, whole, body, hash FROM revision WHERE report = ? AND number BETWEEN ? AND ? ORDER BY number",
    );
    this.#lastWhole = db
      .prepare(
        "SELECT number FROM revision WHERE report = ? AND number <= ? AND whole = 1 ORDER BY number DESC LIMIT 1",
      )
      .pluck();
  }

  /**
   * Adds a state after `before`, the one with the number before; without it the state is kept whole.
   * @returns the state as it will be read again
   */
  add(report: number, number: number, at: number, state: unknown, before: Json | null): Json {
    const text = JSON.stringify(state);
    // Most of a save's time would go into reading back what has just been written.
    const kept: Json = isJson(state) ? state : JSON.parse(text);
    const patch = before === null || this.#isWholeDue(report, number) ? null : JSON.stringify(diff(before, kept));
    const whole = patch === null || patch.length > text.length * CLEARLY_SMALLER;
    this.#insert.run(report, number, at, whole ? 1 : 0, deflateRawSync(whole ? text : patch), hashOf(text));
    return kept;
  }

  /** A state, proved by its hash; `null` when it is not sound, or not there. */
  read(report: number, number: number): Revision | null {
    const last = this.#rebuild(report, number).at(-1);
    return last?.row.number === number ? proved(last) : null;
  }

  /** The newest sound state before a number; `null` when there is none. */
  newestSound(report: number, before: number): Revision | null {
    for (let number = before - 1; number >= 1; ) {
      const states = this.#rebuild(report, number);
      for (const state of states.toReversed()) {
        const sound = proved(state);
        if (sound) return sound;
      }
      number = (states[0]?.row.number ?? number) - 1;
    }
    return null;
  }

  /** All states from the last whole one to a number, not proved; `null` where nothing could be made of it. */
  #rebuild(report: number, number: number): Rebuilt[] {
    const from = Number(this.#lastWhole.get(report, number) ?? 1);
    let state: Json | null = null;
    return Row.array()
      .parse(this.#segment.all(report, from, number))
      .map((row) => {
        state = rebuild(row, state);
        return { row, state };
      });
  }

  #isWholeDue(report: number, number: number): boolean {
    return number - Number(this.#lastWhole.get(report, number) ?? 0) >= WHOLE_EVERY;
  }
}

interface Rebuilt {
  readonly row: Row;
  readonly state: Json | null;
}

function rebuild({ whole, body }: Row, before: Json | null): Json | null {
  try {
    const value = JSON.parse(inflateRawSync(body).toString("utf8"));
    if (whole === 1) return value;
    return before === null ? null : applyPatch(before, value);
  } catch {
    return null;
  }
}

function proved({ row, state }: Rebuilt): Revision | null {
  const sound = state !== null && hashOf(JSON.stringify(state)).equals(row.hash);
  return sound ? { number: row.number, at: row.at, state } : null;
}

function hashOf(text: string): Buffer {
  return hash("sha256", text, "buffer");
}
