import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { _electron, type ElectronApplication, type Page } from "playwright-core";
import { type Stage, setStage } from "./stage.ts";

/** The root of the repository, which is also the app's folder. */
export const ROOT = resolve(import.meta.dirname, "../..");

export interface LaunchOptions {
  /** Files to open. Without one the app opens its own sample. */
  readonly files?: readonly string[];
  /** Who runs it, and where from; without it the present user, from the tree. */
  readonly stage?: Stage;
}

export interface Launched {
  readonly app: ElectronApplication;
  /** The first window. Its page may still be loading. */
  readonly page: Page;
  readonly close: () => Promise<void>;
}

/** The Electron that build/runtime found; `npm test` puts it into the environment. */
export function electronPath(): string {
  const path = process.env["ELECTRON_EXEC_PATH"];
  if (!path) throw new Error("ELECTRON_EXEC_PATH is not set: run the window tests through `npm test`.");
  return path;
}

/** Starts the built app with a user folder of its own. Chromium's sandbox is on for everybody but root. */
export async function launch({ files = [], stage }: LaunchOptions = {}): Promise<Launched> {
  const asRoot = stage === undefined && process.getuid?.() === 0;
  const home = stage?.home ?? (await mkdtemp(join(tmpdir(), "nianbao-user-")));
  const app = await _electron.launch({
    executablePath: stage?.executable ?? electronPath(),
    args: [...(asRoot ? ["--no-sandbox"] : []), `--user-data-dir=${home}`, stage?.app ?? ROOT, ...files],
    // Without this Playwright itself adds --no-sandbox.
    chromiumSandbox: !asRoot,
    cwd: stage?.app ?? ROOT,
    env: { ...definedOnly(process.env), ...stage?.env },
  });
  const close = async () => {
    await app.close();
    if (stage === undefined) await rm(home, { recursive: true, force: true });
  };
  try {
    return { app, page: await app.firstWindow(), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * The built app as an ordinary user would run it, without `--no-sandbox` also where the tests run as root.
 * The caller ends the stage after closing the app.
 */
export function setAppStage(): Promise<Stage> {
  return setStage({
    electron: resolve(electronPath(), ".."),
    app: ["package.json", "out", "resources"].map((name) => join(ROOT, name)),
  });
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined));
}
