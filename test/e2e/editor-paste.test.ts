import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ROOT } from "./launch.ts";
import { type TextWindow, textWindow } from "./text-window.ts";
import { type OpenApp, openApp } from "./window-app.ts";

let open: OpenApp;
let text: TextWindow;

beforeEach(async () => {
  open = await openApp();
  text = await textWindow(open.page);
  await text.cursorAtEnd(text.section(1).locator("p").last());
  await open.page.keyboard.press("Enter");
});

afterEach(async () => {
  const { complaints } = open;
  await open.close();
  expect(complaints).toEqual([]);
});

/** What programs put on the clipboard, kept as they write it. */
const clipboardOf = (program: string) => readFile(join(ROOT, `test/fixtures/clipboard/${program}.html`), "utf8");

/** The blocks of the section from that number on: tag, number and words. */
const blocksFrom = (from: number) =>
  text
    .section(1)
    .locator(":scope > *")
    .evaluateAll(
      (all, at) =>
        all.slice(at).map((block) => {
          const words = [...block.querySelectorAll("td")].map((cell) => cell.innerText.trim()).join("|");
          return [block.tagName, `${block.getAttribute("data-number") ?? ""}${words || block.textContent}`];
        }),
      from,
    );
const count = () => text.section(1).locator(":scope > *").count();
const said = () => text.page.getByRole("status").filter({ hasText: "没有带入" });

describe("pasting", () => {
  it("from Word cleans to the format, keeps ranks, lists and tables, says once what was left behind", async () => {
    const before = await count();
    await text.paste(await clipboardOf("word"));
    expect(await blocksFrom(before - 1)).toEqual([
      ["P", "基层公开情况"],
      ["P", "2018年，我街道认真贯彻《条例》，全年主动公开政府信息7条。"],
      ["H3", "（四）组织领导"],
      ["P", "成立领导小组，主任任组长。"],
      ["UL", "政府网站公示栏"],
      ["DIV", "培训情况|场次|3"],
      ["P", ""],
    ]);
    const { section } = text;
    expect(await section(1).locator('p[data-align="center"]').first().innerText()).toBe("基层公开情况");
    expect(await section(1).locator("p > strong").first().innerText()).toBe("《条例》");
    expect(await section(1).locator("td").first().getAttribute("colspan")).toBe("2");
    expect(await said().innerText()).toContain(
      "没有带入：图片 1 张、批注 2 处、修订中已删除的文字 1 处、颜色、字体字号。",
    );
    await text.undo();
    expect(await count()).toBe(before);
    expect((await blocksFrom(before - 1))[0]?.[1]).toBe("");
  });

  it("from WPS keeps the words out of its font tags", async () => {
    const before = await count();
    await text.paste(await clipboardOf("wps"));
    expect(await blocksFrom(before - 1)).toEqual([
      ["H3", "（四）依申请公开办理"],
      ["P", "全年受理申请12件，其中当面申请5件。请核实"],
      ["H4", "1.网络申请"],
      ["DIV", "方式|件数|当面|5"],
      ["P", ""],
    ]);
    expect(await said().innerText()).toContain("没有带入：颜色、字体字号。");
  });

  it("from a web page takes the words, lists in one level, tables inside cells as lines", async () => {
    const before = await count();
    await text.paste(await clipboardOf("web"));
    expect(await blocksFrom(before - 1)).toEqual([
      ["P", "政府信息公开指南"],
      ["P", "根据《条例》，现将有关事项公布如下："],
      ["H3", "（四）公开范围"],
      ["UL", "机构职能办事指南办理时限"],
      ["DIV", "子\n\n丑|寅"],
      ["P", ""],
    ]);
    expect(await said().innerText()).toContain("图片 1 张、链接（文字保留）、网页控件");
  });

  it("of plain text makes headings of lines that are numbered as such, one step of undo", async () => {
    const before = await count();
    await text.paste("", "前段。\r\n\r\n（一）领导机构\r\n1、工作制度\r\n正文在这里，写得很长。\r\n");
    expect(await blocksFrom(before - 1)).toEqual([
      ["P", "前段。"],
      ["H3", "（四）领导机构"],
      ["H4", "1、工作制度"],
      ["P", "正文在这里，写得很长。"],
    ]);
    await text.undo();
    expect(await count()).toBe(before);
  });

  it("of a few words into a sentence stays in the sentence", async () => {
    const paragraph = text.section(0).locator("p").first();
    const before = await paragraph.innerText();
    await text.cursorAtEnd(paragraph);
    await text.paste(
      `<meta charset='utf-8'><span style="color: rgb(0,0,0); font-size: 16px; display: inline !important;">补充一句</span>`,
    );
    await text.paste("", "又一句");
    expect(await paragraph.innerText()).toBe(`${before}补充一句又一句`);
  });

  it("of a picture alone says that the text takes none", async () => {
    await text.editor().evaluate((element) => {
      const clipboard = new DataTransfer();
      clipboard.items.add(new File([new Uint8Array([1])], "image.png", { type: "image/png" }));
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: clipboard, bubbles: true, cancelable: true }));
    });
    await text.page.getByRole("status").filter({ hasText: "放不了图片" }).waitFor();
  });

  it("takes tables from a spreadsheet", async () => {
    await text.paste("<table><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table>", "甲\t1\n乙\t2");
    expect(await text.section(1).locator("table td").allInnerTexts()).toEqual(["甲", "1", "乙", "2"]);
  });

  it("of what was copied here keeps headings, sections and marks; elsewhere they have their numbers", async () => {
    const { page, section, headings } = text;
    await section(1).locator("p").first().click();
    await page.keyboard.press("Control+a");
    await page.waitForTimeout(50);
    const copied = await text.copied();
    expect(copied.text).toMatch(/\n一、/);
    expect(copied.html).toMatch(/<span data-number="">一、<\/span>/);
    const before = await headings();
    await text.cursorAtEnd(section(0).locator("p").last());
    await text.paste(copied.html, copied.text);
    expect((await headings()).length).toBeGreaterThanOrEqual(before.length);
    await text.undo();
    expect(await headings()).toEqual(before);
  });
});
