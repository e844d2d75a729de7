import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readReport } from "../../src/formats/read.ts";
import { form2014 } from "../support/forms.ts";
import { type OpenApp, openApp } from "./window-app.ts";

const run = promisify(execFile);

let folder: string;
let open: OpenApp;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "nianbao-record-"));
  open = await openApp();
});
afterEach(async () => {
  const { complaints } = open;
  await open.close();
  expect(complaints).toEqual([]);
  await rm(folder, { recursive: true, force: true });
});

const dialog = () => open.page.locator("dialog[open]");
const finding = (text: string) => open.page.locator('.findings [role="row"]').filter({ hasText: text });

/** Ignores the question about the trainings and opens the record. */
async function openRecord(): Promise<void> {
  await finding("接受培训人员数").getByRole("button", { name: "忽略…" }).click();
  await dialog().getByLabel("为什么可以忽略").fill("线上培训，已核实");
  await dialog().getByLabel("谁写的").fill("王小明");
  await dialog()
    .getByRole("button", { name: /忽略，/ })
    .click();
  await open.page.getByRole("button", { name: "校验记录" }).click();
}

it("says what stands, what is ignored, by whom, when and why", async () => {
  await openRecord();
  const text = await dialog().locator(".record-sheet").innerText();
  for (const said of ["示范街道 2018 年度报告", "年报通 ", form2014.id, "收到申请数填 12，四种方式合计 11，差 1。"]) {
    expect(text).toContain(said);
  }
  expect(text).toMatch(/线上培训，已核实\s+王小明，\d+年\d+月\d+日/);
  expect(text).toMatch(/错误 1 处，提醒 2 处，核实 0 处，提示 0 处；写明理由保留 0 处，忽略 1 处/);
});

it("prints alone, as pages of A4, and nothing of the window with it", async () => {
  await openRecord();
  const pdf = await open.app.evaluate(async ({ BrowserWindow }) => {
    const bytes = await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({ preferCSSPageSize: true });
    return bytes?.toString("base64") ?? "";
  });
  const path = join(folder, "record.pdf");
  await writeFile(path, Buffer.from(pdf, "base64"));
  const { stdout: text } = await run("pdftotext", ["-layout", path, "-"]);
  expect(text).toContain("校验记录");
  expect(text).toContain("线上培训");
  expect(text).not.toContain("统计指标");
  expect(text).not.toContain("另存为");
  expect(text.match(/没有处理的提醒和核实/g)).toHaveLength(1);
});

it("goes to the system's print dialog by its button and by Ctrl+P", async () => {
  await openRecord();
  await open.page.evaluate(() => {
    window.print = () => document.body.append(Object.assign(document.createElement("i"), { className: "printed" }));
  });
  await dialog().getByRole("button", { name: "打印…" }).click();
  await open.page.keyboard.press("Control+p");
  await expect.poll(() => open.page.locator("i.printed").count()).toBe(2);
});

it("is kept as a Word file", async () => {
  await open.app.evaluate(({ dialog: system }, path) => {
    system.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
  }, folder);
  await openRecord();
  await dialog().getByRole("button", { name: "另存为 Word…" }).click();
  await expect.poll(() => dialog().getByRole("status").innerText(), { timeout: 20_000 }).toContain("校验记录");
  const [name = ""] = await readdir(folder);
  const read = await readReport([{ name, bytes: await readFile(join(folder, name)) }], [form2014]);
  expect(JSON.stringify(read)).toContain("线上培训，已核实");
});
