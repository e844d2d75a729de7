import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { CALLS } from "../contract/channels.ts";
import { MAX_FILE_BYTES } from "../contract/limits.ts";
import { makeHandlers } from "./handlers.ts";
import { answer } from "./ipc.ts";
import { Sources } from "./sources.ts";

const handlers = makeHandlers({
  version: "0.0.0",
  forms: [],
  sources: new Sources(),
  first: null,
  samplePath: "/nowhere",
  choosePaths: async () => [],
  read: async () => ({ ok: true, value: "no report" }),
  say: () => {},
  closeWindow: () => {},
});

const id = "7b1f8d0e-2f7b-4d43-9e0c-2f4ddc0a1f11";

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
    ["window:close", "now"],
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
