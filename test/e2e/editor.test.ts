import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CDPSession, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type OpenApp, openApp, openReport, SAMPLE } from "./window-app.ts";

let folder: string;
let open: OpenApp;
let page: Page;
let cdp: CDPSession;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "nianbao-editor-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

beforeEach(async () => {
  open = await openApp();
  page = open.page;
  cdp = await page.context().newCDPSession(page);
  await editor().waitFor();
});

/** Every window is closed again and had nothing to complain of. */
afterEach(async () => {
  const { complaints } = open;
  await open.close();
  expect(complaints).toEqual([]);
});

const editor = () => page.getByRole("textbox", { name: "报告正文" });
const headings = () =>
  editor()
    .locator("h2")
    .evaluateAll((all) => all.map((one) => `${one.getAttribute("data-number")}${one.textContent}`));
const section = (n: number) => editor().locator("[data-section]").nth(n);
const bar = () => page.getByRole("toolbar", { name: "格式" });
const undo = () => page.keyboard.press("Control+z");
const redo = () => page.keyboard.press("Control+y");

/** Puts the cursor at the end of a block. */
async function cursorAtEnd(block: ReturnType<typeof editor>): Promise<void> {
  await block.scrollIntoViewIfNeeded();
  await block.click();
  await block.evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    range.collapse(false);
    document.getSelection()?.removeAllRanges();
    document.getSelection()?.addRange(range);
  });
  // The editor hears of it in an event of its own.
  await page.waitForTimeout(50);
}

async function choose(menu: string, item: string | RegExp): Promise<void> {
  await bar().getByRole("button", { name: menu, exact: true }).click();
  await bar().getByRole("menu").locator("button").filter({ hasText: item }).click();
}

/** Pastes as the clipboard of another program would. */
async function paste(html: string, text = ""): Promise<void> {
  await editor().evaluate(
    (element, data) => {
      const clipboard = new DataTransfer();
      if (data.html) clipboard.setData("text/html", data.html);
      clipboard.setData("text/plain", data.text);
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: clipboard, bubbles: true, cancelable: true }));
    },
    { html, text },
  );
}

describe("sections", () => {
  it("carry their number, which is no text, and are counted anew", async () => {
    const before = await headings();
    expect(before[0]).toMatch(/^一、/);
    const first = await section(1).locator("h2").innerText();
    expect(first).not.toMatch(/^一、/);

    await section(1).locator("h2").click();
    await choose("部分", "下移");
    const moved = await headings();
    expect(moved[1]).toBe(`二、${first}`);
    expect(moved[0]).toMatch(/^一、/);
    await undo();
    expect(await headings()).toEqual(before);

    await choose("部分", "在后面新增一部分");
    await page.keyboard.type("特色工作");
    expect((await headings())[1]).toBe("二、特色工作");
    expect(await headings()).toHaveLength(before.length + 1);
    await choose("部分", "删除这一部分");
    expect(await headings()).toEqual(before);
    await choose("部分", "恢复“特色工作”");
    expect(await headings()).toContainEqual(expect.stringContaining("特色工作"));
  });

  it("that were removed come back whole and at their place", async () => {
    const before = await headings();
    const text = await section(2).innerText();
    const title = await section(2).locator("h2").innerText();
    await section(2).locator("h2").click();
    await choose("部分", "删除这一部分");
    expect(await headings()).toHaveLength(before.length - 1);
    await choose("部分", `恢复“${title}”`);
    expect(await headings()).toEqual(before);
    expect(await section(2).innerText()).toBe(text);
  });
});

describe("ranks", () => {
  it("are given by key and by list, and count by themselves", async () => {
    await cursorAtEnd(section(1).locator("p").last());
    await page.keyboard.press("Enter");
    await page.keyboard.type("甲");
    await page.keyboard.press("Control+Alt+3");
    await page.keyboard.press("Enter");
    await page.keyboard.type("乙");
    const ranked = () =>
      section(1)
        .locator('[data-rank="3"], [data-rank="4"]')
        .evaluateAll((all) => all.slice(-2).map((one) => `${one.getAttribute("data-number")}${one.textContent}`));
    await page.keyboard.press("Control+Alt+3");
    expect(await ranked()).toEqual(["1.甲", "2.乙"]);
    await bar()
      .getByLabel(/^段落样式/)
      .selectOption("4");
    expect(await ranked()).toEqual(["1.甲", "（1）乙"]);
    await page.keyboard.press("Control+Alt+0");
    expect((await ranked()).at(-1)).toBe("1.甲");

    const count = (await headings()).length;
    await page.keyboard.press("Control+Alt+1");
    expect(await headings()).toHaveLength(count + 1);
    expect((await headings())[1]).toBe("二、乙");
    await page.keyboard.press("Control+Alt+0");
    expect(await headings()).toHaveLength(count);
  });
});

describe("undo", () => {
  it("takes typing without a pause as one, and gives every letter back", async () => {
    const paragraph = section(0).locator("p").first();
    const before = await paragraph.innerText();
    await cursorAtEnd(paragraph);
    await page.keyboard.type("全年公开情况良好");
    await page.waitForTimeout(600);
    await page.keyboard.type("。再写");
    await undo();
    expect(await paragraph.innerText()).toBe(`${before}全年公开情况良好`);
    await undo();
    expect(await paragraph.innerText()).toBe(before);
    await redo();
    await redo();
    expect(await paragraph.innerText()).toBe(`${before}全年公开情况良好。再写`);
  });
});

describe("an input method", () => {
  const compose = (text: string) =>
    cdp.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });

  it("loses no letter, whatever is repainted meanwhile, and is one step of undo", async () => {
    const paragraph = section(0).locator("p").first();
    const before = await paragraph.innerText();
    await cursorAtEnd(paragraph);
    for (const text of ["n", "ni", "nih", "niha", "nihao"]) await compose(text);
    await cdp.send("Input.insertText", { text: "你好" });
    await compose("shi");
    await compose("shijie");
    await cdp.send("Input.insertText", { text: "世界" });
    expect(await paragraph.innerText()).toBe(`${before}你好世界`);
    await page.waitForTimeout(100);
    await undo();
    await undo();
    expect(await paragraph.innerText()).toBe(before);
  });

  it("works at the beginning of headings and in an empty one", async () => {
    const heading = section(1).locator("h2");
    const before = await heading.innerText();
    await heading.click();
    await page.keyboard.press("Home");
    await compose("xin");
    await cdp.send("Input.insertText", { text: "新" });
    expect(await heading.innerText()).toBe(`新${before}`);
    await page.keyboard.press("Home");
    await page.keyboard.press("Shift+End");
    await page.keyboard.press("Delete");
    await compose("biao");
    await compose("biaoti");
    await cdp.send("Input.insertText", { text: "标题" });
    expect(await headings()).toContain("一、标题");
  });

  it("is not told of before it ends", async () => {
    const paragraph = section(0).locator("p").first();
    const length = () => page.locator(".status-bar").innerText();
    await cursorAtEnd(paragraph);
    await page.waitForTimeout(100);
    const before = await length();
    await compose("gong");
    await page.waitForTimeout(200);
    expect(await length()).toBe(before);
    await cdp.send("Input.insertText", { text: "公" });
    await expect.poll(length).not.toBe(before);
  });
});

describe("figures", () => {
  it("are put in by #, found by pinyin, and read as their cell", async () => {
    const paragraph = section(0).locator("p").first();
    await cursorAtEnd(paragraph);
    await page.keyboard.type("收到申请#");
    const search = page.getByRole("combobox", { name: "查找指标" });
    await search.waitFor();
    await page.keyboard.type("sdsqs");
    await page.keyboard.press("Enter");
    await page.keyboard.type("件");
    const figure = paragraph.locator(".figure");
    expect(await figure.innerText()).toBe("12");
    expect(await figure.getAttribute("title")).toContain("收到申请数");
    expect(await paragraph.innerText()).toMatch(/收到申请12件$/);

    await page.keyboard.press("ArrowLeft");
    await choose("格式", "数字写成 七");
    expect(await figure.innerText()).toBe("十二");
  });

  it("by button; Esc leaves # as it was typed", async () => {
    const paragraph = section(0).locator("p").first();
    await cursorAtEnd(paragraph);
    await page.keyboard.type("#");
    await page.getByRole("combobox", { name: "查找指标" }).waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.type("1");
    expect(await paragraph.innerText()).toMatch(/#1$/);
    await bar().getByRole("button", { name: "插入数字" }).click();
    await page.keyboard.type("主动公开规范性文件数");
    await page.keyboard.press("Enter");
    expect(await paragraph.locator(".figure").count()).toBe(1);
  });

  it("by dropping a cell", async () => {
    const paragraph = section(0).locator("p").first();
    const box = await paragraph.boundingBox();
    if (!box) throw new Error("no paragraph");
    await editor().evaluate(
      (element, { x, y }) => {
        const data = new DataTransfer();
        data.setData(
          "application/x-nianbao-cell",
          JSON.stringify({ table: "statistics", row: "3.1", column: "value" }),
        );
        const at = { dataTransfer: data, clientX: x, clientY: y, bubbles: true, cancelable: true };
        element.dispatchEvent(new DragEvent("dragover", at));
        element.dispatchEvent(new DragEvent("drop", at));
      },
      { x: box.x + box.width / 2, y: box.y + 10 },
    );
    expect(await paragraph.locator(".figure").innerText()).toBe("12");
  });
});

describe("pasting", () => {
  it("cleans what Word gives, keeps ranks, and says once what was left behind", async () => {
    await cursorAtEnd(section(1).locator("p").last());
    await page.keyboard.press("Enter");
    await paste(
      `<html><head><style>p.MsoNormal{color:red}</style></head><body><!--StartFragment--><p class=MsoNormal style='font-family:仿宋'>前段<img src="x.png"></p><p class=MsoNormal>（一）领导机构</p><p class=MsoNormal style='color:red'>后<b>段</b></p><!--EndFragment--></body></html>`,
    );
    const added = section(1)
      .locator(":scope > *")
      .filter({ hasText: /^(前段|领导机构|后段)$/ });
    expect(await added.evaluateAll((all) => all.map((one) => one.tagName))).toEqual(["P", "H3", "P"]);
    expect(await section(1).locator("strong").last().innerText()).toBe("段");
    expect(await page.getByRole("status").filter({ hasText: "没有带入" }).innerText()).toContain(
      "图片 1 张、颜色、字体字号",
    );
    await undo();
    expect(await added.count()).toBe(0);
  });

  it("takes tables from a spreadsheet", async () => {
    await cursorAtEnd(section(1).locator("p").last());
    await page.keyboard.press("Enter");
    await paste("<table><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table>");
    expect(await section(1).locator("table td").allInnerTexts()).toEqual(["甲", "1", "乙", "2"]);
    await section(1).locator("td").first().click();
    await choose("表格", "在下方加一行");
    await choose("表格", "在右侧加一列");
    expect(await section(1).locator("tr").count()).toBe(3);
    expect(await section(1).locator("td").count()).toBe(9);
    await choose("表格", "删除这一列");
    expect(await section(1).locator("td").count()).toBe(6);
  });

  it("copies headings with their numbers", async () => {
    await section(1).locator("p").first().click();
    await page.keyboard.press("Control+a");
    await page.waitForTimeout(50);
    const text = await editor().evaluate((element) => {
      const clipboard = new DataTransfer();
      element.dispatchEvent(new ClipboardEvent("copy", { clipboardData: clipboard, bubbles: true, cancelable: true }));
      return [clipboard.getData("text/plain"), clipboard.getData("text/html")];
    });
    expect(text[0]).toMatch(/\n一、/);
    expect(text[1]).toMatch(/<span data-number="">一、<\/span>/);
  });
});

describe("a document that is not understood", () => {
  it("is shown by its words, kept as it is, and can be edited as text", async () => {
    await open.close();
    const report = JSON.parse(await readFile(SAMPLE, "utf8"));
    report.content = { type: "doc", content: [{ type: "hologram", attrs: { depth: 3 } }] };
    const path = join(folder, "foreign.json");
    await writeFile(path, JSON.stringify(report));
    open = await openReport(path);
    page = open.page;
    cdp = await page.context().newCDPSession(page);
    expect(await editor().count()).toBe(0);
    expect(await page.locator(".sheet h2").count()).toBeGreaterThan(3);
    await page.getByRole("button", { name: "看原内容" }).click();
    expect(await page.locator(".foreign pre").innerText()).toContain("hologram");
    await page.getByRole("button", { name: "只按文字编辑" }).click();
    await editor().waitFor();
    expect((await headings())[0]).toMatch(/^一、/);
  });
});
