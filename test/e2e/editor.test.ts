import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type TextWindow, textWindow } from "./text-window.ts";
import { type OpenApp, openApp, openReport, SAMPLE } from "./window-app.ts";

let open: OpenApp;
let text: TextWindow;

beforeEach(async () => {
  open = await openApp();
  text = await textWindow(open.page);
});

/** Every window is closed again and had nothing to complain of. */
afterEach(async () => {
  const { complaints } = open;
  await open.close();
  expect(complaints).toEqual([]);
});

/** The last headings inside a section, with their numbers. */
const ranked = (n: number, count: number) =>
  text
    .section(n)
    .locator("[data-rank]")
    .evaluateAll(
      (all, last) => all.slice(-last).map((one) => `${one.getAttribute("data-number")}${one.textContent}`),
      count,
    );

describe("ranks", () => {
  it("are given by key, by list and by menu, and count by themselves", async () => {
    const { page, section, bar, headings } = text;
    await text.cursorAtEnd(section(1).locator("p").last());
    await page.keyboard.press("Enter");
    await page.keyboard.type("甲");
    await page.keyboard.press("Control+Alt+3");
    await page.keyboard.press("Enter");
    await page.keyboard.type("乙");
    await page.keyboard.press("Control+Alt+3");
    expect(await ranked(1, 2)).toEqual(["1.甲", "2.乙"]);
    await bar()
      .getByLabel(/^段落样式/)
      .selectOption("4");
    expect(await ranked(1, 2)).toEqual(["1.甲", "（1）乙"]);
    await text.menu("格式", "（一） 标题");
    expect((await ranked(1, 1))[0]).toMatch(/^（.）乙$/);
    await page.keyboard.press("Control+Alt+0");
    expect((await ranked(1, 2)).at(-1)).toBe("1.甲");

    const count = (await headings()).length;
    await page.keyboard.press("Control+Alt+1");
    expect(await headings()).toHaveLength(count + 1);
    expect((await headings())[1]).toBe("二、乙");
    await page.keyboard.press("Control+Alt+0");
    expect(await headings()).toHaveLength(count);
  });

  it("go down by Tab and up by Shift+Tab; in body Tab does nothing and never leaves the text", async () => {
    const { page, section } = text;
    await section(1).locator("h3").first().click();
    await page.keyboard.press("Tab");
    expect(await section(1).locator('[data-rank="3"]').first().getAttribute("data-number")).toBe("1.");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    expect(await section(1).locator('[data-rank="2"]').first().getAttribute("data-number")).toBe("（一）");
    const paragraph = section(0).locator("p").first();
    const before = await paragraph.innerText();
    await text.cursorAtEnd(paragraph);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.type("在");
    expect(await paragraph.innerText()).toBe(`${before}在`);
  });

  it("come of typed numbers at Enter, which Ctrl+Z takes back alone", async () => {
    const { page, section, headings } = text;
    await text.cursorAtEnd(section(1).locator("p").last());
    await page.keyboard.press("Enter");
    const own = await section(1).locator('[data-rank="2"]').count();
    await page.keyboard.type("(七) 学习培训");
    await page.keyboard.press("Enter");
    await page.keyboard.type("全年开展两次。");
    expect((await ranked(1, 1))[0]).toBe("（四）学习培训");
    expect(await section(1).locator("p").last().innerText()).toBe("全年开展两次。");
    await text.undo();
    await text.undo();
    expect(await section(1).locator('[data-rank="2"]').count()).toBe(own);
    expect(await section(1).locator("p").allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringContaining("(七) 学习培训"), expect.stringMatching(/^\s*$/)]),
    );
    await page.keyboard.type("二、特色工作");
    await page.keyboard.press("Enter");
    expect((await headings()).slice(0, 3)).toEqual(["一、基本工作情况", "二、特色工作", "三、主动公开政府信息情况"]);
  });
});

describe("undo", () => {
  it("takes typing without a pause as one, and gives every letter back", async () => {
    const { page } = text;
    const paragraph = text.section(0).locator("p").first();
    const before = await paragraph.innerText();
    await text.cursorAtEnd(paragraph);
    await page.keyboard.type("全年公开情况良好");
    await page.waitForTimeout(600);
    await page.keyboard.type("。再写");
    await text.undo();
    expect(await paragraph.innerText()).toBe(`${before}全年公开情况良好`);
    await text.undo();
    expect(await paragraph.innerText()).toBe(before);
    await text.redo();
    await text.redo();
    expect(await paragraph.innerText()).toBe(`${before}全年公开情况良好。再写`);
  });
});

describe("lists and looks", () => {
  it("are switched on and off by button and menu; Enter goes on, Enter in an empty item leaves", async () => {
    const { page, section, bar } = text;
    await text.cursorAtEnd(section(1).locator("p").last());
    await page.keyboard.press("Enter");
    await page.keyboard.type("甲");
    await bar().getByRole("button", { name: "项目符号" }).click();
    await page.keyboard.press("Enter");
    await page.keyboard.type("乙");
    expect(await section(1).locator("ul li").allInnerTexts()).toEqual(["甲", "乙"]);
    await text.menu("格式", "编号列表");
    expect(await section(1).locator("ol li").count()).toBe(2);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.keyboard.type("正文");
    expect(await section(1).locator("li").count()).toBe(2);
    await page.keyboard.press("Shift+Home");
    await page.keyboard.press("Control+b");
    expect(await section(1).locator("strong").last().innerText()).toBe("正文");
    await text.choose("格式", "居中");
    expect(await section(1).locator('p[data-align="center"]').innerText()).toBe("正文");
    // No italics, no underline: the format has neither.
    await page.keyboard.press("Control+u");
    expect(await section(1).locator("u").count()).toBe(0);
  });
});

describe("tables", () => {
  it("are drawn as large as wanted, gone through by Tab, and changed by menu", async () => {
    const { page, section } = text;
    await text.cursorAtEnd(section(1).locator("p").last());
    await page.keyboard.press("Enter");
    await text.menu("插入", "表格…");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    const cells = () => section(1).locator("td");
    expect(await cells().count()).toBe(4);
    for (const word of ["甲", "乙", "丙", "丁", "戊"]) {
      await page.keyboard.type(word);
      await page.keyboard.press("Tab");
    }
    // Behind the last cell Tab makes a new row.
    expect((await cells().allInnerTexts()).map((cell) => cell.trim())).toEqual(["甲", "乙", "丙", "丁", "戊", ""]);
    await text.choose("表格", "在右侧加一列");
    expect(await cells().count()).toBe(9);
    await text.menu("表格", "删除所在行");
    expect(await cells().count()).toBe(6);
    await cells().nth(0).click();
    await page.keyboard.down("Shift");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.up("Shift");
    await text.choose("表格", "合并单元格");
    expect(await cells().first().getAttribute("colspan")).toBe("2");
    await text.choose("表格", "拆分单元格");
    expect(await cells().count()).toBe(6);
    await text.choose("表格", "删除正文里的表格");
    expect(await section(1).locator("table").count()).toBe(0);
  });
});

describe("the text's own menu", () => {
  it("cuts and pastes through the system's clipboard, as the menu bar does", async () => {
    const { page, section, menu } = text;
    const paragraph = section(0).locator("p").first();
    const before = await paragraph.innerText();
    await text.cursorAtEnd(paragraph);
    await page.keyboard.type("搬");
    await page.keyboard.press("Shift+ArrowLeft");
    // The editor hears of a selection in an event of its own.
    await page.waitForTimeout(50);
    await page.keyboard.press("Control+b");
    await menu("编辑", "剪切");
    await expect.poll(() => paragraph.innerText()).toBe(before);
    await page.keyboard.press("Shift+F10");
    await page.getByRole("menu", { name: "正文" }).getByRole("menuitem", { name: /^粘贴/ }).click();
    await expect.poll(() => paragraph.innerText()).toBe(`${before}搬`);
    expect(await paragraph.locator("strong").innerText()).toBe("搬");
    await menu("编辑", "只粘贴文字");
    await expect.poll(() => paragraph.innerText()).toBe(`${before}搬搬`);
  });

  it("offers what can be done at a number and in a table, and Esc gives the keyboard back", async () => {
    const { page, section } = text;
    const paragraph = section(0).locator("p").first();
    await text.cursorAtEnd(paragraph);
    await page.keyboard.type("#");
    await page.keyboard.type("sdsqs");
    await page.keyboard.press("Enter");
    await paragraph.locator(".figure").click({ button: "right" });
    await page.getByRole("menu", { name: "正文" }).getByRole("menuitemcheckbox", { name: "数字写成 七" }).click();
    await expect.poll(() => paragraph.locator(".figure").innerText()).toBe("十二");
    await text.cursorAtEnd(section(1).locator("p").last());
    await page.keyboard.press("Enter");
    await text.paste("<table><tr><td>甲</td><td>乙</td></tr></table>", "甲\t乙");
    await section(1).locator("td").first().click({ button: "right" });
    await page.getByRole("menu", { name: "正文" }).getByRole("menuitem", { name: "在下方加一行" }).click();
    expect(await section(1).locator("tr").count()).toBe(2);
    await page.keyboard.press("Shift+F10");
    await page.keyboard.press("Escape");
    await page.keyboard.type("丙");
    expect(await section(1).locator("td").first().innerText()).toContain("丙");
  });
});

describe("the paper", () => {
  it("takes another title, which is undone as one; left empty, the usual one stands", async () => {
    const { page } = text;
    const title = page.getByRole("textbox", { name: "报告标题" });
    const before = await title.inputValue();
    await title.click();
    await page.keyboard.press("Control+a");
    await page.keyboard.type("示范街道公开工作年报");
    await page.keyboard.press("Enter");
    // Enter goes on to the text.
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("报告正文");
    await expect.poll(() => page.locator(".status-bar").innerText()).toContain("已保存");
    expect(await title.inputValue()).toBe("示范街道公开工作年报");
    await text.undo();
    expect(await title.inputValue()).toBe(before);
    await title.click();
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Delete");
    expect(await title.getAttribute("placeholder")).toBe("示范街道2018年政府信息公开工作年度报告");
    await page.keyboard.press("Escape");
    expect(await title.inputValue()).toBe(before);
  });

  it("is 28 characters wide at every size, set by menu, by key and by Ctrl and the wheel", async () => {
    const { page, section } = text;
    const size = () => page.getByRole("button", { name: /^正文大小/ });
    const perLine = () =>
      section(0)
        .locator("p")
        .first()
        .evaluate((element) => {
          const style = getComputedStyle(element);
          return element.clientWidth / Number.parseFloat(style.fontSize);
        });
    for (const step of ["75%", "100%", "150%", "200%"]) {
      await size().click();
      await page
        .getByRole("menu", { name: /^正文大小/ })
        .getByRole("menuitemcheckbox", { name: step })
        .click();
      expect(await size().innerText()).toBe(step);
      expect(await perLine()).toBeGreaterThan(27.5);
      expect(await perLine()).toBeLessThan(29);
    }
    await page.keyboard.press("Control+-");
    expect(await size().innerText()).toBe("175%");
    await page.locator(".canvas").hover();
    await page.keyboard.down("Control");
    await page.mouse.wheel(0, 100);
    await page.keyboard.up("Control");
    await expect.poll(() => size().innerText()).toBe("150%");
    await page.keyboard.press("Control+0");
    expect(await size().innerText()).toBe("75%");
  });

  it("shows where pages end and names the annex below the text", async () => {
    const { page } = text;
    const count = await page.locator(".page-guides i").count();
    expect(count).toBeGreaterThan(0);
    expect(await page.locator(".status-bar").innerText()).toContain(`第 1 页，共 ${count + 1} 页`);
    await page.locator(".annex-note").scrollIntoViewIfNeeded();
    await expect.poll(() => page.locator(".status-bar").innerText()).toContain(`第 ${count + 1} 页`);
    expect(await page.locator(".annex-note").innerText()).toBe("附件：政府信息公开情况统计表");
  });
});

describe("a document that is not understood", () => {
  it("is shown by its words, kept as it is, and can be edited as text", async () => {
    const folder = await mkdtemp(join(tmpdir(), "nianbao-editor-"));
    try {
      await open.close();
      const report = JSON.parse(await readFile(SAMPLE, "utf8"));
      report.content = { type: "doc", content: [{ type: "hologram", attrs: { depth: 3 } }] };
      const path = join(folder, "foreign.json");
      await writeFile(path, JSON.stringify(report));
      open = await openReport(path);
      const { page } = open;
      expect(await page.getByRole("textbox", { name: "报告正文" }).count()).toBe(0);
      expect(await page.locator(".sheet h2").count()).toBeGreaterThan(3);
      await page.getByRole("button", { name: "看原内容" }).click();
      expect(await page.locator(".foreign pre").innerText()).toContain("hologram");
      await page.getByRole("button", { name: "只按文字编辑" }).click();
      text = await textWindow(page);
      expect((await text.headings())[0]).toMatch(/^一、/);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
