import { build } from "./outputs.mjs";
import { say } from "./runtime/command.mjs";

/** `npm run build`: the window and the command line, whole, into out/. */
try {
  build(["window", "cli"], { quiet: false, always: true });
} catch (error) {
  say(error.message);
  process.exitCode = 1;
}
