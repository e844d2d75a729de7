import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import Database from "better-sqlite3";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { form2014 } from "../support/forms.ts";
import { lastYearText } from "../support/last-year.ts";
import { type OpenApp, openHome } from "./window-app.ts";

let folder: string;
let source: string;
let open: OpenApp;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "nianbao-review-"));
  source = await lastYearText();
  await writeFile(join(folder, "去年.txt"), source);
});
afterAll(() => rm(folder, { recursive: true, force: true }));
afterEach(async () => {
  const { complaints } = open;
  await leaveReview();
  await open.close();
  expect(complaints).toEqual([]);
});

const button = (name: string | RegExp) => open.page.getByRole("button", { name });
const putIn = () => open.page.getByRole("button", { name: "放进报告", exact: true });
const items = () => open.page.locator(".items li");

/** A review with answers in it does not go unasked. */
async function leaveReview(): Promise<void> {
  if (open.page.isClosed() || (await open.page.locator(".review").count()) === 0) return;
  await button("取消").click();
  await open.page.locator('h1:text("还没有报告"), button:text("不放进报告，离开")').first().waitFor();
  const leave = button("不放进报告，离开");
  if ((await leave.count()) > 0) await leave.click();
}

async function confirmAll(): Promise<void> {
  while ((await button("确认，下一处").count()) > 0) await button("确认，下一处").click();
}

async function review(home?: string): Promise<void> {
  open = await openHome(home);
  await open.app.evaluate(
    ({ dialog }, path) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
    },
    join(folder, "去年.txt"),
  );
  await open.page.keyboard.press("Control+i");
  await open.page.locator(".review").waitFor();
}

describe("the review", () => {
  it("shows every line of the source, and each uncertain thing beside it", async () => {
    await review();
    const { page } = open;
    for (const name of await page.locator(".folded button").allInnerTexts()) {
      await page.locator(".folded").getByRole("button", { name, exact: true }).first().click();
    }
    const shown = (await page.locator(".source ol").textContent())?.replace(/\s/g, "");
    for (const line of source.split("\n")) {
      for (const cell of line.split("\t")) expect(shown).toContain(cell.replace(/\s/g, ""));
    }
    const texts = await items().allInnerTexts();
    expect(texts.join("\n")).toContain("“七”读作 7");
    expect(texts.join("\n")).toContain("单元格里是“无”");
    expect(texts.join("\n")).toContain("空着的格");
    // The current one is joined to its line.
    expect(await page.locator(".source .linked.now").count()).toBeGreaterThan(0);
    await expect.poll(() => page.locator(".ribbons .now").count()).toBe(1);
  });

  it("opens 放进报告 only when each has been confirmed", async () => {
    await review();
    const count = await items().count();
    expect(count).toBeGreaterThanOrEqual(3);
    for (let left = count; left > 0; left -= 1) {
      expect(await putIn().getAttribute("aria-disabled")).toBe("true");
      expect(await open.page.locator(".carry").innerText()).toContain(`再核对 ${left} 处`);
      await putIn().click({ force: true });
      expect(await open.page.locator(".review").count()).toBe(1);
      await button("确认，下一处").click();
    }
    expect(await putIn().getAttribute("aria-disabled")).toBe("false");
    // A change of mind has to be confirmed again.
    await items().filter({ hasText: "空着的格" }).getByText(/填 0/).click();
    expect(await putIn().getAttribute("aria-disabled")).toBe("true");
  });

  it("takes corrections, and no nonsense", async () => {
    await review();
    const item = items().filter({ hasText: "读作 7" });
    await item.getByRole("textbox").fill("七条吧");
    await item.getByRole("button", { name: "确认，下一处" }).click();
    expect(await item.getByRole("alert").innerText()).toContain("“七条吧”不是数");
    await item.getByRole("textbox").fill("8");
    await open.page.keyboard.press("Enter");
    expect(await item.getAttribute("class")).toBe("done");
  });

  it("lets sure things be put right too, and every answer be taken back", async () => {
    await review();
    const { page } = open;
    await confirmAll();
    await button("全部展开").click();
    const cell = page.locator(".sure .figure-line").filter({ hasText: "政务微博公开政府信息数" }).getByRole("textbox");
    await cell.fill("很多");
    expect(await page.locator(".carry").innerText()).toContain("有 1 格改成的不是数");
    await cell.fill("１６条");
    expect(await putIn().getAttribute("aria-disabled")).toBe("false");
    const heading = page.locator(".sure details").filter({ hasText: "三、回应解读情况" });
    await heading.getByRole("combobox").selectOption({ label: "不是标题，并到上一部分" });
    expect(await page.locator(".review-bar").innerText()).toContain("读出 7 部分文字");
    await button("撤销").click();
    expect(await page.locator(".review-bar").innerText()).toContain("读出 8 部分文字");
    await putIn().click();
    await page.locator(".workbench").waitFor();
    expect(await page.locator('[id="cell_1.2.3_previous"]').innerText()).toBe("16");
  });

  it("reads a table again by the column that is pointed at, and takes that back", async () => {
    const table = form2014.file.tables[0]?.rows
      .filter(({ origin }) => origin === "national")
      .map(({ label, unit, kind }, i) =>
        [label, unit, ...(kind === "header" ? ["", ""] : [`${i}`, `${i + 500}`])].join("\t"),
      );
    await writeFile(
      join(folder, "去年.txt"),
      ["青禾街道2017年政府信息公开工作年度报告", "一、基本工作情况", "做了工作。", ...(table ?? [])].join("\n"),
    );
    try {
      await review();
      const { page } = open;
      expect((await items().allInnerTexts()).join()).toContain("分不清哪一列");
      const last = page.locator(".source li.row").filter({ hasText: "收到申请数" }).locator("span").last();
      await last.click();
      const chooser = page.locator(".column-chooser");
      expect(await chooser.getByLabel("就是").innerText()).toContain("统计数");
      await chooser.getByRole("button", { name: "按这一列重读" }).click();
      const progress = () => page.locator(".review-bar [aria-live]").innerText();
      await expect.poll(progress).toMatch(/已核对 [1-9]/);
      await page.keyboard.press("Control+z");
      await expect.poll(progress).toMatch(/已核对 0/);
      // The keyboard has a button for it.
      await page.getByRole("button", { name: "指定哪一列是数" }).first().focus();
      await page.keyboard.press("Enter");
      await expect.poll(() => chooser.count()).toBe(1);
      await page.keyboard.press("Escape");
      await expect.poll(() => chooser.count()).toBe(0);
    } finally {
      await writeFile(join(folder, "去年.txt"), source);
    }
  });

  it("is gone through by keyboard alone, up to the report", async () => {
    await review();
    const { page } = open;
    const current = () => page.locator(".items .now .mark").innerText();
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    expect(await current()).toBe("1");
    await page.keyboard.press("F8");
    await page.keyboard.press("F8");
    expect(await current()).toBe("3");
    await expect.poll(focused).toBe("确认，下一处");
    for (let left = await items().count(); left > 0; left -= 1) {
      await expect.poll(focused).toBe("确认，下一处");
      await page.keyboard.press("Enter");
    }
    await expect.poll(focused).toBe("放进报告");
    await page.keyboard.press("Control+z");
    await expect.poll(() => page.locator(".items .now").count()).toBe(1);
    await button("确认，下一处").press("Enter");
    await expect.poll(focused).toBe("放进报告");
    await page.keyboard.press("Enter");
    await page.locator(".workbench").waitFor();
  });

  it("that is left puts nothing in", async () => {
    await review();
    await button("取消").click();
    await expect.poll(() => open.page.locator("h1").innerText()).toBe("还没有报告");
  });

  it("is not lost by mistake once something was answered", async () => {
    await review();
    const { page, app } = open;
    await button("确认，下一处").click();
    await page.keyboard.press("Control+w");
    const question = page.getByRole("dialog", { name: "核对还没有做完" });
    await question.waitFor();
    await page.keyboard.press("Enter");
    await question.waitFor({ state: "detached" });
    // Whoever closes the window may think it over: the system does not call the page dead meanwhile.
    await app.evaluate(({ BrowserWindow, dialog }) => {
      dialog.showMessageBox = async () => {
        throw new Error("asked again");
      };
      BrowserWindow.getAllWindows()[0]?.close();
    });
    await question.waitFor();
    await page.waitForTimeout(5_500);
    await page.keyboard.press("Escape");
    expect(await items().first().getAttribute("class")).toBe("done");
    await button("取消").click();
    await button("不放进报告，离开").click();
    await expect.poll(() => page.locator("h1").innerText()).toBe("还没有报告");
  });
});

describe("a file that does not say its year", () => {
  it("is asked for it, and the year to be written follows", async () => {
    await writeFile(join(folder, "无年度.txt"), "试验街道政府信息公开工作年度报告\n一、基本工作情况\n公开了信息。");
    open = await openHome();
    await open.app.evaluate(
      ({ dialog }, path) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
      },
      join(folder, "无年度.txt"),
    );
    await open.page.keyboard.press("Control+i");
    const item = items().filter({ hasText: "不知道年度" });
    await item.getByRole("button", { name: /确认/ }).click();
    expect(await item.getByRole("alert").innerText()).toContain("四位数的年度");
    await item.getByRole("textbox").fill("2015");
    expect(await open.page.getByLabel("放进哪一年").inputValue()).toBe("2016");
    expect(await open.page.getByLabel("放到上年列，供对照").isChecked()).toBe(true);
  });
});

describe("a report in two files", () => {
  it("is shown under the name of each", async () => {
    const [text = "", table = ""] = source.split(/(?=附件2)/);
    await writeFile(join(folder, "正文.txt"), text);
    await writeFile(join(folder, "统计表.txt"), table);
    open = await openHome();
    await open.app.evaluate(
      ({ dialog }, paths) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: paths });
      },
      [join(folder, "正文.txt"), join(folder, "统计表.txt")],
    );
    await open.page.keyboard.press("Control+i");
    await open.page.locator(".review").waitFor();
    expect(await open.page.locator(".review-bar h1").innerText()).toBe("正文.txt、统计表.txt");
    const names = open.page.locator(".source .file-name");
    for (const fold of await open.page.locator(".folded button").all()) if (await fold.isVisible()) await fold.click();
    expect(await names.allTextContents()).toEqual(["正文.txt", "统计表.txt"]);
  });
});

describe("what is put in", () => {
  it("is the new year's report: last year's figures beside blanks, marks in the text, the file itself kept", async () => {
    const home = await mkdtemp(join(tmpdir(), "nianbao-review-home-"));
    await review(home);
    const { page } = open;
    expect(await page.getByLabel("放进哪一年").inputValue()).toBe("2018");
    await confirmAll();
    await putIn().click();
    await page.locator(".workbench").waitFor();
    expect(await page.title()).toBe("试验街道 · 2018 年度报告 — 年报通");
    expect(await page.locator('[id="cell_3.1_previous"]').innerText()).toBe("12");
    expect(await page.locator('[id="cell_3.1_value"]').innerText()).not.toContain("12");
    await page.keyboard.press("Control+w");
    await expect.poll(() => page.locator(".report-list").innerText()).toMatch(/\d+ 处待更新/);
    await open.close();
    const db = new Database(join(home, "年报/年报.db"), { readonly: true });
    const kept: unknown = db.prepare("SELECT bytes FROM original").pluck().all();
    const states = db.prepare("SELECT count(*) FROM revision").pluck().get();
    db.close();
    await rm(home, { recursive: true, force: true });
    expect(Array.isArray(kept) && kept.map((bytes) => inflateRawSync(bytes).toString("utf8"))).toEqual([source]);
    expect(states).toBe(1);
  });
});

describe("a file that is only looked at", () => {
  it("cannot be changed, and can be put into a report", async () => {
    open = await openHome();
    const { page, app } = open;
    await app.evaluate(
      ({ dialog }, path) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
      },
      join(folder, "去年.txt"),
    );
    await page.keyboard.press("Control+o");
    await page.locator(".workbench").waitFor();
    expect(await page.getByRole("textbox", { name: "报告正文" }).count()).toBe(0);
    expect(await page.locator(".foreign").count()).toBe(0);
    expect(await page.locator("[data-save]").innerText()).toContain("只读查看");
    await button("放进报告…").click();
    await page.locator(".review").waitFor();
  });
});
