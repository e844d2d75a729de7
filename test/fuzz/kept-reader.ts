import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { LIMITS } from "../../src/main/apart.ts";
import type { Ended } from "./oracle.ts";

/** Reads files, each inside the limits; whatever a file does, the next one is read. */
export interface Reader {
  read(bytes: Uint8Array): Promise<Ended>;
  close(): void;
}

const ENTRY = join(import.meta.dirname, "reader.ts");

interface Said {
  readonly ended: Ended;
  readonly peak: number;
}

/**
 * Reads in a plain Node process that is kept from file to file: quick, for many cases. It is ended on time as main
 * ends it; its memory is its highest so far, so a file that lifts it above the limit is read once more alone.
 */
export class KeptReader implements Reader {
  readonly #patience: number;
  #child: ChildProcess | null = null;

  /** @param patience milliseconds for a file; more than main's own on a machine that does other things beside */
  constructor(patience = LIMITS.milliseconds) {
    this.#patience = patience;
  }

  async read(bytes: Uint8Array): Promise<Ended> {
    const first = await this.#once(bytes);
    if (!("peak" in first)) return first;
    if (first.peak <= LIMITS.bytes) return first.ended;
    this.close();
    const alone = await this.#once(bytes);
    if (!("peak" in alone)) return alone;
    return alone.peak <= LIMITS.bytes ? alone.ended : { kind: "limit" };
  }

  close(): void {
    this.#child?.removeAllListeners();
    this.#child?.kill("SIGKILL");
    this.#child = null;
  }

  #once(bytes: Uint8Array): Promise<Said | Ended> {
    const child = (this.#child ??= fork(ENTRY, [], {
      serialization: "advanced",
      execArgv: ["--disable-warning=ExperimentalWarning"],
    }));
    return new Promise((resolve) => {
      const end = (said: Said | Ended): void => {
        clearTimeout(timer);
        child.removeAllListeners();
        if (!("peak" in said)) this.close();
        resolve(said);
      };
      const timer = setTimeout(() => end({ kind: "hang" }), this.#patience);
      child.once("message", (said) => end(said as Said));
      child.once("exit", (code, signal) => end({ kind: "crash", error: `the process ended: ${signal ?? code}` }));
      child.once("error", (error) => end({ kind: "crash", error: String(error) }));
      child.send({ bytes });
    });
  }
}
