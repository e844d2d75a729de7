import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { borders, type PageInput, pdf } from "../formats/pdf/build.ts";
import { xls } from "../formats/xls/build.ts";
import { form2014 } from "../support/forms.ts";
import { openHome } from "./window-app.ts";

const ROWS = (form2014.file.tables[0]?.rows ?? [])
  .filter(({ origin }) => origin === "national")
  .map(({ label, unit, kind }, i) => [label, unit, kind === "header" ? "" : String(i)]);
const TEXT = [
  "青禾街道2018年政府信息公开工作年度报告",
  "一、基本工作情况",
  "做了工作。",
  "二、主动公开政府信息情况",
  "公开了信息。",
];

/** A printed report: a page of text, and its table over two pages. */
function printed(): Uint8Array {
  const pages: PageInput[] = [{ texts: TEXT.map((text, i) => ({ x: 80, y: 120 + i * 28, text, size: 14 })) }];
  for (const rows of [ROWS.slice(0, 33), ROWS.slice(33)]) {
    const [xs, top] = [[40, 430, 490, 555], 80];
    const ys = Array.from({ length: rows.length + 1 }, (_, i) => top + i * 20);
    const texts = rows.flatMap((row, r) =>
      row.map((text, c) => ({ x: (xs[c] ?? 0) + 4, y: top + r * 20 + 14, text, size: 9 })),
    );
    pages.push({ texts, lines: borders(xs, ys) });
  }
  return pdf(pages);
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "nianbao-kinds-"));
  await writeFile(join(folder, "报告.pdf"), printed());
  await writeFile(join(folder, "统计表.xls"), xls([["统计指标", "单位", "统计数"], ...ROWS]));
  await writeFile(join(folder, "正文.txt"), TEXT.join("\n"));
  await writeFile(join(folder, "扫描.pdf"), pdf([{ lines: [[10, 10, 500, 10]] }]));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function choose(...names: readonly string[]) {
  const open = await openHome();
  await open.app.evaluate(
    ({ dialog }, filePaths) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths });
    },
    names.map((name) => join(folder, name)),
  );
  await open.page.keyboard.press("Control+i");
  return open;
}

it("a PDF comes to the review with every cell of its table to be checked", async () => {
  const { page, close, complaints } = await choose("报告.pdf");
  await page.locator(".review").waitFor();
  expect(await page.locator(".review").innerText()).toContain("按字的位置读作");
  expect(await page.locator(".source").innerText()).toContain("公开了信息。");
  // Its cells are confirmed together, and taken back together.
  const left = () => page.locator(".review-bar").innerText();
  const alike = page.getByRole("button", { name: /^同类 \d+ 处都确认$/ });
  await page.locator(".source button.mark").nth(1).click();
  await expect
    .poll(() => page.locator(".items .now .mark").innerText())
    .toBe(await page.locator(".source .now .mark").first().innerText());
  await alike.click();
  await expect.poll(left).toMatch(/已核对 (?:5\d|[6-9]\d)/);
  await page.keyboard.press("Control+z");
  await expect.poll(left).toContain("已核对 0");
  await close();
  expect(complaints).toEqual([]);
});

it("a text and an old Excel table chosen together come to the review as one report", async () => {
  const { page, close, complaints } = await choose("统计表.xls", "正文.txt");
  await page.locator(".review").waitFor();
  const shown = await page.locator(".review").innerText();
  for (const part of ["一、基本工作情况", "二、主动公开政府信息情况", "58 格有数"]) expect(shown).toContain(part);
  expect(shown).not.toContain("没有找到");
  await close();
  expect(complaints).toEqual([]);
});

it("a scanned PDF is named as such, and the window goes on", async () => {
  const { page, close, complaints } = await choose("扫描.pdf");
  await page.getByText("扫描件").waitFor();
  await close();
  expect(complaints).toEqual([]);
});
