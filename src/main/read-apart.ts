import type { App, UtilityProcess } from "electron";
import { type Answer, fail } from "../contract/answer.ts";
import type { FormFile } from "../core/form/schema.ts";
import type { SourceFile } from "./sources.ts";

/** What main posts to the reading process, once. */
export interface ReadRequest {
  readonly files: readonly SourceFile[];
  readonly forms: readonly FormFile[];
}

export interface Limits {
  readonly milliseconds: number;
  readonly bytes: number;
  readonly pollEvery: number;
}

export const LIMITS: Limits = { milliseconds: 10_000, bytes: 512 * 1024 * 1024, pollEvery: 100 };

export interface ReadingOptions {
  readonly fork: () => UtilityProcess;
  /** Resident memory of a process in bytes; `undefined` once it is gone. */
  readonly memoryOf: (pid: number) => number | undefined;
  readonly limits: Limits;
  readonly signal: AbortSignal;
}

const SAFE = "原文件没有改动。";

/**
 * Reads one report's files in a process of their own, and ends that process when it answers, takes too
 * long, takes too much memory (polled: a heap flag does not cap buffers) or is no longer wanted.
 * The answer is whatever the process said, unchecked.
 */
export function readApart(request: ReadRequest, options: ReadingOptions): Promise<Answer<unknown>> {
  const { fork, memoryOf, limits, signal } = options;
  return new Promise((resolve) => {
    const child = fork();
    const end = (answer: Answer<unknown>): void => {
      clearTimeout(timer);
      clearInterval(poll);
      signal.removeEventListener("abort", cancel);
      child.kill();
      resolve(answer);
    };
    const cancel = (): void => end(fail("cancelled", `已停止读取，${SAFE}`));
    const timer = setTimeout(
      () => end(fail("timeout", `读了 10 秒还没有读完，已停止，${SAFE}请用 WPS 或 Word 另存一份再打开。`)),
      limits.milliseconds,
    );
    const poll = setInterval(() => {
      const used = child.pid === undefined ? undefined : memoryOf(child.pid);
      if (used !== undefined && used > limits.bytes) {
        end(fail("memory", `这个文件展开后太大，已停止读取，${SAFE}请用 WPS 或 Word 另存一份再打开。`));
      }
    }, limits.pollEvery);
    signal.addEventListener("abort", cancel, { once: true });
    child.once("spawn", () => child.postMessage(request));
    child.once("message", (message: Answer<unknown>) => end(message));
    child.once("exit", () =>
      end(fail("unreadable", `读这个文件时出了意外，没有读出来，${SAFE}请用 WPS 或 Word 另存一份再打开。`)),
    );
    if (signal.aborted) cancel();
  });
}

/** Resident memory as Electron measures it. */
export function memoryFrom(app: App): (pid: number) => number | undefined {
  return (pid) => {
    const metric = app.getAppMetrics().find((candidate) => candidate.pid === pid);
    return metric && metric.memory.workingSetSize * 1024;
  };
}
