import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type TextWindow, textWindow } from "./text-window.ts";
import { type OpenApp, openApp } from "./window-app.ts";

let open: OpenApp;
let text: TextWindow;

beforeEach(async () => {
  open = await openApp();
  text = await textWindow(open.page);
});

afterEach(async () => {
  const { complaints } = open;
  await open.close();
  expect(complaints).toEqual([]);
});

const saved = () => text.page.locator(".status-bar").innerText();

describe("an input method", () => {
  it("loses no letter, whatever is repainted meanwhile, and is one step of undo", async () => {
    const { page, compose, commit } = text;
    const paragraph = text.section(0).locator("p").first();
    const before = await paragraph.innerText();
    await text.cursorAtEnd(paragraph);
    for (const letters of ["n", "ni", "nih", "niha", "nihao"]) await compose(letters);
    await commit("你好");
    await compose("shi");
    await compose("shijie");
    await commit("世界");
    expect(await paragraph.innerText()).toBe(`${before}你好世界`);
    await page.waitForTimeout(100);
    await text.undo();
    await text.undo();
    expect(await paragraph.innerText()).toBe(before);
  });

  it("works at the beginning of headings and in an empty one", async () => {
    const { page, compose, commit, headings } = text;
    const heading = text.section(1).locator("h2");
    const before = await heading.innerText();
    await heading.click();
    await page.keyboard.press("Home");
    await compose("xin");
    await commit("新");
    expect(await heading.innerText()).toBe(`新${before}`);
    await page.keyboard.press("Home");
    await page.keyboard.press("Shift+End");
    await page.keyboard.press("Delete");
    await compose("biao");
    await compose("biaoti");
    await commit("标题");
    expect(await headings()).toContain("一、标题");
  });

  it("works at the beginning of a paragraph, in an empty one, over a selection, in lists and cells", async () => {
    const { page, compose, commit } = text;
    const paragraph = text.section(1).locator("p").first();
    const before = await paragraph.innerText();
    await paragraph.click();
    await page.keyboard.press("Control+Home");
    await paragraph.click();
    await page.keyboard.press("Home");
    const line = () => paragraph.innerText();
    await compose("shou");
    await compose("shouxian");
    await commit("首先");
    expect(await line()).toContain("首先");
    expect((await line()).replace("首先", "")).toBe(before);
    await page.keyboard.press("Shift+ArrowLeft");
    await page.keyboard.press("Shift+ArrowLeft");
    await compose("qi");
    await compose("qici");
    await commit("其次");
    expect((await line()).replace("其次", "")).toBe(before);
    expect(await line()).not.toContain("首先");

    await text.cursorAtEnd(text.section(1).locator("p").last());
    await page.keyboard.press("Enter");
    await compose("kong");
    await commit("空段");
    expect(await text.section(1).locator("p").last().innerText()).toBe("空段");
    await page.keyboard.press("Enter");
    await text.bar().getByRole("button", { name: "项目符号" }).click();
    await compose("xiang");
    await commit("项");
    expect(await text.section(1).locator("li").allInnerTexts()).toEqual(["项"]);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await text.menu("插入", "表格…");
    await page.keyboard.press("Enter");
    await compose("ge");
    await commit("格");
    expect((await text.section(1).locator("td").first().innerText()).trim()).toBe("格");
  });

  it("works before and behind a bound number, which stays whole", async () => {
    const { page, compose, commit } = text;
    const paragraph = text.section(1).locator("p").last();
    await text.cursorAtEnd(paragraph);
    await page.keyboard.press("Enter");
    const line = text.section(1).locator("p").last();
    await page.keyboard.type("#");
    await page.getByRole("combobox", { name: "查找指标" }).waitFor();
    await page.keyboard.type("sdsqs");
    await page.keyboard.press("Enter");
    expect(await line.locator(".figure").innerText()).toBe("12");
    for (const letters of ["j", "ji", "jian"]) await compose(letters);
    await commit("件");
    expect(await line.innerText()).toBe("12件");
    await page.keyboard.press("Home");
    for (const letters of ["g", "go", "gong"]) await compose(letters);
    await commit("共");
    expect(await line.innerText()).toBe("共12件");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await compose("yu");
    await commit("余");
    expect(await line.innerText()).toBe("共12余件");
    expect(await line.locator(".figure").count()).toBe(1);
  });

  it("takes the place of paragraphs, headings, a number or cells, as one step of undo", async () => {
    const { page, compose, commit, editor, section } = text;
    const whole = () => editor().innerText();
    const before = await whole();
    const paragraph = section(0).locator("p").first();
    await paragraph.click();
    await page.keyboard.press("Home");
    for (let i = 0; i < 9; i += 1) await page.keyboard.press("Shift+ArrowDown");
    await page.waitForTimeout(50);
    for (const letters of ["t", "ti", "tihuan"]) await compose(letters);
    await commit("替换");
    expect(await paragraph.innerText()).toContain("替换");
    expect(await text.headings()).not.toContain("一、基本工作情况");
    await page.waitForTimeout(100);
    await text.undo();
    expect(await whole()).toBe(before);

    // What comes at once, as from a panel of signs, too.
    await commit("代");
    expect(await paragraph.innerText()).toContain("代");
    await text.undo();
    expect(await whole()).toBe(before);

    await text.cursorAtEnd(paragraph);
    await page.keyboard.type("#");
    await page.keyboard.type("sdsqs");
    await page.keyboard.press("Enter");
    await page.keyboard.type("件");
    await paragraph.locator(".figure").click();
    for (const letters of ["s", "shi", "shier"]) await compose(letters);
    await commit("十二");
    expect(await paragraph.innerText()).toMatch(/十二件$/);
    expect(await paragraph.locator(".figure").count()).toBe(0);

    await text.cursorAtEnd(section(1).locator("p").last());
    await page.keyboard.press("Enter");
    await text.paste("<table><tr><td>甲</td><td>乙</td></tr></table>", "甲\t乙");
    await section(1).locator("td").first().click();
    await page.keyboard.press("End");
    await page.keyboard.press("Shift+ArrowRight");
    await expect.poll(() => section(1).locator(".selectedCell").count()).toBe(2);
    for (const letters of ["x", "xin"]) await compose(letters);
    await commit("新");
    const cells = await section(1).locator("td").allInnerTexts();
    expect(cells.map((cell) => cell.trim()).join("")).toBe("新");
  });

  it("goes on while a save happens, and what it shows is not saved", async () => {
    const { page, compose, commit } = text;
    const paragraph = text.section(0).locator("p").first();
    const before = await paragraph.innerText();
    await text.cursorAtEnd(paragraph);
    const length = async () => (await saved()).match(/全文 ([\d,]+) 字/)?.[1];
    await page.keyboard.type("先");
    await expect.poll(length).not.toBe(undefined);
    await compose("b");
    const told = await length();
    await compose("bao");
    // Longer than the save waits: what was typed before goes to the disk, the composition stays open.
    await page.waitForTimeout(1_300);
    await compose("baocun");
    expect(await length()).toBe(told);
    await commit("保存");
    expect(await paragraph.innerText()).toBe(`${before}先保存`);
    await expect.poll(length).not.toBe(told);
    await expect.poll(saved).toContain("已保存");
  });

  it("is not broken by undo or by a jump", async () => {
    const { page, compose, commit } = text;
    const paragraph = text.section(0).locator("p").first();
    const before = await paragraph.innerText();
    await text.cursorAtEnd(paragraph);
    await page.keyboard.type("甲");
    await page.waitForTimeout(600);
    await compose("yi");
    // Undo waits until the composition is closed; nothing is taken from under it.
    await page.getByRole("button", { name: "撤销" }).click();
    await text.undo();
    await compose("yi'er");
    await commit("乙");
    expect(await paragraph.innerText()).toBe(`${before}甲乙`);
    await page.waitForTimeout(100);
    await page.getByRole("button", { name: "撤销" }).click();
    await page.keyboard.type("丙");
    expect(await paragraph.innerText()).toBe(`${before}甲丙`);
    await compose("d");
    await text.outline().getByRole("button", { name: /^五、/ }).click();
    await text.cursorAtEnd(paragraph);
    await commit("丁");
    expect(await paragraph.innerText()).toMatch(/甲丙d?丁$/);
  });
});
