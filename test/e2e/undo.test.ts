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

const cell = (row: string) => text.page.locator(`[id="cell_${row}_value"]`);

/** Writes into a cell as a clerk does. */
async function fill(row: string, value: string): Promise<void> {
  await cell(row).click();
  await text.page.keyboard.type(value);
  await text.page.keyboard.press("Enter");
}

describe("undo and redo over text and table", () => {
  it("go in one order of time, from wherever the keyboard is", async () => {
    const { page, section } = text;
    const paragraph = section(0).locator("p").first();
    const words = async () => (await paragraph.innerText()).trim();
    const number = () => cell("1.1").innerText();
    const before = await words();
    const was = await number();

    await text.cursorAtEnd(paragraph);
    await page.keyboard.type("收到申请#");
    await page.keyboard.type("zdgkzfxxs");
    await page.keyboard.press("Enter");
    // What is typed after a pause is a step of its own.
    await page.waitForTimeout(600);
    await page.keyboard.type("条。");
    const written = await words();
    await fill("1.1", "53");
    expect(await number()).toContain("53");
    // What is bound in the text follows the table, and that is no change of the text.
    expect(await words()).toBe(written.replace(/46条。$/, "53条。"));
    await text.cursorAtEnd(paragraph);
    await page.keyboard.type("再写");
    await fill("1.1", "54");
    await text.rowMenu(2, "下移");

    const states = [
      async () => expect((await text.headings())[1]).toContain("主动公开"),
      async () => expect(await number()).toContain("53"),
      async () => expect(await words()).not.toContain("再写"),
      async () => expect(await number()).toContain(was),
      async () => expect(await words()).toBe(written.replace(/条。$/, "")),
    ];
    for (const state of states) {
      await page.keyboard.press("Control+z");
      await page.waitForTimeout(60);
      await state();
    }
    while (!(await page.getByRole("button", { name: "撤销" }).isDisabled())) {
      await page.getByRole("button", { name: "撤销" }).click();
    }
    expect(await words()).toBe(before);
    while (!(await page.getByRole("button", { name: "重做" }).isDisabled())) {
      await page.getByRole("button", { name: "重做" }).click();
    }
    expect(await number()).toContain("54");
    expect(await words()).toContain("54条。再写");
    expect((await text.headings())[1]).not.toContain("主动公开");
  });
});
