import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type OpenApp, openHome } from "./window-app.ts";

let home: string;
let open: OpenApp;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "nianbao-home-"));
});
/** Every window is closed again and had nothing to complain of. */
afterEach(async () => {
  const { complaints } = open;
  await open.close();
  expect(complaints).toEqual([]);
  await rm(home, { recursive: true, force: true });
});

const database = () => join(home, "年报/年报.db");
const heading = () => open.page.locator("h1").innerText();
const button = (name: string | RegExp) => open.page.getByRole("button", { name });

/** A database with the sample in it, and the copy that closing leaves. */
async function withSample(): Promise<void> {
  open = await openHome(home);
  await button("打开示例报告").click();
  await open.page.locator(".workbench").waitFor();
  await open.close();
}

describe("the first start", () => {
  it("has one large way to begin, with the keyboard on it", async () => {
    open = await openHome(home);
    expect(await heading()).toBe("还没有报告");
    expect(await open.page.evaluate(() => document.activeElement?.textContent)).toBe("从去年的文件开始");
  });

  it("begins an empty report that has the form's sections and rows", async () => {
    open = await openHome(home);
    await open.page.locator(".start").getByRole("button", { name: "新建空白报告" }).click();
    const dialog = open.page.getByRole("dialog", { name: "新建空白报告" });
    expect(await dialog.getByRole("combobox").inputValue()).toBe("2018");
    await dialog.getByRole("combobox").selectOption("2016");
    expect(await dialog.innerText()).toContain("2014—2018");
    await open.page.keyboard.press("Enter");
    await open.page.locator(".workbench").waitFor();
    expect(await open.page.title()).toBe("单位未知 · 2016 年度报告 — 年报通");
    expect(await open.page.locator(".sheet h2").count()).toBe(7);
    expect(await open.page.locator(".grid tbody tr").count()).toBeGreaterThan(50);
    expect(await open.page.locator("[data-save]").innerText()).toMatch(/^已保存 \d\d:\d\d:\d\d$/);
  });
});

describe("the office", () => {
  it("is written down once, stands over its reports and in the sign-off of a new one", async () => {
    open = await openHome(home);
    const { page } = open;
    await button("单位信息").click();
    const dialog = page.getByRole("dialog", { name: "单位信息" });
    await page.keyboard.type("试验街道");
    await page.keyboard.press("Tab");
    await page.keyboard.type("周明");
    await dialog.getByLabel("联系电话").fill(" 0000-1 ");
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "detached" });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("单位信息");
    expect(await page.locator(".reports-head").innerText()).toContain("试验街道");
    await page.keyboard.press("Control+n");
    await page.keyboard.press("Enter");
    await page.locator(".workbench").waitFor();
    expect(await page.title()).toMatch(/^试验街道 · \d{4} 年度报告/);
    const signOff = () => page.locator(".sign-off").innerText();
    expect((await signOff()).replace(/\s+/g, " ")).toContain("单位负责人 周明 联系电话 0000-1");
    await button("改落款…").click();
    await page.getByRole("dialog", { name: "报告信息" }).getByLabel("填报人").fill("陈晓");
    await page.keyboard.press("Enter");
    await expect.poll(signOff).toContain("陈晓");
    await page.keyboard.press("Control+z");
    await expect.poll(signOff).not.toContain("陈晓");
    await open.close();
    // It lies with the reports, not with the machine.
    open = await openHome(home);
    await button("单位信息").click();
    expect(await open.page.getByLabel("单位负责人").inputValue()).toBe("周明");
  });

  it("is guessed from the last report, to be looked over", async () => {
    await withSample();
    open = await openHome(home);
    await button("单位信息").click();
    await expect.poll(() => open.page.getByLabel("填报人").inputValue()).toBe("陈晓");
    expect(await open.page.getByRole("dialog").innerText()).toContain("请核对");
  });
});

describe("the reports", () => {
  it("stand by year with their state and problems, and open by Enter", async () => {
    await withSample();
    open = await openHome(home);
    const line = open.page.locator(".report-list tbody tr");
    await expect.poll(() => line.innerText()).toMatch(/2018 年度报告[\s\S]*编辑中[\s\S]*1[\s\S]*2[\s\S]*今天/);
    expect(await heading()).toBe("示范街道");
    await open.page.waitForFunction(() => document.activeElement?.matches(".report-list button"));
    await open.page.keyboard.press("Enter");
    await open.page.locator(".workbench").waitFor();
    await open.page.keyboard.press("Control+w");
    await line.waitFor();
  });

  it("have a file dropped on them read for a review", async () => {
    open = await openHome(home);
    await open.page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File(["试验街道2017年政府信息公开工作年度报告\n一、基本工作情况\n全年公开7条。"], "拖入.txt"));
      window.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
    });
    await open.page.locator(".review").waitFor();
    expect(await open.page.locator(".review-bar h1").innerText()).toBe("拖入.txt");
  });
});

describe("a database that cannot be used", () => {
  it("is restored from its newest copy when it is damaged; the damaged file stays", async () => {
    await withSample();
    await writeFile(database(), "这不是数据库".repeat(2_000));
    open = await openHome(home);
    expect(await heading()).toBe("存放报告的文件坏了");
    await button(/^用 今天 .* 的备份恢复$/).click();
    await open.page.locator(".report-list").waitFor();
    expect(await open.page.locator(".report-list tbody tr").count()).toBe(1);
    const left = await readdir(join(home, "年报"));
    expect(left.filter((name) => name.startsWith("年报.db.坏-")).length).toBeGreaterThan(0);
  });

  it("is not begun anew when it is missing, but found again", async () => {
    await withSample();
    await rename(database(), join(home, "别处.db"));
    open = await openHome(home);
    expect(await heading()).toBe("找不到存放报告的文件");
    await rename(join(home, "别处.db"), database());
    await button("再试一次").click();
    await open.page.locator(".report-list").waitFor();
  });

  it("is begun anew when the clerk wants it, or opened in another folder", async () => {
    await withSample();
    const other = join(home, "新地方");
    await rename(join(home, "年报"), other);
    open = await openHome(home);
    await open.app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
    }, other);
    await button("打开别的文件夹…").click();
    await open.page.locator(".report-list").waitFor();
    expect(await open.page.locator(".status-bar").innerText()).toContain("新地方");
    await open.close();
    // It is the folder in use from now on.
    open = await openHome(home);
    await open.page.locator(".report-list").waitFor();
    await open.close();
    await rm(other, { recursive: true });
    open = await openHome(home);
    expect(await heading()).toBe("找不到存放报告的文件");
    await button("从空白开始").click();
    await expect.poll(heading).toBe("还没有报告");
  });

  it("is left alone when a newer program wrote it", async () => {
    await withSample();
    const db = new Database(database());
    db.pragma("user_version = 99");
    db.close();
    open = await openHome(home);
    expect(await heading()).toBe("存放报告的文件是更新版本写的");
    expect(await open.page.getByRole("button", { name: /恢复/ }).count()).toBe(0);
  });

  it("is waited for when another program holds it", async () => {
    await withSample();
    const db = new Database(database());
    db.pragma("locking_mode = EXCLUSIVE");
    db.exec("BEGIN EXCLUSIVE");
    open = await openHome(home);
    expect(await heading()).toBe("存放报告的文件正被占用");
    db.exec("COMMIT");
    db.close();
    await button("再试一次").click();
    await open.page.locator(".report-list").waitFor();
  });

  it("is said where the folder takes no file", async () => {
    // A file stands where the folder should be: works for every user, also for one who may write everywhere.
    await mkdir(home, { recursive: true });
    await writeFile(join(home, "年报"), "");
    open = await openHome(home);
    expect(await open.page.getByRole("alert").innerText()).toMatch(/。/);
    await rm(join(home, "年报"));
    await button("再试一次").click();
    await expect.poll(heading).toBe("还没有报告");
  });
});
