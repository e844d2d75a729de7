import { spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { REPO } from "./forms.ts";

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built command line as other programs do: `node out/cli/index.js …`. */
export function nianbao(...args: readonly string[]): Run {
  const done = spawnSync(process.execPath, [join(REPO, "out", "cli", "index.js"), ...args], {
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

export function freshFolder(): string {
  return mkdtempSync(join(tmpdir(), "nianbao-cli-"));
}
