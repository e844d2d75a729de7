import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { build, root } from "./outputs.mjs";
import { say } from "./runtime/command.mjs";
import { openDisplay } from "./runtime/display.mjs";
import { ensureRuntime } from "./runtime/ensure.mjs";
import { hasDisplay } from "./runtime/packages.mjs";

/** `npm start [-- FILE ...]`: the window from the tree; without a file with the project's own report. */

/** A line of the app for programs: its first window shows its content. The line before it says so to people. */
const READY = "nianbao: window ready";

/** Chromium complains about the buses and the graphics card that a container does not have. Nothing depends on them. */
const CHROMIUM_NOISE =
  /^\[\d+:\d{4}\/[\d.]+:(?:ERROR|WARNING):(?:bus|object_proxy|viz_main_impl|gpu_process_host|shared_image_interface_proxy|one_copy_raster_buffer_provider|command_buffer_proxy_impl|gl_\w+|angle_\w+)\.cc\(/;

async function start(files) {
  const runtime = await ensureRuntime();
  build(["window"]);
  const screen = hasDisplay() ? undefined : await openDisplay(["-terminate"]);
  if (screen) say(`No display here: the window opens on a virtual one, DISPLAY=${screen.display}.`);
  const asRoot = process.getuid?.() === 0;
  if (asRoot) say("Running as root: Chromium's sandbox is off (--no-sandbox); use an ordinary account for real work.");

  const app = spawn(
    runtime.ELECTRON_EXEC_PATH,
    [...(asRoot ? ["--no-sandbox"] : []), root, ...(files.length > 0 ? files : ["--sample"])],
    {
      env: { ...process.env, ...runtime, ...(screen && { DISPLAY: screen.display }) },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  createInterface({ input: app.stdout }).on("line", (line) => {
    if (line !== READY) console.log(line);
  });
  createInterface({ input: app.stderr }).on("line", (line) => {
    if (!CHROMIUM_NOISE.test(line)) say(line);
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => app.kill());
  app.on("close", (code) => {
    screen?.close();
    process.exitCode = code ?? 0;
  });
  app.on("error", (error) => {
    screen?.close();
    say(`Electron could not be started: ${error.message}`);
    process.exitCode = 1;
  });
}

const from = process.env.INIT_CWD ?? process.cwd();
start(process.argv.slice(2).map((file) => resolve(from, file))).catch((error) => {
  say(error.message);
  process.exitCode = 1;
});
