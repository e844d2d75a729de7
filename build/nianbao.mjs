import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, root } from "./outputs.mjs";
import { say } from "./runtime/command.mjs";

/**
 * `npm run -s nianbao -- VERB ...`: the command line from the tree, built when it is stale.
 * It runs in this process, so its output and exit code are its own; nothing else goes to stdout.
 */
try {
  build(["cli"]);
} catch (error) {
  say(error.message);
  process.exit(2);
}
const cli = join(root, "out", "cli", "index.js");
// npm moves to the root of the package; a file is named from where the person stands.
if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
process.argv[1] = cli;
await import(pathToFileURL(cli).href);
