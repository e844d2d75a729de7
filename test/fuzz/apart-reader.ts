import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import type { Answer } from "../../src/contract/answer.ts";
import type { FormFile } from "../../src/core/form/schema.ts";
import { REPO, shippedForms } from "../support/forms.ts";
import type { Reader } from "./kept-reader.ts";
import type { Ended } from "./oracle.ts";

/** A file to read, as it goes to Electron; `bytes` in Base64, for the two run different versions of Node. */
export interface Asked {
  readonly id: number;
  /** The program's reading process, built. */
  readonly entry: string;
  readonly forms: readonly FormFile[];
  readonly bytes: string;
}

type Said = { readonly ready: true } | { readonly id: number; readonly answer: Answer<unknown> };

const ENTRY = join(REPO, "out", "main", "formats.js");

/** Reads each file as the program does: in Electron, in a process of its own, under main's limits. */
export class ApartReader implements Reader {
  readonly #app: ChildProcess;
  readonly #waiting = new Map<number, (answer: Answer<unknown>) => void>();
  #asked = 0;

  private constructor(app: ChildProcess) {
    this.#app = app;
    app.on("message", (said: Said) => {
      if ("id" in said) this.#waiting.get(said.id)?.(said.answer);
    });
  }

  /** @throws Error when Electron does not start three times over: the development runtime fails once in a hundred */
  static async start(): Promise<ApartReader> {
    for (let tries = 3; ; tries -= 1) {
      const app = startApp();
      const ready = await new Promise<boolean>((resolve) => {
        app.once("message", () => resolve(true));
        app.once("exit", () => resolve(false));
      });
      if (ready) return new ApartReader(app);
      if (tries === 1) throw new Error("Electron did not start");
    }
  }

  /** A process that ends by itself is tried once more: the development runtime fails once in a while before our code. */
  async read(bytes: Uint8Array): Promise<Ended> {
    const first = endedBy(await this.#ask(bytes));
    return first.kind === "crash" ? endedBy(await this.#ask(bytes)) : first;
  }

  close(): void {
    this.#app.kill();
  }

  #ask(bytes: Uint8Array): Promise<Answer<unknown>> {
    this.#asked += 1;
    const id = this.#asked;
    const asked: Asked = {
      id,
      entry: ENTRY,
      forms: shippedForms.map(({ file }) => file),
      bytes: Buffer.from(bytes).toString("base64"),
    };
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, (answer) => {
        this.#waiting.delete(id);
        resolve(answer);
      });
      this.#app.send(asked, (error) => error && reject(error));
    });
  }
}

function startApp(): ChildProcess {
  const electron = process.env["ELECTRON_EXEC_PATH"];
  if (!electron) throw new Error("ELECTRON_EXEC_PATH is not set: run this through `npm run fuzz`.");
  const asRoot = process.getuid?.() === 0;
  return spawn(electron, [...(asRoot ? ["--no-sandbox"] : []), join(import.meta.dirname, "app")], {
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
}

function endedBy(answer: Answer<unknown>): Ended {
  if (answer.ok) return { kind: "read", reading: answer.value };
  const { code, message } = answer.error;
  if (code === "timeout") return { kind: "hang" };
  if (code === "memory") return { kind: "limit" };
  // What the process says of an error of its own, and main of a process that is gone.
  if (message.includes("出了意外")) return { kind: "crash", error: message };
  return { kind: "refused", sentence: message };
}
