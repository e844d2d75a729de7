import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { _electron, type ElectronApplication, type Page } from "playwright-core";
import { type Stage, setStage } from "./stage.ts";

/** The development runtime crashes at about one start in a hundred, before any code of ours runs: it is started again. */
async function started(options: Parameters<typeof _electron.launch>[0]): Promise<ElectronApplication> {
  for (let tries = 3; ; tries -= 1) {
    try {
      return await _electron.launch(options);
    } catch (error) {
      if (tries <= 1 || !String(error).includes("Process failed to launch")) throw error;
    }
  }
}

/** The root of the repository, which is also the app's folder. */
export const ROOT = resolve(import.meta.dirname, "../..");

/** Loaded before the app; says why. */
const HOLD_READY = join(import.meta.dirname, "hold-ready.cjs");

export interface LaunchOptions {
  /** Files to open, or switches. Without one the app opens at its first screen. */
  readonly files?: readonly string[];
  /** A user folder that stays afterwards; without it a fresh one, removed at the end. */
  readonly home?: string;
  /** A program that starts Electron and takes its arguments; without it Electron itself. */
  readonly executable?: string;
  /** Who runs it, and where from; without it the present user, from the tree. */
  readonly stage?: Stage;
}

export interface Launched {
  readonly app: ElectronApplication;
  /** The first window. Its page may still be loading. */
  readonly page: Page;
  /** What the program has written to its standard output. */
  readonly output: () => string;
  readonly close: () => Promise<void>;
}

/** The Electron that build/runtime found; `npm test` puts it into the environment. */
export function electronPath(): string {
  const path = process.env["ELECTRON_EXEC_PATH"];
  if (!path) throw new Error("ELECTRON_EXEC_PATH is not set: run the window tests through `npm test`.");
  return path;
}

/** Starts the built app with a user folder of its own. Chromium's sandbox is on for everybody but root. */
export async function launch({ files = [], home: kept, executable, stage }: LaunchOptions = {}): Promise<Launched> {
  const asRoot = stage === undefined && process.getuid?.() === 0;
  const home = kept ?? stage?.home ?? (await mkdtemp(join(tmpdir(), "nianbao-user-")));
  const app = await started({
    executablePath: executable ?? stage?.executable ?? electronPath(),
    args: [
      "-r",
      stage ? join(stage.app, basename(HOLD_READY)) : HOLD_READY,
      ...(asRoot ? ["--no-sandbox"] : []),
      `--user-data-dir=${home}`,
      stage?.app ?? ROOT,
      ...files,
    ],
    // Without this Playwright itself adds --no-sandbox.
    chromiumSandbox: !asRoot,
    cwd: stage?.app ?? ROOT,
    env: { ...definedOnly(process.env), ...stage?.env },
  });
  let written = "";
  // Before anything is waited for: a quick window has spoken by then.
  app.process().stdout?.on("data", (data: Buffer) => {
    written += data.toString();
  });
  const close = async () => {
    await app.close();
    if (stage === undefined && kept === undefined) await rm(home, { recursive: true, force: true });
  };
  try {
    return { app, page: await app.firstWindow(), output: () => written, close };
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
    app: [...["package.json", "out", "resources"].map((name) => join(ROOT, name)), HOLD_READY],
    modules: [join(ROOT, "node_modules/better-sqlite3")],
  });
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined));
}
