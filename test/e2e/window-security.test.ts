import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CALLS } from "../../src/contract/channels.ts";
import type {} from "../../src/renderer/bridge.ts";
import { ROOT } from "./launch.ts";
import { type OpenApp, openApp } from "./window-app.ts";

let open: OpenApp;

beforeAll(async () => {
  open = await openApp();
});

afterAll(() => open.close());

/** Runs in the page, as code that had got into it would. */
const inPage = <T>(run: () => T | Promise<T>) => open.page.evaluate(run);

describe("the page", () => {
  it("runs in the sandbox, apart from the preload script, without Node", async () => {
    const preferences = await open.app.evaluate(({ BrowserWindow }) => {
      // Not in Electron's types, but its documented way to see what a page was really given.
      const contents: object | undefined = BrowserWindow.getAllWindows()[0]?.webContents;
      const { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity } = Reflect.get(
        contents ?? {},
        "getLastWebPreferences",
      ).call(contents);
      return { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity };
    });
    expect(preferences).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
    });
    expect(await open.app.evaluate(({ session }) => session.defaultSession.isSpellCheckerEnabled())).toBe(false);
    expect(
      await inPage(() =>
        ["require", "process", "module", "global", "Buffer", "__dirname", "ipcRenderer"].filter(
          (name) => name in window,
        ),
      ),
    ).toEqual([]);
  });

  it("has the contract's functions and nothing more", async () => {
    expect(await inPage(() => Object.keys(window.nianbao).sort())).toEqual(["call", "on"]);
    expect(await inPage(() => Object.keys(window.nianbao.call))).toEqual([...CALLS]);
    expect(
      await inPage(() => {
        const own = window.nianbao;
        try {
          Object.assign(own.call, { "app:start": () => "forged" });
        } catch {
          // Frozen is as good.
        }
        return String(window.nianbao.call["app:start"]).includes("forged");
      }),
    ).toBe(false);
  });

  it("runs no script but its own files", async () => {
    expect(
      await inPage(async () => {
        const script = document.createElement("script");
        try {
          script.textContent = "window.injected = true";
        } catch {
          return "refused";
        }
        document.body.append(script);
        await new Promise((done) => setTimeout(done, 50));
        return "injected" in window ? "ran" : "refused";
      }),
    ).toBe("refused");
    expect(
      await inPage(
        () =>
          new Promise<string>((resolve) => {
            // Later, because the debugger that runs this may eval while it runs it.
            setTimeout(() => {
              try {
                resolve(String(Reflect.get(window, "eval")("1 + 1")));
              } catch (error) {
                resolve(error instanceof Error ? error.name : "refused");
              }
            }, 10);
          }),
      ),
    ).toBe("EvalError");
    expect(
      await inPage(() => {
        try {
          document.body.insertAdjacentHTML("beforeend", '<img src="x" onerror="window.injected = true">');
          return "inserted";
        } catch (error) {
          return error instanceof Error ? error.name : "refused";
        }
      }),
    ).toBe("TypeError");
  });

  it("reaches no network by any way", async () => {
    const results = await inPage(async () => {
      const outcome = (start: (done: (text: string) => void) => void) =>
        new Promise<string>((resolve) => {
          setTimeout(() => resolve("silent"), 1_000);
          try {
            start(resolve);
          } catch {
            resolve("refused");
          }
        });
      return {
        fetch: await fetch("https://example.com").then(
          () => "reached",
          () => "refused",
        ),
        own: await fetch("app://nianbao/index.html").then(
          () => "reached",
          () => "refused",
        ),
        socket: await outcome((done) => {
          const socket = new WebSocket("wss://example.com");
          socket.onopen = () => done("reached");
          socket.onerror = () => done("refused");
        }),
        image: await outcome((done) => {
          const image = new Image();
          image.onload = () => done("reached");
          image.onerror = () => done("refused");
          image.src = "https://example.com/x.png";
        }),
      };
    });
    expect(Object.entries(results).filter(([, result]) => result === "reached")).toEqual([]);
    expect(results.fetch).toBe("refused");
    await inPage(() => {
      const frame = document.createElement("iframe");
      frame.src = "https://example.com";
      document.body.append(frame);
    });
    await open.page.waitForTimeout(300);
    const shown = await open.app.evaluate(({ BrowserWindow }) => {
      const frames = BrowserWindow.getAllWindows()[0]?.webContents.mainFrame.frames ?? [];
      return Promise.all(frames.map((frame) => frame.executeJavaScript("location.href")));
    });
    expect(shown).toEqual(["chrome-error://chromewebdata/"]);
  });

  it("cannot leave, open windows, or get a permission", async () => {
    const { page, app } = open;
    await inPage(() => {
      location.href = "https://example.com/";
    });
    await inPage(() => {
      location.href = "file:///etc/passwd";
    });
    expect(await inPage(() => window.open("https://example.com/") === null)).toBe(true);
    expect(await inPage(() => window.open("app://nianbao/index.html") === null)).toBe(true);
    await page.waitForTimeout(300);
    expect(page.url()).toBe("app://nianbao/index.html");
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    expect(
      await inPage(() =>
        Promise.all([
          Notification.requestPermission(),
          navigator.permissions.query({ name: "geolocation" }).then((status) => status.state),
          navigator.mediaDevices.getUserMedia({ audio: true }).then(
            () => "granted",
            () => "denied",
          ),
          navigator.clipboard.readText().then(
            () => "granted",
            () => "denied",
          ),
        ]),
      ),
    ).toEqual(["denied", "denied", "denied", "denied"]);
  });

  it("can start no download", async () => {
    const started = open.app.evaluate(
      ({ session }) =>
        new Promise<string>((resolve) => {
          session.defaultSession.on("will-download", (event) => resolve(event.defaultPrevented ? "denied" : "begun"));
          setTimeout(() => resolve("none"), 1_500);
        }),
    );
    await inPage(() => {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob(["x"]));
      link.download = "x.exe";
      document.body.append(link);
      link.click();
      link.remove();
    });
    expect(await started).not.toBe("begun");
  });
});

describe("calls", () => {
  it("refuse wrong types, extra fields and huge input, and the window lives", async () => {
    const codes = await inPage(async () => {
      const call = window.nianbao.call as unknown as Record<
        string,
        (input: unknown) => Promise<{ error?: { code: string } }>
      >;
      const attempts: [string, unknown][] = [
        ["source:read", undefined],
        ["source:read", { id: "/etc/passwd" }],
        ["source:read", { id: "../../etc/passwd" }],
        ["source:read", { id: "x".repeat(20_000_000) }],
        ["source:drop", { files: [{ name: "a".repeat(1_000_000), bytes: new Uint8Array(1) }] }],
        ["source:drop", { files: [{ name: "a", bytes: new Uint8Array(64 * 1024 * 1024 + 1) }] }],
        ["source:drop", { files: "none" }],
        ["screen:shown", { id: {} }],
        ["app:start", { any: "thing" }],
      ];
      const answers = [];
      for (const [name, input] of attempts) answers.push((await call[name]?.(input))?.error?.code ?? "accepted");
      return answers;
    });
    expect(new Set(codes)).toEqual(new Set(["bad-input"]));
    expect(await open.page.locator(".sheet").isVisible()).toBe(true);
  });

  it("refuse an id that main did not give out", async () => {
    const answer = await inPage(() =>
      window.nianbao.call["source:read"]({ id: "7b1f8d0e-2f7b-4d43-9e0c-2f4ddc0a1f11" }),
    );
    expect(answer).toMatchObject({ ok: false, error: { code: "unknown-source" } });
  });

  it("refuse another window, even one that shows our page, and know no other channel", async () => {
    const folder = await mkdtemp(join(tmpdir(), "nianbao-foreign-"));
    try {
      const preload = join(folder, "raw.cjs");
      await writeFile(
        preload,
        'const { contextBridge, ipcRenderer } = require("electron");' +
          'contextBridge.exposeInMainWorld("raw", { invoke: (...all) => ipcRenderer.invoke(...all) });',
      );
      const attack = (script: string, url: string) =>
        open.app.evaluate(
          async ({ BrowserWindow }, given) => {
            const window = new BrowserWindow({
              show: false,
              webPreferences: { preload: given.preload, sandbox: true },
            });
            await window.loadURL(given.url);
            const result: unknown = await window.webContents.executeJavaScript(given.script);
            window.destroy();
            return result;
          },
          { preload, script, url },
        );
      for (const call of CALLS) {
        const script = `raw.invoke(${JSON.stringify(call)}, undefined)`;
        expect(await attack(script, "app://nianbao/index.html")).toMatchObject({ error: { code: "foreign-sender" } });
        expect(await attack(script, "about:blank")).toMatchObject({ error: { code: "foreign-sender" } });
      }
      const unknown = 'raw.invoke("file:read", "/etc/passwd").then(() => "answered", (error) => String(error))';
      expect(await attack(unknown, "about:blank")).toContain("No handler registered");
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

describe("app:// and the network, asked by main itself", () => {
  const status = (url: string) =>
    open.app.evaluate(
      ({ net }, address) =>
        net.fetch(address).then(
          (response) => response.status,
          (error: Error) => error.message,
        ),
      url,
    );

  it("serve the page with its policy", async () => {
    expect(await status("app://nianbao/index.html")).toBe(200);
    const policy = await open.app.evaluate(({ net }) =>
      net.fetch("app://nianbao/index.html").then((response) => response.headers.get("content-security-policy")),
    );
    expect(policy).toMatch(/^default-src 'none';/);
  });

  it.each([
    "app://nianbao/../package.json",
    "app://nianbao/..%2f..%2fpackage.json",
    "app://nianbao/%2e%2e/%2e%2e/package.json",
    "app://nianbao//etc/passwd",
  ])("do not serve %s", async (url) => {
    expect(await status(url)).toBe(404);
  });

  it.each(["https://example.com/", "http://127.0.0.1:9/"])("block %s", async (url) => {
    expect(await status(url)).toContain("ERR_BLOCKED_BY_CLIENT");
  });

  it.each(["https://example.com/", `file://${ROOT}/package.json`, "data:text/html,foreign"])(
    "let no window show %s",
    async (url) => {
      const outcome = open.app.evaluate(async ({ BrowserWindow }, address) => {
        const window = new BrowserWindow({ show: false });
        const result = await window.loadURL(address).then(
          () => "shown",
          (error: Error) => error.message,
        );
        window.destroy();
        return result;
      }, url);
      expect(await outcome).toContain("ERR_BLOCKED_BY_CLIENT");
    },
  );
});
