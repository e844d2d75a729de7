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

const popup = () => text.page.getByRole("toolbar", { name: "统计表里的数字" });
const search = () => text.page.getByRole("combobox", { name: "查找指标" });
const first = () => text.section(0).locator("p").first();

/** Puts the number of a row, found by what is typed, at the end of the first paragraph. */
async function insert(query: string): Promise<void> {
  await text.cursorAtEnd(first());
  await text.page.keyboard.type("#");
  await search().waitFor();
  await text.page.keyboard.type(query);
  await text.page.keyboard.press("Enter");
}

describe("bound figures", () => {
  it("are put in by #, found by pinyin, and read as their cell", async () => {
    const { page } = text;
    await text.cursorAtEnd(first());
    await page.keyboard.type("收到申请#");
    await search().waitFor();
    await page.keyboard.type("sdsqs");
    await page.keyboard.press("Enter");
    await page.keyboard.type("件");
    const figure = first().locator(".figure");
    expect(await figure.innerText()).toBe("12");
    expect(await figure.getAttribute("title")).toContain("收到申请数");
    expect(await first().innerText()).toMatch(/收到申请12件$/);

    await page.keyboard.press("ArrowLeft");
    await text.choose("格式", "数字写成 七");
    expect(await figure.innerText()).toBe("十二");
    await text.undo();
    expect(await figure.innerText()).toBe("12");
  });

  it("by button and menu; Esc leaves # as it was typed", async () => {
    const { page } = text;
    await text.cursorAtEnd(first());
    await page.keyboard.type("#");
    await search().waitFor();
    await page.keyboard.type("3");
    await page.keyboard.press("Escape");
    await page.keyboard.type("楼");
    expect(await first().innerText()).toMatch(/#3楼$/);
    await text.bar().getByRole("button", { name: "插入数字" }).click();
    await page.keyboard.type("主动公开规范性文件数");
    await page.keyboard.press("Enter");
    expect(await first().locator(".figure").count()).toBe(1);
    await text.menu("插入", "统计表里的数字…");
    await search().waitFor();
    await page.keyboard.type("3.1");
    await page.keyboard.press("Enter");
    expect(await first().locator(".figure").count()).toBe(2);
  });

  it("by dropping a cell", async () => {
    const box = await first().boundingBox();
    if (!box) throw new Error("no paragraph");
    await text.editor().evaluate(
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
    expect(await first().locator(".figure").innerText()).toBe("12");
  });

  it("have their actions beside them: to the cell, 7 or 七, plain text", async () => {
    const { page } = text;
    await insert("sdsqs");
    const figure = first().locator(".figure");
    await figure.click();
    expect(await popup().innerText()).toContain("三（一） 收到申请数");
    await popup().getByRole("button", { name: "写成 十二" }).click();
    expect(await figure.innerText()).toBe("十二");
    // Still selected, and by key alone: Tab goes to the buttons, Esc back to the text.
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await figure.innerText()).toBe("12");
    await popup().getByRole("button", { name: "到表中" }).click();
    await expect.poll(() => page.locator(".cell-bar").innerText()).toContain("收到申请数");
    await figure.click();
    await popup().getByRole("button", { name: "改成普通文字" }).click();
    expect(await figure.count()).toBe(0);
    expect(await first().innerText()).toMatch(/12$/);
    await text.undo();
    expect(await figure.count()).toBe(1);
  });

  it("say so where their cell is blank", async () => {
    await insert("主动公开规范性文件数");
    const figure = first().locator(".figure");
    expect(await figure.innerText()).toBe("未填");
    expect(await figure.getAttribute("data-state")).toBe("blank");
    await figure.click();
    expect(await popup().innerText()).toContain("表里还没有填");
  });

  it("stay bound when copied inside the text, and are the number elsewhere", async () => {
    const { page } = text;
    await insert("sdsqs");
    await page.keyboard.type("件");
    await page.keyboard.press("Shift+Home");
    const { text: plain, html } = await text.copied();
    expect(plain).toMatch(/12件$/);
    await text.cursorAtEnd(text.section(1).locator("p").last());
    await page.keyboard.press("Enter");
    await text.paste(html, plain);
    expect(await text.section(1).locator("p").last().locator(".figure").innerText()).toBe("12");
    // Another program takes the HTML by its text.
    expect(html.replace(/<[^>]*>/g, "")).toMatch(/12件$/);
  });
});
