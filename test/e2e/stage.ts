import { execFile } from "node:child_process";
import { chmod, copyFile, cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";

/** The account that Debian gives to nobody in particular: no rights, no home, no groups. */
const NOBODY = 65534;

const run = promisify(execFile);

/** A place from which an ordinary user can run an app. */
export interface Stage {
  /** Starts Electron as that user; takes Electron's arguments. */
  readonly executable: string;
  readonly app: string;
  /** A folder that the user may write. */
  readonly home: string;
  readonly env: Readonly<Record<string, string>>;
  readonly remove: () => Promise<void>;
}

/**
 * Copies Electron and an app's files to a folder that everybody may read: the tree and the cache may lie in root's
 * home. As root the stage's executable steps down to `nobody` first; otherwise the present user is ordinary enough.
 */
export async function setStage(what: {
  electron: string;
  app: readonly string[];
  /** Packages that stand beside the app. */
  modules?: readonly string[];
}): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), "nianbao-stage-"));
  await chmod(folder, 0o755);
  const [electron, app, home] = [join(folder, "electron"), join(folder, "app"), join(folder, "home")];
  await copyTree(what.electron, electron);
  await mkdir(app);
  for (const path of what.app) await cp(path, join(app, basename(path)), { recursive: true });
  for (const name of what.modules ?? []) await cp(name, join(app, "node_modules", basename(name)), { recursive: true });
  await mkdir(home);
  await chmod(home, 0o777);
  const env: Record<string, string> = { HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home };
  const binding = process.env["NIANBAO_SQLITE_BINDING"];
  if (binding) {
    env["NIANBAO_SQLITE_BINDING"] = join(folder, basename(binding));
    await copyFile(binding, env["NIANBAO_SQLITE_BINDING"]);
  }
  const xauthority = process.env["XAUTHORITY"];
  if (xauthority) {
    env["XAUTHORITY"] = join(folder, "xauthority");
    await copyFile(xauthority, env["XAUTHORITY"]);
    await chmod(env["XAUTHORITY"], 0o644);
  }
  return {
    executable: await steppingDown(join(electron, "electron"), join(folder, "run")),
    app,
    home,
    env,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Hard links where both lie on one disk: Electron has 300 MB. */
async function copyTree(from: string, to: string): Promise<void> {
  try {
    await run("cp", ["-a", "--link", from, to]);
  } catch {
    await rm(to, { recursive: true, force: true });
    await run("cp", ["-a", from, to]);
  }
}

async function steppingDown(electron: string, script: string): Promise<string> {
  if (process.getuid?.() !== 0) return electron;
  const ids = `--reuid=${NOBODY} --regid=${NOBODY} --clear-groups`;
  await writeFile(script, `#!/bin/sh\nexec setpriv ${ids} -- '${electron}' "$@"\n`, { mode: 0o755 });
  return script;
}
