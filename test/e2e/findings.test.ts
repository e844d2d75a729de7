import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Example } from "../../src/core/form/schema.ts";
import { CLEAN_2014, reportWith } from "../forms/tables.ts";
import { form2014 } from "../support/forms.ts";
import { type OpenApp, openApp, openHome, openReport } from "./window-app.ts";

let folder: string;
let open: OpenApp;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "nianbao-findings-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
afterEach(async () => {
  const { complaints } = open;
  await open.close();
  expect(complaints).toEqual([]);
});

const findings = () => open.page.locator('.findings [role="row"]');
const finding = (text: string) => findings().filter({ hasText: text });
const list = () => open.page.getByRole("grid", { name: "校验结果" });
const tab = (name: RegExp) => open.page.locator(".tabs").getByRole("button", { name });
const cell = (row: string) => open.page.locator(`[id="cell_${row}_value"]`);
const dialog = () => open.page.locator("dialog[open]");
/** Which pane's own element has the keyboard. */
const focused = () => open.page.evaluate(() => document.activeElement?.getAttribute("data-focus"));
const current = () => open.page.locator('.findings [aria-selected="true"] .sentence').innerText();

/** A report of 2018 with these cells, 0 in all others, put into the database. */
async function openCells(cells: Example): Promise<void> {
  const file = join(folder, "report.json");
  const annex = { filler: "王小明" };
  await writeFile(file, JSON.stringify({ ...reportWith(form2014, cells), year: 2018, unit: "试验街道", annex }));
  open = await openReport(file);
}

/** Six refusals of which five have a ground: an error that a reason can lift, and a difference to be ignored. */
const LIFTABLE: Example = {
  ...CLEAN_2014,
  "3.3.4": "6",
  "3.3.4.a": "5",
  "3.3": "6",
  "3.2": "5",
  "3.2.1": "4",
  "3.1": "6",
  "3.1.1": "6",
};

describe("a certain mend", () => {
  it("puts the sum into the total; the finding leaves, the next one is current, and undo brings it back", async () => {
    open = await openApp();
    const count = await findings().count();
    await finding("四种方式合计").locator(".sentence").click();
    await finding("四种方式合计").getByRole("button", { name: "改为 11" }).click();
    expect(await cell("3.1").innerText()).toBe("11");
    expect(await finding("四种方式合计").count()).toBe(0);
    // The text still says 12: that is found at once.
    expect(await finding("正文写“12件”").innerText()).toContain("正文改为 11");
    expect(await findings().count()).toBe(count);
    expect(await tab(/错误/).innerText()).toContain("0");
    expect(await focused()).toBe("findings");
    expect(await current()).toContain("1 格空白");
    await open.page.keyboard.press("Control+z");
    expect((await cell("3.1").innerText()).replace(/\s+/g, " ")).toBe("合计 11 12");
    expect(await findings().count()).toBe(count);
  });

  it("is reached from the text by keys alone", async () => {
    open = await openApp();
    const { page } = open;
    await page.getByRole("textbox", { name: "报告正文" }).locator("p").first().click();
    await page.keyboard.press("F7");
    expect(await page.locator("[data-focus=grid]").getAttribute("aria-activedescendant")).toBe("cell_3.1_value");
    await expect.poll(focused).toBe("grid");
    await page.keyboard.press("Alt+Enter");
    expect(await cell("3.1").innerText()).toBe("11");
    const second = await current();
    await page.keyboard.press("F7");
    expect(await current()).not.toBe(second);
    await page.keyboard.press("Shift+F7");
    expect(await current()).toBe(second);
  });

  it("fills blanks where 0 raises no question, in one step", async () => {
    await openCells({ ...CLEAN_2014, "6": "", "9.1": "", "9.2": "3", "9.3": "", "3.1": "", "3.1.1": "4" });
    await finding("4 格空白").getByRole("button", { name: "3 格填 0 和合计" }).click();
    expect([await cell("6").innerText(), await cell("9.1").innerText(), await cell("3.1").innerText()]).toEqual([
      "0",
      "0",
      "4",
    ]);
    expect(await finding("有 1 格空白").innerText()).toContain("九（三）");
    expect(await finding("有 1 格空白").getByRole("button", { name: /填 0/ }).count()).toBe(0);
    await open.page.keyboard.press("Control+z");
    expect(await finding("4 格空白").count()).toBe(1);
  });
});

describe("a written reason", () => {
  it("lifts an error that it can lift, at the end of the list, and is taken back", async () => {
    await openCells(LIFTABLE);
    const lifted = finding("不同意公开答复数填 6");
    await lifted.getByRole("button", { name: "写明理由…" }).click();
    const act = dialog().getByRole("button", { name: "保留，记入校验记录" });
    expect(await act.isDisabled()).toBe(true);
    expect(await dialog().getByLabel("谁写的").inputValue()).toBe("王小明");
    await dialog().getByLabel("为什么这样填是对的").fill("一件正在分类");
    await dialog().getByLabel("谁写的").fill("李四");
    await act.click();
    expect(await tab(/错误/).innerText()).toContain("1");
    expect(await findings().last().innerText()).toMatch(/已写理由 一件正在分类（李四，\d+年\d+月\d+日）/);
    await tab(/已写理由 1/).click();
    expect(await findings().count()).toBe(1);
    await lifted.getByRole("button", { name: "收回理由" }).click();
    expect(await open.page.locator(".finding-list").innerText()).toContain("没有写了理由的");
    await tab(/错误/).click();
    expect(await findings().count()).toBe(2);
    await open.page.keyboard.press("Control+z");
    expect(await findings().count()).toBe(1);
  });

  it("silences what is ignored, until a number of it changes; the old words are there to begin with", async () => {
    await openCells(LIFTABLE);
    const differs = finding("申请办结数填 5，申请答复数");
    await differs.getByRole("button", { name: "忽略…" }).click();
    await dialog().getByLabel("为什么可以忽略").fill("跨年办理");
    await open.page.keyboard.press("Control+Enter");
    expect(await differs.innerText()).toContain("已忽略 跨年办理");
    await finding("按时和延期办结合计 4").getByRole("button", { name: "改为 4" }).click();
    const again = finding("申请办结数填 4，申请答复数");
    expect(await again.innerText()).not.toContain("已忽略");
    await again.getByRole("button", { name: "忽略…" }).click();
    expect(await dialog().getByLabel("为什么可以忽略").inputValue()).toBe("跨年办理");
    await open.page.keyboard.press("Escape");
    await open.page.keyboard.press("Control+z");
    expect(await differs.innerText()).toContain("已忽略 跨年办理");
  });

  it("is there at the next start, and so is the name", async () => {
    const home = join(folder, "home");
    open = await openHome(home);
    await open.page.getByRole("button", { name: "打开示例报告" }).click();
    const ask = findings()
      .filter({ has: open.page.locator(".ask") })
      .first();
    const sentence = await ask.locator(".sentence").innerText();
    await ask.getByRole("button", { name: "忽略…" }).click();
    await dialog().getByLabel("为什么可以忽略").fill("属实");
    await dialog().getByLabel("谁写的").fill("欧阳海");
    await dialog()
      .getByRole("button", { name: /忽略，/ })
      .click();
    await open.close();
    open = await openHome(home);
    await open.page.getByRole("button", { name: "接着写" }).click();
    await expect.poll(() => finding(sentence).innerText()).toContain("已忽略 属实");
    await finding(sentence).getByRole("button", { name: "收回理由" }).click();
    await finding(sentence).getByRole("button", { name: "忽略…" }).click();
    expect(await dialog().getByLabel("谁写的").inputValue()).toBe("欧阳海");
  });
});

describe("what is typed", () => {
  it("into a cell is checked when it is entered; a lifted error whose number changes speaks again", async () => {
    await openCells(LIFTABLE);
    await finding("不同意公开答复数填 6").getByRole("button", { name: "写明理由…" }).click();
    await dialog().getByLabel("为什么这样填是对的").fill("一件正在分类");
    await open.page.keyboard.press("Control+Enter");
    expect(await finding("不同意公开答复数填 6").innerText()).toContain("已写理由");
    await cell("3.3.4").click();
    await open.page.keyboard.type("7");
    await open.page.keyboard.press("Enter");
    await expect.poll(() => finding("不同意公开答复数填 7").innerText()).not.toContain("已写理由");
    await open.page.keyboard.press("Control+z");
    await expect.poll(() => finding("不同意公开答复数填 6").innerText()).toContain("已写理由");
    await cell("3.3.4").click();
    await open.page.keyboard.type("5");
    await open.page.keyboard.press("Enter");
    await expect.poll(() => finding("不同意公开答复数").count()).toBe(0);
  });
});

describe("the list", () => {
  it("is gone through by arrows, and Tab reaches the buttons of the line", async () => {
    open = await openApp();
    const { page } = open;
    await page.keyboard.press("Control+F7");
    await expect.poll(focused).toBe("findings");
    await page.keyboard.press("End");
    expect(await list().getAttribute("aria-activedescendant")).toBe(await findings().last().getAttribute("id"));
    await page.keyboard.press("Home");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("改为 11");
    await page.keyboard.press("Enter");
    expect(await cell("3.1").innerText()).toBe("11");
    expect(await focused()).toBe("findings");
  });

  it("says on F1 what a finding means, what it rests on and what to do", async () => {
    open = await openApp();
    const { page } = open;
    await page.keyboard.press("Control+F7");
    await expect.poll(focused).toBe("findings");
    await page.keyboard.press("F1");
    const meaning = page.locator(".finding .meaning");
    expect(await meaning.innerText()).toMatch(/怎么办[\s\S]*核对句子里的两个数[\s\S]*依据：/);
    await page.keyboard.press("ArrowDown");
    expect(await meaning.innerText()).toContain("空白不等于 0");
    await page.keyboard.press("F1");
    expect(await meaning.count()).toBe(0);
    expect(await focused()).toBe("findings");
  });

  it("never cuts a sentence, at any width", async () => {
    open = await openApp();
    for (const width of [1366, 1024, 800]) {
      await open.app.evaluate(
        ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setContentSize(to, 700),
        width,
      );
      await expect.poll(() => open.page.evaluate(() => innerWidth)).toBe(width);
      const cut = await open.page
        .locator(".finding .sentence")
        .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent));
      expect(cut).toEqual([]);
    }
  });

  it("offers nothing to change in a file that is only looked at", async () => {
    const file = join(folder, "look.json");
    await writeFile(file, JSON.stringify({ ...reportWith(form2014, LIFTABLE), year: 2018, unit: "试验街道" }));
    open = await openApp(file);
    expect(await findings().count()).toBeGreaterThan(1);
    expect(
      await findings()
        .getByRole("button", { name: /改为|写明|忽略/ })
        .count(),
    ).toBe(0);
    expect(await findings().getByRole("button", { name: "跳转" }).count()).toBeGreaterThan(1);
  });
});
