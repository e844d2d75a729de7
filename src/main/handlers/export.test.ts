import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { form2014 } from "../../../test/support/forms.ts";
import { fail } from "../../contract/answer.ts";
import type { Input } from "../../contract/calls.ts";
import { EMPTY_ANNEX, REPORT_SCHEMA } from "../../core/report/report.ts";
import type { Task } from "../apart.ts";
import { NO_SETTINGS, type Settings } from "../settings.ts";
import { exportHandlers } from "./export.ts";

let folder: string;
let settings: Settings;
let tasks: Task[];
let told: unknown[];
let shown: string[];
/** What the process apart answers; by itself bytes that say which file they are. */
let apart: (task: Task, signal: AbortSignal) => Promise<ReturnType<typeof fail> | { ok: true; value: unknown }>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "nianbao-handler-"));
  settings = NO_SETTINGS;
  [tasks, told, shown] = [[], [], []];
  apart = async (task) => ({ ok: true, value: new TextEncoder().encode(task.task === "write" ? task.kind : "record") });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const make = () =>
  exportHandlers({
    version: "1.2.3",
    forms: [form2014.file],
    preset: null,
    settings: {
      get: () => settings,
      set: async (change) => {
        settings = { ...settings, ...change };
      },
    },
    apart: (task, signal) => {
      tasks.push(task);
      return apart(task, signal);
    },
    chooseExportFolder: async () => folder,
    tellExport: (payload) => told.push(payload),
    showFile: (path) => shown.push(path),
  });

const report = {
  schema: REPORT_SCHEMA,
  form: form2014.id,
  year: 2018,
  unit: "试验街道",
  title: null,
  sections: [],
  tables: [],
  annex: EMPTY_ANNEX,
  extra: [],
  dropped: [],
  messages: [],
} as const;

/** Chooses the folder and writes Word and Excel there, but for what is said otherwise. */
async function written(handlers = make(), more: Partial<Input<"report:export">> = {}) {
  const chosen = await handlers["export:choose-folder"](undefined);
  if (!chosen.ok || !chosen.value) throw new Error("no folder");
  return handlers["report:export"]({
    folder: chosen.value.id,
    report,
    kinds: ["docx", "xlsx"],
    name: "年报",
    record: false,
    replace: false,
    pattern: null,
    ...more,
  });
}

describe("an export", () => {
  it("writes each file, tells which, and remembers the folder and the name", async () => {
    const answer = await written(make(), { record: true, pattern: "{year}年报" });
    expect(answer).toMatchObject({ ok: true, value: { files: ["年报.docx", "年报.xlsx", "年报（校验记录）.docx"] } });
    expect((await readdir(folder)).sort()).toEqual(["年报.docx", "年报.xlsx", "年报（校验记录）.docx"].sort());
    expect(told).toEqual([
      { file: 1, files: 3, name: "年报.docx" },
      { file: 2, files: 3, name: "年报.xlsx" },
      { file: 3, files: 3, name: "年报（校验记录）.docx" },
    ]);
    expect(tasks.at(-1)).toMatchObject({
      task: "record",
      occasion: { program: "1.2.3", files: ["年报.docx", "年报.xlsx"] },
    });
    expect(settings).toMatchObject({ exportFolder: folder, exportPattern: "{year}年报" });
    const begin = await make()["export:begin"](undefined);
    expect(begin).toMatchObject({ ok: true, value: { folder: { name: expect.any(String) }, pattern: "{year}年报" } });
    expect(JSON.stringify(begin)).not.toContain(tmpdir());
  });

  it("forgets a folder that is gone", async () => {
    settings = { ...NO_SETTINGS, exportFolder: join(folder, "gone") };
    expect(await make()["export:begin"](undefined)).toEqual({ ok: true, value: { folder: null, pattern: null } });
  });

  it("names what is there, replaces it only when told to, and leaves out of a name what files do not take", async () => {
    await writeFile(join(folder, "年报.docx"), "别人的");
    const handlers = make();
    const chosen = await handlers["export:choose-folder"](undefined);
    if (!chosen.ok || !chosen.value) throw new Error("no folder");
    const names = ["年报.docx", "年报.xlsx", "../年报.docx"];
    expect(await handlers["export:taken"]({ folder: chosen.value.id, names })).toEqual({
      ok: true,
      value: ["年报.docx", "../年报.docx"],
    });
    expect(await written(handlers, { kinds: ["docx"] })).toMatchObject({ value: { files: ["年报（2）.docx"] } });
    expect(await readFile(join(folder, "年报.docx"), "utf8")).toBe("别人的");
    await written(handlers, { kinds: ["docx"], replace: true });
    expect(await readFile(join(folder, "年报.docx"), "utf8")).toBe("docx");
    await written(handlers, { kinds: ["docx"], name: "../../年:报" });
    expect(await readdir(folder)).toContain("....年报.docx");
  });

  it("stops at a fault and says what lies in the folder already", async () => {
    apart = async (task) =>
      task.task === "write" && task.kind === "xlsx"
        ? fail("timeout", "写了 10 秒还没有写完，已停止导出。")
        : { ok: true, value: new Uint8Array(1) };
    expect(await written()).toEqual(fail("timeout", "写了 10 秒还没有写完，已停止导出。已经导出的有：年报.docx。"));
    expect(settings.exportFolder).toBeNull();
  });

  it("says that a folder is gone, or was never given", async () => {
    const handlers = make();
    const chosen = await handlers["export:choose-folder"](undefined);
    await rm(folder, { recursive: true });
    if (!chosen.ok || !chosen.value) throw new Error("no folder");
    const answer = await written(handlers);
    expect(answer).toMatchObject({ ok: false, error: { code: "unwritable" } });
    await mkdir(folder);
    const unknown = await written(handlers, { folder: "7b1f8d0e-2f7b-4d43-9e0c-2f4ddc0a1f11" });
    expect(unknown).toMatchObject({ ok: false, error: { code: "unknown-source" } });
  });

  it("is stopped by the clerk", async () => {
    apart = (_, signal) =>
      new Promise((resolve) => signal.addEventListener("abort", () => resolve(fail("cancelled", "已停止导出。"))));
    const handlers = make();
    const answer = written(handlers);
    await expect.poll(() => tasks.length).toBe(1);
    handlers["export:cancel"](undefined);
    expect(await answer).toEqual(fail("cancelled", "已停止导出。"));
    expect(await readdir(folder)).toEqual([]);
  });

  it("is shown in the file manager by its id alone", async () => {
    const handlers = make();
    const answer = await written(handlers);
    if (!answer.ok) throw new Error(answer.error.message);
    expect(handlers["export:show"]({ id: answer.value.id })).toEqual({ ok: true, value: null });
    expect(shown).toEqual([join(folder, "年报.docx")]);
    expect(handlers["export:show"]({ id: "7b1f8d0e-2f7b-4d43-9e0c-2f4ddc0a1f11" })).toMatchObject({ ok: false });
  });
});
