import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type GridPage, gridOf } from "./grid-page.ts";
import { type OpenApp, openApp } from "./window-app.ts";

let open: OpenApp;
let grid: GridPage;

beforeEach(async () => {
  open = await openApp();
  grid = gridOf(open);
});

/** Every window is closed again and had nothing to complain of. */
afterEach(async () => {
  const { complaints } = open;
  await open.close();
  expect(complaints).toEqual([]);
});

const press = async (...keys: readonly string[]) => {
  for (const key of keys) await open.page.keyboard.press(key);
};
const type = (text: string) => open.page.keyboard.type(text);

describe("typing", () => {
  it("replaces a selected cell, Enter goes down, and each cell is one step of undo", async () => {
    await grid.select("3.1.1");
    await type("12");
    await press("Enter");
    expect(await grid.active()).toBe("3.1.2 value");
    await type("7");
    await press("Enter");
    expect([await grid.text("3.1.1"), await grid.text("3.1.2")]).toEqual(["12", "7"]);
    await press("Control+z");
    expect([await grid.text("3.1.1"), await grid.text("3.1.2")]).toEqual(["12", "0"]);
    await press("Control+z");
    await expect.poll(() => grid.text("3.1.1")).toBe("5");
    await press("Control+y");
    await expect.poll(() => grid.text("3.1.1")).toBe("12");
  });

  it("is seen by the checks at each letter, before Enter", async () => {
    await grid.select("3.1.1");
    await type("6");
    await expect.poll(() => grid.cell("3.1").getAttribute("class")).not.toContain("error");
    await press("Escape");
    await expect.poll(() => grid.cell("3.1").getAttribute("class")).toContain("error");
    await expect.poll(() => grid.text("3.1.1")).toBe("5");
  });

  it("begins with F2 at the end of the text, where arrows move inside it; a double click does the same", async () => {
    await grid.select("3.1");
    await press("F2");
    await type("3");
    await press("ArrowLeft", "ArrowLeft");
    await type("0");
    await press("Enter");
    await expect.poll(() => grid.text("3.1")).toContain("1023");
    await grid.cell("3.1.3").dblclick();
    await type("2");
    await press("Tab");
    await expect.poll(() => grid.text("3.1.3")).toBe("42");
  });

  it("that began by replacing is ended by an arrow", async () => {
    await grid.select("3.1.1");
    await type("8");
    await press("ArrowDown");
    expect(await grid.active()).toBe("3.1.2 value");
    await expect.poll(() => grid.text("3.1.1")).toBe("8");
  });

  it("is kept when the field is left for another pane, another cell, or the window's menu", async () => {
    await grid.select("3.1.1");
    await type("21");
    await grid.cell("3.1.3").click();
    await expect.poll(() => grid.text("3.1.1")).toBe("21");
    await type("22");
    await press("F6");
    await expect.poll(() => grid.text("3.1.3")).toBe("22");
    await grid.select("3.1.4");
    await type("23");
    await open.page.getByRole("button", { name: "撤销" }).click();
    await expect.poll(() => grid.text("3.1.4")).toBe("2");
  });

  it("reads 七, ７ and 7条 as 7 and says so; what is no number stays to be seen", async () => {
    for (const text of ["七", "７", "7条"]) {
      await grid.select("1.1");
      await type(text);
      await press("Enter");
      await expect.poll(() => grid.text("1.1")).toBe("7");
      await expect.poll(grid.notice).toContain("读作 7");
    }
    await grid.select("1.1");
    await type("待定");
    await press("Enter");
    await expect.poll(() => grid.text("1.1")).toBe("待定");
    expect(await grid.notice()).toContain("“待定”不是数");
    await grid.select("1.1");
    await type("/");
    await press("Enter");
    await expect.poll(() => grid.text("1.1")).toBe("/");
  });

  it("empties with Delete and Backspace", async () => {
    await grid.select("3.1.1");
    await press("Shift+ArrowDown", "Shift+ArrowDown", "Delete");
    expect([await grid.text("3.1.1"), await grid.text("3.1.3")]).toEqual(["未填", "未填"]);
    await press("Control+z");
    expect([await grid.text("3.1.1"), await grid.text("3.1.3")]).toEqual(["5", "4"]);
    await grid.select("3.1.1");
    await press("Backspace", "9", "Enter");
    await expect.poll(() => grid.text("3.1.1")).toBe("9");
  });

  it("is refused, with the reason, on headings and in last year's column", async () => {
    await grid.select("3");
    await type("5");
    expect(await grid.notice()).toContain("分类行");
    await grid.cell("3.1.1", "previous").click();
    await type("5");
    expect(await grid.notice()).toContain("上年数只供对照");
    expect(await grid.field().inputValue()).toBe("");
  });
});

describe("moving", () => {
  it("goes round a block with Enter, and back to the column of a run of Tab", async () => {
    await grid.select("3.1.1");
    await press("Shift+ArrowDown", "Shift+ArrowDown");
    await type("1");
    await press("Enter");
    await type("2");
    await press("Enter");
    await type("3");
    await press("Enter");
    expect(await grid.active()).toBe("3.1.1 value");
    expect(await grid.texts("3.1.1", "3.1.2", "3.1.3")).toEqual(["1", "2", "3"]);
    await grid.select("3.1.1");
    await press("Tab");
    expect(await grid.active()).toBe("3.1.2 value");
    await press("Shift+Tab");
    expect(await grid.active()).toBe("3.1.1 value");
  });

  it("selects a row by its number and a column by its head, and goes on as Excel does", async () => {
    const { page } = open;
    await page.locator(".grid thead th.value").first().click();
    await expect.poll(() => page.locator(".status-bar").innerText()).toContain("选中 59 格");
    await grid.cell("3.1.1").scrollIntoViewIfNeeded();
    await page.locator(".grid tbody tr").filter({ hasText: "当面申请数" }).locator(".line-number").click();
    await expect.poll(() => page.locator(".status-bar").innerText()).toContain("选中 2 格");
    await press("Control+a");
    expect(await page.locator(".grid tbody .selected").count()).toBe(66);
  });

  it("to a finding by F7 in the middle of typing leaves the typing where it was", async () => {
    await grid.select("3.2.1");
    await type("77");
    await press("F7");
    await expect.poll(() => grid.text("3.2.1")).toBe("77");
    expect(await grid.active()).not.toBe("3.2.1 value");
    await type("1");
    await press("Enter");
    await expect.poll(() => grid.text("3.2.1")).toBe("77");
  });

  it("passes over headings with Enter", async () => {
    await grid.select("1.1.c");
    await press("Enter");
    expect((await grid.active()).split(" ")[0]).not.toBe("1.2");
  });
});

describe("filling", () => {
  it("goes down with Ctrl+D and by the handle", async () => {
    await grid.select("3.1.1");
    await press("Shift+ArrowDown", "Shift+ArrowDown", "Control+d");
    expect(await grid.texts("3.1.1", "3.1.2", "3.1.3")).toEqual(["5", "5", "5"]);
    await press("Control+z");
    await grid.select("3.1.1");
    const handle = await open.page.locator(".fill-handle").boundingBox();
    const below = await grid.cell("3.1.3").boundingBox();
    if (!handle || !below) throw new Error("nothing to draw");
    await open.page.mouse.move(handle.x + 4, handle.y + 4);
    await open.page.mouse.down();
    await open.page.mouse.move(handle.x + 4, below.y + 10, { steps: 4 });
    await open.page.mouse.up();
    expect(await grid.texts("3.1.1", "3.1.2", "3.1.3")).toEqual(["5", "5", "5"]);
    expect(await open.page.locator(".status-bar").innerText()).toMatch(/选中 3 格\s*合计 15/);
  });
});

describe("totals", () => {
  it("are proposed in grey where they can be computed, and taken with =", async () => {
    await grid.select("3.1");
    await press("Delete");
    expect(await grid.cell("3.1").locator(".proposal").innerText()).toMatch(/11$/);
    await press("=");
    await expect.poll(() => grid.text("3.1")).toBe("11");
    expect(await grid.cell("3.1").locator(".proposal").count()).toBe(0);
    await press("Control+z");
    await grid.cell("3.1").getByRole("button").click();
    await expect.poll(() => grid.text("3.1")).toBe("11");
  });
});

describe("undo", () => {
  it("shows what it has changed, also under a folded row and from the text", async () => {
    const { page } = open;
    await grid.select("3.1.1");
    await type("33");
    await press("Enter");
    await page.getByRole("button", { name: "统计表全部收起" }).click();
    await page.getByRole("textbox", { name: "报告正文" }).locator("p").first().click();
    await press("Control+z");
    expect(await grid.active()).toBe("3.1.1 value");
    await expect.poll(() => grid.text("3.1.1")).toBe("5");
    expect(await grid.cell("3.1.1").isVisible()).toBe(true);
  });
});

describe("only rows with problems", () => {
  it("keep a row that is put right until the cursor leaves it", async () => {
    const { page } = open;
    await page.getByRole("button", { name: "只看有问题的" }).click();
    await grid.select("1.1.a");
    await type("0");
    expect(await grid.cell("1.1.a").isVisible()).toBe(true);
    await press("Enter");
    await expect.poll(() => grid.cell("1.1.a").count()).toBe(0);
  });
});
