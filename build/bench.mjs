import { build } from "./outputs.mjs";
import { say } from "./runtime/command.mjs";
import { openDisplay } from "./runtime/display.mjs";
import { ensureRuntime } from "./runtime/ensure.mjs";
import { hasDisplay } from "./runtime/packages.mjs";

/** `npm run bench [-- GROUP …]`: builds what is stale, then prints one table of ratios (bench/README.md). */
let screen;
try {
  Object.assign(process.env, await ensureRuntime());
  build(["cli", "window", "bench"]);
  screen = hasDisplay() ? undefined : await openDisplay();
  if (screen) process.env.DISPLAY = screen.display;
  await import("../bench/run.ts");
} catch (error) {
  say(error.message);
  process.exitCode = 1;
} finally {
  screen?.close();
}
