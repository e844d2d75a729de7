import type { Answer, Failure } from "../../contract/answer.ts";
import type { Broken, Opened, Saved, Shelf, WritingPlace } from "../../contract/reports.ts";
import { blankReport } from "../../core/carry/blank.ts";
import { carryOver } from "../../core/carry/carry.ts";
import type { Move } from "../../core/carry/moves.ts";
import type { Target } from "../../core/checks/where.ts";
import { applyEdit } from "../../core/edit/apply.ts";
import type { Form } from "../../core/form/form.ts";
import { withLocalRows } from "../../core/grid/local-rows.ts";
import { type Office, withOffice } from "../../core/report/office.ts";
import type { Report } from "../../core/report/report.ts";
import { call } from "../bridge.ts";
import { viewOf } from "../view/view.ts";
import { failed } from "./failed.ts";
import { formOf } from "./forms.ts";
import { goTo } from "./jump.ts";
import { mayLeave } from "./leaving.ts";
import { saveFromNow, stopSaving } from "./saving.ts";
import { readyShelf, shown } from "./screen.ts";
import { standingOf } from "./standing.ts";
import { resetUi } from "./ui.ts";

/** The first screen, with the reports as they are in the database now. What is open is saved first. */
export async function goHome(): Promise<void> {
  if (!(await mayLeave())) return;
  stopSaving();
  takeShelf(await call["shelf:list"](undefined));
  shown.set({ screen: { kind: "home" } });
}

/** Opens a report of the database. What is open is saved first. */
export async function openStored(id: string): Promise<void> {
  if (await mayLeave()) await openAsSaved(id);
}

/** Opens a report as it is in the database, whatever of it is in the window. */
export async function openAsSaved(id: string): Promise<void> {
  const answer = await call["report:open"]({ id });
  if (!answer.ok) return refused(answer.error);
  if (answer.value.kind === "sound") showOpened(answer.value);
  else showBroken(answer.value);
}

/** After a crash: the report that was on the screen, or the first screen where that cannot be opened. */
export async function reopen(id: string): Promise<void> {
  takeShelf(await call["shelf:list"](undefined));
  if (readyShelf()?.reports.some((report) => report.id === id)) await openAsSaved(id);
  else shown.set({ screen: { kind: "home" } });
}

/** Where the database cannot be used, its own screen says more than one sentence can. */
async function refused({ code, message }: Failure): Promise<void> {
  const shelf = code === "store" ? await call["shelf:list"](undefined) : null;
  if (!shelf?.ok || shelf.value.kind === "ready") return failed(null, message);
  stopSaving();
  shown.set({ shelf: shelf.value, screen: { kind: "home" } });
}

/** Makes an earlier state the last one and opens it. */
export async function goBackTo(id: string, revision: number): Promise<void> {
  const answer = await call["report:go-back"]({ id, revision });
  if (answer.ok) showOpened(answer.value);
  else await refused(answer.error);
}

function showOpened({ id, report, revision, at, place, versions }: Opened): void {
  show(id, report, { revision, at }, versions);
  if (place) resumeAt(place);
}

function showBroken({ id, last, sound }: Broken): void {
  const { shelf } = shown.get();
  const line = shelf?.kind === "ready" ? shelf.reports.find((report) => report.id === id) : undefined;
  const name = nameOf(line ?? { unit: null, year: null });
  stopSaving();
  shown.set({ screen: { kind: "broken", source: { id, name }, last, sound } });
}

/** Puts a report into the database, with the files it was read from, and opens it; else says why not. */
export async function createReport(source: string | null, report: Report): Promise<Failure | null> {
  const form = formOf(report.form);
  if (!form) return { code: "internal", message: unknownForm(report) };
  const answer = await call["report:create"]({ source, report, standing: standingOf(report, form, null) });
  if (!answer.ok) return answer.error;
  const { id, revision, at } = answer.value;
  show(id, report, { revision, at }, 0);
  // The next new report may begin with this one.
  void call["shelf:list"](undefined).then(takeShelf);
  return null;
}

function show(id: string, report: Report, stored: Saved, versions: number): void {
  const form = formOf(report.form);
  if (!form) return failed(null, unknownForm(report));
  resetUi();
  shown.set({ screen: { kind: "report", source: { id, name: nameOf(report) }, report, form, stored, versions } });
  saveFromNow(id, stored, report, form);
}

function unknownForm({ form }: Report): string {
  return `这份报告用的表式“${form}”不在本程序里，请更新程序后再打开。`;
}

/** Where the clerk wrote last comes into view. */
function resumeAt({ at }: WritingPlace): void {
  const { screen } = shown.get();
  if (screen.kind !== "report") return;
  const target: Target = "section" in at ? { kind: "text", ...at } : { kind: "cell", place: at };
  goTo(target, viewOf(screen.report, screen.form), false);
}

/** What the clerk has chosen for a new report. */
export interface NewReport {
  readonly form: Form;
  readonly year: number;
  readonly unit: string | null;
  /** Last year's report, to begin with; `null` for an empty one. */
  readonly last: Report | null;
  /** Where its text goes, where that report is of another form. */
  readonly moves: readonly Move[];
}

/** Makes a report and opens it; what the office's particulars say of this office is filled in. */
export async function createNew({ form, year, unit, last, moves }: NewReport): Promise<void> {
  if (!(await mayLeave())) return;
  const old = last && formOf(last.form);
  const into = last?.form === form.id ? {} : { into: { form, moves } };
  const begun =
    last && old
      ? { ...carryOver(last, old, { year, text: "keep", figures: "previous", ...into }), unit }
      : await blankLike(form, year, unit);
  const office = readyShelf()?.office;
  const own = office && (unit === null || office.unit === null || office.unit === unit);
  await createOrRefuse(null, own ? withOffice(begun, office) : begun);
}

/** An empty report, with the rows of its own that the office had in its last one of this form. */
async function blankLike(form: Form, year: number, unit: string | null): Promise<Report> {
  const blank = blankReport(form, year, unit);
  const [line] = (readyShelf()?.reports ?? [])
    .filter((one) => one.form === form.id && one.unit === unit && one.year !== null && one.year < year)
    .sort((a, b) => (b.year ?? 0) - (a.year ?? 0));
  const opened = line && (await call["report:open"]({ id: line.id }));
  if (!opened?.ok || opened.value.kind === "broken") return blank;
  const { report } = opened.value;
  const edits = [...form.tables.values()].map((table) => ({
    kind: "cells" as const,
    table: table.form.key,
    changes: withLocalRows(blank, table, report),
  }));
  return applyEdit(blank, { kind: "together", edits });
}

async function createOrRefuse(source: string | null, report: Report): Promise<void> {
  const failure = await createReport(source, report);
  if (failure) await refused(failure);
}

/** Keeps the office's particulars; a sentence when that was not possible. */
export async function saveOffice(office: Office): Promise<string | null> {
  const saved = await call["office:save"](office);
  if (!saved.ok) return saved.error.message;
  takeShelf(await call["shelf:list"](undefined));
  return null;
}

/** The project's own report: opened when it is there already, else put into the database. */
export async function openSample(): Promise<void> {
  if (!(await mayLeave())) return;
  const [sample, list] = await Promise.all([call["source:sample"](undefined), call["shelf:list"](undefined)]);
  if (!sample.ok) return failed(null, sample.error.message);
  const { source, report } = sample.value;
  const known =
    list.ok && list.value.kind === "ready"
      ? list.value.reports.find(({ unit, year }) => unit === report.unit && year === report.year)
      : undefined;
  if (known) await openAsSaved(known.id);
  else await createOrRefuse(source.id, report);
}

/** Something about the database as a whole was done: the first screen shows how it is now. */
export async function mend(step: Promise<Answer<Shelf | null>>): Promise<void> {
  const answer = await step;
  if (answer.ok && answer.value === null) return;
  takeShelf(
    answer.ok && answer.value !== null ? { ok: true, value: answer.value } : await call["shelf:list"](undefined),
  );
}

function takeShelf(answer: Answer<Shelf>): void {
  if (answer.ok) shown.set({ shelf: answer.value });
  else
    shown.set({
      shelf: {
        kind: "trouble",
        trouble: "failed",
        title: "打不开存放报告的文件",
        folder: "",
        message: answer.error.message,
        snapshots: [],
      },
    });
}

function nameOf({ unit, year }: Pick<Report, "unit" | "year">): string {
  return `${unit ?? "单位未知"} ${year === null ? "" : `${year} `}年度报告`;
}
