import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type TextWindow, textWindow } from "./text-window.ts";
import { type OpenApp, openHome, putIntoReport, SAMPLE } from "./window-app.ts";

let home: string;
let open: OpenApp;
let text: TextWindow;

/** The sample as one of the year before, carried over into 2018. */
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "nianbao-stale-"));
  const file = join(home, "去年的报告.json");
  await writeFile(file, (await readFile(SAMPLE, "utf8")).replaceAll("2018", "2017"));
  open = await openHome(home, file);
  await open.page.getByRole("button", { name: "放进报告…" }).click();
  await open.page.getByLabel("放进哪一年").selectOption("2018");
  await putIntoReport(open.page);
  text = await textWindow(open.page);
});

afterEach(async () => {
  const { complaints } = open;
  await open.close();
  await rm(home, { recursive: true, force: true });
  expect(complaints).toEqual([]);
});

const marks = () => text.editor().locator(".stale").allInnerTexts();
const now = async () => (await text.editor().locator(".stale-now").allInnerTexts()).join("");
const foot = () => text.outline().locator(".outline-foot");
const left = async () => ((await foot().count()) === 0 ? 0 : Number(await foot().locator(".todo").innerText()));
const popup = () => text.page.getByRole("toolbar", { name: "待更新" });

describe("words still to be updated", () => {
  it("are marked and counted, and F8 goes through them, round the whole text and back", async () => {
    const { page } = text;
    const all = await marks();
    expect(all.length).toBeGreaterThan(20);
    expect(await left()).toBe(all.length);
    await page.keyboard.press("F8");
    expect(await now()).toBe(all[0]);
    await expect.poll(() => popup().innerText()).toContain(`1 / ${all.length}`);
    await page.keyboard.press("F8");
    expect(await now()).toBe(all[1]);
    await page.keyboard.press("Shift+F8");
    await page.keyboard.press("Shift+F8");
    expect(await now()).toBe(all.at(-1));
    await expect.poll(() => popup().innerText()).toContain(`${all.length} / ${all.length}`);
    await foot().getByRole("button", { name: "下一处" }).click();
    expect(await now()).toBe(all[0]);
  });

  it("are found by the checks, which lead to the first; F8 goes on from there", async () => {
    const { page } = text;
    const all = await marks();
    await page.keyboard.press("F8");
    for (let i = 0; i < 4; i += 1) await page.keyboard.press("Control+F8");
    const line = page.locator(".findings").getByText(`还有 ${all.length - 4} 处待更新`);
    await line.waitFor();
    await page.locator(".findings button").filter({ hasText: "跳转" }).first().click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("报告正文");
    await page.keyboard.press("F8");
    expect(await now()).toBe(all[4]);
  });

  it("take what is offered, stay as they are, or are typed over; each can be undone", async () => {
    const { page } = text;
    const before = await marks();
    await page.keyboard.press("F8");
    await popup().getByRole("button", { name: "改为 2018年" }).click();
    const paragraph = text.section(0).locator("p").first();
    expect(await paragraph.innerText()).toContain("示范街道2018年政府信息公开工作年度报告");
    expect(await marks()).toHaveLength(before.length - 1);
    await text.undo();
    expect(await marks()).toEqual(before);

    await page.keyboard.press("F8");
    const kept = await now();
    await page.keyboard.press("Control+F8");
    expect(await marks()).toHaveLength(before.length - 1);
    expect(await now()).not.toBe("");
    await expect.poll(left).toBe(before.length - 1);
    await text.undo();
    expect(await marks()).toEqual(before);
    expect(await now()).toBe(kept);

    await page.keyboard.type("今年");
    expect(await marks()).toHaveLength(before.length - 1);
    expect(await text.editor().innerText()).toContain("今年");
    await text.undo();
    expect(await marks()).toEqual(before);
    await text.redo();
    expect(await marks()).toHaveLength(before.length - 1);
  });

  it("are settled by any change inside, not by typing beside them", async () => {
    const { page } = text;
    const before = await marks();
    await page.keyboard.press("F8");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.type("度");
    expect(await marks()).toEqual(before);
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Backspace");
    expect(await marks()).toEqual(before.slice(1));
    await text.undo();
    expect(await marks()).toEqual(before);
  });

  it("are gone through by keyboard alone", async () => {
    const { page } = text;
    const before = await marks();
    await page.keyboard.press("F8");
    // What floats beside the words is drawn a frame after them.
    await page.locator(".mark-popup").waitFor();
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("改为 2018年");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Alt+F8");
    expect(await marks()).toEqual(before.slice(1));
  });

  it("move with their section and are there after a restart", async () => {
    const { page, rowMenu } = text;
    const before = await marks();
    await page.keyboard.press("F8");
    await page.keyboard.press("Control+F8");
    await rowMenu(2, "下移");
    const moved = await marks();
    expect(moved).toHaveLength(before.length - 1);
    await expect.poll(() => page.locator(".status-bar").innerText()).toContain("已保存");
    await open.close();
    open = await openHome(home);
    await open.page.getByRole("table", { name: "报告" }).locator("tbody tr").first().click();
    text = await textWindow(open.page);
    expect(await marks()).toEqual(moved);
  });

  it("are settled by what an input method puts in their place, as one step of undo", async () => {
    const { page, compose, commit } = text;
    const before = await marks();
    await page.keyboard.press("F8");
    for (const letters of ["j", "ji", "jin", "jinnian"]) await compose(letters);
    await commit("今年");
    await expect.poll(marks).toEqual(before.slice(1));
    expect(await text.section(0).locator("p").first().innerText()).toContain("示范街道今年政府信息公开");
    await page.waitForTimeout(100);
    await text.undo();
    expect(await marks()).toEqual(before);
    // In the middle of the words as well.
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    for (const letters of ["l", "li", "ling"]) await compose(letters);
    await commit("零");
    await expect.poll(marks).toHaveLength(before.length - 1);
    await page.waitForTimeout(100);
    await text.undo();
    expect(await marks()).toEqual(before);
  });
});
