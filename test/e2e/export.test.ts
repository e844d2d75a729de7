import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readReport } from "../../src/formats/read.ts";
import { form2014 } from "../support/forms.ts";
import { type OpenApp, openApp } from "./window-app.ts";

const NAME = "示范街道2018年政府信息公开工作年度报告";

let folder: string;
let open: OpenApp;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "nianbao-export-"));
  open = await openApp();
  await chooses(folder);
});
afterEach(async () => {
  const { complaints } = open;
  await open.close();
  expect(complaints).toEqual([]);
  await rm(folder, { recursive: true, force: true });
});

const dialog = () => open.page.locator("dialog[open]");
const button = (name: string | RegExp) => dialog().getByRole("button", { name });

/** What the clerk will choose in the system's dialog; `null` when they change their mind. */
function chooses(path: string | null): Promise<void> {
  return open.app.evaluate(({ dialog: system }, given) => {
    system.showOpenDialog = async () => ({ canceled: given === null, filePaths: given === null ? [] : [given] });
  }, path);
}

async function exportAll(): Promise<void> {
  await open.page.keyboard.press("Control+e");
  await dialog()
    .getByRole("checkbox", { name: /报告数据/ })
    .check();
  await button("选文件夹并导出…").click();
  await button("仍要导出").click();
}

describe("export", () => {
  it("asks 仍要导出 while errors stand, and writes nothing before", async () => {
    await open.page.keyboard.press("Control+e");
    expect(await dialog().innerText()).toContain(`${NAME}.docx`);
    await button("选文件夹并导出…").click();
    expect(await dialog().innerText()).toContain("还有 1 处错误没有改");
    await button("回去改").click();
    expect(await readdir(folder)).toEqual([]);
  });

  it("writes Word, Excel and data that read as the same report, by the usual name", async () => {
    await exportAll();
    await expect.poll(() => dialog().innerText(), { timeout: 10_000 }).toContain("已写到文件夹");
    expect((await readdir(folder)).sort()).toEqual(["docx", "json", "xlsx"].map((kind) => `${NAME}.${kind}`));
    for (const kind of ["docx", "json"]) {
      const name = `${NAME}.${kind}`;
      const read = await readReport([{ name, bytes: await readFile(join(folder, name)) }], [form2014]);
      expect([read.unit, read.year]).toEqual(["示范街道", 2018]);
      expect(read.tables[0]?.cells.find(({ row, column }) => row === "3.1" && column === "value")?.value).toBe("12");
    }
  });

  it("overwrites no file of the same name", async () => {
    await writeFile(join(folder, `${NAME}.docx`), "别人的");
    await exportAll();
    await expect.poll(() => dialog().innerText(), { timeout: 10_000 }).toContain(`${NAME}（2）.docx`);
    expect(await readFile(join(folder, `${NAME}.docx`), "utf8")).toBe("别人的");
  });

  it("has what was typed a moment ago", async () => {
    await open.page.getByRole("textbox", { name: "报告正文" }).locator("p").first().click();
    await open.page.keyboard.type("刚刚写的");
    await exportAll();
    await expect.poll(() => dialog().innerText(), { timeout: 10_000 }).toContain("已写到文件夹");
    const json = await readFile(join(folder, `${NAME}.json`), "utf8");
    expect(json).toContain("刚刚写的");
  });

  it("is nothing when no folder is chosen, and says so when the folder takes nothing", async () => {
    await chooses(null);
    await exportAll();
    expect(await dialog().count()).toBe(1);
    await chooses(join(folder, "不在了"));
    await button("仍要导出").click();
    await expect.poll(() => dialog().getByRole("alert").last().innerText()).toMatch(/文件夹不见了.*。$/);
    await mkdir(join(folder, "不在了"));
    await button("仍要导出").click();
    await expect.poll(() => dialog().innerText(), { timeout: 10_000 }).toContain("已写到文件夹“不在了”");
  });
});

describe("a version", () => {
  it("is given a name", async () => {
    await open.page.keyboard.press("Control+s");
    await dialog().getByRole("textbox").fill("给主任看的稿");
    await open.page.keyboard.press("Enter");
    await expect.poll(() => dialog().count()).toBe(0);
  });
});
