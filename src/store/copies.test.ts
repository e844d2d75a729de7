import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { connect, type Db } from "./connect.ts";
import { Copies } from "./copies.ts";
import { listSnapshots } from "./snapshots.ts";

const AFTER = 15 * 60_000;

let folder: string;
let db: Db;
let copies: Copies;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "nianbao-copies-"));
  // SQLite's backup goes on by setImmediate.
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"], now: new Date(2019, 0, 10, 9) });
  db = connect(join(folder, "a.db"));
  db.pragma("journal_mode = WAL");
  db.pragma("locking_mode = EXCLUSIVE");
  db.exec("CREATE TABLE word (number INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT");
  copies = new Copies(db, join(folder, "备份"), AFTER);
});
afterEach(async () => {
  vi.useRealTimers();
  db.close();
  await rm(folder, { recursive: true, force: true });
});

const taken = () => listSnapshots(join(folder, "备份"));
const write = (text: string) => {
  db.prepare("INSERT INTO word (text) VALUES (?)").run(text);
  copies.changed();
};
function wordsIn(id: string): unknown[] {
  const copy = connect(join(folder, "备份", id), { readonly: true });
  try {
    expect(copy.pragma("integrity_check", { simple: true })).toBe("ok");
    return copy.prepare("SELECT text FROM word ORDER BY number").pluck().all();
  } finally {
    copy.close();
  }
}

it("takes a copy of a change in time, though nothing is written any more", async () => {
  write("一");
  vi.advanceTimersByTime(AFTER - 1);
  write("二");
  expect(taken()).toEqual([]);
  vi.advanceTimersByTime(1);
  await copies.stop();
  expect(taken()).toEqual([{ id: "年报-20190110-091500-000.db", at: new Date(2019, 0, 10, 9, 15).toISOString() }]);
  expect(wordsIn("年报-20190110-091500-000.db")).toEqual(["一", "二"]);
});

it("takes none while nothing has changed", async () => {
  await copies.now();
  write("一");
  await copies.now();
  await copies.now();
  vi.advanceTimersByTime(10 * AFTER);
  await copies.stop();
  expect(taken()).toHaveLength(1);
});

it("lets others write while it copies, and every copy is sound", async () => {
  db.transaction(() => {
    for (let n = 0; n < 3_000; n += 1) write("字".repeat(500));
  })();
  const copied = copies.now();
  let during = 0;
  const busy = async () => {
    for (let done = false; !done; during += 1) {
      write("同时写的");
      done = await Promise.race([copied.then(() => true), new Promise<false>((go) => setImmediate(go, false))]);
    }
  };
  await busy();
  expect(during).toBeGreaterThan(2);
  const [copy] = taken();
  expect(wordsIn(copy?.id ?? "").length).toBeGreaterThanOrEqual(3_000);
  // What was written meanwhile has its own copy in time.
  vi.advanceTimersByTime(AFTER);
  await copies.stop();
  expect(wordsIn(taken()[0]?.id ?? "")).toHaveLength(3_000 + during);
});

it("tries again when a copy cannot be taken, and leaves nothing half under a name", async () => {
  const silent = vi.spyOn(console, "error").mockImplementation(() => {});
  await writeFile(join(folder, "备份"), "in the way");
  write("一");
  await copies.now();
  expect(silent).toHaveBeenCalled();
  await rm(join(folder, "备份"));
  vi.advanceTimersByTime(AFTER);
  await copies.now();
  expect(taken()).toHaveLength(1);
  silent.mockRestore();
});
