import { useEffect, useState } from "react";
import type { EventPayload } from "../../contract/calls.ts";
import { type Exported, type ExportFolder, ExportKind } from "../../contract/reports.ts";
import { withExportMarks } from "../../core/record/export-marks.ts";
import { namePattern, recordFileName, reportFileName, safeFileName } from "../../core/report/name.ts";
import type { Report } from "../../core/report/report.ts";
import { call, on } from "../bridge.ts";
import { keepReasons } from "../state/editing.ts";
import { flushSaves } from "../state/saving.ts";
import { type ReportScreen, shown } from "../state/screen.ts";
import { ui } from "../state/ui.ts";
import { viewOf } from "../view/view.ts";

export type Progress = EventPayload["export:progress"];

/** What is to be written, and under which name. */
export interface Draft {
  readonly kinds: ReadonlySet<ExportKind>;
  /** The check record goes beside the files. */
  readonly record: boolean;
  readonly name: string;
  /** Next year's files are named alike. */
  readonly alike: boolean;
  /** Files of the same names are replaced; otherwise the new ones get a number. */
  readonly replace: boolean;
}

export type ExportState =
  | { readonly kind: "form" }
  /** Errors stand: 仍要导出? */
  | { readonly kind: "asking" }
  | { readonly kind: "writing"; readonly progress: Progress | null }
  | { readonly kind: "done"; readonly exported: Exported };

const FALLBACK = "政府信息公开工作年度报告";

/** The export of a report, from the questions to the files. */
export function useExport({ report, form }: ReportScreen) {
  const errors = openErrors(report, form);
  const usual = reportFileName(report, form, FALLBACK);
  const [draft, setDraft] = useState<Draft>({
    kinds: new Set(["docx", "xlsx"]),
    record: errors.length > 0,
    name: usual,
    alike: false,
    replace: false,
  });
  const [folder, setFolder] = useState<ExportFolder | null>(null);
  const [given, setGiven] = useState(usual);
  const [state, setState] = useState<ExportState>({ kind: "form" });
  const [asked, setAsked] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const names = fileNames(draft);
  const taken = useTaken(folder, names);

  useEffect(() => {
    void call["export:begin"](undefined).then((answer) => {
      if (!answer.ok) return;
      setFolder(answer.value.folder);
      const name = reportFileName(report, form, FALLBACK, answer.value.pattern);
      setGiven(name);
      setDraft((now) => (now.name === usual ? { ...now, name } : now));
    });
  }, [report, form, usual]);
  useEffect(
    () => on["export:progress"]((progress) => setState((now) => (now.kind === "writing" ? { ...now, progress } : now))),
    [],
  );

  const choose = async (): Promise<ExportFolder | null> => {
    const answer = await call["export:choose-folder"](undefined);
    if (!answer.ok || answer.value === null) return null;
    setFolder(answer.value);
    return answer.value;
  };
  const write = async (to: ExportFolder) => {
    setState({ kind: "writing", progress: null });
    setFault(null);
    const saved = await flushSaves();
    const now = shown.get().screen;
    // The text just flushed may have made another report.
    const marked = withMarks(now.kind === "report" ? now.report : report, form);
    const answer = await call["report:export"]({
      folder: to.id,
      report: marked,
      kinds: ExportKind.options.filter((kind) => draft.kinds.has(kind)),
      name: draft.name,
      record: draft.record,
      replace: draft.replace,
      pattern: draft.alike ? namePattern(draft.name, report) : null,
    });
    if (!answer.ok) {
      setFault(answer.error.message);
      return setState({ kind: "form" });
    }
    if (marked.reasons) keepReasons(marked.reasons);
    if (!saved) setFault("文件已导出，但报告本身还没有保存，请看状态栏里的原因。");
    setState({ kind: "done", exported: answer.value });
  };
  /** Goes on as far as it can: asks about errors once, chooses a folder, asks about names that are taken, writes. */
  const begin = async () => {
    if (errors.length > 0 && !asked) {
      setAsked(true);
      return setState({ kind: "asking" });
    }
    setState({ kind: "form" });
    const to = folder ?? (await choose());
    if (!to) return;
    // A folder that was chosen only now may have such files already: the form asks.
    if (folder === null && (await takenIn(to, names)).length > 0) return;
    await write(to);
  };
  return { draft, setDraft, given, names, folder, taken, state, fault, errors: errors.length, choose, begin };
}

/** The files that a draft makes, in the order in which they are written. */
function fileNames({ kinds, record, name: typed }: Draft): string[] {
  const name = safeFileName(typed);
  const files = ExportKind.options.filter((kind) => kinds.has(kind)).map((kind) => `${name}.${kind}`);
  return record ? [...files, `${recordFileName(name)}.docx`] : files;
}

function openErrors(report: Report, form: ReportScreen["form"]) {
  return viewOf(report, form).notices.flatMap(({ severity, reason, finding }) =>
    severity === "error" && reason === null && finding ? [finding] : [],
  );
}

/** The report with a mark on each error that goes out with it. */
function withMarks(report: Report, form: ReportScreen["form"]): Report {
  const errors = openErrors(report, form);
  if (errors.length === 0) return report;
  const mark = { by: ui.get().signer ?? report.annex.filler ?? "", at: new Date().toISOString() };
  return { ...report, reasons: withExportMarks(report.reasons ?? [], errors, mark) };
}

async function takenIn(folder: ExportFolder, names: readonly string[]): Promise<readonly string[]> {
  if (names.length === 0) return [];
  const answer = await call["export:taken"]({ folder: folder.id, names: [...names] });
  return answer.ok ? answer.value : [];
}

/** Which of the names the folder has already. */
function useTaken(folder: ExportFolder | null, names: readonly string[]): readonly string[] {
  const [taken, setTaken] = useState<readonly string[]>([]);
  const key = names.join("\n");
  useEffect(() => {
    let current = true;
    if (!folder) return setTaken([]);
    void takenIn(folder, key === "" ? [] : key.split("\n")).then((found) => current && setTaken(found));
    return () => {
      current = false;
    };
  }, [folder, key]);
  return taken;
}
