import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { electronPath } from "./launch.ts";
import { remotePeers } from "./sockets.ts";

/** Sees what Electron and all that it starts do with the network. */
export interface NetWatch {
  /** How it sees: system calls, or, where strace cannot be had, less. */
  readonly way: string;
  /** Starts Electron under watch; takes Electron's arguments. */
  readonly executable: string;
  /** To be given to Electron. */
  readonly switches: readonly string[];
  /** Follows the processes below this one, where system calls cannot be seen. */
  readonly follow: (pid: number) => void;
  /** All that was turned to a network, and all that was asked of one, after the watched programs have ended. */
  readonly contacts: () => Promise<string[]>;
  readonly remove: () => Promise<void>;
}

/** Chromium's own log of its network service is always read; beside it system calls, or the sockets that Linux lists. */
export async function watchNetwork({ strace = canTrace() } = {}): Promise<NetWatch> {
  const folder = await mkdtemp(join(tmpdir(), "nianbao-net-"));
  const traces = join(folder, "traces");
  await mkdir(traces);
  const netLog = join(folder, "net-log.json");
  const executable = join(folder, "run");
  const trace = `strace -f --seccomp-bpf -qq -e trace=network -e signal=none -o '${traces}'/$$ `;
  await writeFile(executable, `#!/bin/sh\nexec ${strace ? trace : ""}'${electronPath()}' "$@"\n`, { mode: 0o755 });
  const sockets = strace ? null : pollSockets();
  return {
    way: `${strace ? "system calls (strace)" : "sockets in /proc, every 20 ms"} and Chromium's network log`,
    executable,
    switches: [`--log-net-log=${netLog}`],
    follow: (pid) => sockets?.follow(pid),
    contacts: async () => [
      ...(await tracedContacts(traces)),
      ...(sockets?.contacts() ?? []),
      ...loggedContacts(await readFile(netLog, "utf8")),
    ],
    remove: () => {
      sockets?.stop();
      return rm(folder, { recursive: true, force: true });
    },
  };
}

function canTrace(): boolean {
  return spawnSync("strace", ["-f", "--seccomp-bpf", "-qq", "-e", "trace=network", "true"]).status === 0;
}

/** Only what a socket of the internet is told to do; being asked for its own name takes it nowhere. */
const TURNED =
  /^\d+ +(connect|sendto|sendmsg|sendmmsg|bind)\(.*sa_family=AF_INET6?,.*?(?:inet_addr\(|AF_INET6, )"([^"]+)"/;

async function tracedContacts(folder: string): Promise<string[]> {
  const files = await readdir(folder);
  const lines = await Promise.all(files.map(async (name) => (await readFile(join(folder, name), "utf8")).split("\n")));
  return lines.flat().flatMap((line) => {
    const [, call, address] = TURNED.exec(line) ?? [];
    if (call === undefined || address === undefined) return [];
    // Playwright's debuggers listen on this machine alone.
    return call === "bind" && isLocal(address) ? [] : [`${call} ${address}`];
  });
}

interface LoggedEvent {
  readonly type: number;
  readonly params?: { readonly url?: string; readonly address?: string; readonly host?: string };
}

/** Requests for what is not ours, names to be resolved, connections begun: also those that were blocked at once. */
function loggedContacts(text: string): string[] {
  // A browser that was killed leaves the list open.
  const whole = text.trimEnd().endsWith("}") ? text : `${text.trimEnd().replace(/,$/, "")}]}`;
  const { constants, events }: { constants: { logEventTypes: Record<string, number> }; events: LoggedEvent[] } =
    JSON.parse(whole);
  const named = new Map(Object.entries(constants.logEventTypes).map(([name, type]) => [type, name]));
  return events.flatMap(({ type, params }) => {
    const name = named.get(type) ?? "";
    const what = params?.url ?? params?.address ?? params?.host;
    if (what === undefined || what.startsWith("app://")) return [];
    return /REQUEST_ALIVE|CONNECT|RESOLVER/.test(name) ? [`${name} ${what}`] : [];
  });
}

/** The sockets of a family of processes that lead away from this machine, as often as one can look. */
function pollSockets() {
  const seen = new Set<string>();
  const followed: number[] = [];
  const timer = setInterval(() => {
    for (const address of followed.flatMap(remotePeers)) seen.add(address);
  }, 20);
  return {
    follow: (pid: number) => followed.push(pid),
    contacts: () => [...seen].map((address) => `socket to ${address}`),
    stop: () => clearInterval(timer),
  };
}

const isLocal = (address: string) => address.startsWith("127.") || address === "::1";
