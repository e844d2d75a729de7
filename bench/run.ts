import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { CHECK_ROUNDS, checks } from "./checks.ts";
import { files, PARSE_ROUNDS, PROCESS_ROUNDS } from "./files.ts";
import { PANDOC, SOFFICE } from "./programs.ts";
import { form2014, sampleReport } from "./sample.ts";
import { SAVES, saving } from "./saving.ts";
import { type Line, printTable } from "./table.ts";
import { FINDINGS, findings } from "./window/finding.ts";
import { STARTS, starting } from "./window/starting.ts";
import { digits, KEYS, letters } from "./window/typing.ts";

/** `npm run bench [-- GROUP …]`: see README.md here. */

const GROUPS: Readonly<Record<string, (folder: string) => Promise<Line[]>>> = {
  files,
  checks,
  saving: (folder) => saving(sampleReport(form2014()), folder),
  starting,
  letters,
  digits,
  findings,
};

const wanted = process.argv.slice(2).filter((word) => word in GROUPS);
const folder = mkdtempSync(join(tmpdir(), "nianbao-bench-"));
try {
  const lines: Line[] = [];
  for (const [name, group] of Object.entries(GROUPS)) {
    if (wanted.length === 0 || wanted.includes(name)) lines.push(...(await group(folder)));
  }
  const peers = [PANDOC, SOFFICE].map(({ name, version }) => `${name} ${version ?? "missing"}`).join(", ");
  const load = loadavg()[0]?.toFixed(1);
  console.log(`Node ${process.version}, ${peers}, ${cpus().length} × ${cpus()[0]?.model}, load ${load}`);
  console.log(
    `medians of ${PROCESS_ROUNDS} runs (processes), ${PARSE_ROUNDS} (parsing), ${CHECK_ROUNDS} × all cells (check), ` +
      `${SAVES} (saves), ${STARTS} (starts), ${KEYS} (keys of a kind), ${FINDINGS} (findings), in turns\n`,
  );
  printTable(lines);
} finally {
  rmSync(folder, { recursive: true });
}
