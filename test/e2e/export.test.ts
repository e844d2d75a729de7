import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readReport } from "../../src/formats/read.ts";
import { form2014 } from "../support/forms.ts";
import { type OpenApp, openApp, openHome } from "./window-app.ts";

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
const box = (name: RegExp) => dialog().getByRole("checkbox", { name });
const shows = (text: string) => expect.poll(() => dialog().innerText(), { timeout: 20_000 }).toContain(text);

/** What the clerk will choose in the system's dialog; `null` when they change their mind. */
function chooses(path: string | null): Promise<void> {
  return open.app.evaluate(({ dialog: system }, given) => {
    system.showOpenDialog = async () => ({ canceled: given === null, filePaths: given === null ? [] : [given] });
  }, path);
}

/** Word, Excel and data, without the record. */
async function exportAll(): Promise<void> {
  await open.page.keyboard.press("Control+e");
  await box(/报告数据/).check();
  await box(/校验记录/).uncheck();
  await button(/导出/).last().click();
  await button("仍要导出").click();
}

describe("export", () => {
  it("asks 仍要导出 while errors stand, and writes nothing before", async () => {
    await open.page.keyboard.press("Control+e");
    expect(await dialog().innerText()).toContain(`${NAME}.docx`);
    await button("选文件夹并导出…").click();
    await shows("还有 1 处错误没有改");
    await button("回去改").click();
    expect(await readdir(folder)).toEqual([]);
  });

  it("writes Word, Excel and data that read as the same report, by the usual name", async () => {
    await exportAll();
    await shows("已写到文件夹");
    expect((await readdir(folder)).sort()).toEqual(["docx", "json", "xlsx"].map((kind) => `${NAME}.${kind}`));
    for (const kind of ["docx", "json"]) {
      const name = `${NAME}.${kind}`;
      const read = await readReport([{ name, bytes: await readFile(join(folder, name)) }], [form2014]);
      expect([read.unit, read.year]).toEqual(["示范街道", 2018]);
      expect(read.tables[0]?.cells.find(({ row, column }) => row === "3.1" && column === "value")?.value).toBe("12");
    }
  });

  it("puts the record beside the files, and the record and the report say that errors went out", async () => {
    await open.page.keyboard.press("Control+e");
    expect(await box(/校验记录/).isChecked()).toBe(true);
    await button("选文件夹并导出…").click();
    await button("仍要导出").click();
    await shows("已写到文件夹");
    const name = `${NAME}（校验记录）.docx`;
    expect(await readdir(folder)).toContain(name);
    await open.app.evaluate(({ shell }) => {
      shell.showItemInFolder = (path) => Object.assign(globalThis, { opened: path });
    });
    await button("打开文件夹").click();
    const opened = () => open.app.evaluate(() => String(Reflect.get(globalThis, "opened")));
    await expect.poll(opened).toBe(join(folder, `${NAME}.docx`));
    await button("知道了").click();
    await open.page.getByRole("button", { name: "校验记录" }).click();
    await shows("带着现有的 1 处错误导出过");
  });

  it("asks before it replaces a file, and by itself replaces none", async () => {
    await writeFile(join(folder, `${NAME}.docx`), "别人的");
    await open.page.keyboard.press("Control+e");
    await box(/校验记录/).uncheck();
    await button("选文件夹并导出…").click();
    await button("仍要导出").click();
    // The folder was chosen only now: the form says what is there.
    await shows("文件夹里已经有 1 个同名文件");
    await button("导出").last().click();
    await shows(`${NAME}（2）.docx`);
    expect(await readFile(join(folder, `${NAME}.docx`), "utf8")).toBe("别人的");
    await button("知道了").click();
    await open.page.keyboard.press("Control+e");
    await shows("同名文件");
    await dialog().getByRole("radio", { name: "用新的换掉" }).check();
    await button("导出").last().click();
    await button("仍要导出").click();
    await shows("已写到文件夹");
    expect((await readFile(join(folder, `${NAME}.docx`))).subarray(0, 2).toString()).toBe("PK");
  });

  it("has what was typed a moment ago", async () => {
    await open.page.getByRole("textbox", { name: "报告正文" }).locator("p").first().click();
    await open.page.keyboard.type("刚刚写的");
    await exportAll();
    await shows("已写到文件夹");
    const json = await readFile(join(folder, `${NAME}.json`), "utf8");
    expect(json).toContain("刚刚写的");
  });

  it("is nothing when no folder is chosen, and says so when the folder takes nothing", async () => {
    await chooses(null);
    await open.page.keyboard.press("Control+e");
    await button("选文件夹并导出…").click();
    await button("仍要导出").click();
    await shows("还没有选");
    await chooses(join(folder, "不在了"));
    await button("选文件夹并导出…").click();
    await expect.poll(() => dialog().getByRole("alert").last().innerText()).toMatch(/文件夹不见了.*。$/);
    await mkdir(join(folder, "不在了"));
    await button("导出").last().click();
    await shows("已写到文件夹“不在了”");
  });
});

describe("the names of the files", () => {
  it("are the clerk's, and next time made alike; the folder is remembered", async () => {
    await open.close();
    const home = join(folder, "home");
    const out = join(folder, "报送");
    await Promise.all([mkdir(home), mkdir(out)]);
    open = await openHome(home);
    await chooses(out);
    await open.page.getByRole("button", { name: "打开示例报告" }).click();
    await open.page.locator(".workbench").waitFor();
    await open.page.keyboard.press("Control+e");
    await dialog().getByRole("textbox", { name: "文件名" }).fill("03-示范街道/2018年报");
    expect(await dialog().innerText()).toContain("03-示范街道2018年报.xlsx");
    await box(/以后都照这个样子起名/).check();
    await button("选文件夹并导出…").click();
    await button("仍要导出").click();
    await shows("已写到文件夹“报送”");
    await open.close();
    open = await openHome(home);
    await open.page.getByRole("button", { name: "接着写" }).click();
    await open.page.locator(".workbench").waitFor();
    await open.page.keyboard.press("Control+e");
    await shows("03-示范街道2018年报.docx");
    await shows("报送");
    await shows("同名文件");
  });
});

describe("a version", () => {
  it("is given a name", async () => {
    await open.page.keyboard.press("Control+Shift+s");
    await dialog().getByRole("textbox").fill("给主任看的稿");
    await open.page.keyboard.press("Enter");
    await expect.poll(() => dialog().count()).toBe(0);
  });
});
