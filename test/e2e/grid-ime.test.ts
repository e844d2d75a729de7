import type { CDPSession } from "playwright-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type GridPage, gridOf } from "./grid-page.ts";
import { type OpenApp, openApp } from "./window-app.ts";

let open: OpenApp;
let grid: GridPage;
let cdp: CDPSession;

beforeEach(async () => {
  open = await openApp();
  grid = gridOf(open);
  cdp = await open.page.context().newCDPSession(open.page);
});

/** Every window is closed again and had nothing to complain of. */
afterEach(async () => {
  const { complaints } = open;
  await open.close();
  expect(complaints).toEqual([]);
});

const compose = (...texts: readonly string[]) =>
  texts.reduce(
    (before, text) =>
      before.then(() =>
        cdp.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length }),
      ),
    Promise.resolve<unknown>(undefined),
  );
/** The input method puts its choice in. */
const choose = (text: string) => cdp.send("Input.insertText", { text });
const press = async (...keys: readonly string[]) => {
  for (const key of keys) await open.page.keyboard.press(key);
};
/** A key that the input method takes for itself, as Windows reports it. */
const processed = (code: string) =>
  cdp.send("Input.dispatchKeyEvent", { type: "rawKeyDown", windowsVirtualKeyCode: 229, key: "Process", code });
const status = () => open.page.locator("[data-save]").getAttribute("data-save");

describe("an input method on a selected cell", () => {
  it("keeps the first letter, the whole composition, and replaces what stood there", async () => {
    await grid.select("3.1.1");
    await processed("KeyS");
    await compose("s", "sh", "shi", "shi'e", "shi'er");
    expect(await grid.field().inputValue()).toBe("shi'er");
    await choose("十二");
    expect(await grid.field().inputValue()).toBe("十二");
    await press("Enter");
    await expect.poll(() => grid.text("3.1.1")).toBe("12");
    expect(await grid.notice()).toContain("“十二”读作 12");
    expect(await grid.active()).toBe("3.1.2 value");
    await press("Control+z");
    await expect.poll(() => grid.text("3.1.1")).toBe("5");
  });

  it("works for one cell after the other without a letter lost", async () => {
    await grid.select("3.1.1");
    for (const [pinyin, numeral] of [
      ["yi", "十一"],
      ["er", "二"],
      ["san", "三"],
    ] as const) {
      await compose(pinyin.slice(0, 1), pinyin);
      await choose(numeral);
      await press("Enter");
    }
    expect(await grid.texts("3.1.1", "3.1.2", "3.1.3")).toEqual(["11", "2", "3"]);
  });

  it("takes letters that it passes on as they are, in full width too", async () => {
    await grid.select("3.1.1");
    await processed("Digit7");
    await choose("７");
    await choose("８");
    await press("Enter");
    await expect.poll(() => grid.text("3.1.1")).toBe("78");
  });

  it("takes the proposed total with = of either width", async () => {
    await grid.select("3.1");
    await press("Delete");
    await processed("Equal");
    await choose("＝");
    await expect.poll(() => grid.text("3.1")).toBe("11");
    expect(await grid.field().inputValue()).toBe("");
  });
});

describe("an input method on a cell that is edited", () => {
  it("puts its text where the caret is, and Enter that chooses a word ends nothing", async () => {
    await grid.select("3.1.1");
    await press("F2");
    await compose("t", "ti", "tiao");
    await cdp.send("Input.dispatchKeyEvent", {
      type: "rawKeyDown",
      windowsVirtualKeyCode: 229,
      key: "Enter",
      code: "Enter",
    });
    expect(await grid.field().inputValue()).toBe("5tiao");
    await choose("条");
    expect(await grid.field().inputValue()).toBe("5条");
    await press("Enter");
    await expect.poll(() => grid.text("3.1.1")).toBe("5");
  });

  it("is not told of before the composition ends", async () => {
    await grid.select("3.1.1");
    await compose("l", "li", "liu");
    await open.page.waitForTimeout(100);
    await expect.poll(() => grid.text("3.1.1")).toBe("5");
    await choose("六");
    await expect.poll(() => grid.text("3.1.1")).toBe("6");
  });

  it("loses nothing when another cell is clicked, or the pane left, in the middle of a word", async () => {
    await grid.select("3.1.1");
    await compose("b", "ba");
    await grid.cell("3.1.3").click();
    await expect.poll(() => grid.text("3.1.1")).toBe("ba");
    await expect.poll(() => grid.text("3.1.3")).toBe("4");
    await compose("j", "jiu");
    await open.page.getByRole("textbox", { name: "报告正文" }).locator("p").first().click();
    await expect.poll(() => grid.text("3.1.3")).toBe("jiu");
    await expect.poll(status).toBe("saved");
  });
});

describe("an input method on a cell that is read only", () => {
  it("changes nothing, says why, and works on the next cell", async () => {
    await grid.cell("3.1.1", "previous").click();
    await processed("KeyN");
    await compose("n", "ni");
    await choose("你");
    expect(await grid.field().inputValue()).toBe("");
    expect(await grid.notice()).toContain("上年数只供对照");
    await press("ArrowLeft");
    await compose("l", "liu");
    await choose("六");
    await press("Enter");
    await expect.poll(() => grid.text("3.1.1")).toBe("6");
  });
});
