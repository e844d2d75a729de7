import { type UtilityProcess, utilityProcess } from "electron";

/**
 * The whole environment of a process apart, beside what its caller adds. It must not be empty: Electron takes an
 * empty one for none given, and hands on main's own.
 */
const ENVIRONMENT = { LANG: "C.UTF-8" };

/** Starts a process apart from main. It is told nothing of the clerk's environment. */
export function forkApart(
  entry: string,
  serviceName: string,
  more: Readonly<Record<string, string>> = {},
): UtilityProcess {
  return utilityProcess.fork(entry, [], { serviceName, env: { ...ENVIRONMENT, ...more } });
}
