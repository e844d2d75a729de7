import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { formatReportJson } from "../src/core/report/json.ts";
import type { Report } from "../src/core/report/report.ts";
import { readReport } from "../src/formats/read.ts";
import { writeReport } from "../src/formats/write.ts";
import { alternate, type Contestant } from "./measure.ts";
import { PANDOC, type Peer, run, SOFFICE } from "./programs.ts";
import { form2014, preset, sampleMarkdown, sampleReport, sampleText } from "./sample.ts";
import type { Line } from "./table.ts";

/** Files in and out: whole processes beside pandoc and LibreOffice, and parsing alone. */

const CLI = join(import.meta.dirname, "..", "out", "cli", "index.js");
export const PROCESS_ROUNDS = 15;
export const PARSE_ROUNDS = 40;
/** Kinds that we read and do not write. */
const FOREIGN = ["doc", "rtf", "odt", "html"] as const;

const form = form2014();
const report = sampleReport(form);

export async function files(folder: string): Promise<Line[]> {
  const at = (name: string) => join(folder, name);
  await writeFiles(at);
  return [...(await importing(at)), ...(await parsing(at)), ...(await exporting(at))];
}

type At = (name: string) => string;

async function writeFiles(at: At): Promise<void> {
  const docx = await writeReport("docx", report, form, preset());
  writeFileSync(at("report.docx"), docx);
  writeFileSync(at("report.xlsx"), await writeReport("xlsx", report, form, preset()));
  writeFileSync(at("report.txt"), sampleText(report));
  writeFileSync(at("report.md"), sampleMarkdown(report));
  writeFileSync(at("report.json"), JSON.stringify(formatReportJson(report)));
  // What we do not write ourselves LibreOffice makes of our docx.
  if (SOFFICE.version !== null) for (const kind of FOREIGN) office(at, kind, at("report.docx"));
}

function office(at: At, format: string, file: string): void {
  const profile = `-env:UserInstallation=file://${at("profile")}`;
  run("soffice", [profile, "--headless", "--convert-to", format, "--outdir", at("."), file]);
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

async function importing(at: At): Promise<Line[]> {
  const docx = await importTimes(at, "docx", [[PANDOC, () => void run("pandoc", ["-t", "plain", at("report.docx")])]]);
  const doc = SOFFICE.version === null ? {} : await importTimes(at, "doc", []);
  return [
    line("import docx, whole process", PANDOC, "pandoc -t plain", 1.5, docx),
    line("import docx, whole process", SOFFICE, "soffice --convert-to txt", 1 / 6, docx),
    line("import doc, whole process", SOFFICE, "soffice --convert-to txt", 1 / 8, doc),
  ];
}

/** Whole processes on one file, ours and LibreOffice's and those of `peers`. @throws Error when ours loses text */
async function importTimes(
  at: At,
  kind: string,
  peers: readonly (readonly [Peer, Contestant])[],
): Promise<Record<string, number>> {
  const file = at(`report.${kind}`);
  const read: Report = JSON.parse(cli("import", file, "--json"));
  if (JSON.stringify(read.sections) !== JSON.stringify(report.sections)) throw new Error(`import of ${kind} lost text`);
  return alternate(PROCESS_ROUNDS, {
    ours: () => void cli("import", file, "--json"),
    ...present([...peers, [SOFFICE, () => office(at, "txt:Text", file)]]),
  });
}

async function parsing(at: At): Promise<Line[]> {
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

async function exporting(at: At): Promise<Line[]> {
  const times = await alternate(PROCESS_ROUNDS, {
    ours: () => void cli("export", at("report.json"), "--to", "docx", "--out", at("out")),
    ...present([[PANDOC, () => void run("pandoc", [at("report.md"), "-o", at("pandoc.docx")])]]),
  });
  return [line("export docx, whole process", PANDOC, "pandoc text → docx", 3, times)];
}
