import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { processTree } from "./processes.ts";

/**
 * Where the sockets of a process and all that it started lead, this machine itself apart, as Linux lists them at
 * this moment: addresses in the hexadecimal of /proc/net.
 */
export function remotePeers(root: number): string[] {
  return processTree(root).flatMap(({ pid }) => peersOf(pid));
}

function peersOf(pid: number): string[] {
  const own = socketsOf(pid);
  if (own.size === 0) return [];
  return ["tcp", "tcp6", "udp", "udp6"].flatMap((table) =>
    linesOf(`/proc/${pid}/net/${table}`).flatMap((line) => {
      const fields = line.trim().split(/\s+/);
      const [address = "", port = "0000"] = fields[2]?.split(":") ?? [];
      return own.has(fields[9] ?? "") && port !== "0000" && !THIS_MACHINE.test(address) ? [address] : [];
    }),
  );
}

/** 127.x.x.x, ::1, and the former written as the latter. */
const THIS_MACHINE = /^(?:.{6}7F|0{24}01000000|0{16}FFFF0000.{6}7F)$/;

/** Inode numbers; none for a process that has ended meanwhile. */
function socketsOf(pid: number): Set<string> {
  const folder = `/proc/${pid}/fd`;
  return new Set(
    orNone(() => readdirSync(folder)).flatMap((name) =>
      orNone(() => [/^socket:\[(\d+)\]$/.exec(readlinkSync(`${folder}/${name}`))?.[1] ?? ""]),
    ),
  );
}

function linesOf(path: string): string[] {
  return orNone(() => readFileSync(path, "utf8").split("\n").slice(1));
}

function orNone<T>(read: () => T[]): T[] {
  try {
    return read();
  } catch {
    return [];
  }
}
