import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { EMPTY_REPORT as report, STANDING as standing, WRITER as writer } from "../../test/support/stored.ts";
import type { Report } from "../core/report/report.ts";
import { connect } from "./connect.ts";
import { Room } from "./room.ts";

let folder: string;
let room: Room;
beforeEach(async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  folder = await mkdtemp(join(tmpdir(), "nianbao-store-"));
  room = new Room();
  await room.answer({ ask: "use", folder, expected: false });
});
afterEach(async () => {
  await room.answer({ ask: "close" });
  await rm(folder, { recursive: true, force: true });
  vi.restoreAllMocks();
});

const database = () => join(folder, "年报.db");
const original = { name: "去年.txt", bytes: new TextEncoder().encode("去年的报告") };
const titled = (title: string): Report => ({ ...report, title });

async function create(): Promise<string> {
  const created = await room.answer({ ask: "create", report, standing, originals: [original] });
  expect(created).toMatchObject({ ok: true, value: { revision: 1 } });
  return created.ok ? String(Object(created.value).id) : "";
}
const save = (id: string, base: number, title: string, by = writer) =>
  room.answer({ ask: "save", id, base, writer: by, report: titled(title), standing });
const reopen = () => room.answer({ ask: "use", folder, expected: true });

/** Something outside the program writes into the closed database. */
async function tamper(...sql: string[]): Promise<void> {
  await room.answer({ ask: "close" });
  const db = connect(database());
  for (const statement of sql) db.exec(statement);
  db.close();
  await reopen();
}

describe("the office", () => {
  it("is kept with the reports, and written anew whole", async () => {
    const office = { unit: "试验街道", head: "周明", reviewer: null, filler: "陈晓", phone: null };
    expect(await room.answer({ ask: "shelf" })).toMatchObject({ value: { office: null } });
    await room.answer({ ask: "office", office: { ...office, reviewer: "李静" } });
    await room.answer({ ask: "office", office });
    await room.answer({ ask: "close" });
    await room.answer({ ask: "use", folder, expected: true });
    expect(await room.answer({ ask: "shelf" })).toMatchObject({ value: { office } });
  });
});

describe("a report", () => {
  it("is there again as it was saved last, with how it stood", async () => {
    const id = await create();
    expect(await save(id, 1, "改过的")).toMatchObject({ ok: true, value: { revision: 2 } });
    await room.answer({ ask: "close" });
    await reopen();
    expect(await room.answer({ ask: "open", id })).toMatchObject({
      value: { kind: "sound", revision: 2, report: titled("改过的"), place: standing.place },
    });
    expect(await room.answer({ ask: "shelf" })).toMatchObject({
      value: { kind: "ready", reports: [{ id, year: 2018, unit: "试验街道", state: "editing", ...standing }] },
    });
  });

  it("keeps the file that it was read from", async () => {
    await create();
    await room.answer({ ask: "close" });
    const db = connect(database());
    const { name, bytes } = Object(db.prepare("SELECT name, bytes FROM original").get());
    expect([name, inflateRawSync(bytes).toString("utf8")]).toEqual(["去年.txt", "去年的报告"]);
    expect(() => db.exec("DELETE FROM original")).toThrow("never deleted");
    expect(() => db.exec("DELETE FROM report")).toThrow("never deleted");
    db.close();
  });

  it("is not overwritten by a save that is based on an older state", async () => {
    const id = await create();
    await save(id, 1, "别处的", "11111111-1111-4111-8111-111111111111");
    expect(await save(id, 1, "旧的")).toMatchObject({ ok: false, error: { code: "conflict" } });
    expect(await room.answer({ ask: "open", id })).toMatchObject({ value: { report: { title: "别处的" } } });
  });

  it("takes a writer's next state although the answer to the last one was lost", async () => {
    const id = await create();
    await save(id, 1, "一");
    await save(id, 2, "二");
    // The writer has heard of revision 2 only: 3 is its own all the same.
    expect(await save(id, 2, "三")).toMatchObject({ ok: true, value: { revision: 4 } });
    // What was there before this writer came is not.
    expect(await save(id, 0, "四")).toMatchObject({ error: { code: "conflict" } });
    await save(id, 4, "别处的", "11111111-1111-4111-8111-111111111111");
    expect(await save(id, 4, "五")).toMatchObject({ error: { code: "conflict" } });
  });

  it("is unknown in another folder", async () => {
    await create();
    const open = await room.answer({ ask: "open", id: "another" });
    expect(open).toMatchObject({ ok: false, error: { code: "store" } });
    expect(await save("another", 1, "")).toMatchObject({ ok: false, error: { code: "store" } });
  });
});

describe("a state that a bad disk has changed", () => {
  it("is not shown: the newest sound one is offered, and made the last one by adding it", async () => {
    const id = await create();
    await save(id, 1, "一");
    await save(id, 2, "二");
    await tamper("DROP TRIGGER revision_fixed", "UPDATE revision SET body = x'00' WHERE number = 3");
    expect(await room.answer({ ask: "open", id })).toMatchObject({
      value: { kind: "broken", id, last: { revision: 3 }, sound: { revision: 2 } },
    });
    expect(await room.answer({ ask: "go-back", id, revision: 3 })).toMatchObject({ ok: false });
    expect(await room.answer({ ask: "go-back", id, revision: 2 })).toMatchObject({
      value: { kind: "sound", revision: 4, report: { title: "一" } },
    });
    expect(await save(id, 4, "接着写")).toMatchObject({ value: { revision: 5 } });
    expect(await room.answer({ ask: "open", id })).toMatchObject({ value: { report: { title: "接着写" } } });
  });

  it("can still be written over: the next one is kept whole", async () => {
    const id = await create();
    await tamper("DROP TRIGGER revision_fixed", "UPDATE revision SET body = x'00' WHERE number = 1");
    expect(await save(id, 1, "重写的")).toMatchObject({ value: { revision: 2 } });
    await reopen();
    expect(await room.answer({ ask: "open", id })).toMatchObject({ value: { kind: "sound", revision: 2 } });
  });

  it("is a damaged database where no state is sound", async () => {
    const id = await create();
    await tamper("DROP TRIGGER revision_fixed", "UPDATE revision SET body = x'00' WHERE number = 1");
    expect(await room.answer({ ask: "open", id })).toMatchObject({ ok: false, error: { code: "store" } });
    expect(await room.answer({ ask: "shelf" })).toMatchObject({ value: { kind: "trouble", trouble: "damaged" } });
  });
});

describe("the database", () => {
  it("belongs to one process at a time", async () => {
    const other = new Room();
    expect(await other.answer({ ask: "use", folder, expected: true })).toMatchObject({
      value: { kind: "trouble", trouble: "locked" },
    });
    await other.answer({ ask: "close" });
  });

  it("is opened again by the next save once nobody holds it", async () => {
    const id = await create();
    await room.answer({ ask: "close" });
    const other = connect(database());
    other.exec("BEGIN EXCLUSIVE");
    expect(await reopen()).toMatchObject({ value: { trouble: "locked" } });
    expect(await save(id, 1, "一")).toMatchObject({ ok: false, error: { message: expect.stringContaining("占用") } });
    other.close();
    expect(await save(id, 1, "一")).toMatchObject({ ok: true });
  });

  it("takes nothing while its file is not where it was, and goes on when it is back", async () => {
    const id = await create();
    await mkdir(join(folder, "别处"));
    await rename(database(), join(folder, "别处/年报.db"));
    expect(await save(id, 1, "一")).toMatchObject({ ok: false, error: { message: expect.stringContaining("不见了") } });
    expect(await room.answer({ ask: "shelf" })).toMatchObject({ value: { trouble: "missing" } });
    expect(await readdir(folder)).not.toContain("备份");
    await rename(join(folder, "别处/年报.db"), database());
    expect(await save(id, 1, "一")).toMatchObject({ ok: true, value: { revision: 2 } });
  });

  it("is another one when another has come to lie in its place", async () => {
    await create();
    await create();
    const aside = join(folder, "别处.db");
    await rename(database(), aside);
    const other = new Room();
    await other.answer({ ask: "use", folder, expected: false });
    const made = await other.answer({ ask: "create", report, standing, originals: [] });
    await other.answer({ ask: "close" });
    expect(await room.answer({ ask: "shelf" })).toMatchObject({
      value: { kind: "ready", reports: [{ id: Object(made.ok && made.value).id }] },
    });
  });

  it("leaves a checked copy when it is closed, and comes back from it when it is damaged", async () => {
    const id = await create();
    await room.answer({ ask: "close" });
    await writeFile(database(), "坏".repeat(5_000));
    await writeFile(`${database()}-shm`, "");
    expect(await reopen()).toMatchObject({ value: { kind: "trouble", trouble: "damaged", snapshots: [{}] } });
    const [copy = ""] = await readdir(join(folder, "备份"));
    // Somebody has made sure that nobody changes it.
    await chmod(join(folder, "备份", copy), 0o444);
    expect(await room.answer({ ask: "restore", snapshot: copy })).toMatchObject({
      value: { kind: "ready", reports: [{ id }] },
    });
    expect((await stat(database())).mode & 0o200).toBe(0o200);
    const aside = (await readdir(folder)).filter((name) => name.includes("坏"));
    expect(aside.map((name) => name.replace(/\d/g, "0")).sort()).toEqual([
      "年报.db.坏-00000000-000000-000",
      "年报.db.坏-00000000-000000-000-shm",
    ]);
  });

  it("is copied into another folder with all it holds, and used there from then on", async () => {
    const id = await create();
    await save(id, 1, "一");
    await room.answer({ ask: "close" });
    // Another program has it open: what was written last lies in the -wal.
    const other = connect(database());
    other.exec("UPDATE report SET unit = '在日志里的单位'");
    const target = join(folder, "新地方");
    await mkdir(target);
    await reopen();
    expect(await room.answer({ ask: "move", folder: target })).toMatchObject({
      value: { kind: "ready", folder: target, reports: [{ id, unit: "在日志里的单位" }] },
    });
    expect(await save(id, 2, "二")).toMatchObject({ ok: true });
    expect(other.prepare("SELECT head FROM report").pluck().get()).toBe(2);
    other.close();
    expect(await readdir(target)).not.toContain("年报.db.part");
  });

  it("is copied over no other one", async () => {
    await create();
    const target = join(folder, "新地方");
    await mkdir(target);
    await writeFile(join(target, "年报.db"), "another's");
    expect(await room.answer({ ask: "move", folder: target })).toMatchObject({
      value: { kind: "trouble", folder, message: expect.stringContaining("已经有") },
    });
    expect(await readFile(join(target, "年报.db"), "utf8")).toBe("another's");
    expect(await room.answer({ ask: "move", folder: join(folder, "没有") })).toMatchObject({
      value: { kind: "trouble", folder, message: expect.stringContaining("没有复制成") },
    });
    expect(await reopen()).toMatchObject({ value: { kind: "ready", reports: [{}] } });
  });

  it("is copied before a report comes in, when something has changed", async () => {
    await create();
    const copies = async () => (await readdir(join(folder, "备份")).catch(() => [])).length;
    expect(await copies()).toBe(0);
    await create();
    expect(await copies()).toBe(1);
    await reopen();
    await create();
    expect(await copies()).toBe(2);
  });

  it.each(["../年报.db", "年报-20260101-000000-000.db", ""])("restores nothing from %j", async (snapshot) => {
    await create();
    expect(await room.answer({ ask: "restore", snapshot })).toMatchObject({ value: { kind: "trouble" } });
    expect(await reopen()).toMatchObject({ value: { kind: "ready", reports: [{}] } });
  });

  it("puts no copy in its place that is not sound", async () => {
    const id = await create();
    await reopen();
    const [copy = ""] = await readdir(join(folder, "备份"));
    await writeFile(join(folder, "备份", copy), "坏".repeat(5_000));
    expect(await room.answer({ ask: "restore", snapshot: copy })).toMatchObject({
      value: { kind: "trouble", message: expect.stringContaining("没有恢复成") },
    });
    expect(await reopen()).toMatchObject({ value: { kind: "ready", reports: [{ id }] } });
  });
});
