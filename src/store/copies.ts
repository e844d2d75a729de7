import type { Db } from "./connect.ts";
import { takeSnapshot } from "./snapshots.ts";

/** Sees to it that every change comes into a copy of the database in time. */
export class Copies {
  readonly #db: Db;
  readonly #folder: string;
  readonly #after: number;
  #changed = false;
  #due: NodeJS.Timeout | null = null;
  #running: Promise<void> = Promise.resolve();

  /** @param after milliseconds from the first change that is in no copy to the next copy */
  constructor(db: Db, folder: string, after: number) {
    this.#db = db;
    this.#folder = folder;
    this.#after = after;
  }

  /** Something was committed. */
  changed(): void {
    this.#changed = true;
    this.#due ??= setTimeout(() => void this.now(), this.#after).unref();
  }

  /**
   * Takes a copy, if anything is in none yet. Others may read and write meanwhile. That it cannot be taken stops no
   * work: it is tried again when next due.
   */
  now(): Promise<void> {
    this.#running = this.#running.then(() => this.#take());
    return this.#running;
  }

  /** Takes none any more once the one that is due is taken. The database may be closed then. */
  async stop(): Promise<void> {
    this.#forget();
    await this.#running;
    // The last one may have failed and have set its next try.
    this.#forget();
  }

  async #take(): Promise<void> {
    if (!this.#changed) return;
    this.#changed = false;
    this.#forget();
    try {
      await takeSnapshot(this.#db, this.#folder);
    } catch (error) {
      console.error("snapshot:", error);
      this.changed();
    }
  }

  #forget(): void {
    if (this.#due) clearTimeout(this.#due);
    this.#due = null;
  }
}
