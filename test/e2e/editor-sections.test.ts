import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type TextWindow, textWindow } from "./text-window.ts";
import { type OpenApp, openApp, openHome } from "./window-app.ts";

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

const rows = () => text.outline().locator("li:not(.part):not(.rule)");
const stateOf = (n: number) => rows().nth(n).locator(".state").getAttribute("aria-label");

describe("sections", () => {
  it("carry their number, which is no text, and are counted anew", async () => {
    const { page, section, headings, menu } = text;
    const before = await headings();
    expect(before[0]).toMatch(/^一、/);
    const first = await section(1).locator("h2").innerText();
    expect(first).not.toMatch(/^一、/);

    await section(1).locator("h2").click();
    await menu("编辑", "本部分下移");
    const moved = await headings();
    expect(moved[1]).toBe(`二、${first}`);
    expect(moved[0]).toMatch(/^一、/);
    await page.keyboard.press("Alt+Shift+ArrowUp");
    expect(await headings()).toEqual(before);
    await text.undo();
    expect(await headings()).toEqual(moved);
    await text.undo();
    expect(await headings()).toEqual(before);

    await menu("插入", "新的部分");
    await page.keyboard.type("特色工作");
    expect((await headings())[1]).toBe("二、特色工作");
    expect(await headings()).toHaveLength(before.length + 1);
    await menu("编辑", "删除本部分");
    expect(await headings()).toEqual(before);
    await menu("插入", "恢复部分…");
    await page.locator(".context-menu button").filter({ hasText: "特色工作" }).click();
    expect(await headings()).toContainEqual(expect.stringContaining("特色工作"));
  });

  it("that were removed come back whole and at their place", async () => {
    const { section, headings, rowMenu, page } = text;
    const before = await headings();
    const words = await section(2).innerText();
    const title = await section(2).locator("h2").innerText();
    await rowMenu(2, "删除");
    expect(await headings()).toHaveLength(before.length - 1);
    expect(await page.getByRole("status").filter({ hasText: "已删除" }).innerText()).toContain(title);
    await rowMenu(2, "恢复部分…");
    await page.locator(".context-menu button").filter({ hasText: title }).click();
    expect(await headings()).toEqual(before);
    expect(await section(2).innerText()).toBe(words);
  });

  it("are moved by keys and by dragging in the outline; a preamble stays first", async () => {
    const { page, outline, headings } = text;
    const before = await headings();
    await rows().nth(2).getByRole("button").focus();
    await page.keyboard.press("Alt+ArrowUp");
    await expect.poll(headings).not.toEqual(before);
    expect((await headings())[0]).toMatch(/^一、主动公开/);
    // The keyboard stays on the row that was moved.
    await expect.poll(() => outline().evaluate(() => document.activeElement?.textContent ?? "")).toContain("主动公开");
    await page.keyboard.press("Alt+ArrowUp");
    expect((await headings())[0]).toMatch(/^一、主动公开/);
    await page.keyboard.press("Alt+ArrowDown");
    await expect.poll(headings).toEqual(before);

    await rows()
      .nth(3)
      .dragTo(rows().nth(1), { targetPosition: { x: 60, y: 4 } });
    await expect.poll(async () => (await headings())[0]).toMatch(/^一、回应解读/);
    await page.keyboard.press("Control+z");
    await expect.poll(headings).toEqual(before);
    await rows()
      .nth(3)
      .dragTo(rows().nth(0), { targetPosition: { x: 60, y: 4 } });
    expect(await headings()).toEqual(before);
  });
});

describe("the outline", () => {
  it("shows what was touched and what the clerk calls finished, also after a restart", async () => {
    const home = await mkdtemp(join(tmpdir(), "nianbao-outline-"));
    try {
      await open.close();
      open = await openHome(home);
      await open.page.getByRole("button", { name: "打开示例报告" }).click();
      text = await textWindow(open.page);
      const { page } = text;
      expect(await stateOf(1)).toBe("未动");
      await text.cursorAtEnd(text.section(1).locator("p").first());
      await page.keyboard.type("又");
      await expect.poll(() => stateOf(1)).toBe("编辑中");
      await rows().nth(2).getByRole("button").focus();
      await page.keyboard.press("Space");
      await expect.poll(() => stateOf(2)).toBe("已写完");
      await rows().nth(3).locator(".state").click();
      await expect.poll(() => stateOf(3)).toBe("已写完");
      await page.keyboard.press("Control+z");
      await expect.poll(() => stateOf(3)).toBe("未动");
      await open.close();

      open = await openHome(home);
      await open.page.getByRole("table", { name: "报告" }).locator("tbody tr").first().click();
      text = await textWindow(open.page);
      expect([await stateOf(0), await stateOf(1), await stateOf(2), await stateOf(3)]).toEqual([
        "未动",
        "编辑中",
        "已写完",
        "未动",
      ]);
    } finally {
      await rm(home, { recursive: true, force: true });
    }
  });

  it("follows the cursor and the scrolling, and leads to headings inside", async () => {
    const { page, section, outline } = text;
    const current = () => outline().locator(".current .label").innerText();
    await section(3).locator("p").first().click();
    await expect.poll(current).toContain("三、");
    await rows().nth(2).getByRole("button").click();
    await expect.poll(current).toContain("二、");
    const part = outline().locator(".part").nth(1);
    const title = await part.innerText();
    await part.getByRole("button").click();
    const heading = section(2).locator("h3").nth(1);
    expect(title).toContain(await heading.innerText());
    await expect.poll(() => heading.getAttribute("data-flash")).not.toBeNull();
    // The cursor goes along: with the keyboard in the text one writes there.
    await page.keyboard.press("F6");
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("报告正文");
    await page.waitForTimeout(50);
    await page.keyboard.type("又");
    await expect.poll(() => heading.innerText()).toMatch(/^又/);
    await page.locator(".canvas").hover();
    await page.mouse.wheel(0, -20_000);
    await expect.poll(current).toBe("前言");
  });
});
