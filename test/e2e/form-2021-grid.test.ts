import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { cellInText, openBlank, tableInText } from "./form-2021-page.ts";
import { type GridPage, gridOf } from "./grid-page.ts";
import type { OpenApp } from "./window-app.ts";

let folder: string;
let open: OpenApp;
let grid: GridPage;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "nianbao-matrix-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

beforeEach(async () => {
  open = await openBlank(2025);
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
/** Chooses a table by its tab below the grid. */
const sheet = (name: string) => open.page.getByRole("group", { name: "表" }).getByRole("button", { name }).click();
/** Types numbers into a row, one cell after the other, from the first on. */
const fillRow = async (row: string, ...numbers: readonly string[]) => {
  await grid.select(row, "natural");
  for (const number of numbers) {
    await type(number);
    await press("Tab");
  }
};
const texts = (row: string) =>
  Promise.all(["natural", "business", "research", "welfare", "legal", "other", "total"].map((c) => grid.text(row, c)));
const status = () => open.page.getByRole("contentinfo", { name: "状态栏" }).innerText();

describe("the keys in a matrix", () => {
  it("Tab goes along the row and on to the next, Enter back to where it began, arrows everywhere", async () => {
    await sheet("表三");
    await grid.select("1", "natural");
    await press("Tab");
    expect(await grid.active()).toBe("1 business");
    await press("Enter");
    expect(await grid.active()).toBe("2 natural");
    await press("End");
    expect(await grid.active()).toBe("2 total");
    await press("Tab");
    // The heading below takes nothing.
    expect(await grid.active()).toBe("3.1 natural");
    await press("ArrowRight", "ArrowDown", "ArrowDown");
    expect(await grid.active()).toMatch(/^3\.3 /);
    await press("Control+End");
    expect(await grid.active()).toBe("4 total");
    await press("Control+Home");
    expect(await grid.active()).toBe("1 natural");
  });

  it("pass through blocks with heads of their own, and say where there is no cell", async () => {
    await sheet("表二");
    await grid.select("1.1", "issued");
    await press("Tab", "Tab", "Tab", "Tab", "Tab", "Tab");
    expect(await grid.active()).toBe("5.1 decisions");
    await press("ArrowLeft");
    expect(await grid.active()).toBe("5.1 valid");
    await type("7");
    expect(await grid.notice()).toContain("表式里没有这一格");
    expect(await grid.cell("5.1", "valid").innerText()).toBe("");
    await press("Control+PageDown", "Control+PageDown");
    expect(await open.page.locator(".sheet-tabs .on").innerText()).toContain("表四");
    expect(await grid.active()).toBe("1 review.upheld");
    await press("Control+PageUp", "Control+PageUp");
    expect(await open.page.locator(".sheet-tabs .on").innerText()).toContain("表二");
  });
});

describe("blocks of cells", () => {
  it("are selected, summed, filled right and down, cleared and undone", async () => {
    await sheet("表三");
    await fillRow("3.1", "4", "3");
    await grid.select("3.1", "natural");
    await press("Shift+ArrowRight", "Shift+ArrowDown");
    await expect.poll(status).toMatch(/选中 4 格[\s\S]*合计 7/);
    await press("Control+d");
    expect([await grid.text("3.2", "natural"), await grid.text("3.2", "business")]).toEqual(["4", "3"]);
    await grid.select("3.1", "business");
    await press("Shift+End");
    await press("Control+r");
    expect((await texts("3.1")).slice(0, 6)).toEqual(["4", "3", "3", "3", "3", "3"]);
    await press("Delete");
    await expect.poll(() => grid.text("3.1", "research")).toContain("未填");
    await press("Control+z", "Control+z", "Control+z");
    await expect.poll(() => grid.text("3.2", "natural")).toContain("未填");
    await expect.poll(() => grid.text("3.1", "business")).toBe("3");
  });

  it("go to Excel as they stand and come from there in two dimensions", async () => {
    await sheet("表三");
    await grid.select("1", "natural");
    await grid.paste({ text: "1\t2\t3\r\n4\t５\t6\r\n" });
    expect((await texts("1")).slice(0, 3)).toEqual(["1", "2", "3"]);
    expect((await texts("2")).slice(0, 3)).toEqual(["4", "5", "6"]);
    await press("Shift+ArrowRight", "Shift+ArrowRight");
    await grid.select("1", "natural");
    await press("Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowDown");
    const { text, html } = await grid.copied();
    expect(text.trimEnd()).toBe("1\t2\t3\r\n4\t5\t6");
    expect(html).toContain("<td>5</td>");
  });

  it("of a whole table are laid in by their labels, after a look, also into a table that is not open", async () => {
    await sheet("表三");
    await fillRow("1", "182", "21", "2", "1", "3", "4", "213");
    await expect.poll(() => cellInText(open.page, "requests", "1", "total").innerText()).toBe("213");
    const html = await tableInText(open.page, "requests")
      .locator("table")
      .evaluate((table) => table.outerHTML);
    await grid.select("1", "natural");
    await press("Control+a", "Delete");
    await expect.poll(() => grid.text("1", "natural")).toContain("未填");
    await sheet("表二");
    await grid.select("1.1", "issued");
    await grid.paste({ html, text: "" });
    const dialog = open.page.getByRole("dialog", { name: "粘贴附表" });
    expect(await dialog.innerText()).toContain("按指标名称认出 7 个数，7 格会改");
    await dialog.getByRole("button", { name: "放进 7 格" }).click();
    expect(await open.page.locator(".sheet-tabs .on").innerText()).toContain("表三");
    expect(await texts("1")).toEqual(["182", "21", "2", "1", "3", "4", "213"]);
    await press("Control+z");
    await expect.poll(() => grid.text("1", "total")).toContain("未填");
  });
});

describe("totals of a matrix", () => {
  it("are proposed along the row and down the column, and taken with =", async () => {
    await sheet("表三");
    await fillRow("1", "5", "1", "0", "0", "0", "0");
    await expect.poll(() => grid.text("1", "total")).toContain("6");
    await grid.select("1", "total");
    await type("=");
    await expect.poll(() => grid.text("1", "total")).toBe("6");
    for (const row of ["3.1", "3.2"]) await fillRow(row, "2");
    await grid.select("3.3.1", "natural");
    await type("0");
    await press("Enter", "ArrowUp");
    // Filled down over headings too, which take nothing.
    for (let n = 0; n < 21; n += 1) await press("Shift+ArrowDown");
    await press("Control+d");
    await grid.select("3.7", "natural");
    await expect.poll(() => grid.text("3.7", "natural")).toContain("4");
    await type("=");
    await expect.poll(() => grid.text("3.7", "natural")).toBe("4");
  });
});

describe("a wrong number in a matrix", () => {
  it("has both numbers, its reason on F1 with the relations of this cell only, and F7 leads to it", async () => {
    const { page } = open;
    await sheet("表三");
    await fillRow("1", "5", "1", "0", "0", "0", "0", "9");
    await expect.poll(() => grid.cell("1", "total").getAttribute("class")).toContain("error");
    await expect.poll(() => grid.text("1", "total")).toMatch(/^6\s*9$/);
    await sheet("表四");
    await press("F7");
    await expect.poll(grid.active).toBe("1 total");
    expect(await page.locator(".sheet-tabs .on").innerText()).toContain("表三");
    expect(await page.locator(".finding.current .place").innerText()).toBe("表三 一 总计");
    await press("F1");
    const explained = page.getByRole("dialog", { name: "指标说明" });
    expect(await explained.innerText()).toContain("总计 = 自然人 + 商业企业");
    await press("Escape");
    await sheet("表四");
    await grid.select("1", "direct.total");
    await press("F1");
    expect(await explained.locator(".relation").count()).toBe(1);
    expect(await explained.locator("h3").innerText()).toBe("行政诉讼 未经复议直接起诉 总计");
  });
});

describe("other hands on a matrix", () => {
  it("notes and input methods work in it as in a list", async () => {
    const { page } = open;
    const cdp = await page.context().newCDPSession(page);
    await sheet("表四");
    await grid.select("1", "after.pending");
    await cdp.send("Input.imeSetComposition", { text: "shi'er", selectionStart: 6, selectionEnd: 6 });
    await cdp.send("Input.insertText", { text: "十二" });
    await press("Tab");
    await expect.poll(() => grid.text("1", "after.pending")).toBe("12");
    await grid.select("1", "after.pending");
    await press("Shift+F2");
    await type("法制科给的数");
    await press("Escape");
    expect(await grid.cell("1", "after.pending").getAttribute("title")).toContain("法制科给的数");
    await press("Control+z", "Control+z");
    await expect.poll(() => grid.text("1", "after.pending")).toContain("未填");
  });
});
