import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { root } from "./outputs.mjs";

/** `npm run typecheck`: each project by itself; what an earlier run found out is kept in node_modules/.cache. */
const PROJECTS = ["pure", "node", "dom", "e2e"];

const compiler = createRequire(import.meta.url).resolve("typescript/bin/tsc");
for (const name of PROJECTS) {
  const known = `node_modules/.cache/tsc/${name}.tsbuildinfo`;
  const args = ["-p", `tsconfig.${name}.json`, "--incremental", "--tsBuildInfoFile", known];
  const { status } = spawnSync(process.execPath, [compiler, ...args], { cwd: root, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
