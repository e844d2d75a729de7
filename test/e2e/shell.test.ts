import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type OpenApp, openApp, openHome } from "./window-app.ts";

let open: OpenApp;

beforeEach(async () => {
  open = await openApp();
});
afterEach(async () => {
  const { complaints } = open;
  await open.close();
  expect(complaints).toEqual([]);
});

const menu = (name: string) => open.page.getByRole("menuitem", { name, exact: true });

describe("the menus", () => {
  it("are those of the screen", async () => {
    const names = () => open.page.locator(".menu-title").allInnerTexts();
    expect(await names()).toEqual(["文件", "编辑", "插入", "格式", "表格", "校验", "视图", "帮助"]);
    await open.page.keyboard.press("Control+w");
    await expect.poll(names).toEqual(["文件", "视图", "帮助"]);
  });

  it("opened by mouse heed the keyboard, and leave the text where it was", async () => {
    const { page } = open;
    await page.locator(".tiptap p").first().click();
    await menu("编辑").click();
    await page.keyboard.press("Escape");
    expect(await page.getByRole("menu").count()).toBe(0);
    await menu("编辑").click();
    await page.keyboard.press("ArrowDown");
    expect(await page.evaluate(() => document.activeElement?.closest('[role="menu"]') !== null)).toBe(true);
    await page.keyboard.press("Escape");
    expect(await page.evaluate(() => document.activeElement?.matches(".tiptap"))).toBe(true);
    // A key that is a command closes the menu and does its work.
    await menu("视图").click();
    await page.keyboard.press("Control+e");
    await page.getByRole("dialog", { name: "导出" }).waitFor();
    expect(await page.getByRole("menu").count()).toBe(0);
    await page.keyboard.press("Escape");
  });

  it("name their keys, and the keys do what they say", async () => {
    const { page } = open;
    await menu("文件").click();
    const item = page.getByRole("menuitem", { name: "保存版本" });
    expect(await item.innerText()).toContain("Ctrl+Shift+S");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+Shift+s");
    await page.getByRole("dialog", { name: "保存版本" }).waitFor();
  });
});

describe("the status bar", () => {
  it("counts the versions", async () => {
    const { page } = open;
    const bar = () => page.locator(".status-bar").innerText();
    expect(await bar()).not.toContain("版本");
    for (const version of [1, 2]) {
      await page.locator(".tiptap p").first().click();
      await page.keyboard.type("改");
      await page.keyboard.press("Control+Shift+s");
      await page.keyboard.type(`给主任看的稿 ${version}`);
      await page.keyboard.press("Enter");
      await page.getByRole("dialog").waitFor({ state: "detached" });
      await expect.poll(bar).toContain(`版本 ${version}`);
    }
    await page.keyboard.press("Control+w");
    await page.locator(".report-list button").click();
    await page.locator(".workbench").waitFor();
    expect(await bar()).toContain("版本 2");
  });

  it("adds up only numbers", async () => {
    const { page } = open;
    await page.locator('[id="cell_1.1.a_value"]').click();
    await expect.poll(() => page.locator(".status-bar").innerText()).toContain("选中 1 格");
    expect(await page.locator(".status-bar").innerText()).not.toContain("合计");
  });
});

describe("a field", () => {
  it("keeps its own keys: select all, undo", async () => {
    const { page } = open;
    await page.keyboard.press("Control+Shift+s");
    await page.keyboard.type("第一稿");
    await page.keyboard.press("Control+a");
    await page.keyboard.type("定稿");
    expect(await page.getByRole("dialog").getByRole("textbox").inputValue()).toBe("定稿");
    await page.keyboard.press("Control+z");
    expect(await page.locator(".sheet").innerText()).toContain("根据");
    await page.keyboard.press("Escape");
  });
});

describe("a screen", () => {
  it("is said to the terminal once, not with every change of the report", async () => {
    const { page, output } = open;
    const said = () =>
      output()
        .split("\n")
        .filter((line) => line.startsWith("窗口已打开")).length;
    const before = said();
    await page.locator(".tiptap p").first().click();
    await page.keyboard.type("加一句话。");
    await expect.poll(() => page.locator("[data-save]").innerText()).toContain("已保存");
    expect(said()).toBe(before);
  });
});

describe("the look", () => {
  it("is remembered: contrast by hand and the size of the paper", async () => {
    const home = await mkdtemp(join(tmpdir(), "nianbao-look-"));
    await open.close();
    open = await openHome(home);
    const theme = () => open.page.evaluate(() => document.documentElement.dataset["theme"]);
    const sample = async () => {
      await menu("文件").click();
      await open.page.getByRole("menuitem", { name: "打开示例报告" }).click();
      await open.page.locator(".workbench").waitFor();
    };
    await sample();
    await menu("视图").click();
    await open.page.getByRole("menuitemcheckbox", { name: "高对比" }).click();
    await open.page.keyboard.press("Control+Equal");
    const width = () => open.page.locator(".sheet").evaluate((sheet) => sheet.clientWidth);
    const larger = await width();
    await open.close();
    open = await openHome(home);
    await expect.poll(theme).toBe("contrast");
    await sample();
    expect(await width()).toBe(larger);
    // Off again by hand is as the system has it: from then on it follows the system.
    await menu("视图").click();
    await open.page.getByRole("menuitemcheckbox", { name: "高对比" }).click();
    await expect.poll(theme).toBeUndefined();
    await open.page.emulateMedia({ contrast: "more" });
    await expect.poll(theme).toBe("contrast");
    await open.close();
    await rm(home, { recursive: true, force: true });
  });
});
