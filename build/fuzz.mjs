import { build } from "./outputs.mjs";
import { say } from "./runtime/command.mjs";
import { openDisplay } from "./runtime/display.mjs";
import { ensureRuntime } from "./runtime/ensure.mjs";
import { hasDisplay } from "./runtime/packages.mjs";

/** `npm run fuzz [-- --cases N --seed S --kind K]`: builds what is stale, then reads spoilt files (test/fuzz/README.md). */
let screen;
try {
  Object.assign(process.env, await ensureRuntime());
  build(["window", "fuzz"]);
  screen = hasDisplay() ? undefined : await openDisplay();
  if (screen) process.env.DISPLAY = screen.display;
  await import("../test/fuzz/run.ts");
} catch (error) {
  say(error.message);
  process.exitCode = 1;
} finally {
  screen?.close();
}
