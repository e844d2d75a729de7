import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { faultsOf } from "./axe.ts";
import { type GridPage, gridOf } from "./grid-page.ts";
import { type OpenApp, openApp, openHome, openReport, SAMPLE } from "./window-app.ts";

let folder: string;
let open: OpenApp;
let grid: GridPage;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "nianbao-grid-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

beforeEach(async () => {
  open = await openApp();
  grid = gridOf(open);
});

/** Every window is closed again and had nothing to complain of. */
afterEach(async () => {
  const { complaints } = open;
  await open.close();
  expect(complaints).toEqual([]);
});

const press = async (...keys: readonly string[]) => {
  for (const key of keys) await open.page.keyboard.press(key);
};
const type = (text: string) => open.page.keyboard.type(text);

describe("notes", () => {
  it("are written with Shift+F2, kept as they are written, seen at the cell, and undone as one", async () => {
    await grid.select("3.1.1");
    await press("Shift+F2");
    await type("问过区里");
    await press("Escape");
    expect(await grid.active()).toBe("3.1.1 value");
    expect(await grid.cell("3.1.1").getAttribute("class")).toContain("noted");
    expect(await grid.cell("3.1.1").getAttribute("title")).toContain("问过区里");
    await type("6");
    await press("Enter");
    expect(await grid.cell("3.1.1").getAttribute("class")).toContain("noted");
    await press("Control+z", "Control+z");
    expect(await grid.cell("3.1.1").getAttribute("class")).not.toContain("noted");
    await grid.select("3");
    await press("Shift+F2");
    expect(await open.page.getByRole("dialog").count()).toBe(0);
  });
});

describe("the cells' menu", () => {
  it("opens by pointer and by key, and gives the keyboard back", async () => {
    const { page } = open;
    await grid.select("3.1.1");
    await press("Control+c");
    await grid.cell("3.1.2").click({ button: "right" });
    await page.getByRole("menuitem", { name: /^粘贴/ }).click();
    await expect.poll(() => grid.text("3.1.2")).toBe("5");
    await press("ArrowDown", "Shift+F10", "ArrowDown", "Escape");
    expect(await page.getByRole("menu").count()).toBe(0);
    await type("9");
    await press("Enter");
    await expect.poll(() => grid.text("3.1.3")).toBe("9");
    await grid.select("3.1.1");
    await press("Shift+ArrowDown", "Delete");
    await grid.cell("3.1.2").click({ button: "right" });
    await page.getByRole("menuitem", { name: "选中的空格填 0" }).click();
    expect(await grid.texts("3.1.1", "3.1.2")).toEqual(["0", "0"]);
  });
});

describe("a cell drawn into the text", () => {
  it("by its frame becomes a bound figure, which follows each letter typed into the cell", async () => {
    const { page } = open;
    await grid.select("3.1.1");
    const paragraph = page.getByRole("textbox", { name: "报告正文" }).locator("p").first();
    const to = await paragraph.boundingBox();
    const border = await page.locator(".drag-border.left").boundingBox();
    if (!to || !border) throw new Error("nothing to draw");
    await page.mouse.move(border.x + 2, border.y + border.height / 2);
    await page.mouse.down();
    await page.mouse.move(border.x - 80, border.y, { steps: 4 });
    await page.mouse.move(to.x + to.width / 2, to.y + 12, { steps: 6 });
    await page.mouse.up();
    await expect.poll(() => paragraph.locator(".figure").count()).toBe(1);
    await expect.poll(() => paragraph.locator(".figure").innerText()).toBe("5");
    await grid.select("3.1.1");
    await type("62");
    await expect.poll(() => paragraph.locator(".figure").innerText()).toBe("62");
    await press("Escape");
    await expect.poll(() => paragraph.locator(".figure").innerText()).toBe("5");
  });
});

describe("a file that is only looked at", () => {
  it("says so when somebody types, pastes or cuts, and stays as it is", async () => {
    await open.close();
    open = await openApp(SAMPLE);
    grid = gridOf(open);
    await grid.select("3.1.1");
    await type("7");
    expect(await grid.notice()).toContain("只供查看");
    await grid.paste({ text: "9" });
    await press("Delete", "Control+d", "=");
    await expect.poll(() => grid.text("3.1.1")).toBe("5");
    expect(await open.page.locator(".fill-handle").count()).toBe(0);
    await press("Control+c");
    await expect.poll(grid.clipboard).toBe("5\r\n");
  });
});

describe("what is being typed", () => {
  it("is saved when the window is closed in the middle of it", async () => {
    const home = await mkdtemp(join(folder, "home-"));
    await open.close();
    open = await openHome(home);
    await open.page.getByRole("button", { name: "打开示例报告" }).click();
    grid = gridOf(open);
    await grid.select("3.1.1");
    await type("4321");
    const gone = open.app.waitForEvent("close");
    await open.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await gone;
    open = await openHome(home);
    await open.page.getByRole("button", { name: "接着写" }).click();
    grid = gridOf(open);
    await grid.cell("3.1.1").waitFor();
    await expect.poll(() => grid.text("3.1.1")).toBe("4321");
  });
});

describe("a report without a table", () => {
  it("gets an empty one of its form, which undo takes away", async () => {
    await open.close();
    const path = join(folder, "no-table.json");
    const report = JSON.parse(await readFile(SAMPLE, "utf8"));
    await writeFile(path, JSON.stringify({ ...report, tables: [], messages: [] }));
    open = await openReport(path);
    grid = gridOf(open);
    await open.page.getByRole("button", { name: "按表式建一张空表" }).click();
    await expect.poll(() => grid.text("3.1.1")).toBe("未填");
    await grid.select("3.1.1");
    await type("3");
    await press("Enter");
    await expect.poll(() => grid.text("3.1.1")).toBe("3");
  });
});

describe("a screen reader", () => {
  it("is told the cell, its value, and that it is being filled in", async () => {
    await grid.select("3.1.1");
    const field = grid.field();
    expect(await field.getAttribute("aria-label")).toBe("三（一）1 当面申请数");
    const cell = await field.getAttribute("aria-activedescendant");
    expect(await open.page.locator(`[id="${cell}"]`).getAttribute("aria-selected")).toBe("true");
    await press("F2");
    expect(await field.getAttribute("aria-label")).toBe("正在填写：三（一）1 当面申请数");
    expect(await field.getAttribute("aria-activedescendant")).toBeNull();
    await press("Escape", "ArrowRight");
    expect(await field.getAttribute("aria-label")).toBe("三（一）1 当面申请数 · 上年数");
    expect(await field.getAttribute("aria-readonly")).toBe("true");
  });

  it("finds names and roles in what the grid opens", async () => {
    const { page } = open;
    await grid.select("3.1");
    await press("Delete", "Shift+F2");
    await page.getByRole("dialog", { name: /^批注/ }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await press("Escape", "Shift+F10");
    expect(await faultsOf(page)).toEqual([]);
    await press("Escape");
    await grid.paste({ text: "当面申请数\t9\r\n" });
    await page.getByRole("dialog", { name: "粘贴附表" }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });
});
