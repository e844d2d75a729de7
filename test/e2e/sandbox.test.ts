import { cp } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch, setAppStage } from "./launch.ts";
import { runUntil } from "./plain-run.ts";
import { processTree } from "./processes.ts";
import type { Stage } from "./stage.ts";

/** The app's own word that its first window shows something. */
const READY = "nianbao: window ready";

const SECCOMP_FILTER = 2;

let stage: Stage;

beforeAll(async () => {
  stage = await setAppStage();
});

afterAll(() => stage.remove());

test("an ordinary user runs the app with Chromium's sandbox on", async () => {
  const empty = join(stage.home, "empty");
  await cp(join(import.meta.dirname, "fixtures/empty"), empty, { recursive: true });
  const tryEmpty = (...switches: string[]) =>
    runUntil("empty: loaded", stage.executable, [`--user-data-dir=${stage.home}/trial`, ...switches, empty], stage);

  const sandboxed = await tryEmpty();
  if (sandboxed.said) return expectSandboxed();

  const open = await tryEmpty("--no-sandbox");
  expect(open.said, `Not for want of a sandbox: no window opens for an ordinary user.\n${open.output}`).toBe(true);
  console.warn(`This kernel forbids Chromium's sandbox, seen with an empty app:\n${sandboxed.output}`);
  await expectNoWindow();
});

async function expectSandboxed(): Promise<void> {
  const { app, page, close } = await launch({ stage });
  try {
    await page.locator("main, .workbench").first().waitFor();
    const pid = app.process().pid;
    if (pid === undefined) throw new Error("the app has no process");
    const tree = processTree(pid);
    const renderers = tree.filter((process) => process.arguments.includes("--type=renderer"));
    expect(renderers.length).toBeGreaterThan(0);
    expect(renderers.map((process) => process.seccomp)).toEqual(renderers.map(() => SECCOMP_FILTER));
    expect(tree.filter((process) => process.uid === 0)).toEqual([]);
    expect(tree.filter((process) => process.arguments.includes("--no-sandbox"))).toEqual([]);
  } finally {
    await close();
  }
}

/** Where the sandbox cannot be had, only an app that turned it off could open a window. */
async function expectNoWindow(): Promise<void> {
  const attempt = await runUntil(READY, stage.executable, [`--user-data-dir=${stage.home}`, stage.app], stage);
  expect(attempt.said, attempt.output).toBe(false);
}
