import { afterEach, beforeEach, expect, it } from "vitest";
import { faultsOf } from "./axe.ts";
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

it("outline, text and everything that floats over it have names and roles, and text that can be read", async () => {
  const { page, section } = text;
  const found = async (what: string) => expect(await faultsOf(page), what).toEqual([]);
  await found("as opened");
  const paragraph = section(0).locator("p").first();
  await text.cursorAtEnd(paragraph);
  await page.keyboard.type("#");
  await page.getByRole("combobox", { name: "查找指标" }).waitFor();
  await found("the list of numbers");
  await page.keyboard.press("Enter");
  await paragraph.locator(".figure").click();
  await page.getByRole("toolbar", { name: "统计表里的数字" }).waitFor();
  await found("the actions of a number");
  await text.cursorAtEnd(section(1).locator("p").last());
  await page.keyboard.press("Enter");
  await text.menu("插入", "表格…");
  await page.getByRole("dialog", { name: /^插入表格/ }).waitFor();
  await found("the size of a table");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Shift+F10");
  await page.getByRole("menu", { name: "正文" }).waitFor();
  await found("the text's menu");
  await page.keyboard.press("Escape");
  await text.outline().getByRole("button").nth(1).click({ button: "right" });
  await found("the outline's menu");
});
