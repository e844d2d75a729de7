import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { cached, contentKey } from "./cache.mjs";
import { run, say } from "./command.mjs";
import { ensurePackages } from "./packages.mjs";

const require = createRequire(import.meta.url);
const shim = join(import.meta.dirname, "napi9.h");

/** Counts up when the way of building below changes, so that nobody keeps a binary built in the old way. */
const RECIPE = 1;

/** The first Electron whose Node has Node-API 10, which better-sqlite3's own prebuilt binary needs. */
const FIRST_WITH_NODE_API_10 = 35;

/**
 * The better-sqlite3 binary for an Electron that is older than its prebuilt one, built once.
 *
 * @param {string} electronVersion
 * @returns {Promise<string | undefined>} path of the binary; undefined where the prebuilt one fits
 */
export async function sqliteBinding(electronVersion) {
  if (Number.parseInt(electronVersion, 10) >= FIRST_WITH_NODE_API_10) return undefined;
  const manifest = require.resolve("better-sqlite3/package.json");
  const { version } = JSON.parse(readFileSync(manifest, "utf8"));
  const folder = await cached(
    `better-sqlite3-${version}-napi9-${process.platform}-${process.arch}-${RECIPE}-${contentKey(shim)}`,
    (target) => {
      ensurePackages(["compiler"]);
      say(`Building better-sqlite3 ${version} for Electron ${electronVersion} (about a minute, once) ...`);
      build(dirname(manifest), target);
    },
  );
  return join(folder, "better_sqlite3.node");
}

function build(source, target) {
  const work = join(target, ".work");
  cpSync(source, work, { recursive: true });
  rmSync(join(work, "prebuilds"), { recursive: true, force: true });
  aimAtNodeApi9(work);
  run(
    process.execPath,
    [
      require.resolve("node-gyp/bin/node-gyp.js"),
      ...["rebuild", "--release", "--force_build=1", `--nodedir=${headers()}`, "--jobs=max"],
    ],
    // binding.gyp asks Node for node-addon-api, which lies beside better-sqlite3 and not beside this copy of it
    { cwd: work, env: { NODE_PATH: dirname(source) } },
  );
  cpSync(join(work, "build", "Release", "better_sqlite3.node"), join(target, "better_sqlite3.node"));
  rmSync(work, { recursive: true });
}

/** @throws {Error} when a newer better-sqlite3 is built in another way: then this recipe must be looked at again */
function aimAtNodeApi9(work) {
  const project = join(work, "binding.gyp");
  const source = join(work, "src", "better_sqlite3.cpp");
  const original = readFileSync(project, "utf8");
  const aimed = original.replace("'NAPI_VERSION=10'", "'NAPI_VERSION=9'");
  if (aimed === original || !existsSync(source)) throw new Error(`${project}: not the expected build file`);
  writeFileSync(project, aimed);
  cpSync(shim, join(work, "src", "napi9.h"));
  writeFileSync(source, `#include "napi9.h"\n${readFileSync(source, "utf8")}`);
}

/** The pinned Node's package carries its headers; a Node installed by the system has them in its prefix. */
function headers() {
  const prefix = dirname(dirname(process.execPath));
  for (const folder of [prefix, "/usr"]) if (existsSync(join(folder, "include", "node", "node_api.h"))) return folder;
  throw new Error(`no Node headers under ${prefix} or /usr`);
}
