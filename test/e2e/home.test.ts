import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
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
    await open.page.locator(".start").getByRole("button", { name: "新建报告" }).click();
    const dialog = open.page.getByRole("dialog", { name: "新建报告" });
    // The report of a year is written early in the next.
    expect(await dialog.getByLabel("哪一年的报告").inputValue()).toBe(String(new Date().getFullYear() - 1));
    await dialog.getByLabel("哪一年的报告").selectOption("2016");
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
    // Of a form that has a sign-off.
    await page.getByLabel("哪一年的报告").selectOption("2018");
    await page.keyboard.press("Enter");
    await page.locator(".workbench").waitFor();
    expect(await page.title()).toMatch(/^试验街道 · 2018 年度报告/);
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
