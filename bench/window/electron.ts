import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { processTree } from "../../test/e2e/processes.ts";

/** What is started: our program, or a peer's page in the same Electron. */
export interface Program {
  /** Electron's arguments: the app, then what it is to show. */
  readonly args: readonly string[];
  /** Its user folder: kept, so that each start but the first finds its caches, as a clerk's does. */
  readonly home: string;
}

const ROOT = resolve(import.meta.dirname, "../..");

/** Our program; `more` are a file or switches. */
export const ours = (folder: string, name: string, ...more: string[]): Program => ({
  args: [ROOT, ...more],
  home: join(folder, `ours-${name}`),
});

/** The peer's page of that name in bench/pages. */
export const peer = (folder: string, page: string): Program => ({
  args: [join(ROOT, "bench/pages"), `--page=${page}`],
  home: join(folder, `peer-${page}`),
});

/** The Electron that build/runtime found. */
export function electronPath(): string {
  const path = process.env["ELECTRON_EXEC_PATH"];
  if (!path) throw new Error("ELECTRON_EXEC_PATH is not set");
  return path;
}

/** What Electron is given beside the program. */
export function switches({ home }: Program): string[] {
  mkdirSync(home, { recursive: true });
  return [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), `--user-data-dir=${home}`];
}

/** The program's word that its window has painted something to work with. */
const READY = "nianbao: window ready";

/** An Electron that has shown nothing by then never will; seldom, and of an empty window too. */
const PATIENCE_MS = 30_000;

/** Starts a program; resolves when its window is painted. One that hangs is ended and started again. */
export async function start(program: Program): Promise<ChildProcess> {
  const child = spawn(electronPath(), [...switches(program), ...program.args], { stdio: ["ignore", "pipe", "ignore"] });
  let said = "";
  const ready = await new Promise<boolean>((done, failed) => {
    const timer = setTimeout(() => done(false), PATIENCE_MS);
    child.stdout.on("data", (data: Buffer) => {
      said += data.toString();
      if (!said.includes(READY)) return;
      clearTimeout(timer);
      done(true);
    });
    child.once("exit", (code) => failed(new Error(`${program.args.join(" ")} ended with ${code}:\n${said}`)));
  });
  if (ready) return child;
  await stop(child, "SIGKILL");
  return start(program);
}

/** Ends a program and waits until it is gone. */
export function stop(child: ChildProcess, signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
  return new Promise((done) => {
    child.removeAllListeners("exit");
    child.once("exit", () => done());
    child.kill(signal);
  });
}

/** Bytes of memory of a program and all its processes: what several share counts a part to each (PSS). */
export function memoryOf(child: ChildProcess): number {
  return processTree(child.pid ?? 0).reduce((sum, { pid }) => sum + proportionalBytes(pid), 0);
}

function proportionalBytes(pid: number): number {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
  return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) * 1024;
}
