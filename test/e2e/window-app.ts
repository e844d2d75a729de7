import { join } from "node:path";
import type { ElectronApplication, Page } from "playwright-core";
import { vi } from "vitest";
import { type LaunchOptions, launch, ROOT } from "./launch.ts";

/** The project's own sample, which a start without a file opens. */
export const SAMPLE = join(ROOT, "resources/samples/示范街道2018年报告.json");

/** The program's own word that its window shows something. */
const READY = "nianbao: window ready";

export interface OpenApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** What the program has written to its standard output. */
  readonly output: () => string;
  /** Errors of the page, and what it logged as an error. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}

/**
 * Starts the built program and waits until its window shows something: files to be looked at, without any the
 * project's own sample as a report of the database.
 */
export function openApp(...files: string[]): Promise<OpenApp> {
  return openWith({ files: files.length > 0 ? files : ["--sample"] });
}

/** Starts the program with a file and puts that into a report of its own year, everything confirmed as it was read. */
export async function openReport(file: string): Promise<OpenApp> {
  const open = await openApp(file);
  await open.page.getByRole("button", { name: "放进报告…" }).click();
  await putIntoReport(open.page);
  return open;
}

/** Confirms whatever waits in the review, as it was read, and puts it all in. */
export async function putIntoReport(page: Page): Promise<void> {
  await page.locator(".review").waitFor();
  const next = page.getByRole("button", { name: "确认，下一处" });
  while ((await next.count()) > 0) await next.click();
  await page.getByRole("button", { name: "放进报告", exact: true }).click();
  await page.locator(".workbench").waitFor();
}

/** Starts the program as a clerk does: at its first screen, or with files. `home` is a user folder to be used again. */
export function openHome(home?: string, ...files: string[]): Promise<OpenApp> {
  return openWith({ files, ...(home === undefined ? {} : { home }) });
}

/** Starts the program in a way of the test's own. */
export async function openWith(options: LaunchOptions): Promise<OpenApp> {
  const { app, page, output, close } = await launch(options);
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await vi.waitUntil(() => output().includes(READY), { timeout: 30_000 });
  return { app, page, output, complaints, close };
}

/** How somebody starts the same program once more for the same user. */
export async function secondStart({ app }: OpenApp, ...files: string[]): Promise<string[]> {
  const home = await app.evaluate(({ app: main }) => main.getPath("userData"));
  return [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), `--user-data-dir=${home}`, ROOT, ...files];
}
