import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Form } from "../src/core/form/form.ts";
import { formatReportJson } from "../src/core/report/format-json.ts";
import type { Report } from "../src/core/report/report.ts";
import { readReport } from "../src/formats/read.ts";
import { writeReport } from "../src/formats/write.ts";
import { alternate, type Contestant } from "./measure.ts";
import { PANDOC, type Peer, run, SOFFICE } from "./programs.ts";
import { form2014, form2021, preset, sampleMarkdown, sampleReport, sampleText, shippedForms } from "./sample.ts";
import type { Line } from "./table.ts";

/** Files in and out: whole processes beside pandoc and LibreOffice, and parsing alone. */

const CLI = join(import.meta.dirname, "..", "out", "cli", "index.js");
export const PROCESS_ROUNDS = 15;
export const PARSE_ROUNDS = 40;
/** Kinds that we read and do not write: LibreOffice makes them of our docx and xlsx. */
const FROM_DOCX = ["doc", "rtf", "odt", "html"] as const;
const FOREIGN = [...FROM_DOCX, "xls"] as const;

/** A report that is raced with. */
interface Subject {
  readonly form: Form;
  readonly report: Report;
  /** What its files are called. */
  readonly name: string;
  /** What is said behind the name of a line. */
  readonly said: string;
}

const before = subject(form2014(), "report", "");
const now = subject(form2021(), "report-2021", ", form of 2021");

function subject(form: Form, name: string, said: string): Subject {
  return { form, report: sampleReport(form), name, said };
}

export async function files(folder: string): Promise<Line[]> {
  const at = (name: string) => join(folder, name);
  for (const one of [before, now]) await writeFiles(at, one);
  if (SOFFICE.version !== null) {
    for (const kind of FROM_DOCX) office(at, kind, at(`${before.name}.docx`));
    office(at, "xls", at(`${before.name}.xlsx`));
  }
  return [
    ...(await importing(at)),
    ...(await parsing(at)),
    ...(await exporting(at, before)),
    ...(await exporting(at, now)),
  ];
}

type At = (name: string) => string;

async function writeFiles(at: At, { form, report, name }: Subject): Promise<void> {
  writeFileSync(at(`${name}.docx`), await writeReport("docx", report, form, preset()));
  writeFileSync(at(`${name}.xlsx`), await writeReport("xlsx", report, form, preset()));
  writeFileSync(at(`${name}.txt`), sampleText(report));
  writeFileSync(at(`${name}.md`), sampleMarkdown(report));
  writeFileSync(at(`${name}.json`), JSON.stringify(formatReportJson(report)));
}

function office(at: At, format: string, file: string): void {
  const profile = `-env:UserInstallation=file://${at("profile")}`;
  run("soffice", [profile, "--headless", "--convert-to", format, "--outdir", at("converted"), file]);
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
  const pandoc = (file: string) => [PANDOC, () => void run("pandoc", ["-t", "plain", file])] as const;
  const docx = at(`${before.name}.docx`);
  const docxNow = at(`${now.name}.docx`);
  const times = await importTimes(docx, sameSections(before), [pandoc(docx), libreOffice(at, "txt:Text", docx)]);
  const timesNow = await importTimes(docxNow, sameSections(now), [pandoc(docxNow)]);
  const [doc, xls] = ["doc", "xls"].map((kind) => at(join("converted", `${before.name}.${kind}`))) as [string, string];
  const has = SOFFICE.version !== null;
  const timesDoc = has ? await importTimes(doc, sameSections(before), [libreOffice(at, "txt:Text", doc)]) : {};
  const timesXls = has ? await importTimes(xls, sameCells(before), [libreOffice(at, "csv", xls)]) : {};
  return [
    line("import docx, whole process", PANDOC, "pandoc -t plain", 1.5, times),
    line("import docx, whole process", SOFFICE, "soffice --convert-to txt", 1 / 6, times),
    line("import docx, whole process, form of 2021", PANDOC, "pandoc -t plain", 1.5, timesNow),
    line("import doc, whole process", SOFFICE, "soffice --convert-to txt", 1 / 8, timesDoc),
    line("import xls, whole process", SOFFICE, "soffice --convert-to csv", 1 / 8, timesXls),
  ];
}

function libreOffice(at: At, format: string, file: string): readonly [Peer, Contestant] {
  return [SOFFICE, () => office(at, format, file)];
}

type Same = (read: Report) => boolean;

const sameSections =
  ({ report }: Subject): Same =>
  ({ sections }) =>
    JSON.stringify(sections) === JSON.stringify(report.sections);

const sameCells =
  ({ report }: Subject): Same =>
  ({ tables }) =>
    JSON.stringify(valuesOf(tables)) === JSON.stringify(valuesOf(report.tables));

function valuesOf(tables: Report["tables"]): string[] {
  return tables.flatMap(({ key, cells }) => cells.map(({ row, column, value }) => `${key} ${row} ${column} ${value}`));
}

/** Whole processes on one file, ours and those of `peers`. @throws Error when ours loses something */
async function importTimes(
  file: string,
  same: Same,
  peers: readonly (readonly [Peer, Contestant])[],
): Promise<Record<string, number>> {
  if (!same(JSON.parse(cli("import", file, "--json")))) throw new Error(`import of ${file} lost something`);
  return alternate(PROCESS_ROUNDS, { ours: () => void cli("import", file, "--json"), ...present(peers) });
}

/** The most that a docx of twelve pages may take. */
const DOCX_MS = 10;

async function parsing(at: At): Promise<Line[]> {
  const own = ["docx", "xlsx", "txt"].map((kind) => ({ kind, path: at(`${before.name}.${kind}`) }));
  const others = FOREIGN.map((kind) => ({ kind, path: at(join("converted", `${before.name}.${kind}`)) }));
  const files = [
    ...own,
    { kind: `docx${now.said}`, path: at(`${now.name}.docx`) },
    ...(SOFFICE.version === null ? [] : others),
  ].map(({ kind, path }) => ({ kind, name: path, bytes: readFileSync(path) }));
  const forms = shippedForms();
  const contestants = files.map(({ kind, name, bytes }): [string, Contestant] => [
    kind,
    async () => void (await readReport([{ name, bytes }], forms)),
  ]);
  const times = await alternate(PARSE_ROUNDS, Object.fromEntries(contestants));
  return files.map(({ kind }) => ({
    what: `parse ${kind} to a report, in process, warm`,
    ours: times[kind] ?? null,
    peer: "(none)",
    theirs: null,
    aim: null,
    ...(kind.startsWith("docx") ? { atMost: DOCX_MS } : {}),
  }));
}

async function exporting(at: At, { name, said }: Subject): Promise<Line[]> {
  const times = await alternate(PROCESS_ROUNDS, {
    ours: () => void cli("export", at(`${name}.json`), "--to", "docx", "--out", at("out")),
    ...present([[PANDOC, () => void run("pandoc", [at(`${name}.md`), "-o", at("pandoc.docx")])]]),
  });
  return [line(`export docx, whole process${said}`, PANDOC, "pandoc text → docx", 3, times)];
}
