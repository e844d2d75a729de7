import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { cacheRoot } from "./cache.mjs";
import { say } from "./command.mjs";
import { standinDist, standinFits } from "./standin.mjs";

const PROBE_MS = 4000;
const RETRY_AFTER_MS = 24 * 60 * 60 * 1000;

const home = dirname(createRequire(import.meta.url).resolve("electron/package.json"));
const { version } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));

/**
 * @typedef {object} Electron
 * @property {string} dist        folder with the executable
 * @property {string} executable  its full path
 * @property {string} version     e.g. "45.4.1"
 */

/**
 * Finds an Electron to develop with: the one the environment names, the product's own, or the stand-in.
 * The product's own is fetched at first use where its release host (or ELECTRON_MIRROR) answers.
 *
 * @returns {Promise<Electron>}
 * @throws {Error} one line saying what to set, where none can be had
 */
export async function findElectron() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) return inspect(override, "ELECTRON_OVERRIDE_DIST_PATH names");
  const own = join(home, "dist");
  if (isComplete()) return inspect(own);
  if (triedLately()) return inspect(await standinDist());
  if ((await isReachable()) && download()) return inspect(own);
  if (!standinFits) {
    throw new Error(
      `Electron ${version} cannot be fetched: set ELECTRON_MIRROR, or ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron.`,
    );
  }
  const dist = await standinDist();
  writeFileSync(lastTry, "");
  return inspect(dist);
}

/** @returns {Electron} */
function inspect(dist, whose = "The runtime is") {
  const executable = join(dist, process.platform === "win32" ? "electron.exe" : "electron");
  if (!existsSync(executable)) throw new Error(`${whose} ${dist}, but there is no ${executable}.`);
  const stated = join(dist, "version");
  return {
    dist,
    executable,
    version: existsSync(stated) ? readFileSync(stated, "utf8").trim().replace(/^v/, "") : version,
  };
}

/** The electron package writes path.txt last, so a broken download does not count. */
function isComplete() {
  const stated = join(home, "dist", "version");
  if (!existsSync(join(home, "path.txt")) || !existsSync(stated)) return false;
  return readFileSync(stated, "utf8").trim().replace(/^v/, "") === version;
}

const lastTry = join(cacheRoot, `electron-${version}-unreachable`);

/**
 * A machine without the release host is asked again once a day, not at each start: a network that was down
 * yesterday is not taken for absent for ever. Naming a mirror asks at once.
 */
function triedLately() {
  if (!standinFits || process.env.ELECTRON_MIRROR || !existsSync(lastTry)) return false;
  return Date.now() - statSync(lastTry).mtimeMs < RETRY_AFTER_MS;
}

/** A blocked host must cost seconds, not the minutes that a download may rightly take. */
async function isReachable() {
  if (process.env.ELECTRON_GET_USE_PROXY) return true; // this process would ask past the proxy
  const mirror = process.env.ELECTRON_MIRROR ?? "https://github.com/electron/electron/releases/download/";
  const folder = (process.env.ELECTRON_CUSTOM_DIR ?? "v{{ version }}").replace("{{ version }}", version);
  const url = `${mirror.replace(/\/*$/, "/")}${folder}/SHASUMS256.txt`;
  try {
    const answer = await fetch(url, { method: "HEAD", signal: AbortSignal.timeout(PROBE_MS) });
    return answer.ok;
  } catch {
    return false;
  }
}

/** The electron package's own installer: it verifies the archive against the checksums it ships with. */
function download() {
  say(`Fetching Electron ${version} (once) ...`);
  const done = spawnSync(process.execPath, [join(home, "install.js")], { stdio: ["ignore", "ignore", "ignore"] });
  return done.status === 0 && isComplete();
}
