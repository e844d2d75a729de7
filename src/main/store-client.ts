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
  /** Closes the database (with a last snapshot) and ends the process. */
  readonly close: () => Promise<void>;
}

const Reply = z.object({ number: z.int(), answer: z.custom<Answer<unknown>>((value) => typeof value === "object") });

const GONE = fail("store", "存放报告的部分意外停了，以前保存的都还在。正在重新打开，请稍等。");

/** Starts the store process and opens the folder; a process that dies is started anew at the next request. */
export function startStore(options: StoreOptions): StoreClient {
  let { folder, expected } = options;
  let child: UtilityProcess | null = null;
  let number = 0;
  let closed = false;
  const open = new Map<number, (answer: Answer<unknown>) => void>();

  const start = (): UtilityProcess => {
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
    return made;
  };
  const post = (to: UtilityProcess, request: StoreRequest): Promise<Answer<unknown>> =>
    new Promise((resolve) => {
      number += 1;
      open.set(number, resolve);
      to.postMessage({ number, request } satisfies StoreMessage);
    });
  /** What the process said, checked against the contract. */
  const ask = async <T>(request: StoreRequest, shape: z.ZodType<T>): Promise<Answer<T>> => {
    if (closed) return GONE;
    const to = child ?? start();
    const answer = await post(to, request);
    if (!answer.ok) return answer;
    const value = shape.safeParse(answer.value);
    return value.success
      ? { ok: true, value: value.data }
      : fail("internal", "存放报告的部分答得不对，请重新打开程序。");
  };
  const use = async (next: string, there: boolean): Promise<Answer<Shelf>> => {
    folder = next;
    expected = there;
    const answer = await ask({ ask: "use", folder, expected }, Shelf);
    if (answer.ok && answer.value.kind === "ready") {
      expected = true;
      options.opened(folder);
    }
    return answer;
  };
  /** A new process has no folder open. */
  const ready = async (): Promise<void> => {
    if (child === null && !closed) {
      start();
      await use(folder, expected);
    }
  };
  const asked = async <T>(request: StoreRequest, shape: z.ZodType<T>): Promise<Answer<T>> => {
    await ready();
    return ask(request, shape);
  };

  return {
    list: () => asked({ ask: "shelf" }, Shelf),
    reopen: async (other) => {
      if (child === null && !closed) start();
      return use(other ?? folder, other === undefined ? expected : false);
    },
    beginNew: async () => {
      if (child === null && !closed) start();
      return use(folder, false);
    },
    restore: (snapshot) => asked({ ask: "restore", snapshot }, Shelf),
    create: (report, standing, originals) =>
      asked({ ask: "create", report, standing, originals: [...originals] }, Saved.extend({ id: StoredId })),
    open: (id) => asked({ ask: "open", id }, z.discriminatedUnion("kind", [Opened, Broken])),
    goBack: (id, revision) => asked({ ask: "go-back", id, revision }, Opened),
    save: (input) => asked({ ask: "save", ...input }, Saved),
    nameVersion: (id, name) => asked({ ask: "name", id, name }, z.null()),
    saveOffice: (office) => asked({ ask: "office", office }, z.null()),
    close: async () => {
      if (child === null) return;
      await ask({ ask: "close" }, z.null());
      closed = true;
      child?.kill();
    },
  };
}
