/**
 * What the stand-in Electron runs first: it opens the app folder (or script) named on the command line,
 * as `electron PATH` does. Electron's own build carries the same thing inside its default_app.asar;
 * the stand-in comes without one.
 *
 * Understood: `-r MODULE` (Playwright hooks itself in that way), `--version`, and the app's path as the first
 * word that is no switch. Everything after the path belongs to the app.
 */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { app } from "electron";

const require = createRequire(import.meta.url);

/** @param {readonly string[]} words  the command line without the executable */
function readCommandLine(words) {
  const preload = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (word === "-v" || word === "--version") return { preload, version: true, target: undefined };
    if (word === "-r" || word === "--require") preload.push(words[++i]);
    else if (!word.startsWith("-")) return { preload, version: false, target: resolve(word) };
  }
  return { preload, version: false, target: undefined };
}

/** Gives the running program the name, version and path of the app; answers the entry file. */
function takeIdentity(target) {
  const manifestPath = join(target, "package.json");
  if (!existsSync(manifestPath)) {
    app.setAppPath(dirname(require.resolve(target)));
    return require.resolve(target);
  }
  const manifest = JSON.parse(readFileSync(manifestPath, "utf8"));
  const name = manifest.productName ?? manifest.name;
  if (name) app.setName(name);
  if (manifest.version) app.setVersion(manifest.version);
  app.setDesktopName(manifest.desktopName ?? `${app.getName()}.desktop`);
  app.setAppPath(target);
  return require.resolve(target);
}

const { preload, version, target } = readCommandLine(process.argv.slice(1));
if (version) {
  console.log(`v${process.versions.electron}`);
  process.exit(0);
}
if (target === undefined) {
  console.error("electron: no app given; usage: electron [-r MODULE] PATH");
  process.exit(1);
}
Object.defineProperty(process, "defaultApp", { value: true, enumerable: true });
try {
  for (const module of preload) require(resolve(module));
  // Awaited: Electron holds `ready` back until this module has been evaluated, and so until the app's has.
  await import(pathToFileURL(takeIdentity(target)).href);
} catch (error) {
  console.error(`electron: the app at ${target} could not be loaded\n`, error);
  process.exit(1);
}
