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

const PAGE = "app://nianbao/index.html";

/** Runs in the page, as code that had got into it would. */
const inPage = <T>(run: string | (() => T | Promise<T>)): Promise<T> => open.page.evaluate<T>(run);

describe("the page", () => {
  it("runs in the sandbox, apart from the preload script, without Node", async () => {
    const given = await open.app.evaluate(({ BrowserWindow }) => {
      // Not in Electron's types, but its documented way to see what a page was really given.
      const contents: object | undefined = BrowserWindow.getAllWindows()[0]?.webContents;
      return Reflect.get(contents ?? {}, "getLastWebPreferences").call(contents);
    });
    expect(given).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
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

  it("makes no HTML but what the editor's parser of pasted text makes, and no style of its own", async () => {
    const made = await inPage(() => {
      const names = ["default", "other", "ProseMirrorClipboard", "dompurify"];
      return names.filter((name) => {
        try {
          Reflect.get(window, "trustedTypes").createPolicy(name, { createHTML: (text: string) => text });
          return true;
        } catch {
          return false;
        }
      });
    });
    expect(made).toEqual(["ProseMirrorClipboard"]);
    const color = await inPage(() => {
      const style = document.createElement("style");
      style.textContent = "body { color: rgb(1, 2, 3) }";
      document.head.append(style);
      return getComputedStyle(document.body).color;
    });
    expect(color).not.toBe("rgb(1, 2, 3)");
  });

  it.each(["https://example.com/", "file:///etc/passwd", "data:text/html,x", "app://nianbao/assets/", "mailto:a@b.cn"])(
    "does not leave for %s",
    async (url) => {
      await inPage(`location.href = ${JSON.stringify(url)}`);
      expect(await inPage(`window.open(${JSON.stringify(url)}) === null`)).toBe(true);
      await open.page.waitForTimeout(200);
      expect(open.page.url()).toBe(PAGE);
      expect(await open.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    },
  );

  it("opens no second page of its own, neither as a window nor inside itself", async () => {
    expect(await inPage(() => window.open("app://nianbao/index.html") === null)).toBe(true);
    await inPage(() => {
      const view = document.createElement("webview");
      view.setAttribute("src", "app://nianbao/index.html");
      document.body.append(view);
    });
    await open.page.waitForTimeout(200);
    expect(await open.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
  });

  it.each(["text/uri-list", "text/plain", "text/html"])(
    "stays when an address is dropped on it as %s",
    async (type) => {
      const pointer = await open.page.context().newCDPSession(open.page);
      const data = { items: [{ mimeType: type, data: "https://example.com/" }], dragOperationsMask: 1 };
      for (const step of ["dragEnter", "dragOver", "drop"] as const)
        await pointer.send("Input.dispatchDragEvent", { type: step, x: 600, y: 400, data });
      await pointer.detach();
      await open.page.waitForTimeout(200);
      expect(open.page.url()).toBe(PAGE);
      expect(await open.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    },
  );

  it("gets no permission and no device", async () => {
    const answers = await inPage(async () => {
      const outcome = (asked: unknown) =>
        Promise.resolve(asked).then(
          // Of devices a list is given, empty where none may be had.
          (value) => (value === false || value === "denied" || String(value) === "" ? "denied" : "granted"),
          () => "denied",
        );
      const asking = (name: string, method: string, input?: unknown) => {
        const owner: unknown = Reflect.get(navigator, name);
        if (typeof owner !== "object" || owner === null || !(method in owner)) return "absent";
        return outcome(Reflect.get(owner, method).call(owner, input));
      };
      return {
        notifications: await outcome(Notification.requestPermission()),
        microphone: await asking("mediaDevices", "getUserMedia", { audio: true }),
        camera: await asking("mediaDevices", "getUserMedia", { video: true }),
        screen: await asking("mediaDevices", "getDisplayMedia", { video: true }),
        clipboard: await asking("clipboard", "readText"),
        usb: await asking("usb", "requestDevice", { filters: [] }),
        hid: await asking("hid", "requestDevice", { filters: [] }),
        serial: await asking("serial", "requestPort"),
        bluetooth: await asking("bluetooth", "requestDevice", { acceptAllDevices: true }),
        keyboard: await asking("keyboard", "lock"),
        location: await new Promise<string>((resolve) =>
          navigator.geolocation.getCurrentPosition(
            () => resolve("granted"),
            () => resolve("denied"),
          ),
        ),
        midi: await outcome(navigator.requestMIDIAccess()),
        persistence: await outcome(navigator.storage.persist()),
        filePicker: "showOpenFilePicker" in window || "showDirectoryPicker" in window ? "granted" : "absent",
      };
    });
    const given = Object.entries(answers).filter(([, answer]) => answer !== "denied" && answer !== "absent");
    expect(given).toEqual([]);
    const names = ["camera", "clipboard-read", "geolocation", "local-fonts", "midi", "notifications", "storage-access"];
    for (const name of names) {
      const state = await inPage(
        `navigator.permissions.query({ name: ${JSON.stringify(name)} }).then((it) => it.state)`,
      );
      expect([name, state]).toEqual([name, "denied"]);
    }
  });

  it.each(["URL.createObjectURL(new Blob(['x']))", "'app://nianbao/index.html'", "'data:text/plain,x'"])(
    "can start no download of %s",
    async (address) => {
      const started = open.app.evaluate(
        ({ session }) =>
          new Promise<string>((resolve) => {
            session.defaultSession.once("will-download", (event) =>
              resolve(event.defaultPrevented ? "denied" : "begun"),
            );
            setTimeout(() => resolve("none"), 1_000);
          }),
      );
      await inPage(`{
        const link = Object.assign(document.createElement("a"), { href: ${address}, download: "x.exe" });
        document.body.append(link);
        link.click();
        link.remove();
      }`);
      expect(await started).not.toBe("begun");
      expect(open.page.url()).toBe(PAGE);
    },
  );
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
    "app://nianbao/assets/../../main/index.js",
    "app://nianbao/index.html?x",
    "app://nianbao/",
    "app://other/index.html",
  ])("do not serve %s", async (url) => {
    expect(await status(url)).toBe(404);
  });

  it.each(["https://example.com/", "http://127.0.0.1:9/"])("block %s", async (url) => {
    expect(await status(url)).toContain("ERR_BLOCKED_BY_CLIENT");
  });

  it("block it in a session that somebody makes later, too", async () => {
    const outcome = open.app.evaluate(async ({ session }) => {
      const other = session.fromPartition("other");
      return other.fetch("http://127.0.0.1:9/").then(
        () => "reached",
        (error: Error) => error.message,
      );
    });
    expect(await outcome).toContain("ERR_BLOCKED_BY_CLIENT");
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
