import type { App, UtilityProcess } from "electron";
import { type Answer, fail } from "../contract/answer.ts";
import type { FormFile } from "../core/form/schema.ts";
import type { Occasion } from "../core/record/record.ts";
import type { Report } from "../core/report/report.ts";
import type { SourceFile } from "./sources.ts";

/** What main posts to the process, once: to read a stranger's files, or to write one file. */
export type Task =
  | { readonly task: "read"; readonly files: readonly SourceFile[]; readonly forms: readonly FormFile[] }
  | {
      readonly task: "write";
      readonly kind: string;
      readonly report: Report;
      readonly form: FormFile;
      /** As it stands in resources/presets; the process tests it. */
      readonly preset: unknown;
    }
  /** To write the check record of a report as a Word file. */
  | {
      readonly task: "record";
      readonly report: Report;
      readonly form: FormFile;
      readonly preset: unknown;
      readonly occasion: Occasion;
    };

export interface Limits {
  readonly milliseconds: number;
  readonly bytes: number;
  readonly pollEvery: number;
}

export const LIMITS: Limits = { milliseconds: 10_000, bytes: 512 * 1024 * 1024, pollEvery: 100 };

export interface ApartOptions {
  readonly fork: () => UtilityProcess;
  /** Resident memory of a process in bytes; `undefined` once it is gone. */
  readonly memoryOf: (pid: number) => number | undefined;
  readonly limits: Limits;
  readonly signal: AbortSignal;
  /** What the process says on its way, unchecked. */
  readonly progress: (progress: unknown) => void;
}

const READ_SAFE = "原文件没有改动。";
const READ_AGAIN = "请用 WPS 或 Word 另存一份再打开。";
const WRITE_SAFE = "报告没有改动。";

/** Why a process was ended, in words for the clerk. */
const SENTENCES = {
  read: {
    cancelled: `已停止读取，${READ_SAFE}`,
    timeout: `读了 10 秒还没有读完，已停止，${READ_SAFE}${READ_AGAIN}`,
    memory: `这个文件展开后太大，已停止读取，${READ_SAFE}${READ_AGAIN}`,
    exit: `读这个文件时出了意外，没有读出来，${READ_SAFE}${READ_AGAIN}`,
  },
  write: {
    cancelled: `已停止导出，${WRITE_SAFE}`,
    timeout: `写了 10 秒还没有写完，已停止导出，${WRITE_SAFE}请关闭别的程序再试。`,
    memory: `这份报告太大，没有导出，${WRITE_SAFE}请换一种文件再导出。`,
    exit: `写文件时出了意外，没有导出，${WRITE_SAFE}请换一种文件再导出。`,
  },
} as const;

/**
 * Does one task in a process of its own, and ends that process when it answers, takes too long, takes too much
 * memory (polled: a heap flag does not cap buffers) or is no longer wanted. The answer is whatever the process
 * said, unchecked.
 */
export function runApart(task: Task, options: ApartOptions): Promise<Answer<unknown>> {
  const { fork, memoryOf, limits, signal } = options;
  const sentences = SENTENCES[task.task === "read" ? "read" : "write"];
  return new Promise((resolve) => {
    const child = fork();
    const end = (answer: Answer<unknown>): void => {
      clearTimeout(timer);
      clearInterval(poll);
      signal.removeEventListener("abort", cancel);
      child.off("message", hear);
      child.kill();
      resolve(answer);
    };
    const cancel = (): void => end(fail("cancelled", sentences.cancelled));
    const hear = (message: Answer<unknown> | { readonly progress: unknown }): void => {
      if ("progress" in message) options.progress(message.progress);
      else end(message);
    };
    const timer = setTimeout(() => end(fail("timeout", sentences.timeout)), limits.milliseconds);
    const poll = setInterval(() => {
      const used = child.pid === undefined ? undefined : memoryOf(child.pid);
      if (used !== undefined && used > limits.bytes) end(fail("memory", sentences.memory));
    }, limits.pollEvery);
    signal.addEventListener("abort", cancel, { once: true });
    child.once("spawn", () => child.postMessage(task));
    child.on("message", hear);
    child.once("exit", () => end(fail("unreadable", sentences.exit)));
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
