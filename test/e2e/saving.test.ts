import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { isOnDisk } from "./on-disk.ts";
import { processTree } from "./processes.ts";
import { type OpenApp, openHome } from "./window-app.ts";

let home: string;
let open: OpenApp;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "nianbao-saving-"));
  open = await openHome(home);
  await open.page.getByRole("button", { name: "打开示例报告" }).click();
  await editor().waitFor();
  await open.close();
});
afterAll(() => rm(home, { recursive: true, force: true }));
afterEach(() => open.close());

const editor = () => open.page.getByRole("textbox", { name: "报告正文" });
const status = () => open.page.locator("[data-save]");
const database = () => join(home, "年报/年报.db");

/** Starts again and opens the report that was worked on last. */
async function resume(): Promise<void> {
  open = await openHome(home);
  await open.page.getByRole("button", { name: "接着写" }).click();
  await editor().waitFor();
}

/** Starts again after a crash: the report is there by itself. */
async function recover(): Promise<void> {
  open = await openHome(home);
  await editor().waitFor();
}

/** Puts the cursor at the end of the first paragraph. */
async function cursorInText(): Promise<void> {
  await editor().locator("p").first().click();
  await open.page.keyboard.press("End");
}

/** Ends every process of the program at once, as a power cut does. */
async function killAll(): Promise<void> {
  const root = open.app.process().pid;
  if (root === undefined) throw new Error("the program has no process");
  for (const { pid } of processTree(root).reverse()) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // A child can be gone with its parent.
    }
  }
  await open.close();
}

describe("kill -9 of the whole program", () => {
  it("loses nothing once 已保存 shows", async () => {
    await resume();
    await cursorInText();
    await open.page.keyboard.type("断电前的一句话");
    await expect.poll(() => status().getAttribute("data-save")).toBe("saving");
    await expect.poll(() => status().innerText(), { interval: 5 }).toMatch(/^已保存 \d\d:\d\d:\d\d$/);
    await killAll();
    await recover();
    expect(await editor().innerText()).toContain("断电前的一句话");
  });

  it("in the middle of typing loses the last second at most, twenty times", { timeout: 300_000 }, async () => {
    let before: Typed = { words: [], killed: 0 };
    for (let round = 0; round <= 20; round += 1) {
      await (round === 0 ? resume() : recover());
      const text = await editor().innerText();
      const lost = before.words.filter(({ word }) => !text.includes(word));
      expect(lost.filter(({ at }) => before.killed - at > 1_000)).toEqual([]);
      // What is there is the beginning of what was typed, not words out of order.
      const kept = before.words.slice(0, before.words.length - lost.length).map(({ word }) => word);
      expect(text).toContain(kept.join(""));
      if (round < 20) before = await typeUntilKilled(round);
    }
  });
});

interface Typed {
  /** Each with the moment when it had been typed. */
  readonly words: readonly { readonly word: string; readonly at: number }[];
  readonly killed: number;
}

async function typeUntilKilled(round: number): Promise<Typed> {
  await cursorInText();
  const words: { word: string; at: number }[] = [];
  const end = Date.now() + 400 + Math.random() * 2_200;
  for (let n = 0; Date.now() < end; n += 1) {
    const word = `r${round}n${n},`;
    await open.page.keyboard.type(word);
    words.push({ word, at: Date.now() });
  }
  const killed = Date.now();
  await killAll();
  await expectSound();
  return { words, killed };
}

/** Looks at a copy: the program itself is to find the database as it was left. */
async function expectSound(): Promise<void> {
  const copy = join(home, "copy.db");
  for (const end of ["", "-wal"]) await copyFile(database() + end, copy + end);
  const db = new Database(copy);
  expect(db.pragma("integrity_check", { simple: true })).toBe("ok");
  db.close();
}

describe("a page that crashes", () => {
  it("comes back with the report, where the clerk wrote", async () => {
    await resume();
    await editor().getByText("保密审查和公开渠道").click();
    await open.page.keyboard.press("End");
    await open.page.keyboard.type("崩溃前的字");
    await expect.poll(() => isOnDisk(open.page, "崩溃前的字"), { timeout: 5_000 }).toBe(true);
    const said = () => open.output().split("nianbao: window ready").length;
    const before = said();
    await open.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
    });
    await expect.poll(said, { timeout: 15_000 }).toBe(before + 1);
    // The driver has lost its page with the crash: the window itself is asked.
    const shows = () =>
      open.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
          `[...document.querySelectorAll(".tiptap :is(h2, h3, h4, p)")].some((one) => {
            const { top } = one.getBoundingClientRect();
            return one.textContent.includes("崩溃前的字") && top > 0 && top < innerHeight;
          })`,
        ),
      );
    await expect.poll(shows, { timeout: 5_000 }).toBe(true);
  });
});

describe("the window", () => {
  it("closes only when the last letter is saved", async () => {
    await resume();
    await cursorInText();
    await open.page.keyboard.type("关窗前");
    const gone = open.app.waitForEvent("close");
    await open.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await gone;
    await resume();
    expect(await editor().innerText()).toContain("关窗前");
  });

  it("says at the next start where the clerk wrote last, and goes there", async () => {
    await resume();
    // The number before it is drawn by the editor, and no text.
    const paragraph = () => editor().getByText("下一步工作打算");
    await paragraph().click();
    await open.page.keyboard.press("End");
    await open.page.keyboard.type("的");
    await expect.poll(() => isOnDisk(open.page, "下一步工作打算的"), { timeout: 5_000 }).toBe(true);
    await open.close();
    open = await openHome(home);
    const banner = open.page.locator(".resume");
    await banner.waitFor();
    expect(await banner.innerText()).toMatch(
      /上次写到：2018 年度，七、.+\s+已保存 今天 .+，光标在“（二）下一步工作打算的”/,
    );
    await open.page.getByRole("button", { name: "接着写" }).click();
    const canvas = open.page.locator(".canvas");
    const below = async () => {
      const [box, around] = await Promise.all([paragraph().boundingBox(), canvas.boundingBox()]);
      return box && around ? box.y - around.y : Number.NaN;
    };
    await expect.poll(below).toBeGreaterThanOrEqual(0);
    expect(await below()).toBeLessThan(400);
  });

  it("stays when the last change cannot be saved, says so, and goes when the clerk wants it", async () => {
    await resume();
    // From now on every process for the database dies as soon as it is there.
    await open.app.evaluate(({ app, utilityProcess }) => {
      const fork = utilityProcess.fork.bind(utilityProcess);
      utilityProcess.fork = (...given) => {
        const child = fork(...given);
        child.once("spawn", () => child.pid !== undefined && process.kill(child.pid, "SIGKILL"));
        return child;
      };
      for (const { name, pid } of app.getAppMetrics()) if (name === "nianbao-store") process.kill(pid, "SIGKILL");
    });
    await cursorInText();
    await open.page.keyboard.type("存不下");
    await expect.poll(() => status().getAttribute("data-save"), { timeout: 10_000 }).toBe("unsaved");
    expect(await status().innerText()).toMatch(/没有保存[\s\S]*。/);
    await open.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    const dialog = open.page.getByRole("dialog", { name: "最后的改动还没有保存" });
    await dialog.waitFor();
    await dialog.getByRole("button", { name: "先不离开" }).click();
    expect(await editor().innerText()).toContain("存不下");
    await open.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    const gone = open.app.waitForEvent("close");
    // The window may be gone before the click is answered.
    await dialog
      .getByRole("button", { name: "仍要离开" })
      .click()
      .catch(() => {});
    await gone;
  });

  it("stands where it stood, at the size it had", async () => {
    open = await openHome(home);
    const bounds = { x: 40, y: 60, width: 1100, height: 720 };
    await open.app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to), bounds);
    const now = () => open.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
    await expect.poll(now).toEqual(bounds);
    await open.close();
    open = await openHome(home);
    expect(await now()).toEqual(bounds);
  });
});

describe("another's save", () => {
  it("is never overwritten: the clerk is told and can open it", async () => {
    await resume();
    const id = await open.page.evaluate(async () => {
      const list = await window.nianbao.call["shelf:list"](undefined);
      const [first] = list.ok && list.value.kind === "ready" ? list.value.reports : [];
      const report = first && (await window.nianbao.call["report:open"]({ id: first.id }));
      if (!first || !report?.ok || report.value.kind !== "sound") return null;
      const { revision, report: content } = report.value;
      const { counts, place } = first;
      const saved = await window.nianbao.call["report:save"]({
        id: report.value.id,
        base: revision,
        writer: crypto.randomUUID(),
        report: { ...content, title: "别处改的标题" },
        standing: { counts, place },
      });
      return saved.ok ? report.value.id : null;
    });
    expect(id).not.toBeNull();
    await cursorInText();
    await open.page.keyboard.type("这里改的");
    await expect.poll(() => status().getAttribute("data-save")).toBe("unsaved");
    expect(await status().innerText()).toContain("别处已经保存过");
    await open.page.getByRole("button", { name: "打开已保存的" }).click();
    const title = open.page.getByRole("textbox", { name: "报告标题" });
    await expect.poll(() => title.inputValue()).toBe("别处改的标题");
    expect(await editor().innerText()).not.toContain("这里改的");
  });
});
