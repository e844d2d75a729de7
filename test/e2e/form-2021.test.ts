import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Report } from "../../src/core/report/report.ts";
import { readReport } from "../../src/formats/read.ts";
import { shippedForms } from "../support/forms.ts";
import { blankReport, cellInText } from "./form-2021-page.ts";
import { type GridPage, gridOf } from "./grid-page.ts";
import { type TextWindow, textWindow } from "./text-window.ts";
import { type OpenApp, openHome } from "./window-app.ts";

const NAME = "示范县2025年政府信息公开工作年度报告";

/** 表三 as a clerk has it in Excel, from 自然人 to 其他; totals are left to the program. Lines of headings are empty. */
const REQUESTS = [
  [182, 21, 2, 1, 3, 4],
  [7, 1, 0, 0, 0, 0],
  [],
  [96, 12, 2, 1, 2, 2],
  [18, 3, 0, 0, 0, 1],
  [],
  ...[1, 0, 0, 0, 4, 0, 0, 0].map((n) => [n, 0, 0, 0, 0, 0]),
  [],
  [41, 5, 0, 0, 1, 1],
  [0, 0, 0, 0, 0, 0],
  [0, 0, 0, 0, 0, 0],
  [],
  ...[12, 0, 0, 0, 0].map((n) => [n, 0, 0, 0, 0, 0]),
  [],
  ...[0, 0, 9].map((n) => [n, 0, 0, 0, 0, 0]),
  [],
  // One more than is left: first item and second item are not third and fourth.
  [9, 2, 0, 0, 0, 0],
];

let folder: string;
let open: OpenApp;
let grid: GridPage;
let text: TextWindow;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "nianbao-2021-"));
  open = await openHome();
  grid = gridOf(open);
});
afterEach(async () => {
  const { complaints } = open;
  await open.close();
  expect(complaints).toEqual([]);
  await rm(folder, { recursive: true, force: true });
});

const press = async (...keys: readonly string[]) => {
  for (const key of keys) await open.page.keyboard.press(key);
};
const sheet = (name: string) => open.page.getByRole("group", { name: "表" }).getByRole("button", { name }).click();
const findings = (severity: string) =>
  open.page
    .locator(".finding")
    .filter({ has: open.page.getByRole("img", { name: severity }) })
    .locator(".place")
    .allInnerTexts();

/** The office is written down once; its report of the year follows the form of the year. */
async function begin(): Promise<void> {
  await open.page.getByRole("button", { name: "单位信息" }).click();
  await open.page.keyboard.type("示范县");
  await press("Enter");
  await open.page.getByRole("dialog").waitFor({ state: "detached" });
  await blankReport(open.page, 2025);
  text = await textWindow(open.page);
}

async function write(section: number, words: string): Promise<void> {
  await text.cursorAtEnd(text.section(section).locator("p").last());
  await open.page.keyboard.type(words);
}

async function fill(row: string, column: string, ...numbers: readonly string[]): Promise<void> {
  await grid.select(row, column);
  for (const number of numbers) {
    await open.page.keyboard.type(number);
    await press("Tab");
  }
}

function tablesOf({ tables }: Report) {
  return tables.map(({ key, cells }) => [key, cells.map(({ row, column, value }) => `${row}:${column} ${value}`)]);
}

it("a clerk's year: text, three tables, errors seen and put right, files that read as the same report", async () => {
  const { page, app } = open;
  await begin();
  await write(0, "2025年，本县主动公开工作平稳有序。");
  await write(4, "公开的内容还不够细，下一步逐项完善。");
  await write(5, "本年度没有收取信息处理费。");

  await fill("1.1", "issued", "0", "0", "0", "5", "2", "68", "12873", "3402", "219", "72701.2578");
  await expect.poll(() => cellInText(page, "proactive", "8.1", "fee").innerText()).toBe("72701.2578");

  await sheet("表三");
  await grid.select("1", "natural");
  await grid.paste({ text: REQUESTS.map((line) => line.join("\t")).join("\r\n") });
  await text.menu("表格", "采用全部合计");
  await expect.poll(() => cellInText(page, "requests", "3.7", "total").innerText()).toBe("211");

  // N1 speaks of the column, and of the totals with it.
  await expect.poll(() => findings("错误")).toEqual(["表三 一 自然人", "表三 一 总计"]);
  expect(await cellInText(page, "requests", "1", "total").innerText()).toMatch(/^213\s+有错\s+222$/);
  await fill("4", "natural", "8");
  await fill("4", "total", "10");
  await expect.poll(() => findings("错误")).toEqual([]);

  // N3 and N2: a total that is not the sum of its parts, told with both numbers, and mended with one button.
  await fill("3.7", "natural", "180");
  await expect.poll(async () => (await findings("错误")).length).toBeGreaterThan(1);
  expect(await cellInText(page, "requests", "3.7", "natural").innerText()).toMatch(/^180\s+有错\s+181$/);
  await page.locator(".finding").getByRole("button", { name: "改为 181" }).first().click();
  await expect.poll(() => findings("错误")).toEqual([]);

  // N4.
  await sheet("表四");
  await fill("1", "review.upheld", "3", "1", "0", "1", "4", "2", "0", "0", "0", "2", "1", "0", "0", "1", "2");
  await expect.poll(() => findings("错误")).toEqual(["表四 行政复议 总计"]);
  await page.locator(".finding").getByRole("button", { name: "改为 5" }).click();
  await expect.poll(() => page.locator(".finding").count()).toBe(0);

  await app.evaluate(({ dialog }, given) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [given] });
  }, folder);
  await press("Control+e");
  const dialog = page.locator("dialog[open]");
  await dialog.getByRole("checkbox", { name: /报告数据/ }).check();
  await dialog.getByRole("button", { name: /导出/ }).last().click();
  await expect.poll(() => dialog.innerText(), { timeout: 20_000 }).toContain("已写到文件夹");

  const read = async (kind: string) => {
    const name = `${NAME}.${kind}`;
    return readReport([{ name, bytes: await readFile(join(folder, name)) }], shippedForms);
  };
  const [docx, xlsx, json] = await Promise.all(["docx", "xlsx", "json"].map(read));
  if (!docx || !xlsx || !json) throw new Error("a file is missing");
  expect([docx.form, docx.year, docx.unit]).toEqual([json.form, 2025, "示范县"]);
  expect(tablesOf(docx)).toEqual(tablesOf(json));
  expect(tablesOf(xlsx)).toEqual(tablesOf(json));
  expect(docx.sections).toEqual(json.sections);
  expect([...docx.messages, ...xlsx.messages].filter(({ level }) => level !== "info")).toEqual([]);
});
