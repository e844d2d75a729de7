import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CALLS } from "../../src/contract/channels.ts";
import { MAX_FILE_BYTES } from "../../src/contract/limits.ts";
import type {} from "../../src/renderer/bridge.ts";
import { attacksOn, RIGHT } from "../support/attacks.ts";
import { type OpenApp, openApp } from "./window-app.ts";

let open: OpenApp;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "nianbao-calls-"));
  open = await openApp();
});

afterAll(async () => {
  await open.close();
  await rm(folder, { recursive: true, force: true });
});

type AnyCall = (input: unknown) => Promise<{ readonly error?: { readonly code: string } }>;

describe("each call, from code that got into the page", () => {
  it.each(CALLS)("%s refuses whatever is not its input", async (call) => {
    const outcomes = await open.page.evaluate(
      async ([attacks, name, right]) => {
        const given: ReturnType<typeof attacksOn> = Reflect.get(window, "eval")(`(${attacks})`)(right);
        const send = Reflect.get(window.nianbao.call, name) as AnyCall;
        const outcome: [string, string][] = [];
        for (const { name: attack, make } of given) {
          // The bridge leaves this name out on the way: what arrives is a right input.
          if (attack === "__proto__ as a field") continue;
          const code = await send(make()).then(
            (answer) => answer.error?.code ?? "accepted",
            () => "not sent",
          );
          outcome.push([attack, code]);
        }
        return outcome;
      },
      [attacksOn.toString(), call, RIGHT[call]] as const,
    );
    expect(outcomes.filter(([, code]) => code !== "bad-input" && code !== "not sent")).toEqual([]);
    expect(outcomes.filter(([, code]) => code === "bad-input").length).toBeGreaterThan(outcomes.length / 2);
  });

  it("leaves main, the store and the window as they were", async () => {
    const { app, page } = open;
    expect(await app.evaluate(() => "polluted" in {})).toBe(false);
    const shelf = await page.evaluate(() => window.nianbao.call["shelf:list"](undefined));
    expect(shelf).toMatchObject({ ok: true, value: { kind: "ready", reports: [{ unit: "示范街道" }] } });
    expect(await page.locator(".sheet").isVisible()).toBe(true);
    expect(open.complaints).toEqual([]);
  });

  it("takes no file above the largest, nor an id that main did not give out", async () => {
    const { page } = open;
    const dropped = await page.evaluate(
      (bytes) => window.nianbao.call["source:drop"]({ files: [{ name: "a", bytes: new Uint8Array(bytes + 1) }] }),
      MAX_FILE_BYTES,
    );
    expect(dropped).toMatchObject({ ok: false, error: { code: "bad-input" } });
    const read = await page.evaluate(
      (id) => window.nianbao.call["source:read"]({ id }),
      "7b1f8d0e-2f7b-4d43-9e0c-2f4ddc0a1f11",
    );
    expect(read).toMatchObject({ ok: false, error: { code: "unknown-source" } });
  });
});

describe("each call, from elsewhere", () => {
  it("is refused to another window, even one that shows our page, and no other channel answers", async () => {
    const preload = join(folder, "raw.cjs");
    await writeFile(
      preload,
      'const { contextBridge, ipcRenderer } = require("electron");' +
        'contextBridge.exposeInMainWorld("raw", { invoke: (...all) => ipcRenderer.invoke(...all) });',
    );
    const other = 'raw.invoke("file:read", "/etc/passwd").then(() => "answered", (error) => String(error))';
    for (const url of ["app://nianbao/index.html", "about:blank"]) {
      const [answers, unknown] = await open.app.evaluate(
        async ({ BrowserWindow }, given) => {
          const window = new BrowserWindow({ show: false, webPreferences: { preload: given.preload, sandbox: true } });
          await window.loadURL(given.url);
          const run = (script: string): Promise<unknown> => window.webContents.executeJavaScript(script);
          const each = `Promise.all(${JSON.stringify(given.calls)}.map((call) => raw.invoke(call, undefined)))`;
          const results = [await run(each), await run(given.other)] as const;
          window.destroy();
          return results;
        },
        { preload, url, other, calls: CALLS },
      );
      expect(answers).toEqual(CALLS.map(() => expect.objectContaining({ error: FOREIGN })));
      expect(unknown).toContain("No handler registered");
    }
  });

  it("is out of reach of a frame inside the window", async () => {
    await open.page.evaluate(() => document.body.append(document.createElement("iframe")));
    const inFrames = await open.app.evaluate(({ BrowserWindow }) => {
      const frames = BrowserWindow.getAllWindows()[0]?.webContents.mainFrame.frames ?? [];
      return Promise.all(frames.map((frame) => frame.executeJavaScript("typeof nianbao")));
    });
    expect(inFrames).toEqual(["undefined"]);
  });

  it("is refused to the window itself while it shows another page", async () => {
    const answers = await open.app.evaluate(async ({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0];
      await window?.loadURL("about:blank");
      const each = "Promise.all(Object.values(nianbao.call).map((call) => call(undefined)))";
      const given: unknown = await window?.webContents.executeJavaScript(each);
      await window?.loadURL("app://nianbao/index.html");
      return given;
    });
    expect(answers).toEqual(CALLS.map(() => expect.objectContaining({ error: FOREIGN })));
  });
});

const FOREIGN = expect.objectContaining({ code: "foreign-sender" });
