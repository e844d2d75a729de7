import type { SourceRef } from "../../contract/calls.ts";
import { MAX_FILE_BYTES, MAX_FILES } from "../../contract/limits.ts";
import type { Form } from "../../core/form/form.ts";
import { loadForm } from "../../core/form/load.ts";
import { call, on } from "../bridge.ts";
import { reportBehind, shown } from "./screen.ts";
import { resetUi } from "./ui.ts";

const forms = new Map<string, Form>();

/** Gets the forms and opens what main names first. */
export async function begin(): Promise<void> {
  on["source:offered"]((source) => void openSource(source));
  const [start, all] = await Promise.all([call["app:start"](undefined), call["forms:all"](undefined)]);
  if (all.ok) {
    for (const file of all.value) {
      const loaded = loadForm(file);
      if (loaded.ok) forms.set(loaded.form.id, loaded.form);
    }
  }
  if (!start.ok) return failed(null, start.error.message);
  shown.set({ version: start.value.version });
  if (start.value.source) await openSource(start.value.source);
  else shown.set({ screen: { kind: "empty" } });
}

/** Reads the source and shows its report, or says why not. A later call wins over an earlier one. */
async function openSource(source: SourceRef): Promise<void> {
  const { screen } = shown.get();
  if (screen.kind === "reading") await call["source:cancel"]({ id: screen.source.id });
  const before = reportBehind(screen);
  shown.set({ screen: { kind: "reading", source, before } });
  const answer = await call["source:read"]({ id: source.id });
  const now = shown.get().screen;
  if (now.kind !== "reading" || now.source.id !== source.id) return;
  if (!answer.ok) {
    if (answer.error.code === "cancelled") shown.set({ screen: before ?? { kind: "empty" } });
    else failed(source, answer.error.message);
    return;
  }
  const report = answer.value;
  const form = forms.get(report.form);
  if (!form) return failed(source, `这份报告用的表式“${report.form}”不在本程序里，请更新程序后再打开。`);
  resetUi();
  shown.set({ screen: { kind: "report", source, report, form } });
}

function failed(source: SourceRef | null, message: string): void {
  shown.set({ screen: { kind: "unreadable", source, message, before: reportBehind(shown.get().screen) } });
}

/** Lets the clerk choose files in the system's dialog and opens them. */
export async function chooseAndOpen(): Promise<void> {
  const answer = await call["source:choose"](undefined);
  if (!answer.ok) failed(null, answer.error.message);
  else if (answer.value) await openSource(answer.value);
}

export async function openSample(): Promise<void> {
  const answer = await call["source:sample"](undefined);
  if (answer.ok) await openSource(answer.value);
  else failed(null, answer.error.message);
}

/** Takes files dropped on the window. Their bytes go to main, since the window knows no paths. */
export async function openDropped(dropped: readonly File[]): Promise<void> {
  if (dropped.length === 0) return failed(null, "拖进来的不是文件。请从文件夹里拖一个报告文件进来。");
  if (dropped.length > MAX_FILES) return failed(null, `一次最多打开 ${MAX_FILES} 个文件。请只拖进同一份报告的文件。`);
  if (dropped.some((file) => file.size > MAX_FILE_BYTES)) {
    return failed(null, "文件超过 64 MB，不像一份年度报告，没有打开，原文件没有改动。");
  }
  try {
    const files = await Promise.all(
      dropped.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    );
    const answer = await call["source:drop"]({ files });
    if (answer.ok) await openSource(answer.value);
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

/** Leaves the error screen or the report. */
export function goBack(): void {
  const { screen } = shown.get();
  shown.set({ screen: (screen.kind === "unreadable" && screen.before) || { kind: "empty" } });
}
