import type { UtilityProcess } from "electron";
import { z } from "zod";
import { type Answer, fail } from "../contract/answer.ts";
import { Broken, Opened, Saved, Shelf, StoredId } from "../contract/reports.ts";
import type { StoreMessage, StoreRequest } from "../contract/store.ts";
import type { ReportStore } from "./report-store.ts";

export interface StoreOptions {
  readonly fork: () => UtilityProcess;
  /** The folder to begin with, and whether a database was there before. */
  readonly folder: string;
  readonly expected: boolean;
  /** A database was opened in this folder: it is expected there from now on. */
  readonly opened: (folder: string) => void;
}

/** The store process as the handlers see it, and its end. */
export interface StoreClient extends ReportStore {
  /** Starts the process and opens the folder, ahead of the first question. */
  readonly begin: () => void;
  /** Closes the database (with a last snapshot) and ends the process. */
  readonly close: () => Promise<void>;
}

const Reply = z.object({ number: z.int(), answer: z.custom<Answer<unknown>>((value) => typeof value === "object") });

const GONE = fail("store", "存放报告的部分意外停了，以前保存的都还在。正在重新打开，请稍等。");

/** A disk that does not answer must not keep the program from ending: everything called saved is on it already. */
const CLOSING_PATIENCE_MS = 10_000;

/** Starts the store process and opens the folder; a process that dies is started anew at the next request. */
export function startStore(options: StoreOptions): StoreClient {
  let { folder, expected } = options;
  let child: UtilityProcess | null = null;
  let number = 0;
  let closed = false;
  const open = new Map<number, (answer: Answer<unknown>) => void>();

  const start = (): void => {
    const made = options.fork();
    child = made;
    made.on("message", (message: unknown) => {
      const reply = Reply.safeParse(message);
      if (!reply.success) return;
      open.get(reply.data.number)?.(reply.data.answer);
      open.delete(reply.data.number);
    });
    made.once("exit", () => {
      if (child === made) child = null;
      for (const resolve of open.values()) resolve(GONE);
      open.clear();
    });
  };
  const post = (to: UtilityProcess, request: StoreRequest): Promise<Answer<unknown>> =>
    new Promise((resolve) => {
      number += 1;
      open.set(number, resolve);
      to.postMessage({ number, request } satisfies StoreMessage);
    });
  /** What the process said, checked against the contract. */
  const ask = async <T>(request: StoreRequest, shape: z.ZodType<T>): Promise<Answer<T>> => {
    if (child === null) return GONE;
    const answer = await post(child, request);
    if (!answer.ok) return answer;
    const value = shape.safeParse(answer.value);
    return value.success
      ? { ok: true, value: value.data }
      : fail("internal", "存放报告的部分答得不对，请重新打开程序。");
  };
  const use = async (next: string, there: boolean): Promise<Answer<Shelf>> => {
    if (closed) return GONE;
    if (child === null) start();
    folder = next;
    expected = there;
    const answer = await ask({ ask: "use", folder, expected }, Shelf);
    if (answer.ok) took(answer.value);
    return answer;
  };
  /** A database that is open is expected there from now on. */
  const took = (shelf: Shelf): void => {
    if (shelf.kind !== "ready") return;
    folder = shelf.folder;
    expected = true;
    options.opened(folder);
  };
  /** Asks a process that has the folder open. */
  const asked = async <T>(request: StoreRequest, shape: z.ZodType<T>): Promise<Answer<T>> => {
    // Of one that died over this nothing more is asked: the next one has no folder either.
    const used = child === null ? await use(folder, expected) : null;
    return used?.ok === false ? used : ask(request, shape);
  };

  return {
    begin: () => void use(folder, expected),
    list: () => asked({ ask: "shelf" }, Shelf),
    reopen: (other) => use(other ?? folder, other === undefined ? expected : false),
    beginNew: () => use(folder, false),
    move: async (other) => {
      const answer = await asked({ ask: "move", folder: other }, Shelf);
      if (answer.ok) took(answer.value);
      return answer;
    },
    restore: (snapshot) => asked({ ask: "restore", snapshot }, Shelf),
    create: (report, standing, originals) =>
      asked({ ask: "create", report, standing, originals: [...originals] }, Saved.extend({ id: StoredId })),
    open: (id) => asked({ ask: "open", id }, z.discriminatedUnion("kind", [Opened, Broken])),
    goBack: (id, revision) => asked({ ask: "go-back", id, revision }, Opened),
    save: (input) => asked({ ask: "save", ...input }, Saved),
    nameVersion: (id, name) => asked({ ask: "name", id, name }, z.int()),
    saveOffice: (office) => asked({ ask: "office", office }, z.null()),
    close: async () => {
      const answered = child === null ? null : ask({ ask: "close" }, z.null());
      closed = true;
      await Promise.race([answered, new Promise((over) => setTimeout(over, CLOSING_PATIENCE_MS).unref())]);
      child?.kill();
    },
  };
}
