import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { attacksOn, RIGHT } from "../../test/support/attacks.ts";
import { fail } from "../contract/answer.ts";
import { CALLS } from "../contract/channels.ts";
import { MAX_FILE_BYTES } from "../contract/limits.ts";
import { makeHandlers } from "./handlers/index.ts";
import { answer } from "./ipc.ts";
import { NO_SETTINGS } from "./settings.ts";
import { Sources } from "./sources.ts";

const REFUSED = fail("store", "存放报告的文件没有打开。");

const handlers = makeHandlers({
  version: "0.0.0",
  forms: [],
  preset: null,
  sources: new Sources(),
  store: {
    list: async () => REFUSED,
    reopen: async () => REFUSED,
    move: async () => REFUSED,
    restore: async () => REFUSED,
    beginNew: async () => REFUSED,
    create: async () => REFUSED,
    open: async () => REFUSED,
    goBack: async () => REFUSED,
    save: async () => REFUSED,
    nameVersion: async () => REFUSED,
    saveOffice: async () => REFUSED,
  },
  first: null,
  sample: false,
  samplePath: "/nowhere",
  lastOpen: { take: () => null, shown: () => {} },
  settings: { get: () => NO_SETTINGS, set: async () => {} },
  choosePaths: async () => [],
  chooseFolder: async () => null,
  chooseExportFolder: async () => null,
  tellExport: () => {},
  showFile: () => {},
  apart: async () => ({ ok: true, value: "no report" }),
  tellProgress: () => {},
  say: () => {},
  pageReady: () => {},
  paste: () => {},
  colourFrame: () => {},
  closeWindow: () => {},
  decideClosing: () => {},
});

const REPORT = RIGHT["report:save"].report;

const COUNTS = { error: 0, warning: 0, ask: 0, info: 0, lifted: 0, stale: 0 };
const STANDING = { counts: COUNTS, place: null };

const id = "7b1f8d0e-2f7b-4d43-9e0c-2f4ddc0a1f11";

const EXPORT = {
  folder: id,
  report: REPORT,
  kinds: ["docx"],
  name: "报告",
  record: false,
  replace: false,
  pattern: null,
};

describe("the one entry for calls", () => {
  it.each([
    ["source:read", undefined],
    ["source:read", null],
    ["source:read", id],
    ["source:read", { id: "/etc/passwd" }],
    ["source:read", { id: "x".repeat(50_000_000) }],
    ["source:read", { id, path: "/etc/passwd" }],
    ["source:cancel", { id: 1 }],
    ["app:start", {}],
    ["edit:paste", "text"],
    ["window:close", "now"],
    ["window:decide", { leave: "yes" }],
    ["shelf:restore", { snapshot: "" }],
    ["shelf:restore", { snapshot: "a".repeat(256) }],
    ["report:open", { id: 7 }],
    ["report:open", { id: "a".repeat(65) }],
    ["report:go-back", { id, revision: 0 }],
    ["report:save", { id, base: 1, writer: "me", report: REPORT, standing: STANDING }],
    ["report:save", { id, base: 0, writer: id, report: REPORT, standing: STANDING }],
    ["report:save", { id, base: 1, writer: id, report: { ...REPORT, sections: "none" }, standing: STANDING }],
    [
      "report:save",
      { id, base: 1, writer: id, report: REPORT, standing: { counts: { ...COUNTS, error: -1 }, place: null } },
    ],
    ["report:create", { source: "/etc/passwd", report: REPORT, standing: STANDING }],
    ["office:save", { unit: "试验街道" }],
    ["office:save", { unit: "长".repeat(201), head: null, reviewer: null, filler: null, phone: null }],
    ["report:name-version", { id, name: "  " }],
    ["signer:remember", { name: "  " }],
    ["report:export", { ...EXPORT, kinds: ["exe"] }],
    ["report:export", { ...EXPORT, kinds: [] }],
    ["report:export", { ...EXPORT, folder: "../" }],
    ["export:taken", { folder: id, names: [] }],
    ["export:show", { id: "/etc/passwd" }],
    ["screen:shown", {}],
    ["source:drop", { files: [] }],
    ["source:drop", { files: [{ name: "a", bytes: "text" }] }],
    ["source:drop", { files: [{ name: "", bytes: new Uint8Array(1) }] }],
    ["source:drop", { files: [{ name: "a".repeat(256), bytes: new Uint8Array(1) }] }],
    ["source:drop", { files: [{ name: "a", bytes: new Uint8Array(MAX_FILE_BYTES + 1) }] }],
    ["source:drop", { files: Array.from({ length: 9 }, () => ({ name: "a", bytes: new Uint8Array(1) })) }],
  ] as const)("refuses %s with wrong input", async (call, input) => {
    expect(await answer(handlers, call, [input])).toMatchObject({ ok: false, error: { code: "bad-input" } });
  });

  it.each(CALLS)("%s: refuses whatever is not its input", async (call) => {
    for (const { name, make } of attacksOn(RIGHT[call])) {
      const given = await answer(handlers, call, [make()]);
      expect(given, name).toMatchObject({ ok: false, error: { code: "bad-input" } });
    }
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });

  it.each(CALLS)("%s: takes its input", async (call) => {
    const silent = vi.spyOn(console, "error").mockImplementation(() => {});
    expect(await answer(handlers, call, [RIGHT[call]])).not.toMatchObject({ error: { code: "bad-input" } });
    silent.mockRestore();
  });

  it("refuses a report that hides a ring, depth or too much text where anything may stand", async () => {
    const ring: unknown[] = [];
    ring.push(ring);
    let deep: unknown = null;
    for (let i = 0; i < 100_000; i += 1) deep = { deep };
    for (const content of [ring, deep, "x".repeat(100_000_000)]) {
      const report = { ...RIGHT["report:save"].report, content };
      expect(await answer(handlers, "report:save", [{ id, base: 1, report }])).toMatchObject({
        error: { code: "bad-input" },
      });
    }
  });

  it("refuses more than one argument", async () => {
    expect(await answer(handlers, "app:start", [undefined, 1])).toMatchObject({ error: { code: "bad-input" } });
  });

  it("answers anything at all without throwing", async () => {
    const silent = vi.spyOn(console, "error").mockImplementation(() => {});
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...CALLS), fc.anything(), async (call, input) => {
        const given = await answer(handlers, call, [input]);
        expect(typeof given.ok).toBe("boolean");
        if (!given.ok) expect(given.error.message).toMatch(/。$/);
      }),
    );
    silent.mockRestore();
  });

  it("turns a fault of a handler into an answer", async () => {
    const silent = vi.spyOn(console, "error").mockImplementation(() => {});
    // The sample lies nowhere here.
    expect(await answer(handlers, "source:sample", [undefined])).toMatchObject({ error: { code: "internal" } });
    expect(silent).toHaveBeenCalled();
    silent.mockRestore();
  });

  it("does not pass on what is no report", async () => {
    const dropped = await answer(handlers, "source:drop", [{ files: [{ name: "a", bytes: new Uint8Array(1) }] }]);
    if (!dropped.ok) throw new Error(dropped.error.message);
    expect(await answer(handlers, "source:read", [{ id: dropped.value.id }])).toMatchObject({
      error: { code: "internal" },
    });
  });
});
