import { say } from "./command.mjs";
import { findElectron } from "./electron.mjs";
import { ensurePackages, hasDisplay, wishPackages } from "./packages.mjs";
import { sqliteBinding } from "./sqlite.mjs";

/**
 * Makes this machine able to run the app from the tree; silent and quick when it already is.
 *
 * @param {{ tests?: boolean }} [also]  tests: what the tests use beside the app
 * @returns {Promise<Record<string, string>>} what to add to the environment of whatever is started:
 *   ELECTRON_OVERRIDE_DIST_PATH (electron, Playwright), ELECTRON_EXEC_PATH (electron-vite), and
 *   NIANBAO_SQLITE_BINDING where better-sqlite3's own binary does not fit the runtime
 * @throws {Error} one line that says what is missing and how to get it
 */
export async function ensureRuntime({ tests = false } = {}) {
  ensurePackages([
    "window",
    ...(hasDisplay() ? [] : /** @type {const} */ (["display"])),
    ...(tests ? /** @type {const} */ (["documents"]) : []),
  ]);
  if (tests) wishPackages(["trace"]);
  const electron = await findElectron();
  const binding = await sqliteBinding(electron.version);
  return {
    ELECTRON_OVERRIDE_DIST_PATH: electron.dist,
    ELECTRON_EXEC_PATH: electron.executable,
    ...(binding !== undefined && { NIANBAO_SQLITE_BINDING: binding }),
  };
}

/** For a shell: eval "$(node build/runtime/ensure.mjs)" */
if (import.meta.main) {
  try {
    for (const [name, value] of Object.entries(await ensureRuntime())) console.log(`export ${name}='${value}'`);
  } catch (error) {
    say(error.message);
    process.exitCode = 1;
  }
}
