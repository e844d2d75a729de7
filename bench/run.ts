import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { check } from "../src/core/checks/check.ts";
import { formatReportJson } from "../src/core/report/json.ts";
import type { Report } from "../src/core/report/report.ts";
import { readReport } from "../src/formats/read.ts";
import { writeReport } from "../src/formats/write.ts";
import { alternate, type Contestant } from "./measure.ts";
import { PANDOC, type Peer, run, SOFFICE } from "./programs.ts";
import { form2014, preset, sampleMarkdown, sampleReport, sampleText } from "./sample.ts";
import { SAVES, saving } from "./saving.ts";
import { compareFindings, edited, edits, SumSheet } from "./sums.ts";
import { type Line, printTable } from "./table.ts";

/** `npm run bench`: see README.md here. */

const CLI = join(import.meta.dirname, "..", "out", "cli", "index.js");
const PROCESS_ROUNDS = 15;
const PARSE_ROUNDS = 40;
const CHECK_ROUNDS = 60;
/** Kinds that we read and do not write. */
const FOREIGN = ["doc", "rtf", "odt", "html"] as const;

const form = form2014();
const report = sampleReport(form);
const folder = mkdtempSync(join(tmpdir(), "nianbao-bench-"));
const at = (name: string) => join(folder, name);

try {
  await writeFiles();
  const lines = [
    ...(await importing()),
    ...(await parsing()),
    ...(await exporting()),
    ...(await checking()),
    ...(await saving(report, folder)),
  ];
  const peers = [PANDOC, SOFFICE].map(({ name, version }) => `${name} ${version ?? "missing"}`).join(", ");
  console.log(`Node ${process.version}, ${peers}, ${cpus().length} × ${cpus()[0]?.model}`);
  console.log(
    `medians of ${PROCESS_ROUNDS} runs (processes), ${PARSE_ROUNDS} (parsing), ${CHECK_ROUNDS} × all cells (check), ${SAVES} (saves), in turns\n`,
  );
  printTable(lines);
} finally {
  rmSync(folder, { recursive: true });
}

async function writeFiles(): Promise<void> {
  const docx = await writeReport("docx", report, form, preset());
  writeFileSync(at("report.docx"), docx);
  writeFileSync(at("report.xlsx"), await writeReport("xlsx", report, form, preset()));
  writeFileSync(at("report.txt"), sampleText(report));
  writeFileSync(at("report.md"), sampleMarkdown(report));
  writeFileSync(at("report.json"), JSON.stringify(formatReportJson(report)));
  // What we do not write ourselves LibreOffice makes of our docx.
  if (SOFFICE.version !== null) for (const kind of FOREIGN) office(kind, at("report.docx"));
}

function office(format: string, file: string): void {
  const profile = `-env:UserInstallation=file://${at("profile")}`;
  run("soffice", [profile, "--headless", "--convert-to", format, "--outdir", folder, file]);
}

function cli(...args: string[]): string {
  return run(process.execPath, [CLI, ...args]);
}

/** The contestants whose program the machine has. */
function present(peers: readonly (readonly [Peer, Contestant])[]): Record<string, Contestant> {
  return Object.fromEntries(peers.flatMap(([peer, does]) => (peer.version === null ? [] : [[peer.name, does]])));
}

function line(what: string, peer: Peer, command: string, aim: number, times: Record<string, number>): Line {
  const named = peer.version === null ? `${command} (missing: ${peer.install})` : command;
  return { what, ours: times.ours ?? null, peer: named, theirs: times[peer.name] ?? null, aim };
}

async function importing(): Promise<Line[]> {
  const docx = await importTimes("docx", [[PANDOC, () => void run("pandoc", ["-t", "plain", at("report.docx")])]]);
  const doc = SOFFICE.version === null ? {} : await importTimes("doc", []);
  return [
    line("import docx, whole process", PANDOC, "pandoc -t plain", 1.5, docx),
    line("import docx, whole process", SOFFICE, "soffice --convert-to txt", 1 / 6, docx),
    line("import doc, whole process", SOFFICE, "soffice --convert-to txt", 1 / 8, doc),
  ];
}

/** Whole processes on one file, ours and LibreOffice's and those of `peers`. @throws Error when ours loses text */
async function importTimes(
  kind: string,
  peers: readonly (readonly [Peer, Contestant])[],
): Promise<Record<string, number>> {
  const file = at(`report.${kind}`);
  const read: Report = JSON.parse(cli("import", file, "--json"));
  if (JSON.stringify(read.sections) !== JSON.stringify(report.sections)) throw new Error(`import of ${kind} lost text`);
  return alternate(PROCESS_ROUNDS, {
    ours: () => void cli("import", file, "--json"),
    ...present([...peers, [SOFFICE, () => office("txt:Text", file)]]),
  });
}

async function parsing(): Promise<Line[]> {
  const kinds = ["docx", "xlsx", "txt", ...(SOFFICE.version === null ? [] : FOREIGN)];
  const files = kinds.map((kind) => ({ name: `report.${kind}`, bytes: readFileSync(at(`report.${kind}`)) }));
  const contestants = files.map(({ name, bytes }): [string, Contestant] => [
    name,
    async () => void (await readReport([{ name, bytes }], [form])),
  ]);
  const times = await alternate(PARSE_ROUNDS, Object.fromEntries(contestants));
  return kinds.map((kind) => ({
    what: `parse ${kind} to a report, in process, warm`,
    ours: times[`report.${kind}`] ?? null,
    peer: "(none)",
    theirs: null,
    aim: null,
  }));
}

async function exporting(): Promise<Line[]> {
  const times = await alternate(PROCESS_ROUNDS, {
    ours: () => void cli("export", at("report.json"), "--to", "docx", "--out", at("out")),
    ...present([[PANDOC, () => void run("pandoc", [at("report.md"), "-o", at("pandoc.docx")])]]),
  });
  return [line("export docx, whole process", PANDOC, "pandoc text → docx", 3, times)];
}

async function checking(): Promise<Line[]> {
  const table = form.tables.get("statistics");
  if (!table) throw new Error("the form has no statistics table");
  compareFindings(report, form, new SumSheet(table));
  const sheet = new SumSheet(table);
  let ourRound = 0;
  let theirRound = 0;
  // As a clerk types: one cell of a sound report changes, is seen to be wrong or right, and is put back.
  const times = await alternate(CHECK_ROUNDS, {
    ours: () => {
      ourRound += 1;
      for (const edit of edits(report, ourRound)) {
        check(edited(report, edit), form);
        check(edited(report, { ...edit, value: 0 }), form);
      }
    },
    hyperformula: () => {
      theirRound += 1;
      for (const edit of edits(report, theirRound)) {
        sheet.set(edit.row, edit.value);
        sheet.set(edit.row, 0);
      }
    },
  });
  const each = 2 * (report.tables[0]?.cells.length ?? 1);
  return [
    {
      what: "full re-check after one cell edit",
      ours: times.ours / each,
      peer: "HyperFormula, one setCellContents",
      theirs: times.hyperformula / each,
      aim: 1,
    },
  ];
}
