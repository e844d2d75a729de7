import { type Answer, fail } from "../../contract/answer.ts";
import { CONTRACT, type EventPayload } from "../../contract/calls.ts";
import { isPlainWithin } from "../../contract/extent.ts";
import { MAX_EXTENT } from "../../contract/limits.ts";
import { type Reading, ReadingProgress } from "../../contract/review.ts";
import type { FormFile } from "../../core/form/schema.ts";
import type { Task } from "../apart.ts";
import type { Handlers } from "../ipc.ts";
import type { Sources } from "../sources.ts";

/** What reading needs of the program around it. */
export interface ReadingSurroundings {
  readonly forms: readonly FormFile[];
  readonly sources: Sources;
  /** Shows the dialog; empty when cancelled. */
  readonly choosePaths: () => Promise<readonly string[]>;
  readonly apart: (task: Task, signal: AbortSignal, progress: (progress: unknown) => void) => Promise<Answer<unknown>>;
  readonly tellProgress: (payload: EventPayload["source:progress"]) => void;
  /** A report has been read: how it is named on the terminal. */
  readonly named: (id: string, reading: Reading) => void;
}

type ReadingCalls = "source:choose" | "source:drop" | "source:read" | "source:cancel";

/** Files that the clerk chose or dropped, read in a process apart. */
export function readingHandlers(around: ReadingSurroundings): Pick<Handlers, ReadingCalls> {
  const { sources } = around;
  const running = new Map<string, AbortController>();

  async function read(id: string): Promise<Answer<Reading>> {
    const loaded = await sources.load(id);
    if (!loaded.ok) return loaded;
    running.get(id)?.abort();
    const control = new AbortController();
    running.set(id, control);
    const tell = (told: unknown) => {
      const progress = ReadingProgress.safeParse(told);
      if (progress.success) around.tellProgress({ id, progress: progress.data });
    };
    const task: Task = { task: "read", files: loaded.value, forms: around.forms };
    const answer = await around.apart(task, control.signal, tell);
    if (running.get(id) === control) running.delete(id);
    if (!answer.ok) return answer;
    // What could not be saved is not opened.
    if (!isPlainWithin(answer.value, MAX_EXTENT)) {
      return fail("too-large", "文件里的文字太多，不像一份年度报告，没有打开，原文件没有改动。请只留下报告再打开。");
    }
    const reading = CONTRACT["source:read"].output.safeParse(answer.value);
    if (!reading.success)
      return fail("internal", "读出的内容不完整，没有打开，原文件没有改动。请换一种格式另存后再打开。");
    around.named(id, reading.data);
    return { ok: true, value: reading.data };
  }

  return {
    "source:choose": async () => {
      const paths = await around.choosePaths();
      return { ok: true, value: paths.length > 0 ? sources.addPaths(paths) : null };
    },
    "source:drop": ({ files }) => ({ ok: true, value: sources.addFiles(files) }),
    "source:read": ({ id }) => read(id),
    "source:cancel": ({ id }) => {
      running.get(id)?.abort();
      return { ok: true, value: null };
    },
  };
}
