import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { faultsOf } from "./axe.ts";
import { gridOf } from "./grid-page.ts";
import { type OpenApp, openHome } from "./window-app.ts";

let home: string;
let open: OpenApp;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "nianbao-local-"));
});
afterEach(async () => {
  const { complaints } = open;
  await open.close();
  await rm(home, { recursive: true, force: true });
  expect(complaints).toEqual([]);
});

async function blankOf(year: number): Promise<void> {
  const { page } = open;
  await page.keyboard.press("Control+n");
  await page.getByLabel("哪一年的报告").selectOption(String(year));
  await page.getByLabel("单位", { exact: true }).fill("试验街道");
  await page.getByLabel("从空白开始").check();
  await page.keyboard.press("Enter");
  await expect.poll(() => page.title()).toContain(`${year} 年度报告`);
  await page.locator(".workbench").waitFor();
}

const label = () => open.page.locator('[data-row="local-1"].label');

it("the office adds a row of its own, takes it back, and the next report begins with it", async () => {
  open = await openHome(home);
  const { page } = open;
  await blankOf(2022);
  const grid = gridOf(open);
  await grid.select("1.2", "issued");
  await grid.cell("1.2", "issued").click({ button: "right" });
  await page.getByRole("menuitem", { name: "添加本单位的行…" }).click();
  const dialog = page.getByRole("dialog", { name: "添加本单位的行" });
  expect(await dialog.getByLabel("放在哪一行下面").inputValue()).toBe("1.2");
  await page.keyboard.press("Enter");
  expect(await dialog.getByRole("alert").innerText()).toBe("请填写行的名称。");
  expect(await faultsOf(page)).toEqual([]);
  await dialog.getByLabel("行的名称").fill("其他主动公开文件");
  await page.keyboard.press("Enter");
  await expect.poll(() => label().innerText()).toMatch(/自设[\s\S]*其他主动公开文件/);

  // Its cells take numbers as any others do; the block's columns are its own.
  await grid.select("local-1", "issued");
  await page.keyboard.type("5");
  await page.keyboard.press("Enter");
  await expect.poll(() => grid.text("local-1", "issued")).toBe("5");
  expect(await grid.cell("local-1", "decisions").getAttribute("class")).toContain("void");

  // Out and back again, each by one step.
  await grid.select("local-1", "valid");
  await grid.cell("local-1", "valid").click({ button: "right" });
  await page.getByRole("menuitem", { name: "删除本单位的行" }).click();
  await expect.poll(() => label().count()).toBe(0);
  await page.keyboard.press("Control+z");
  await expect.poll(() => grid.text("local-1", "issued")).toBe("5");
  expect(await faultsOf(page)).toEqual([]);

  // The next year, also one that begins empty.
  await page.getByRole("button", { name: "全部报告" }).click();
  await page.locator(".report-list").waitFor();
  await blankOf(2023);
  await expect.poll(() => label().innerText()).toContain("其他主动公开文件");
  await expect.poll(() => grid.text("local-1", "issued")).toBe("未填");
});
