import { join } from "node:path";
import type { ElectronApplication, Page } from "playwright-core";
import { vi } from "vitest";
import { launch, ROOT } from "./launch.ts";

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

/** Starts the built program with files and waits until its window shows something. */
export async function openApp(...files: string[]): Promise<OpenApp> {
  const { app, page, close } = await launch({ files });
  let written = "";
  app.process().stdout?.on("data", (data: Buffer) => {
    written += data.toString();
  });
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await vi.waitUntil(() => written.includes(READY), { timeout: 30_000 });
  return { app, page, output: () => written, complaints, close };
}

/** How somebody starts the same program once more for the same user. */
export async function secondStart({ app }: OpenApp, ...files: string[]): Promise<string[]> {
  const home = await app.evaluate(({ app: main }) => main.getPath("userData"));
  return [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), `--user-data-dir=${home}`, ROOT, ...files];
}
