import { findElectron } from "./electron.mjs";

/**
 * Makes this machine able to run the app from the tree.
 * @returns {Promise<Record<string, string>>} what to add to the environment of whatever is started
 */
export async function ensureRuntime() {
  const electron = await findElectron();
  return {
    ELECTRON_OVERRIDE_DIST_PATH: electron.dist,
    ELECTRON_EXEC_PATH: electron.executable,
  };
}

if (import.meta.main) {
  for (const [name, value] of Object.entries(await ensureRuntime())) console.log(`export ${name}='${value}'`);
}
