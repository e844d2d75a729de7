import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type GridPage, gridOf } from "./grid-page.ts";
import { type OpenApp, openApp, openHome, openReport, SAMPLE } from "./window-app.ts";

let folder: string;
let open: OpenApp;
let grid: GridPage;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "nianbao-grid-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

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
    expect(await grid.text("3.1.1")).toBe("5");
    await press("Control+y");
    expect(await grid.text("3.1.1")).toBe("12");
  });

  it("is seen by the checks at each letter, before Enter", async () => {
    await grid.select("3.1.1");
    await type("6");
    await expect.poll(() => grid.cell("3.1").getAttribute("class")).not.toContain("error");
    await press("Escape");
    await expect.poll(() => grid.cell("3.1").getAttribute("class")).toContain("error");
    expect(await grid.text("3.1.1")).toBe("5");
  });

  it("begins with F2 at the end of the text, where arrows move inside it; a double click does the same", async () => {
    await grid.select("3.1");
    await press("F2");
    await type("3");
    await press("ArrowLeft", "ArrowLeft");
    await type("0");
    await press("Enter");
    expect(await grid.text("3.1")).toContain("1023");
    await grid.cell("3.1.3").dblclick();
    await type("2");
    await press("Tab");
    expect(await grid.text("3.1.3")).toBe("42");
  });

  it("that began by replacing is ended by an arrow", async () => {
    await grid.select("3.1.1");
    await type("8");
    await press("ArrowDown");
    expect(await grid.active()).toBe("3.1.2 value");
    expect(await grid.text("3.1.1")).toBe("8");
  });

  it("is kept when the field is left for another pane, another cell, or the window's menu", async () => {
    await grid.select("3.1.1");
    await type("21");
    await grid.cell("3.1.3").click();
    expect(await grid.text("3.1.1")).toBe("21");
    await type("22");
    await press("F6");
    expect(await grid.text("3.1.3")).toBe("22");
    await grid.select("3.1.4");
    await type("23");
    await open.page.getByRole("button", { name: "撤销" }).click();
    expect(await grid.text("3.1.4")).toBe("2");
  });

  it("reads 七, ７ and 7条 as 7 and says so; what is no number stays to be seen", async () => {
    for (const text of ["七", "７", "7条"]) {
      await grid.select("1.1");
      await type(text);
      await press("Enter");
      expect(await grid.text("1.1")).toBe("7");
      await expect.poll(grid.notice).toContain("读作 7");
    }
    await grid.select("1.1");
    await type("待定");
    await press("Enter");
    expect(await grid.text("1.1")).toBe("待定");
    expect(await grid.notice()).toContain("“待定”不是数");
    await grid.select("1.1");
    await type("/");
    await press("Enter");
    expect(await grid.text("1.1")).toBe("/");
  });

  it("empties with Delete and Backspace", async () => {
    await grid.select("3.1.1");
    await press("Shift+ArrowDown", "Shift+ArrowDown", "Delete");
    expect([await grid.text("3.1.1"), await grid.text("3.1.3")]).toEqual(["未填", "未填"]);
    await press("Control+z");
    expect([await grid.text("3.1.1"), await grid.text("3.1.3")]).toEqual(["5", "4"]);
    await grid.select("3.1.1");
    await press("Backspace", "9", "Enter");
    expect(await grid.text("3.1.1")).toBe("9");
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

  it("passes over headings with Enter", async () => {
    await grid.select("1.1.c");
    await press("Enter");
    expect((await grid.active()).split(" ")[0]).not.toBe("1.2");
  });
});

describe("the clipboard", () => {
  it("takes a block from a spreadsheet, and gives one", async () => {
    await grid.select("3.1.1");
    await grid.paste({ text: "1\r\n七\r\n3件\r\n" });
    expect(await grid.texts("3.1.1", "3.1.2", "3.1.3")).toEqual(["1", "7", "3"]);
    expect(await grid.notice()).toContain("“七”读作 7");
    await press("Control+c");
    await expect.poll(grid.clipboard).toBe("1\r\n7\r\n3\r\n");
    expect((await grid.copied()).html).toContain("<td>7</td>");
    await press("Control+z");
    expect(await grid.texts("3.1.1", "3.1.2", "3.1.3")).toEqual(["5", "0", "4"]);
  });

  it("moves what was cut, as one step", async () => {
    await grid.select("3.1.3");
    await press("Shift+ArrowDown", "Control+x");
    await grid.select("3.2.1");
    await press("Control+v");
    expect(await grid.texts("3.1.3", "3.1.4", "3.2.1", "3.2.2")).toEqual(["未填", "未填", "4", "2"]);
    await press("Control+z");
    expect(await grid.texts("3.1.3", "3.1.4")).toEqual(["4", "2"]);
  });

  it("says what found no place", async () => {
    await grid.select("9");
    await grid.paste({ text: "8\r\n9\r\n" });
    expect(await grid.notice()).toContain("“8”没有放进去");
    expect(await grid.text("9.1")).toBe("9");
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
    expect(await grid.text("3.1")).toBe("11");
    expect(await grid.cell("3.1").locator(".proposal").count()).toBe(0);
    await press("Control+z");
    await grid.cell("3.1").getByRole("button").click();
    expect(await grid.text("3.1")).toBe("11");
  });
});

describe("notes", () => {
  it("are written with Shift+F2, kept as they are written, seen at the cell, and undone as one", async () => {
    await grid.select("3.1.1");
    await press("Shift+F2");
    await type("问过区里");
    await press("Escape");
    expect(await grid.active()).toBe("3.1.1 value");
    expect(await grid.cell("3.1.1").getAttribute("class")).toContain("noted");
    expect(await grid.cell("3.1.1").getAttribute("title")).toContain("问过区里");
    await type("6");
    await press("Enter");
    expect(await grid.cell("3.1.1").getAttribute("class")).toContain("noted");
    await press("Control+z", "Control+z");
    expect(await grid.cell("3.1.1").getAttribute("class")).not.toContain("noted");
    await grid.select("3");
    await press("Shift+F2");
    expect(await open.page.getByRole("dialog").count()).toBe(0);
  });
});

describe("the cells' menu", () => {
  it("opens by pointer and by key, and gives the keyboard back", async () => {
    const { page } = open;
    await grid.select("3.1.1");
    await press("Control+c");
    await grid.cell("3.1.2").click({ button: "right" });
    await page.getByRole("menuitem", { name: /^粘贴/ }).click();
    await expect.poll(() => grid.text("3.1.2")).toBe("5");
    await press("ArrowDown", "Shift+F10", "ArrowDown", "Escape");
    expect(await page.getByRole("menu").count()).toBe(0);
    await type("9");
    await press("Enter");
    expect(await grid.text("3.1.3")).toBe("9");
    await grid.select("3.1.1");
    await press("Shift+ArrowDown", "Delete");
    await grid.cell("3.1.2").click({ button: "right" });
    await page.getByRole("menuitem", { name: "选中的空格填 0" }).click();
    expect(await grid.texts("3.1.1", "3.1.2")).toEqual(["0", "0"]);
  });
});

describe("a cell drawn into the text", () => {
  it("by its frame becomes a bound figure, which follows each letter typed into the cell", async () => {
    const { page } = open;
    await grid.select("3.1.1");
    const paragraph = page.getByRole("textbox", { name: "报告正文" }).locator("p").first();
    const to = await paragraph.boundingBox();
    const border = await page.locator(".drag-border.left").boundingBox();
    if (!to || !border) throw new Error("nothing to draw");
    await page.mouse.move(border.x + 2, border.y + border.height / 2);
    await page.mouse.down();
    await page.mouse.move(border.x - 80, border.y, { steps: 4 });
    await page.mouse.move(to.x + to.width / 2, to.y + 12, { steps: 6 });
    await page.mouse.up();
    await expect.poll(() => paragraph.locator(".figure").count()).toBe(1);
    expect(await paragraph.locator(".figure").innerText()).toBe("5");
    await grid.select("3.1.1");
    await type("62");
    expect(await paragraph.locator(".figure").innerText()).toBe("62");
    await press("Escape");
    expect(await paragraph.locator(".figure").innerText()).toBe("5");
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
    expect(await grid.text("3.1.1")).toBe("5");
    expect(await grid.cell("3.1.1").isVisible()).toBe(true);
  });
});

describe("a whole annex", () => {
  const HTML = `<table><tr><td colspan="3">（2017年度）</td></tr><tr><td>统计指标</td><td>单位</td><td>统计数</td></tr>
    <tr><td>（一）收到申请数</td><td>件</td><td>8</td></tr><tr><td>1．当面申请数</td><td>件</td><td>6</td></tr>
    <tr><td>2.传真申请数</td><td>件</td><td></td></tr><tr><td>3.网络申请数</td><td>件</td><td>二</td></tr>
    <tr><td>别处的一行</td><td>件</td><td>4</td></tr></table>`;

  it("is recognised, shown with what goes where, and laid in as one step", async () => {
    const { page } = open;
    await grid.select("1.1");
    await grid.paste({ html: HTML, text: "x" });
    const dialog = page.getByRole("dialog", { name: "粘贴附表" });
    expect(await dialog.getByRole("radio", { name: /上年/ }).isChecked()).toBe(true);
    await dialog.getByRole("radio", { name: /本年/ }).check();
    const line = dialog.getByRole("row").filter({ hasText: "收到申请数" });
    expect(await line.innerText()).toMatch(/12\s+8/);
    expect(await dialog.innerText()).toContain("来源里空着的 1 格保持原样");
    expect(await dialog.innerText()).toContain("别处的一行 4");
    await dialog.getByRole("button", { name: "放进 3 格" }).click();
    expect(await grid.texts("3.1.1", "3.1.2", "3.1.3")).toEqual(["6", "0", "2"]);
    expect(await grid.notice()).toContain("3 格已放进表里");
    await press("Control+z");
    expect(await grid.texts("3.1.1", "3.1.3")).toEqual(["5", "4"]);
    expect(await grid.notice()).toBe("");
  });

  it("brings last year's numbers where the report has none", async () => {
    await open.close();
    const report = JSON.parse(await readFile(SAMPLE, "utf8"));
    for (const table of report.tables) {
      table.cells = table.cells.filter(({ column }: { column: string }) => column === "value");
    }
    const path = join(folder, "no-last-year.json");
    await writeFile(path, JSON.stringify(report));
    open = await openReport(path);
    grid = gridOf(open);
    const { page } = open;
    expect(await page.locator(".grid th.value").count()).toBe(1);
    await page.getByRole("menuitem", { name: "表格" }).click();
    await page.getByRole("menuitem", { name: "带入上年数…" }).click();
    await page.getByRole("textbox", { name: "在这里粘贴去年的附表" }).evaluate((element, html) => {
      const data = new DataTransfer();
      data.setData("text/html", html);
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    }, HTML);
    await page.getByRole("button", { name: "放进 3 格" }).click();
    expect(await grid.text("3.1.1", "previous")).toBe("6");
    expect(await page.locator(".grid th.value").count()).toBe(2);
    await press("Control+z");
    expect(await page.locator(".grid th.value").count()).toBe(1);
  });

  it("can be pasted cell by cell all the same", async () => {
    await grid.select("3.1.1");
    await grid.paste({ text: "当面申请数\t9\r\n" });
    await open.page.getByRole("button", { name: "按原样粘贴到选中的格子" }).click();
    expect(await grid.text("3.1.1")).toBe("当面申请数");
  });
});

describe("a file that is only looked at", () => {
  it("says so when somebody types, pastes or cuts, and stays as it is", async () => {
    await open.close();
    open = await openApp(SAMPLE);
    grid = gridOf(open);
    await grid.select("3.1.1");
    await type("7");
    expect(await grid.notice()).toContain("只供查看");
    await grid.paste({ text: "9" });
    await press("Delete", "Control+d", "=");
    expect(await grid.text("3.1.1")).toBe("5");
    expect(await open.page.locator(".fill-handle").count()).toBe(0);
    await press("Control+c");
    await expect.poll(grid.clipboard).toBe("5\r\n");
  });
});

describe("only rows with problems", () => {
  it("keep a row that is put right until the cursor leaves it", async () => {
    const { page } = open;
    await page.getByRole("button", { name: "只看有问题的" }).click();
    await grid.select("3.1");
    await type("11");
    expect(await grid.cell("3.1").isVisible()).toBe(true);
    await press("Enter");
    await expect.poll(() => grid.cell("3.1").count()).toBe(0);
  });
});

describe("what is being typed", () => {
  it("is saved when the window is closed in the middle of it", async () => {
    const home = await mkdtemp(join(folder, "home-"));
    await open.close();
    open = await openHome(home);
    await open.page.getByRole("button", { name: "打开示例报告" }).click();
    grid = gridOf(open);
    await grid.select("3.1.1");
    await type("4321");
    const gone = open.app.waitForEvent("close");
    await open.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await gone;
    open = await openHome(home);
    await open.page.getByRole("button", { name: "接着写" }).click();
    grid = gridOf(open);
    await grid.cell("3.1.1").waitFor();
    expect(await grid.text("3.1.1")).toBe("4321");
  });
});

describe("a report without a table", () => {
  it("gets an empty one of its form, which undo takes away", async () => {
    await open.close();
    const path = join(folder, "no-table.json");
    const report = JSON.parse(await readFile(SAMPLE, "utf8"));
    await writeFile(path, JSON.stringify({ ...report, tables: [], messages: [] }));
    open = await openReport(path);
    grid = gridOf(open);
    await open.page.getByRole("button", { name: "按表式建一张空表" }).click();
    expect(await grid.text("3.1.1")).toBe("未填");
    await grid.select("3.1.1");
    await type("3");
    await press("Enter");
    expect(await grid.text("3.1.1")).toBe("3");
  });
});

describe("a screen reader", () => {
  it("is told the cell, its value, and that it is being filled in", async () => {
    await grid.select("3.1.1");
    const field = grid.field();
    expect(await field.getAttribute("aria-label")).toBe("三（一）1 当面申请数");
    const cell = await field.getAttribute("aria-activedescendant");
    expect(await open.page.locator(`[id="${cell}"]`).getAttribute("aria-selected")).toBe("true");
    await press("F2");
    expect(await field.getAttribute("aria-label")).toBe("正在填写：三（一）1 当面申请数");
    expect(await field.getAttribute("aria-activedescendant")).toBeNull();
    await press("Escape", "ArrowRight");
    expect(await field.getAttribute("aria-label")).toBe("三（一）1 当面申请数 · 上年数");
    expect(await field.getAttribute("aria-readonly")).toBe("true");
  });
});
