import { spawnSync } from "node:child_process";

/** A program of somebody else's that we are measured against. */
export interface Peer {
  readonly name: string;
  /** What it says its version is; `null` when the machine has it not. */
  readonly version: string | null;
  /** The command that brings it. */
  readonly install: string;
}

export const PANDOC: Peer = peer("pandoc", "apt-get install pandoc");
export const SOFFICE: Peer = peer("soffice", "apt-get install libreoffice-writer");

function peer(name: string, install: string): Peer {
  const asked = spawnSync(name, ["--version"], { encoding: "utf8" });
  const version = asked.status === 0 ? (/\d+(?:\.\d+)+/.exec(asked.stdout)?.[0] ?? "?") : null;
  return { name, version, install };
}

/** Runs a program to its end and gives its output. @throws Error when it fails: a failed run is no time. */
export function run(command: string, args: readonly string[]): string {
  const done = spawnSync(command, args, { encoding: "utf8", maxBuffer: 64 << 20 });
  if (done.status === 0) return done.stdout;
  throw new Error(`${command} ${args.join(" ")}: ${done.error?.message ?? `exit ${done.status}`}\n${done.stderr}`);
}
