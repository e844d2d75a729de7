import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** Where everything fetched or built once is kept: outside the tree, so that no package can pick it up. */
export const cacheRoot = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "nianbao");

const PARTIAL = /^\.partial-(\d+)-/;

/**
 * Answers the path of a cached entry and makes it first if it is not there.
 * `make` works in a folder of its own that gets its final name only when it is complete, so an interrupted run
 * leaves nothing that looks finished; two runs at once both work, the slower one's folder is thrown away.
 *
 * @param {string} name  folder name under the cache root; says everything the content depends on
 * @param {(folder: string) => Promise<void> | void} make
 * @returns {Promise<string>} the folder
 */
export async function cached(name, make) {
  const final = join(cacheRoot, name);
  if (existsSync(final)) return final;
  mkdirSync(cacheRoot, { recursive: true });
  removeAbandoned();
  const partial = join(cacheRoot, `.partial-${process.pid}-${name}`);
  try {
    mkdirSync(partial);
    await make(partial);
    try {
      renameSync(partial, final);
    } catch (error) {
      if (!existsSync(final)) throw error;
    }
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
  return final;
}

/** @param {readonly string[]} files @returns {string} a short key that changes when one of the files does */
export function contentKey(...files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(file)).update("\0");
  return hash.digest("hex").slice(0, 8);
}

/** What runs that were killed left behind. A folder whose process still lives is in use. */
function removeAbandoned() {
  for (const name of readdirSync(cacheRoot)) {
    const pid = PARTIAL.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(cacheRoot, name), { recursive: true, force: true });
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
