import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { pathWithNode } from "./runtime/command.mjs";

/** The root of the repository. */
export const root = resolve(import.meta.dirname, "..");

/**
 * What is built, from what. A build counts as fresh while nothing it could read is newer than it, folders included:
 * a file that was deleted shows in its folder.
 */
const TARGETS = {
  window: {
    tool: ["electron-vite", "build"],
    sources: ["src", "resources", "electron.vite.config.ts", "package-lock.json"],
  },
  cli: {
    tool: ["vite", "build", "-c", "build/cli.vite.config.ts"],
    sources: [
      "src/core",
      "src/formats",
      "src/cli",
      "resources",
      "build/cli.vite.config.ts",
      "build/tested-forms.mjs",
      "package-lock.json",
    ],
  },
  fuzz: {
    tool: ["vite", "build", "-c", "build/fuzz.vite.config.ts"],
    sources: ["test/fuzz/app", "src/main", "build/fuzz.vite.config.ts", "package-lock.json"],
  },
  bench: {
    tool: ["vite", "build", "-c", "build/bench.vite.config.ts"],
    sources: ["bench/pages", "resources", "build/bench.vite.config.ts", "package-lock.json"],
  },
};

/**
 * Builds what is stale. A quiet build shows the tool's output only when it fails.
 *
 * @param {readonly ("window" | "cli" | "bench" | "fuzz")[]} targets
 * @param {{ quiet?: boolean, always?: boolean }} [how]
 * @throws {Error} when a build fails; the tool's output is already on stderr
 */
export function build(targets, { quiet = true, always = false } = {}) {
  for (const target of targets) {
    const { tool, sources } = TARGETS[target];
    const stamp = join(root, "out", `.built-${target}`);
    if (!always && modifiedAt(stamp) > Math.max(...sources.map((source) => newest(join(root, source))))) continue;
    rmSync(stamp, { force: true });
    const started = new Date();
    runTool(tool, quiet);
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, "");
    // The start of the build, not its end: a source saved meanwhile is newer.
    utimesSync(stamp, started, started);
  }
}

/** The script behind a package's command, for `process.execPath`: works on every system, with the Node of this run. */
export function packageCommand(name) {
  const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
  return join(dirname(manifest), JSON.parse(readFileSync(manifest, "utf8")).bin[name]);
}

function runTool([name, ...args], quiet) {
  const done = spawnSync(process.execPath, [packageCommand(name), ...args], {
    cwd: root,
    env: { ...process.env, PATH: pathWithNode },
    stdio: quiet ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
    encoding: "utf8",
  });
  if (done.status === 0) return;
  if (quiet) process.stderr.write(`${done.stdout}${done.stderr}`);
  throw new Error(`The build failed: ${name} ${args.join(" ")}`);
}

/** @returns {number} the newest modification below a path, in milliseconds */
function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), stat.mtimeMs);
}

function modifiedAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
