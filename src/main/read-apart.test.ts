import { EventEmitter } from "node:events";
import type { UtilityProcess } from "electron";
import { describe, expect, it } from "vitest";
import { readApart } from "./read-apart.ts";

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

const request = { files: [], forms: [] };

function start(given: { memory?: number; milliseconds?: number; signal?: AbortSignal } = {}) {
  const child = new Child();
  const answer = readApart(request, {
    fork: () => child as unknown as UtilityProcess,
    memoryOf: () => given.memory ?? 1,
    limits: { milliseconds: given.milliseconds ?? 5_000, bytes: 1_000, pollEvery: 5 },
    signal: given.signal ?? new AbortController().signal,
  });
  return { child, answer };
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
