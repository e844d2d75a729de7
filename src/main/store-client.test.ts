import { EventEmitter } from "node:events";
import type { UtilityProcess } from "electron";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { EMPTY_REPORT as report, STANDING as standing, WRITER as writer } from "../../test/support/stored.ts";
import type { Shelf } from "../contract/reports.ts";
import type { StoreMessage, StoreRequest } from "../contract/store.ts";
import { type StoreClient, startStore } from "./store-client.ts";

/** Stands for the process; what it says is the test's. */
class Process extends EventEmitter {
  readonly asked: StoreMessage[] = [];
  killed = false;
  postMessage(message: StoreMessage): void {
    this.asked.push(message);
  }
  kill(): void {
    this.killed = true;
    this.emit("exit");
  }
  say(ask: StoreRequest["ask"], value: unknown): void {
    const at = this.asked.findIndex(({ request }) => request.ask === ask);
    const [message] = this.asked.splice(at, 1);
    this.emit("message", { number: message?.number, answer: { ok: true, value } });
  }
}

const shelf: Shelf = { kind: "ready", folder: "/a", reports: [], office: null };
const saved = { revision: 2, at: "2019-01-10T09:00:00.000Z" };
const save = { id: "a", base: 1, writer, report, standing };

let processes: Process[];
let opened: string[];
let store: StoreClient;
beforeEach(() => {
  processes = [];
  opened = [];
  store = startStore({
    fork: () => {
      const made = new Process();
      processes.push(made);
      return made as unknown as UtilityProcess;
    },
    folder: "/a",
    expected: false,
    opened: (folder) => opened.push(folder),
  });
});

const asks = (made: Process | undefined) => made?.asked.map(({ request }) => request.ask);

describe("the store as main sees it", () => {
  it("starts its process at the first wish, and opens the folder before anything else", async () => {
    expect(processes).toEqual([]);
    const listed = store.list();
    expect(processes[0]?.asked).toMatchObject([{ request: { ask: "use", folder: "/a", expected: false } }]);
    processes[0]?.say("use", shelf);
    await vi.waitFor(() => expect(asks(processes[0])).toEqual(["shelf"]));
    processes[0]?.say("shelf", shelf);
    expect(await listed).toEqual({ ok: true, value: shelf });
    expect(opened).toEqual(["/a"]);
  });

  it("answers what a dead process was asked, and expects the database of the next one", async () => {
    const first = store.save(save);
    processes[0]?.say("use", shelf);
    await vi.waitFor(() => expect(asks(processes[0])).toEqual(["save"]));
    processes[0]?.kill();
    expect(await first).toMatchObject({
      ok: false,
      error: { code: "store", message: expect.stringContaining("意外停了") },
    });
    const second = store.save(save);
    expect(processes[1]?.asked).toMatchObject([{ request: { ask: "use", folder: "/a", expected: true } }]);
    processes[1]?.say("use", shelf);
    await vi.waitFor(() => expect(asks(processes[1])).toEqual(["save"]));
    processes[1]?.say("save", saved);
    expect(await second).toEqual({ ok: true, value: saved });
  });

  it("asks nothing of a process that has no folder, when one dies over opening it", async () => {
    const first = store.save(save);
    processes[0]?.kill();
    expect(await first).toMatchObject({ ok: false });
    const second = store.save(save);
    expect(processes).toHaveLength(2);
    expect(asks(processes[1])).toEqual(["use"]);
    processes[1]?.say("use", shelf);
    await vi.waitFor(() => expect(asks(processes[1])).toEqual(["save"]));
    processes[1]?.say("save", saved);
    expect(await second).toEqual({ ok: true, value: saved });
  });

  it("uses a folder to which the database was copied", async () => {
    const moved = store.move("/b");
    processes[0]?.say("use", shelf);
    await vi.waitFor(() => expect(asks(processes[0])).toEqual(["move"]));
    processes[0]?.say("move", { ...shelf, folder: "/b" });
    await moved;
    expect(opened).toEqual(["/a", "/b"]);
    processes[0]?.kill();
    void store.list();
    expect(processes[1]?.asked).toMatchObject([{ request: { ask: "use", folder: "/b", expected: true } }]);
  });

  it("believes nothing that is not of the contract", async () => {
    const listed = store.list();
    processes[0]?.say("use", shelf);
    await vi.waitFor(() => expect(asks(processes[0])).toEqual(["shelf"]));
    processes[0]?.emit("message", "nonsense");
    processes[0]?.say("shelf", { kind: "ready" });
    expect(await listed).toMatchObject({ ok: false, error: { code: "internal" } });
  });

  it("ends a process that does not close in time, and starts none afterwards", async () => {
    void store.list();
    vi.useFakeTimers();
    const closed = store.close();
    await vi.advanceTimersByTimeAsync(10_000);
    vi.useRealTimers();
    await closed;
    expect(processes[0]?.killed).toBe(true);
    expect(await store.save(save)).toMatchObject({ ok: false });
    expect(processes).toHaveLength(1);
  });
});
