import type { SourceRef } from "../../contract/calls.ts";
import { MAX_FILE_BYTES, MAX_FILES } from "../../contract/limits.ts";
import type { Reading } from "../../contract/review.ts";
import { call, on } from "../bridge.ts";
import { failed } from "./failed.ts";
import { formOf, takeForms } from "./forms.ts";
import { beginLeaving, mayLeave } from "./leaving.ts";
import { beginSaving, stopSaving } from "./saving.ts";
import { type Purpose, restingPlace, shown, type Wish } from "./screen.ts";
import { goHome, openSample, reopen } from "./shelf.ts";
import { resetUi, ui } from "./ui.ts";

/** Gets the forms and opens what main names first. */
export async function begin(): Promise<void> {
  beginSaving();
  beginLeaving();
  on["source:offered"]((source) => void openSource(source, "look"));
  on["source:progress"](({ id, progress }) => {
    const { screen } = shown.get();
    if (screen.kind === "reading" && screen.source.id === id) shown.set({ screen: { ...screen, progress } });
  });
  const [start] = await Promise.all([call["app:start"](undefined), loadForms()]);
  if (!start.ok) return failed(null, start.error.message);
  const { version, source, sample, resume, signer, look } = start.value;
  shown.set({ version });
  ui.set({ signer, ...look });
  if (source) await openSource(source, "look");
  else if (sample) await openSample();
  else if (resume !== null) await reopen(resume);
  else await goHome();
}

/** Gets every form from main. */
async function loadForms(): Promise<void> {
  const all = await call["forms:all"](undefined);
  if (all.ok) takeForms(all.value);
}

/** Reads the source and shows it, or says why not. A later call wins over an earlier one. */
async function openSource(source: SourceRef, purpose: Purpose, wish?: Wish): Promise<void> {
  if (!(await mayLeave())) return;
  const { screen } = shown.get();
  if (screen.kind === "reading") await call["source:cancel"]({ id: screen.source.id });
  const before = restingPlace(screen);
  shown.set({ screen: { kind: "reading", source, progress: null, before } });
  const answer = await call["source:read"]({ id: source.id });
  const now = shown.get().screen;
  if (now.kind !== "reading" || now.source.id !== source.id) return;
  if (!answer.ok) {
    if (answer.error.code === "cancelled") return goBack();
    return failed(source, answer.error.message);
  }
  const reading = answer.value;
  const form = formOf(reading.report.form);
  if (!form) return failed(source, `这份报告用的表式“${reading.report.form}”不在本程序里，请更新程序后再打开。`);
  stopSaving();
  resetUi();
  readings.set(source.id, reading);
  if (purpose === "look") {
    shown.set({ screen: { kind: "report", source, report: reading.report, form, stored: null, versions: 0 } });
  } else shown.set({ screen: { kind: "review", begins: wish ?? true, source, reading, form } });
}

/** What was read of files that are looked at, for the review. */
const readings = new Map<string, Reading>();

/** From the file that is looked at to its review. */
export function reviewLook(): void {
  const { screen } = shown.get();
  if (screen.kind !== "report" || screen.stored !== null) return;
  const reading = readings.get(screen.source.id);
  if (!reading) return;
  shown.set({ screen: { kind: "review", begins: false, source: screen.source, reading, form: screen.form } });
}

/** Lets the clerk choose files in the system's dialog and opens them. */
export async function chooseAndOpen(purpose: Purpose, wish?: Wish): Promise<void> {
  const answer = await call["source:choose"](undefined);
  if (!answer.ok) failed(null, answer.error.message);
  else if (answer.value) await openSource(answer.value, purpose, wish);
}

/** Takes files dropped on the window. Their bytes go to main, since the window knows no paths. */
export async function openDropped(dropped: readonly File[]): Promise<void> {
  if (dropped.length === 0) return failed(null, "拖进来的不是文件。请从文件夹里拖一个报告文件进来。");
  if (dropped.length > MAX_FILES) return failed(null, `一次最多打开 ${MAX_FILES} 个文件。请只拖进同一份报告的文件。`);
  if (dropped.some((file) => file.size > MAX_FILE_BYTES)) {
    return failed(null, "文件超过 64 MB，不像一份年度报告，没有打开，原文件没有改动。");
  }
  // On the first screen a file is the beginning of a report; over an open report it is something to compare with.
  const purpose: Purpose = restingPlace(shown.get().screen).kind === "report" ? "look" : "next-year";
  try {
    const files = await Promise.all(
      dropped.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    );
    const answer = await call["source:drop"]({ files });
    if (answer.ok) await openSource(answer.value, purpose);
    else failed(null, answer.error.message);
  } catch {
    failed(null, "读不出拖进来的文件，可能是文件夹，或文件已经移走。请用“打开”再选一次。");
  }
}

/** Stops the reading; the answer of the read call then restores what was there. */
export async function stopReading(): Promise<void> {
  const { screen } = shown.get();
  if (screen.kind === "reading") await call["source:cancel"]({ id: screen.source.id });
}

/** Leaves a reading, an error screen, a review or a report. */
export function goBack(): void {
  const { screen } = shown.get();
  const before = screen.kind === "reading" || screen.kind === "unreadable" ? screen.before : null;
  if (before && before.kind !== "home") shown.set({ screen: before });
  else void goHome();
}
