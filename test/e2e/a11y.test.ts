import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { lastYearText } from "../support/last-year.ts";
import { faultsOf } from "./axe.ts";
import { cutOff, tabStops } from "./eyes.ts";
import { type OpenApp, openHome } from "./window-app.ts";

let folder: string;
let home: string;
let open: OpenApp;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "nianbao-a11y-files-"));
  await writeFile(join(folder, "难读.txt"), await lastYearText({ hard: true }));
  await writeFile(join(folder, "坏的.docx"), "PK\u0003\u0004 and then nothing that a zip would have");
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "nianbao-a11y-"));
});
afterEach(async () => {
  const { complaints } = open;
  await open.close();
  expect(complaints).toEqual([]);
  await rm(home, { recursive: true, force: true });
});

/** The next dialog of the system answers with this file of the folder. */
async function choose(name: string): Promise<void> {
  await open.app.evaluate(
    ({ dialog }, path) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
    },
    join(folder, name),
  );
}

async function openReview(): Promise<void> {
  await choose("难读.txt");
  await open.page.keyboard.press("Control+i");
  await open.page.locator(".review").waitFor();
}

async function openSample(): Promise<void> {
  await open.page.getByRole("menuitem", { name: "文件" }).click();
  await open.page.getByRole("menuitem", { name: "打开示例报告" }).click();
  await open.page.locator(".workbench").waitFor();
}

/** A dialog by the keys or the menu that open it, and what is asked of it there. */
async function inDialog(how: () => Promise<void>, look: (name: string) => Promise<void>): Promise<void> {
  await how();
  const dialog = open.page.getByRole("dialog");
  await dialog.waitFor();
  await look((await dialog.getAttribute("aria-label")) ?? "");
  await open.page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
}

const byKey = (key: string) => () => open.page.keyboard.press(key);
const byMenu = (menu: string, item: string) => async () => {
  await open.page.getByRole("menuitem", { name: menu, exact: true }).click();
  await open.page.getByRole("menuitem", { name: item }).click();
};

describe.each([
  ["light", "no-preference"],
  ["contrast", "more"],
] as const)("names, roles and legible text in the %s theme", (_, contrast) => {
  const clean = async (name: string) => expect(await faultsOf(open.page), name).toEqual([]);
  beforeEach(async () => {
    open = await openHome(home);
    await open.page.emulateMedia({ contrast });
  });

  it("on the first screen and in its dialogs", async () => {
    await clean("first start");
    await inDialog(byKey("Control+n"), clean);
    await inDialog(byKey("Control+/"), clean);
    await inDialog(byMenu("文件", "单位信息"), clean);
    await inDialog(byMenu("帮助", "关于年报通"), clean);
    await choose("坏的.docx");
    await open.page.keyboard.press("Control+o");
    await open.page.locator(".centre h1:text('没有打开')").waitFor();
    await clean("unreadable");
  });

  it("in the review", async () => {
    await openReview();
    await clean("review");
    await open.page.getByRole("button", { name: "全部展开" }).click();
    await open.page
      .getByText(/^(?:分开填|填别的)…$/)
      .first()
      .click();
    await clean("review, opened");
    await inDialog(byKey("Control+w"), clean);
    await open.page.keyboard.press("Control+w");
    await open.page.getByRole("button", { name: "不放进报告，离开" }).click();
  });

  it("in the workbench, its menus and dialogs, and the list of reports", async () => {
    await openSample();
    const { page } = open;
    await clean("workbench");
    await page.locator('[id="cell_3.1.1_value"]').click();
    await page.keyboard.press("F1");
    await clean("explanation");
    await page.keyboard.press("Escape");
    for (const menu of await page.locator(".menu-title").allInnerTexts()) {
      await page.getByRole("menuitem", { name: menu, exact: true }).click();
      await clean(`menu ${menu}`);
      await page.keyboard.press("Escape");
    }
    await inDialog(byKey("Control+Shift+s"), clean);
    await inDialog(byMenu("文件", "报告信息"), clean);
    await inDialog(byKey("Control+e"), async (name) => {
      await clean(name);
      await page.getByRole("button", { name: "选文件夹并导出…" }).click();
      await clean(`${name}, asked`);
    });
    await inDialog(byMenu("校验", "校验记录"), clean);
    await inDialog(() => page.getByRole("button", { name: "忽略…" }).first().click(), clean);
    await page.keyboard.press("Control+w");
    await page.locator(".report-list").waitFor();
    await clean("list of reports");
  });
});

describe("the keyboard alone", () => {
  const lost = async (where: string) => {
    const stops = await tabStops(open.page);
    expect(stops.length, where).toBeGreaterThan(1);
    expect(
      stops.filter(({ seen, inWindow, name }) => !seen || !inWindow || name === ""),
      where,
    ).toEqual([]);
    return stops.map(({ name }) => name);
  };

  it("reaches everything on the first screen, and shows where it is", async () => {
    open = await openHome(home);
    const names = await lost("first start");
    expect(names).toEqual(expect.arrayContaining(["打开…", "新建报告", "单位信息", "从去年的文件开始"]));
    await inDialog(byKey("Control+n"), async () => void (await lost("blank")));
    await inDialog(byKey("Control+/"), async () => {});
  });

  it("reaches everything in the review", async () => {
    open = await openHome(home);
    await openReview();
    const names = await lost("review");
    expect(names).toEqual(expect.arrayContaining(["原文件的内容", "下一处", "取消", "放进报告"]));
  });

  it("reaches every pane of the workbench, and dialogs give it back", async () => {
    open = await openHome(home);
    await openSample();
    const { page } = open;
    await lost("workbench");
    await page.getByRole("button", { name: "导出" }).focus();
    for (const key of ["Control+e", "Control+Shift+s", "Control+/", "Control+n"]) {
      await inDialog(byKey(key), async () => void (await lost(key)));
      expect(await page.evaluate(() => document.activeElement?.textContent), key).toBe("导出");
    }
  });
});

describe("at 200 %", () => {
  /** A screen of 1366 × 768 has this many pixels of the style sheet then. */
  const small = async () => {
    await open.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(683, 384));
    await open.page.waitForFunction(() => innerWidth === 683);
  };
  const whole = async (name: string) => expect(await cutOff(open.page), name).toEqual([]);

  it("nothing is cut off or out of reach", async () => {
    open = await openHome(home);
    await small();
    const { page } = open;
    await whole("first start");
    await inDialog(byKey("Control+n"), whole);
    await inDialog(byKey("Control+/"), whole);
    await openReview();
    for (const tab of ["原文件", "读成这样", "放进报告"]) {
      await page.getByRole("navigation", { name: "面板" }).getByRole("button", { name: tab }).click();
      await whole(`review, ${tab}`);
    }
    await page.keyboard.press("Control+w");
    await openSample();
    for (const tab of ["大纲", "正文", "统计表", "校验"]) {
      await page.getByRole("navigation", { name: "面板" }).getByRole("button", { name: tab }).click();
      await whole(`workbench, ${tab}`);
    }
    await page.getByRole("menuitem", { name: "表格" }).click();
    const menu = await page.getByRole("menu").boundingBox();
    expect((menu?.y ?? 0) + (menu?.height ?? 0)).toBeLessThanOrEqual(384);
    await page.keyboard.press("Escape");
    await inDialog(byKey("Control+e"), whole);
    await inDialog(byMenu("校验", "校验记录"), whole);
    await page.keyboard.press("Control+F7");
    await page.keyboard.press("End");
    await inDialog(byMenu("校验", "写明理由或忽略"), whole);
    await page.keyboard.press("Control+w");
    await page.locator(".report-list").waitFor();
    await whole("list of reports");
  });
});

describe("the system's colours", () => {
  it("bring the contrast theme, and leave every sign visible", async () => {
    open = await openHome(home);
    const { page } = open;
    await page.emulateMedia({ forcedColors: "active" });
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset["theme"])).toBe("contrast");
    await openSample();
    // The cross in the circle is as clear as the circle.
    const [sign, ground] = await page
      .locator(".findings .severity.error .cut-out")
      .first()
      .evaluate((cut) => {
        const probe = document.body.appendChild(document.createElement("i"));
        probe.style.color = "Canvas";
        return [getComputedStyle(cut).stroke, getComputedStyle(probe).color];
      });
    expect(sign).toBe(ground);
    await page.getByRole("button", { name: "导出" }).focus();
    await page.keyboard.press("Tab");
    const outline = await page.evaluate(
      () => document.activeElement && getComputedStyle(document.activeElement).outline,
    );
    expect(outline).not.toMatch(/, 0\)|transparent|none/);
  });
});
