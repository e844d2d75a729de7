import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { parseReportJson } from "../../src/core/report/json.ts";
import type { Report } from "../../src/core/report/report.ts";
import { writeReport } from "../../src/formats/write.ts";
import { form2014, shippedPreset } from "../support/forms.ts";
import { asText } from "../support/layouts.ts";
import { electronPath } from "./launch.ts";
import { type OpenApp, openApp, SAMPLE, secondStart } from "./window-app.ts";

let folder: string;
let sample: Report;
let open: OpenApp;

const file = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "nianbao-e2e-"));
  const parsed = parseReportJson(JSON.parse(await readFile(SAMPLE, "utf8")));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  sample = parsed.report;
  for (const kind of ["docx", "xlsx"] as const) {
    await writeFile(file(`report.${kind}`), await writeReport(kind, sample, form2014, shippedPreset()));
  }
  await writeFile(file("report.txt"), asText(sample, form2014, "one cell a line"));
  await writeFile(file("broken.docx"), "PK\u0003\u0004 and then nothing that a zip would have");
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Every window is closed again and had nothing to complain of. */
afterEach(async () => {
  const { complaints } = open;
  await open.close();
  expect(complaints).toEqual([]);
});

/** What ends the reading of a file that is too much. */
const SET_LIMITS = /文件里的文字太多，不像一份年度报告|读了 10 秒还没有读完，已停止|这个文件展开后太大，已停止读取/;
const rows = () => open.page.locator(".grid tbody tr");
const findings = () => open.page.locator('.findings [role="row"]');
const activeCell = () => open.page.locator("[data-focus=grid]").getAttribute("aria-activedescendant");
const gridHasKeyboard = () => document.activeElement?.getAttribute("data-focus") === "grid";

describe("a start without a file", () => {
  it("opens the project's own sample, whole", async () => {
    open = await openApp();
    const { page } = open;
    expect(await page.title()).toBe("示范街道 · 2018 年度报告 — 年报通");
    expect(await page.locator(".sheet [data-section]").count()).toBe(sample.sections.length);
    expect(await rows().count()).toBe(66);
    expect(await page.locator(".sheet").innerText()).toContain(sample.sections.at(-1)?.paragraphs.at(-1));
    const kinds = await findings()
      .locator('[role="img"]')
      .evaluateAll((all) => all.map((one) => one.ariaLabel));
    expect(kinds).toContain("错误");
    expect(kinds).toContain("提醒");
    expect(kinds).toContain("核实");
    await expect.poll(open.output).toContain("窗口已打开：示范街道 2018\nnianbao: window ready\n");
  });
});

describe("a start with a file", () => {
  it.each(["report.docx", "report.txt"])("shows %s: sections, table, findings", async (name) => {
    open = await openApp(file(name));
    const { page } = open;
    expect(await page.title()).toBe("示范街道 · 2018 年度报告 — 年报通");
    const headings = await page.locator(".sheet h2").allInnerTexts();
    expect(headings).toEqual(sample.sections.map(({ heading }) => heading).filter((heading) => heading !== ""));
    expect(await rows().count()).toBeGreaterThanOrEqual(58);
    expect(await page.locator('[id="cell_3.1_value"]').innerText()).toContain("12");
    expect(await findings().filter({ hasText: "四种方式合计 11" }).count()).toBe(1);
  });

  it("shows the table of a workbook that has no text", async () => {
    open = await openApp(file("report.xlsx"));
    expect(await rows().count()).toBeGreaterThanOrEqual(58);
    expect(await open.page.locator('[id="cell_9.3_value"]').innerText()).toBe("180");
  });
});

describe("findings", () => {
  it("lead to their cell, take the keyboard there and mark it", async () => {
    open = await openApp();
    const { page } = open;
    const wrongTotal = findings().filter({ hasText: "四种方式合计" });
    await wrongTotal.locator(".sentence").click();
    expect(await activeCell()).toBe("cell_3.1_value");
    const cell = page.locator('[id="cell_3.1_value"]');
    expect(await cell.getAttribute("data-flash")).toBe("");
    expect(await cell.isVisible()).toBe(true);
    expect((await cell.innerText()).replace(/\s+/g, " ")).toBe("合计 11 12");
    expect(await page.locator(".cell-value").innerText()).toBe("12");
    await wrongTotal.getByRole("button", { name: "跳转" }).click();
    await page.waitForFunction(gridHasKeyboard);
  });

  it("are gone through by keyboard alone, also into a folded row", async () => {
    open = await openApp();
    const { page } = open;
    await page.getByRole("button", { name: "统计表全部收起" }).click();
    expect(await rows().count()).toBe(9);
    await page.keyboard.press("Control+F7");
    await page.waitForFunction(() => document.activeElement?.getAttribute("role") === "grid");
    await page.keyboard.press("End");
    await page.keyboard.press("Home");
    await page.keyboard.press("Enter");
    expect(await activeCell()).toBe("cell_3.1_value");
    expect(await page.locator('[id="cell_3.1_value"]').isVisible()).toBe(true);
    await page.waitForFunction(gridHasKeyboard);
  });

  it("are told apart by severity", async () => {
    open = await openApp();
    const { page } = open;
    const all = await findings().count();
    await page.locator(".tabs").getByRole("button", { name: "错误" }).click();
    expect(await findings().count()).toBe(1);
    await page.locator(".tabs").getByRole("button", { name: "全部" }).click();
    expect(await findings().count()).toBe(all);
    await page.getByRole("button", { name: "按位置" }).click();
    expect(await findings().first().innerText()).toMatch(/一[(\uff08]一/);
  });
});

describe("the grid", () => {
  it("moves, selects, adds and copies as a spreadsheet does", async () => {
    open = await openApp();
    const { page, app } = open;
    await page.locator('[id="cell_3.1.1_value"]').click();
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Shift+ArrowDown");
    expect(await page.locator(".status-bar").innerText()).toMatch(/选中 4 格\s*合计 11/);
    await page.keyboard.press("Control+c");
    await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toBe("5\r\n0\r\n4\r\n2\r\n");
    await page.keyboard.press("ArrowRight");
    expect(await activeCell()).toBe("cell_3.1.1_previous");
    await page.keyboard.press("Control+End");
    expect(await activeCell()).toBe("cell_9.3_previous");
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("Space");
    expect(await rows().count()).toBeLessThan(66);
    await page.keyboard.press("Space");
    expect(await rows().count()).toBe(66);
    await page.keyboard.press("PageDown");
    expect(await activeCell()).not.toBe("cell_1_value");
  });

  it("explains an indicator on F1 and gives the keyboard back", async () => {
    open = await openApp();
    const { page } = open;
    await page.locator('[id="cell_3.1.1_value"]').click();
    expect(await page.locator(".cell-name").innerText()).toBe("三（一）1 当面申请数");
    await page.keyboard.press("F1");
    const box = page.getByRole("dialog", { name: "指标说明" });
    expect(await box.innerText()).toContain("收到申请数等于四种方式之和");
    await page.keyboard.press("Escape");
    expect(await box.count()).toBe(0);
    await page.waitForFunction(gridHasKeyboard);
  });

  it("shows only rows with problems when asked", async () => {
    open = await openApp();
    await open.page.getByRole("button", { name: "只看有问题的" }).click();
    const left = await rows().count();
    expect(left).toBeGreaterThan(3);
    expect(left).toBeLessThan(20);
    expect(await open.page.locator('[id="cell_3.1_value"]').isVisible()).toBe(true);
    expect(await open.page.locator('[id="cell_3.1.2_value"]').count()).toBe(0);
  });
});

describe("the keyboard", () => {
  it("goes round the panes with F6", async () => {
    open = await openApp();
    const { page } = open;
    const pane = () =>
      page.evaluate(() => document.activeElement?.closest<HTMLElement>("[data-pane]")?.dataset["pane"]);
    for (const name of ["outline", "paper", "grid", "findings", "outline"]) {
      await page.keyboard.press("F6");
      await expect.poll(pane).toBe(name);
    }
    await page.keyboard.press("Shift+F6");
    await expect.poll(pane).toBe("findings");
  });

  it("opens the menus and leaves them where it came from", async () => {
    open = await openApp();
    const { page } = open;
    await page.locator('[id="cell_3.1.1_value"]').click();
    await page.keyboard.press("Alt");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    expect(await page.getByRole("menu", { name: "插入" }).count()).toBe(1);
    await page.keyboard.press("Escape");
    expect(await page.getByRole("menu").count()).toBe(0);
    expect(await page.evaluate(gridHasKeyboard)).toBe(true);
  });

  it("changes the size of the paper, and nothing else", async () => {
    open = await openApp();
    const { page } = open;
    const size = () => page.locator(".sheet").evaluate((sheet) => sheet.clientWidth);
    const before = await size();
    await page.keyboard.press("Control+Equal");
    expect(await size()).toBeGreaterThan(before);
    await page.keyboard.press("Control+Minus");
    await page.keyboard.press("Control+Minus");
    expect(await size()).toBeLessThan(before);
    await page.keyboard.press("Control+0");
    expect(await size()).toBe(before);
    expect(await page.evaluate(() => devicePixelRatio)).toBe(1);
  });
});

describe("the outline", () => {
  it("leads to a section and follows the paper", async () => {
    open = await openApp();
    const { page } = open;
    const outline = page.getByRole("navigation", { name: "大纲" });
    await outline.getByRole("button", { name: "二、主动公开政府信息情况" }).click();
    await expect.poll(() => outline.locator(".current").innerText()).toContain("主动公开政府信息情况");
    expect(await outline.locator(".part").count()).toBe(2);
    const inside = () =>
      page.locator('[data-section="proactive"] h2').evaluate((heading) => {
        const canvas = heading.closest(".canvas")?.getBoundingClientRect();
        const { top } = heading.getBoundingClientRect();
        return canvas !== undefined && top >= canvas.top && top < canvas.bottom;
      });
    await expect.poll(inside).toBe(true);
  });
});

describe("what cannot be read", () => {
  it.each([
    ["broken.docx", "broken.docx", "没有打开“broken.docx”"],
    ["a file that is gone", "gone.docx", "没有打开“gone.docx”"],
  ])("%s is said in a screen with a way on", async (_, name, heading) => {
    open = await openApp(file(name));
    const { page, app } = open;
    expect(await page.locator("h1").innerText()).toBe(heading);
    expect(await page.locator(".centre p").first().innerText()).toMatch(/。$/);
    await expect.poll(open.output).toContain("窗口已打开：文件读不出来");
    await app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
    }, file("report.txt"));
    await page.getByRole("button", { name: "打开另一个文件" }).click();
    await page.locator(".sheet").waitFor();
    expect(await page.title()).toBe("示范街道 · 2018 年度报告 — 年报通");
  });

  it("leaves the report that was open, and lets the clerk go back to it", async () => {
    await writeFile(file("large.docx"), "");
    await truncate(file("large.docx"), 65 * 1024 * 1024);
    open = await openApp();
    const { page, app } = open;
    await app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
    }, file("large.docx"));
    await page.keyboard.press("Control+o");
    await page.locator(".centre h1").waitFor();
    expect(await page.locator(".centre").innerText()).toContain("64 MB");
    await page.getByRole("button", { name: "回到刚才的报告" }).click();
    expect(await rows().count()).toBe(66);
  });

  it("that is too much is given up in words, and the window lives", async () => {
    await writeFile(file("endless.txt"), `${"全年主动公开政府信息情况".repeat(5)}。\n`.repeat(300_000));
    open = await openApp(file("endless.txt"));
    // Which of the limits ends it first depends on the machine; apart.test.ts has a test of each.
    expect(await open.page.locator(".centre").innerText()).toMatch(SET_LIMITS);
    const left = await open.app.evaluate(({ app }) =>
      app.getAppMetrics().filter((one) => one.name === "nianbao-formats"),
    );
    expect(left).toEqual([]);
    await open.page.getByRole("button", { name: "回到开始" }).click();
    await expect.poll(() => open.page.locator("h1").innerText()).toBe("还没有报告");
  });

  it("is left alone when the clerk stops the reading", async () => {
    open = await openApp();
    const { page, app } = open;
    await writeFile(file("endless.txt"), `${"全年主动公开政府信息情况".repeat(5)}。\n`.repeat(300_000));
    await app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
    }, file("endless.txt"));
    await page.keyboard.press("Control+o");
    await page.getByRole("button", { name: "停止" }).click();
    await page.locator(".sheet").waitFor();
    expect(await page.title()).toBe("示范街道 · 2018 年度报告 — 年报通");
  });

  it("is nothing at all when the dialog is cancelled", async () => {
    open = await openApp();
    const { page, app } = open;
    await app.evaluate(({ dialog }) => {
      dialog.showOpenDialog = async () => ({ canceled: true, filePaths: [] });
    });
    await page.keyboard.press("Control+o");
    await page.waitForTimeout(200);
    expect(await rows().count()).toBe(66);
  });
});

describe("other ways in and out", () => {
  it("a report is closed to the first screen, and the sample opened from there", async () => {
    open = await openApp(file("report.txt"));
    const { page } = open;
    await page.keyboard.press("Control+w");
    await expect.poll(() => page.locator("h1").innerText()).toBe("还没有报告");
    await page.getByRole("button", { name: "打开示例报告" }).click();
    await page.locator(".sheet").waitFor();
  });

  it("a file dropped on the window is opened", async () => {
    open = await openApp();
    const { page } = open;
    await page.evaluate(
      (text) => {
        const data = new DataTransfer();
        data.items.add(new File([text], "拖入.txt"));
        window.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
      },
      asText(
        {
          ...sample,
          unit: "试验街道",
          title: "试验街道2018年政府信息公开工作年度报告",
          annex: { ...sample.annex, unit: "试验街道" },
        },
        form2014,
        "tabs",
      ),
    );
    await expect.poll(() => page.title()).toBe("试验街道 · 2018 年度报告 — 年报通");
  });

  it("a second start brings the first window its file, and ends", async () => {
    open = await openApp();
    const second = spawn(electronPath(), await secondStart(open, file("broken.docx")), { stdio: "ignore" });
    const [code] = await once(second, "exit");
    expect(code).toBe(0);
    await expect.poll(() => open.page.locator("h1").innerText()).toBe("没有打开“broken.docx”");
    expect(await open.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  it("below 1024 pixels one pane is shown at a time", async () => {
    open = await openApp();
    const { page, app } = open;
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(800, 700));
    await expect.poll(() => page.locator(".grid").isVisible()).toBe(false);
    await page.getByRole("navigation", { name: "面板" }).getByRole("button", { name: "统计表" }).click();
    expect(await page.locator(".grid").isVisible()).toBe(true);
    expect(await page.locator(".text").isVisible()).toBe(false);
    await page.getByRole("navigation", { name: "面板" }).getByRole("button", { name: "校验" }).click();
    await findings().first().locator(".sentence").click();
    await expect.poll(() => page.locator(".grid").isVisible()).toBe(true);
  });

  it("the contrast theme follows the system", async () => {
    open = await openApp();
    const { page } = open;
    const theme = () => page.evaluate(() => document.documentElement.dataset["theme"]);
    expect(await theme()).toBeUndefined();
    await page.emulateMedia({ contrast: "more" });
    await expect.poll(theme).toBe("contrast");
  });
});
