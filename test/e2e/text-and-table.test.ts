import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { CLEAN_2014, reportWith } from "../forms/tables.ts";
import { form2014 } from "../support/forms.ts";
import { type OpenApp, openReport } from "./window-app.ts";

let folder: string;
let open: OpenApp;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "nianbao-said-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
afterEach(async () => {
  const { complaints } = open;
  await open.close();
  expect(complaints).toEqual([]);
});

const TEXT = "（一）全年共收到政府信息公开申请 2 件，均按时答复。";

async function openText(): Promise<void> {
  const file = join(folder, "report.json");
  const report = reportWith(form2014, {
    ...CLEAN_2014,
    "3.1": "3",
    "3.1.1": "3",
    "3.2": "3",
    "3.2.1": "3",
    "3.3": "3",
    "3.3.2": "3",
  });
  const sections = [
    { key: "preamble", heading: "", paragraphs: ["根据有关规定编制本报告。"] },
    { key: "on-request", heading: "一、依申请公开政府信息情况", paragraphs: [TEXT] },
  ];
  await writeFile(
    file,
    JSON.stringify({ ...report, year: 2018, unit: "试验街道", sections, annex: { filler: "王小明" } }),
  );
  open = await openReport(file);
}

const finding = () => open.page.locator('.findings [role="row"]').filter({ hasText: "正文写“2 件”" });
const wavy = () => open.page.locator(".tiptap .disagrees");
const text = () => open.page.getByRole("textbox", { name: "报告正文" });

describe("a number in the text that is not the table's", () => {
  it("is underlined where it stands, found, and leads there", async () => {
    await openText();
    expect(await wavy().allInnerTexts()).toEqual(["2"]);
    expect(await wavy().getAttribute("title")).toContain("表内“三（一）收到申请数”为 3");
    expect(await finding().count()).toBe(1);
    await finding().getByRole("button", { name: "跳转" }).click();
    await expect.poll(() => text().evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it("becomes the table's by one button, and undo brings it back", async () => {
    await openText();
    await finding().getByRole("button", { name: "正文改为 3" }).click();
    await expect.poll(() => text().innerText()).toContain("申请 3 件");
    expect(await finding().count()).toBe(0);
    expect(await wavy().count()).toBe(0);
    await text().click();
    await open.page.keyboard.press("Control+z");
    await expect.poll(() => text().innerText()).toContain("申请 2 件");
    await expect.poll(() => wavy().allInnerTexts()).toEqual(["2"]);
  });

  it("is followed while the text and the table are typed", async () => {
    await openText();
    await text().locator("p").first().click();
    await open.page.keyboard.press("End");
    await open.page.keyboard.type("另收到政府信息公开申请 4 件。");
    await expect.poll(() => wavy().allInnerTexts()).toEqual(["4", "2"]);
    await open.page.locator('[id="cell_3.1_value"]').click();
    await open.page.keyboard.type("4");
    await open.page.keyboard.press("Enter");
    await expect.poll(() => wavy().allInnerTexts()).toEqual(["2"]);
  });

  it("may be left as it is with a reason, which ends when the text says another number", async () => {
    await openText();
    await finding().getByRole("button", { name: "忽略…" }).click();
    const dialog = open.page.locator("dialog[open]");
    await dialog.getByRole("textbox").first().fill("口径不同：正文只计网上申请。");
    await dialog.getByRole("button", { name: /忽略/ }).click();
    await expect.poll(() => wavy().count()).toBe(0);
    await text().locator("p").last().click();
    await open.page.keyboard.press("Home");
    await open.page.keyboard.type("受理政府信息公开申请 5 件，");
    await expect.poll(() => wavy().allInnerTexts()).toEqual(["5"]);
  });
});
