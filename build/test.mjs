import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build, packageCommand, root } from "./outputs.mjs";
import { pathWithNode, say } from "./runtime/command.mjs";
import { openDisplay } from "./runtime/display.mjs";
import { ensureRuntime } from "./runtime/ensure.mjs";
import { hasDisplay } from "./runtime/packages.mjs";
import { readReport } from "./test-report.mjs";

/**
 * `npm test [-- vitest's arguments]`: every test, the windowed ones in the real Electron.
 * Its last line is `N passed, N failed`.
 */
async function test() {
  const runtime = await ensureRuntime({ tests: true });
  build(["window", "cli"]);
  const screen = hasDisplay() ? undefined : await openDisplay();
  const work = mkdtempSync(join(tmpdir(), "nianbao-test-"));
  try {
    const file = join(work, "report.json");
    const done = runVitest(file, { ...runtime, ...(screen && { DISPLAY: screen.display }) });
    return readReport(existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined, {
      exitCode: done.status,
      samplesPresent: existsSync(resolve(root, "../shared")),
    });
  } finally {
    screen?.close();
    rmSync(work, { recursive: true, force: true });
  }
}

function runVitest(file, env) {
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  return spawnSync(process.execPath, [packageCommand("vitest"), "run", ...reporters, ...process.argv.slice(2)], {
    cwd: root,
    env: { ...process.env, PATH: pathWithNode, ...env },
    stdio: ["ignore", "inherit", "inherit"],
  });
}

try {
  const { lines, passed, failed } = await test();
  for (const line of lines) console.log(line);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
} catch (error) {
  say(error.message);
  console.log("0 passed, 1 failed");
  process.exitCode = 1;
}
