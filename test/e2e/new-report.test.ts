import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { blankReport } from "../../src/core/carry/blank.ts";
import { formatReportJson } from "../../src/core/report/format-json.ts";
import type { Cell } from "../../src/core/report/report.ts";
import { formNamed } from "../support/forms.ts";
import { faultsOf } from "./axe.ts";
import { gridOf } from "./grid-page.ts";
import { type OpenApp, openHome, putIntoReport } from "./window-app.ts";

let folder: string;
let open: OpenApp;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "nianbao-new-"));
  await writeFile(join(folder, "2023.json"), JSON.stringify(lastReport()));
});
afterEach(async () => {
  const { complaints } = open;
  await open.close();
  await rm(folder, { recursive: true, force: true });
  expect(complaints).toEqual([]);
});

/** The report of 2023 with a number in every cell: 3 requests of natural persons were handed on to 2024. */
function lastReport(): unknown {
  const blank = blankReport(formNamed("gongkai-2021"), 2023, "试验街道");
  const value = ({ row, column }: Cell) => (row === "4" && /natural|total/.test(column) ? "3" : "0");
  return formatReportJson({
    ...blank,
    tables: blank.tables.map(({ key, cells }) => ({
      key,
      cells: cells.map((cell): Cell => ({ ...cell, state: "number", value: value(cell) })),
    })),
  });
}

/** The report of 2023 lies in the database. */
async function withLast(): Promise<void> {
  open = await openHome(join(folder, "home"), join(folder, "2023.json"));
  await open.page.getByRole("button", { name: "放进报告…" }).click();
  await open.page.locator(".review").waitFor();
  await open.page.getByRole("combobox", { name: "放进哪一年" }).selectOption("2023");
  await putIntoReport(open.page);
  await open.page.getByRole("button", { name: "全部报告" }).click();
  await open.page.locator(".report-list").waitFor();
}

const dialog = () => open.page.getByRole("dialog", { name: "新建报告" });
const sheet = (name: string) => open.page.locator(".sheet-tabs").getByRole("button", { name });

describe("a new report", () => {
  it("has the form of its year, by name and document, and another one with a warning; by keyboard alone", async () => {
    open = await openHome(join(folder, "home"));
    const { page } = open;
    await page.keyboard.press("Control+n");
    await dialog().getByLabel("哪一年的报告").selectOption("2020");
    expect(await dialog().getByLabel("表样").inputValue()).toBe("gongkai-2019");
    expect(await dialog().innerText()).toMatch(/用于 2019—2020 年[\s\S]*国办公开办函〔2019〕60号/);
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => dialog().innerText()).toContain("不是 2020 年度的");
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press("Tab");
    await page.keyboard.type("临江街道");
    await page.keyboard.press("Enter");
    await page.locator(".workbench").waitFor();
    expect(await page.title()).toMatch(/^临江街道 · 2020 年度报告/);
    expect(await page.locator(".findings").innerText()).toContain("2020 年度不在这套表样的适用年份");
    // The office is remembered.
    await page.keyboard.press("Control+n");
    expect(await dialog().getByLabel("单位").inputValue()).toBe("临江街道");
    await page.keyboard.press("Escape");
  });

  it("begins with last year's report of the database, and takes what it hands on by one click", async () => {
    await withLast();
    const { page } = open;
    await page.keyboard.press("Control+n");
    await dialog().getByLabel("哪一年的报告").selectOption("2024");
    expect(await dialog().getByLabel("从 2023 年度的报告开始").isChecked()).toBe(true);
    // At once: the report to begin with may still be on its way.
    await page.keyboard.press("Enter");
    await page.locator(".workbench").waitFor();
    await sheet("收到和处理").click();
    const grid = gridOf(open);
    await expect.poll(() => grid.text("2", "natural")).toContain("3");
    await page.locator(".last-year").getByRole("button", { name: "采用 7 格" }).click();
    await expect.poll(() => grid.text("2", "natural")).toBe("3");
    await expect.poll(() => grid.text("2", "business")).toBe("0");
    await grid.select("2", "natural");
    await expect
      .poll(() => page.locator(".cell-bar").innerText())
      .toContain("由上年报告而来：上年“结转下年度继续办理”3");
    // All of it is one step.
    await page.keyboard.press("Control+z");
    await expect.poll(() => page.locator(".last-year").innerText()).toContain("采用 7 格");
  });

  it("that is empty gets last year's figures from the database when the clerk says so", async () => {
    await withLast();
    const { page } = open;
    await page.keyboard.press("Control+n");
    await dialog().getByLabel("哪一年的报告").selectOption("2024");
    await dialog().getByLabel("从空白开始").check();
    await page.keyboard.press("Enter");
    await page.locator(".workbench").waitFor();
    await sheet("收到和处理").click();
    expect(await gridOf(open).text("2", "natural")).toBe("未填");
    await page.locator(".last-year").getByRole("button", { name: "带入上年数" }).click();
    await page.locator(".last-year").getByRole("button", { name: "采用 7 格" }).waitFor();
    expect(await gridOf(open).text("1", "natural")).toBe("未填");
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press("F9");
    await expect.poll(() => gridOf(open).text("4", "natural.previous")).toBe("3");
    await page.keyboard.press("F9");
    await page.keyboard.press("Control+z");
    await page.locator(".last-year").getByRole("button", { name: "带入上年数" }).waitFor();
  });

  it("begins with a file, for the year and form that were chosen", async () => {
    open = await openHome(join(folder, "home"));
    const { page, app } = open;
    await app.evaluate(
      ({ dialog: system }, path) => {
        system.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
      },
      join(folder, "2023.json"),
    );
    await page.keyboard.press("Control+n");
    await dialog().getByLabel("哪一年的报告").selectOption("2025");
    await dialog().getByLabel("从去年的文件开始").check();
    await page.keyboard.press("Enter");
    await page.locator(".review").waitFor();
    expect(await page.getByRole("combobox", { name: "放进哪一年" }).inputValue()).toBe("2025");
    await putIntoReport(page);
    // Two years lie between.
    expect(await page.locator(".findings").innerText()).toContain("上年列里放的是 2023 年度的数");
  });
});
