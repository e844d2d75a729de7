import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Standing } from "../contract/reports.ts";
import { EMPTY_ANNEX, REPORT_SCHEMA, type Report } from "../core/report/report.ts";
import { connect } from "./open.ts";
import { Room } from "./room.ts";

const report: Report = {
  schema: REPORT_SCHEMA,
  form: "gongkai-2014",
  year: 2018,
  unit: "试验街道",
  title: null,
  sections: [],
  tables: [],
  annex: EMPTY_ANNEX,
  extra: [],
  dropped: [],
  messages: [],
};

const standing: Standing = {
  counts: { error: 1, warning: 2, ask: 0, info: 3, lifted: 1, stale: 4 },
  place: { at: { section: "disclosure", paragraph: 2 }, name: "二、主动公开政府信息情况", part: "（一）主动公开" },
};

let folder: string;
let room: Room;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "nianbao-store-"));
  room = new Room();
  await room.answer({ ask: "use", folder, expected: false });
});
afterEach(async () => {
  await room.answer({ ask: "close" });
  await rm(folder, { recursive: true, force: true });
});

const original = { name: "去年.txt", bytes: new TextEncoder().encode("去年的报告") };
const create = async (): Promise<string> => {
  const created = await room.answer({ ask: "create", report, standing, originals: [original] });
  expect(created).toMatchObject({ ok: true, value: { revision: 1 } });
  return created.ok && typeof created.value === "object" && created.value && "id" in created.value
    ? String(created.value.id)
    : "";
};

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
  it("is there again as it was saved last", async () => {
    const id = await create();
    const changed = { ...report, title: "改过的" };
    expect(await room.answer({ ask: "save", id, base: 1, report: changed, standing })).toMatchObject({
      ok: true,
      value: { revision: 2 },
    });
    await room.answer({ ask: "close" });
    await room.answer({ ask: "use", folder, expected: true });
    expect(await room.answer({ ask: "open", id })).toMatchObject({ ok: true, value: { revision: 2, report: changed } });
    expect(await room.answer({ ask: "shelf" })).toMatchObject({
      value: { kind: "ready", reports: [{ id, year: 2018, unit: "试验街道", state: "editing" }] },
    });
  });

  it("is not overwritten by a save that is based on an older state", async () => {
    const id = await create();
    await room.answer({ ask: "save", id, base: 1, report, standing });
    expect(
      await room.answer({ ask: "save", id, base: 1, report: { ...report, title: "旧的" }, standing }),
    ).toMatchObject({
      ok: false,
      error: { code: "conflict" },
    });
    expect(await room.answer({ ask: "open", id })).toMatchObject({ value: { report } });
  });

  it("keeps every state: none is changed or deleted", async () => {
    await create();
    await room.answer({ ask: "close" });
    const db = connect(join(folder, "年报.db"));
    expect(() => db.exec("DELETE FROM revision")).toThrow("never deleted");
    expect(() => db.exec("UPDATE revision SET body = x'00'")).toThrow("never changed");
    db.close();
  });
});

describe("the database", () => {
  it("belongs to one process at a time", async () => {
    const other = new Room();
    expect(await other.answer({ ask: "use", folder, expected: true })).toMatchObject({
      value: { kind: "trouble", trouble: "locked" },
    });
  });

  it("leaves a checked copy when it is closed, and comes back from it when it is damaged", async () => {
    const silent = vi.spyOn(console, "error").mockImplementation(() => {});
    const id = await create();
    await room.answer({ ask: "close" });
    await writeFile(join(folder, "年报.db"), "坏".repeat(5_000));
    const shelf = await room.answer({ ask: "use", folder, expected: true });
    expect(shelf).toMatchObject({ value: { kind: "trouble", trouble: "damaged", snapshots: [{}] } });
    const [copy = ""] = await readdir(join(folder, "备份"));
    expect(await room.answer({ ask: "restore", snapshot: copy })).toMatchObject({
      value: { kind: "ready", reports: [{ id }] },
    });
    expect((await readdir(folder)).some((name) => name.startsWith("年报.db.坏-"))).toBe(true);
    silent.mockRestore();
  });

  it.each(["../年报.db", "年报-20260101-000000-000.db", ""])("restores nothing from %j", async (snapshot) => {
    const silent = vi.spyOn(console, "error").mockImplementation(() => {});
    await create();
    expect(await room.answer({ ask: "restore", snapshot })).toMatchObject({ value: { kind: "trouble" } });
    expect(await room.answer({ ask: "use", folder, expected: true })).toMatchObject({
      value: { kind: "ready", reports: [{}] },
    });
    silent.mockRestore();
  });
});
