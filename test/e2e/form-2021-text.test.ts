import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { blankReport, cellInText, openBlank, tableInText } from "./form-2021-page.ts";
import { type GridPage, gridOf } from "./grid-page.ts";
import { type TextWindow, textWindow } from "./text-window.ts";
import type { OpenApp } from "./window-app.ts";

let open: OpenApp;
let grid: GridPage;
let text: TextWindow;

beforeEach(async () => {
  open = await openBlank(2025);
  grid = gridOf(open);
  text = await textWindow(open.page);
});

afterEach(async () => {
  const { complaints } = open;
  await open.close();
  expect(complaints).toEqual([]);
});

const table = (key: string) => tableInText(open.page, key);
const inText = (row: string, column: string, key = "requests") => cellInText(open.page, key, row, column);

/** The pane that has the keyboard, and the table in the text where that has it. */
const focus = () =>
  open.page.evaluate(() => {
    const at = document.activeElement?.closest<HTMLElement>("[data-table], [data-pane]");
    return at?.dataset["table"] ?? at?.dataset["pane"] ?? "";
  });

describe("a new report", () => {
  it("follows the form of its year", async () => {
    const { page } = open;
    expect(await page.locator(".section-table").count()).toBe(3);
    expect(await inText("2", "issued", "proactive").count()).toBe(0);
    expect(await table("proactive").innerText()).toContain("本年制发件数");
    await page.getByRole("button", { name: "全部报告" }).click();
    await blankReport(page, 2020);
    expect(await page.locator(".section-table").count()).toBe(3);
    expect(await table("proactive").innerText()).toContain("政府集中采购");
    await page.getByRole("button", { name: "全部报告" }).click();
    await blankReport(page, 2018);
    expect(await page.locator(".section-table").count()).toBe(0);
    expect(await grid.cell("1.1").count()).toBe(1);
  });
});

describe("a table in the text", () => {
  it("stands behind the text of its section, with the heads that its columns share", async () => {
    const section = text.section(2);
    expect(await section.locator(".section-table").getAttribute("data-table")).toBe("requests");
    expect(await section.evaluate((element) => element.lastElementChild?.className)).toContain("ProseMirror-widget");
    const corner = table("requests").locator("tr").first().locator("th");
    expect(
      await corner.evaluateAll((cells) =>
        cells.map((cell) => [cell.getAttribute("colspan"), cell.getAttribute("rowspan")]),
      ),
    ).toEqual([
      ["3", "3"],
      ["7", null],
    ]);
    expect(await table("review-litigation").locator("tr").first().innerText()).toBe("行政复议\t行政诉讼");
  });

  it("opens in the grid at the cell that is clicked, and from there one goes back to it", async () => {
    const { page } = open;
    await inText("3.3.2", "legal").click();
    await expect.poll(grid.active).toBe("3.3.2 legal");
    await expect.poll(focus).toBe("grid");
    await page.keyboard.type("7");
    await page.keyboard.press("Enter");
    await expect.poll(() => inText("3.3.2", "legal").innerText()).toBe("7");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Control+Shift+G");
    await expect.poll(focus).toBe("requests");
    expect(await inText("3.3.2", "legal").getAttribute("data-flash")).toBe("");
    await page.keyboard.press("Enter");
    await expect.poll(focus).toBe("grid");
    expect(await grid.active()).toBe("3.3.2 legal");
  });

  it("is reached with the arrows from the text before and behind it, and typing does not get into it", async () => {
    const { page } = open;
    await text.cursorAtEnd(text.section(2).locator("p").last());
    await page.keyboard.press("ArrowDown");
    await expect.poll(focus).toBe("requests");
    const before = await text.editor().innerText();
    await page.keyboard.type("字x1");
    await page.keyboard.press("Backspace");
    await page.keyboard.press("Delete");
    expect(await text.editor().innerText()).toBe(before);
    await page.keyboard.press("ArrowDown");
    await expect.poll(focus).toBe("paper");
    await page.keyboard.press("ArrowUp");
    await expect.poll(focus).toBe("requests");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.type("全年平稳。");
    expect(await text.section(2).locator("p").last().innerText()).toBe("全年平稳。");
  });

  it("stays through deleting, selecting across and pasting, and undo brings the text back around it", async () => {
    const { page, complaints } = open;
    await text.cursorAtEnd(text.section(1).locator("p").last());
    await page.keyboard.type("第一句");
    await page.keyboard.press("Delete");
    await page.keyboard.press("Delete");
    expect(await page.locator(".section-table").count()).toBe(3);
    await text.section(3).locator("h2").click();
    await page.keyboard.press("Home");
    await page.keyboard.press("Backspace");
    expect(await page.locator(".section-table").count()).toBe(3);
    await text.cursorAtEnd(text.section(1).locator("p").last());
    await page.keyboard.press("Shift+Control+End");
    const { text: words, html } = await text.copied();
    expect(words).not.toContain("行政许可");
    expect(html).not.toContain("行政许可");
    await page.keyboard.type("换");
    expect(await page.locator(".section-table").count()).toBe(3);
    await text.undo();
    expect(await text.headings()).toHaveLength(6);
    await page.keyboard.press("Control+a");
    await text.paste("<table><tr><td>别处的表</td></tr></table><p>别处的字</p>");
    expect(await page.locator(".section-table").count()).toBe(3);
    await text.undo();
    expect(await text.headings()).toHaveLength(6);
    expect(await text.section(2).locator(".section-table").getAttribute("data-table")).toBe("requests");
    expect(complaints).toEqual([]);
  });

  it("shows what is wrong at its cell, with both numbers, until it is put right", async () => {
    const { page } = open;
    await inText("1", "natural").click();
    for (const number of ["5", "1", "0", "0", "0", "0", "9"]) {
      await page.keyboard.type(number);
      await page.keyboard.press("Tab");
    }
    await expect.poll(() => inText("1", "total").getAttribute("class")).toBe("error");
    expect(await inText("1", "total").innerText()).toMatch(/^9\s+有错\s+6$/);
    await grid.select("1", "total");
    await page.keyboard.type("6\n");
    await expect.poll(() => inText("1", "total").innerText()).toBe("6");
    expect(await inText("1", "total").getAttribute("class")).toBe("");
  });
});
