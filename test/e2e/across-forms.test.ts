import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { lastYearText } from "../support/last-year.ts";
import { faultsOf } from "./axe.ts";
import { type OpenApp, openHome, putIntoReport } from "./window-app.ts";

let folder: string;
let open: OpenApp;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "nianbao-across-"));
  const text = await lastYearText({ hard: true });
  await writeFile(join(folder, "2018年.txt"), text.replaceAll("2017", "2018"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
afterEach(async () => {
  const { complaints } = open;
  await open.close();
  expect(complaints).toEqual([]);
});

/** From the first screen to the review of last year's file. */
async function review(): Promise<void> {
  open = await openHome();
  await open.app.evaluate(
    ({ dialog }, path) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
    },
    join(folder, "2018年.txt"),
  );
  await open.page.keyboard.press("Control+i");
  await open.page.locator(".review").waitFor();
}

const choice = () => open.page.locator("[data-form-choice]");
const moves = () => open.page.locator("[data-moves] li");
const goal = (heading: string) => open.page.getByRole("combobox", { name: `${heading} 放到` });
const outline = () => open.page.locator(".outline").innerText();

describe("last year's file of an older form", () => {
  it("goes over to the form of the year, each part where the list says, before it happens", async () => {
    await review();
    const { page } = open;
    // A new report begins with it: the next year, which has another form.
    expect(await page.getByRole("combobox", { name: "放进哪一年" }).inputValue()).toBe("2019");
    expect(await choice().innerText()).toContain("2019 年度不用原来的表样（2014—2018 年）");
    expect(await moves().count()).toBe(8);
    expect(await goal("一、基本工作情况").locator("option:checked").innerText()).toBe("总体情况");
    // A part that the old form does not know either has no goal that anybody could name.
    expect(await goal("三、本街道的别的情况").locator("option:checked").innerText()).toContain("单独留作一部分");
    expect(await faultsOf(page)).toEqual([]);

    await goal("七、存在问题及工作打算").selectOption({ label: "其他需要报告的事项" });
    await page.keyboard.press("Control+z");
    await expect
      .poll(() => goal("七、存在问题及工作打算").locator("option:checked").innerText())
      .toBe("存在的主要问题及改进情况");
    await goal("七、存在问题及工作打算").selectOption({ label: "其他需要报告的事项" });
    await putIntoReport(page);

    expect(await page.title()).toMatch(/2019 年度报告/);
    const names = await outline();
    for (const name of [
      "一、总体情况",
      "三、收到和处理政府信息公开申请情况",
      "六、其他需要报告的事项",
      "七、本街道的别的情况",
    ])
      expect(names.replace(/\s/g, "")).toContain(name);
    // The old headings, one rank down.
    expect((await page.locator('[data-rank="2"]').allInnerTexts()).map((text) => text.trim())).toEqual(
      expect.arrayContaining(["基本工作情况", "主动公开政府信息情况"]),
    );
    expect(await page.locator(".findings").innerText()).toContain("在新表样里没有对应的部分");
  });

  it("keeps the old figures to be looked up by one key, also when it is opened again", async () => {
    await review();
    const { page } = open;
    await putIntoReport(page);
    const pane = page.locator("[data-pane=grid]");
    await page.keyboard.press("F9");
    await expect.poll(() => pane.innerText()).toContain("2018 年度的统计表");
    expect(await pane.getByRole("region", { name: "2018 年度的统计表" }).innerText()).toContain(
      "政府网站公开政府信息数",
    );
    // Nothing is typed into it.
    await page.keyboard.type("5");
    expect(await page.locator("[data-pane=grid] textarea").count()).toBe(0);
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press("F9");
    await expect.poll(() => pane.innerText()).toContain("第二十条第（一）项");

    await page.getByRole("button", { name: "全部报告" }).click();
    await page.locator(".reports").getByRole("button", { name: /2019/ }).click();
    await page.locator(".workbench").waitFor();
    await page.keyboard.press("F9");
    await expect.poll(() => pane.innerText()).toContain("2018 年度的统计表");
  });

  it("stays on the old form when the clerk says so, with one warning", async () => {
    await review();
    const { page } = open;
    await choice().getByText("留在原来的表样").click();
    expect(await moves().count()).toBe(0);
    await putIntoReport(page);
    const warnings = page.locator(".findings").getByText("2019 年度不在这套表样的适用年份");
    expect(await warnings.count()).toBe(1);
    expect((await outline()).replace(/\s/g, "")).toContain("一、基本工作情况");
    await page.keyboard.press("F9");
    expect(await page.locator("[data-pane=grid]").innerText()).not.toContain("只供对照");
  });
});
