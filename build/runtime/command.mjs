import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, dirname, join } from "node:path";

/** PATH with the running Node in front, so that scripts below us find the pinned one under the name `node`. */
export const pathWithNode = [dirname(process.execPath), process.env.PATH ?? ""].join(delimiter);

/**
 * Runs a command without showing it; what it said comes out only when it failed.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import("node:child_process").SpawnSyncOptions} [options]
 * @returns {string} its standard output
 * @throws {Error} with the last lines of its output
 */
export function run(command, args, options = {}) {
  const done = spawnSync(command, args, {
    ...options,
    env: { ...process.env, PATH: pathWithNode, ...options.env },
    encoding: "utf8",
    maxBuffer: 64 << 20,
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (done.status === 0) return done.stdout;
  const said = `${done.stdout ?? ""}\n${done.stderr ?? ""}`.trim().split("\n").slice(-15).join("\n");
  throw new Error(
    `${command} ${args.join(" ")}: ${done.error?.message ?? `exit ${done.status ?? done.signal}`}\n${said}`,
  );
}

/** @returns {string | undefined} the full path of a command that PATH knows */
export function which(command) {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    const file = join(folder, command);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // not here: the next folder
    }
  }
  return undefined;
}

/** One line to the person at the prompt, on stderr: stdout belongs to the program that is being run. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}
