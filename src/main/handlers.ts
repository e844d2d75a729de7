import { stat } from "node:fs/promises";
import { type Answer, fail } from "../contract/answer.ts";
import { CONTRACT, type SourceRef } from "../contract/calls.ts";
import type { FormFile } from "../core/form/schema.ts";
import type { Report } from "../core/report/report.ts";
import type { Handlers } from "./ipc.ts";
import type { ReadRequest } from "./read-apart.ts";
import type { Sources } from "./sources.ts";

/** What the handlers need of the program around them; the tests give them something smaller. */
export interface Surroundings {
  readonly version: string;
  readonly forms: readonly FormFile[];
  readonly sources: Sources;
  /** What to show first: the files named at the start, the sample, or nothing. */
  readonly first: SourceRef | null;
  readonly samplePath: string;
  /** Shows the dialog; empty when cancelled. */
  readonly choosePaths: () => Promise<readonly string[]>;
  readonly read: (request: ReadRequest, signal: AbortSignal) => Promise<Answer<unknown>>;
  /** Says on the terminal what the window shows. */
  readonly say: (line: string) => void;
  readonly closeWindow: () => void;
}

const done = { ok: true, value: null } as const;

/** Everything main does for the window. */
export function makeHandlers(around: Surroundings): Handlers {
  const { sources } = around;
  const running = new Map<string, AbortController>();
  const titles = new Map<string, string>();

  async function read(id: string): Promise<Answer<Report>> {
    const loaded = await sources.load(id);
    if (!loaded.ok) return loaded;
    running.get(id)?.abort();
    const control = new AbortController();
    running.set(id, control);
    const answer = await around.read({ files: loaded.value, forms: around.forms }, control.signal);
    if (running.get(id) === control) running.delete(id);
    if (!answer.ok) return answer;
    const report = CONTRACT["source:read"].output.safeParse(answer.value);
    if (!report.success)
      return fail("internal", "读出的内容不完整，没有打开，原文件没有改动。请换一种格式另存后再打开。");
    titles.set(id, `${report.data.unit ?? "（单位未知）"} ${report.data.year ?? "（年度未知）"}`);
    return { ok: true, value: report.data };
  }

  return {
    "app:start": () => ({ ok: true, value: { version: around.version, source: around.first } }),
    "forms:all": () => ({ ok: true, value: [...around.forms] }),
    "source:choose": async () => {
      const paths = await around.choosePaths();
      return { ok: true, value: paths.length > 0 ? sources.addPaths(paths) : null };
    },
    "source:drop": ({ files }) => ({ ok: true, value: sources.addFiles(files) }),
    "source:sample": async () => {
      await stat(around.samplePath);
      return { ok: true, value: sources.addPaths([around.samplePath]) };
    },
    "source:read": ({ id }) => read(id),
    "source:cancel": ({ id }) => {
      running.get(id)?.abort();
      return done;
    },
    "screen:shown": ({ id }) => {
      around.say(`窗口已打开：${id === null ? "没有打开报告" : (titles.get(id) ?? "文件读不出来")}`);
      // What `npm start` waits for.
      around.say("nianbao: window ready");
      return done;
    },
    "window:close": () => {
      around.closeWindow();
      return done;
    },
  };
}
