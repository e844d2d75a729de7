import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type GridPage, gridOf } from "./grid-page.ts";
import { type OpenApp, openApp, openReport, SAMPLE } from "./window-app.ts";

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

describe("the clipboard", () => {
  it("takes a block from a spreadsheet, and gives one", async () => {
    await grid.select("3.1.1");
    await grid.paste({ text: "1\r\n七\r\n3件\r\n" });
    expect(await grid.texts("3.1.1", "3.1.2", "3.1.3")).toEqual(["1", "7", "3"]);
    expect(await grid.notice()).toContain("“七”读作 7");
    await press("Control+c");
    await expect.poll(grid.clipboard).toBe("1\r\n7\r\n3\r\n");
    expect((await grid.copied()).html).toContain("<td>7</td>");
    await press("Control+z");
    expect(await grid.texts("3.1.1", "3.1.2", "3.1.3")).toEqual(["5", "0", "4"]);
  });

  it("moves what was cut, as one step", async () => {
    await grid.select("3.1.3");
    await press("Shift+ArrowDown", "Control+x");
    await grid.select("3.2.1");
    await press("Control+v");
    expect(await grid.texts("3.1.3", "3.1.4", "3.2.1", "3.2.2")).toEqual(["未填", "未填", "4", "2"]);
    await press("Control+z");
    expect(await grid.texts("3.1.3", "3.1.4")).toEqual(["4", "2"]);
  });

  it("says what found no place", async () => {
    await grid.select("9");
    await grid.paste({ text: "8\r\n9\r\n" });
    expect(await grid.notice()).toContain("“8”没有放进去");
    await expect.poll(() => grid.text("9.1")).toBe("9");
  });
});

describe("a whole annex", () => {
  const HTML = `<table><tr><td colspan="3">（2017年度）</td></tr><tr><td>统计指标</td><td>单位</td><td>统计数</td></tr>
    <tr><td>（一）收到申请数</td><td>件</td><td>8</td></tr><tr><td>1．当面申请数</td><td>件</td><td>6</td></tr>
    <tr><td>2.传真申请数</td><td>件</td><td></td></tr><tr><td>3.网络申请数</td><td>件</td><td>二</td></tr>
    <tr><td>别处的一行</td><td>件</td><td>4</td></tr></table>`;

  it("is recognised, shown with what goes where, and laid in as one step", async () => {
    const { page } = open;
    await grid.select("1.1");
    await grid.paste({ html: HTML, text: "x" });
    const dialog = page.getByRole("dialog", { name: "粘贴附表" });
    expect(await dialog.getByRole("radio", { name: /上年/ }).isChecked()).toBe(true);
    await dialog.getByRole("radio", { name: /本年/ }).check();
    const line = dialog.getByRole("row").filter({ hasText: "收到申请数" });
    expect(await line.innerText()).toMatch(/12\s+8/);
    expect(await dialog.innerText()).toContain("来源里空着的 1 格保持原样");
    expect(await dialog.innerText()).toContain("别处的一行 4");
    await dialog.getByRole("button", { name: "放进 3 格" }).click();
    expect(await grid.texts("3.1.1", "3.1.2", "3.1.3")).toEqual(["6", "0", "2"]);
    expect(await grid.notice()).toContain("3 格已放进表里");
    await press("Control+z");
    expect(await grid.texts("3.1.1", "3.1.3")).toEqual(["5", "4"]);
    expect(await grid.notice()).toBe("");
  });

  it("brings last year's numbers where the report has none", async () => {
    await open.close();
    const report = JSON.parse(await readFile(SAMPLE, "utf8"));
    for (const table of report.tables) {
      table.cells = table.cells.filter(({ column }: { column: string }) => column === "value");
    }
    const path = join(folder, "no-last-year.json");
    await writeFile(path, JSON.stringify(report));
    open = await openReport(path);
    grid = gridOf(open);
    const { page } = open;
    expect(await page.locator(".grid th.value").count()).toBe(1);
    await page.getByRole("menuitem", { name: "表格" }).click();
    await page.getByRole("menuitem", { name: "带入上年数…" }).click();
    await page.getByRole("textbox", { name: "在这里粘贴去年的附表" }).evaluate((element, html) => {
      const data = new DataTransfer();
      data.setData("text/html", html);
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    }, HTML);
    await page.getByRole("button", { name: "放进 3 格" }).click();
    await expect.poll(() => grid.text("3.1.1", "previous")).toBe("6");
    expect(await page.locator(".grid th.value").count()).toBe(2);
    await press("Control+z");
    expect(await page.locator(".grid th.value").count()).toBe(1);
  });

  it("can be pasted cell by cell all the same", async () => {
    await grid.select("3.1.1");
    await grid.paste({ text: "当面申请数\t9\r\n" });
    await open.page.getByRole("button", { name: "按原样粘贴到选中的格子" }).click();
    await expect.poll(() => grid.text("3.1.1")).toBe("当面申请数");
  });
});
