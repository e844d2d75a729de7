import { EventEmitter } from "node:events";
import type { UtilityProcess } from "electron";
import { describe, expect, it } from "vitest";
import { runApart, type Task } from "./apart.ts";

/** Stands for the process: the real one is driven by the window tests. */
class Child extends EventEmitter {
  readonly pid = 4711;
  readonly posted: unknown[] = [];
  killed = 0;
  postMessage(message: unknown): void {
    this.posted.push(message);
  }
  kill(): boolean {
    this.killed += 1;
    return true;
  }
}

const request: Task = { task: "read", files: [], forms: [] };

function start(given: { memory?: number; milliseconds?: number; signal?: AbortSignal } = {}) {
  const child = new Child();
  const heard: unknown[] = [];
  const answer = runApart(request, {
    fork: () => child as unknown as UtilityProcess,
    memoryOf: () => given.memory ?? 1,
    limits: { milliseconds: given.milliseconds ?? 5_000, bytes: 1_000, pollEvery: 5 },
    signal: given.signal ?? new AbortController().signal,
    progress: (progress) => heard.push(progress),
  });
  return { child, answer, heard };
}

describe("reading apart", () => {
  it("posts the request once the process is there, and ends it after its answer", async () => {
    const { child, answer } = start();
    child.emit("spawn");
    expect(child.posted).toEqual([request]);
    child.emit("message", { ok: true, value: 1 });
    expect(await answer).toEqual({ ok: true, value: 1 });
    expect(child.killed).toBe(1);
  });

  it("passes on how far the process is, until its answer", async () => {
    const { child, answer, heard } = start();
    child.emit("message", { progress: 1 });
    child.emit("message", { progress: 2 });
    expect(child.killed).toBe(0);
    child.emit("message", { ok: true, value: 1 });
    child.emit("message", { progress: 3 });
    expect(await answer).toEqual({ ok: true, value: 1 });
    expect(heard).toEqual([1, 2]);
  });

  it("ends a process that takes too long", async () => {
    const { child, answer } = start({ milliseconds: 20 });
    expect(await answer).toMatchObject({ ok: false, error: { code: "timeout" } });
    expect(child.killed).toBe(1);
  });

  it("ends a process that takes too much memory", async () => {
    const { child, answer } = start({ memory: 1_001 });
    expect(await answer).toMatchObject({ ok: false, error: { code: "memory" } });
    expect(child.killed).toBe(1);
  });

  it("says so when the process dies", async () => {
    const { child, answer } = start();
    child.emit("exit", 139);
    expect(await answer).toMatchObject({ ok: false, error: { code: "unreadable" } });
  });

  it("stops when it is no longer wanted", async () => {
    const control = new AbortController();
    const { child, answer } = start({ signal: control.signal });
    control.abort();
    expect(await answer).toMatchObject({ ok: false, error: { code: "cancelled" } });
    expect(child.killed).toBe(1);
  });
});
