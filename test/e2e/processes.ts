import { readdirSync, readFileSync } from "node:fs";

export interface RunningProcess {
  readonly pid: number;
  readonly parent: number;
  readonly uid: number;
  readonly arguments: readonly string[];
  /** 2 when its system calls go through a filter. */
  readonly seccomp: number;
}

/** A process and everything it started, as Linux lists them. */
export function processTree(root: number): RunningProcess[] {
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(Number(name)) ?? []);
  const members = new Set([root]);
  // A child can have a smaller number than its parent: repeated until nothing is added.
  for (let before = 0; before !== members.size; ) {
    before = members.size;
    for (const { pid, parent } of all) if (members.has(parent)) members.add(pid);
  }
  return all.filter(({ pid }) => members.has(pid));
}

/** undefined when it ended meanwhile */
function readProcess(pid: number): RunningProcess | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const field = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(status)?.[1]);
    return {
      pid,
      parent: field("PPid"),
      uid: field("Uid"),
      // A process that Chromium's zygote made shows its arguments as one, with spaces between.
      arguments: readFileSync(`/proc/${pid}/cmdline`, "utf8").split(/[\0 ]/),
      seccomp: field("Seccomp"),
    };
  } catch {
    return undefined;
  }
}
