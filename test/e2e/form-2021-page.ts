import type { Locator, Page } from "playwright-core";
import { type OpenApp, openHome } from "./window-app.ts";

/** An empty report of a year, made as a clerk makes it. */
export async function openBlank(year: number, home?: string): Promise<OpenApp> {
  const open = await openHome(home);
  await blankReport(open.page, year);
  return open;
}

export async function blankReport(page: Page, year: number): Promise<void> {
  await page.getByRole("region", { name: "开始" }).getByRole("button", { name: "新建报告" }).click();
  await page.getByLabel("哪一年的报告").selectOption(String(year));
  await page.getByRole("dialog").getByRole("button", { name: "新建", exact: true }).click();
  await page.locator(".workbench").waitFor();
}

/** A table at its place in the text. */
export function tableInText(page: Page, key: string): Locator {
  return page.locator(`.section-table[data-table="${key}"]`);
}

/** Its cell. */
export function cellInText(page: Page, key: string, row: string, column: string): Locator {
  return tableInText(page, key).locator(`[data-row="${row}"][data-column="${column}"]`);
}
