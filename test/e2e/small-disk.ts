import { execFile } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { ROOT } from "./launch.ts";
import type { OpenApp } from "./window-app.ts";

const run = promisify(execFile);

/** A folder on a disk that can be filled to the last byte. */
export interface SmallDisk {
  /** Makes the program feel the disk. To be called once its window is open; its store is started anew. */
  readonly attach: (open: OpenApp) => Promise<void>;
  readonly fill: () => Promise<void>;
  readonly free: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

/** A disk of two megabytes at `folder`; where none can be mounted, SQLite is told that it is full. */
export async function smallDisk(folder: string): Promise<SmallDisk> {
  await mkdir(folder, { recursive: true });
  try {
    await run("mount", ["-t", "tmpfs", "-o", "size=2m,mode=777", "tmpfs", folder]);
  } catch {
    return toldDisk(folder);
  }
  const filler = join(folder, "别的文件.bin");
  return {
    attach: async () => {},
    fill: async () => {
      const bytes = Buffer.alloc(4096);
      const full = await writeUntilFull(filler, bytes);
      if (!full) throw new Error(`${folder} has no end`);
    },
    free: () => rm(filler),
    remove: async () => void (await run("umount", [folder])),
  };
}

/** @returns whether the disk was full in the end */
async function writeUntilFull(path: string, bytes: Uint8Array): Promise<boolean> {
  for (let n = 0; n < 1024; n += 1) {
    try {
      await writeFile(path, bytes, { flag: "a" });
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "ENOSPC") return true;
      throw error;
    }
  }
  return false;
}

function toldDisk(folder: string): SmallDisk {
  const flag = `${folder}.full`;
  return {
    attach: ({ app }) =>
      app.evaluate(
        async ({ app: main, utilityProcess }, given) => {
          const fork = utilityProcess.fork.bind(utilityProcess);
          utilityProcess.fork = (entry, args, options) =>
            options?.serviceName === "nianbao-store"
              ? fork(given.fixture, [given.flag, given.entry], options)
              : fork(entry, args, options);
          for (const { name, pid } of main.getAppMetrics()) if (name === "nianbao-store") process.kill(pid, "SIGKILL");
        },
        {
          fixture: join(import.meta.dirname, "fixtures/full/store.js"),
          entry: pathToFileURL(join(ROOT, "out/main/store.js")).href,
          flag,
        },
      ),
    fill: () => writeFile(flag, ""),
    free: () => rm(flag),
    remove: () => rm(flag, { force: true }),
  };
}
