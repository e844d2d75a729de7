import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { electronPath, ROOT } from "./launch.ts";
import { runUntil } from "./plain-run.ts";

const run = promisify(execFile);

let folder: string;
let program: string;

/** The app as a package lays it out: Electron under the program's name, the app in its resources. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "nianbao-packaged-"));
  const dist = join(folder, "dist");
  await run("cp", ["-a", "--reflink=auto", resolve(electronPath(), ".."), dist]);
  program = join(dist, "nianbao");
  await rename(join(dist, basename(electronPath())), program);
  await rm(join(dist, "resources/default_app.asar"), { force: true });
  const app = join(dist, "resources/app");
  await mkdir(app);
  for (const name of ["package.json", "out", "resources", "node_modules/better-sqlite3"])
    await cp(join(ROOT, name), join(app, name), { recursive: true });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

/** Starts with a debugging port; whether somebody could attach there once the window is open. */
async function attachable(command: string, args: readonly string[]): Promise<boolean> {
  const port = await freePort();
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const home = join(folder, `home-${port}`);
  let answered = false;
  const started = await runUntil(
    "nianbao: window ready",
    command,
    [...asRoot, `--user-data-dir=${home}`, `--remote-debugging-port=${port}`, ...args],
    {
      atLine: async () => {
        answered = await fetch(`http://127.0.0.1:${port}/json/version`).then(
          (answer) => answer.ok,
          () => false,
        );
      },
    },
  );
  expect(started.said, started.output).toBe(true);
  return answered;
}

it("a package lets nobody attach a debugger, whatever the command line says", async () => {
  expect(await attachable(program, [])).toBe(false);
});

it("the source tree does, for developers and for these tests", async () => {
  expect(await attachable(electronPath(), [ROOT])).toBe(true);
});
