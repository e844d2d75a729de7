import { build } from "./outputs.mjs";
import { say } from "./runtime/command.mjs";

/** `npm run bench`: builds the command line when it is stale, then prints one table of ratios (bench/README.md). */
try {
  build(["cli"]);
  await import("../bench/run.ts");
} catch (error) {
  say(error.message);
  process.exitCode = 1;
}
