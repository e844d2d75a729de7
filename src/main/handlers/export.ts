import { randomUUID } from "node:crypto";
import { stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { type Answer, fail } from "../../contract/answer.ts";
import type { EventPayload, Input, Output } from "../../contract/calls.ts";
import type { ExportFolder } from "../../contract/reports.ts";
import type { FormFile } from "../../core/form/schema.ts";
import { recordFileName, safeFileName } from "../../core/report/name.ts";
import type { Task } from "../apart.ts";
import type { Handlers } from "../ipc.ts";
import type { SettingsFile } from "../settings.ts";
import { exists, writeInto } from "../write-whole.ts";
import type { ReadingSurroundings } from "./reading.ts";

/** What exporting needs of the program around it. */
export interface ExportSurroundings extends Pick<ReadingSurroundings, "apart"> {
  readonly version: string;
  readonly forms: readonly FormFile[];
  /** The look of the Word file, as it stands in resources/presets. */
  readonly preset: unknown;
  readonly settings: SettingsFile;
  /** Shows the dialog, beginning at a folder where there is one; `null` when cancelled. */
  readonly chooseExportFolder: (from: string | null) => Promise<string | null>;
  readonly tellExport: (payload: EventPayload["export:progress"]) => void;
  /** Opens the system's file manager at a file. */
  readonly showFile: (path: string) => void;
}

type ExportCalls =
  | "export:begin"
  | "export:choose-folder"
  | "export:taken"
  | "report:export"
  | "export:cancel"
  | "export:show";

const NO_FOLDER = fail("unknown-source", "找不到要写的文件夹，没有导出。请重新选一个文件夹。");

/** Writes the report as files: each in a process apart, whole or not at all, none overwritten unasked. */
export function exportHandlers(around: ExportSurroundings): Pick<Handlers, ExportCalls> {
  const { settings } = around;
  const folders = new Map<string, string>();
  const shown = new Map<string, string>();
  let running: AbortController | null = null;

  const give = (path: string): ExportFolder => {
    const id = randomUUID();
    folders.set(id, path);
    return { id, name: basename(path) || path };
  };

  async function write(input: Input<"report:export">, signal: AbortSignal): Promise<Answer<Output<"report:export">>> {
    const folder = folders.get(input.folder);
    const form = around.forms.find(({ id }) => id === input.report.form);
    if (folder === undefined) return NO_FOLDER;
    if (!form) return fail("internal", "这份报告用的表式不在本程序里，没有导出。请更新程序后再试。");
    const name = safeFileName(input.name);
    const { report, replace } = input;
    const kinds = [...new Set(input.kinds)];
    const total = kinds.length + (input.record ? 1 : 0);
    const files: string[] = [];
    const put = async (task: Task, called: string, ending: string): Promise<Answer<string>> => {
      around.tellExport({ file: files.length + 1, files: total, name: `${called}.${ending}` });
      const made = await around.apart(task, signal, () => {});
      if (!made.ok) return made;
      if (!(made.value instanceof Uint8Array)) return fail("internal", "导出的文件不完整，没有写成，报告没有改动。");
      const written = await writeInto(folder, called, ending, made.value, replace);
      if (written.ok) files.push(written.value);
      return written;
    };
    const { preset, version: program } = around;
    for (const kind of kinds) {
      const done = await put({ task: "write", kind, report, form, preset }, name, kind);
      if (!done.ok) return fail(done.error.code, withDone(done.error.message, files));
    }
    if (input.record) {
      const occasion = { program, at: new Date().toISOString(), files: files.length > 0 ? [...files] : null };
      const done = await put({ task: "record", report, form, preset, occasion }, recordFileName(name), "docx");
      if (!done.ok) return fail(done.error.code, withDone(done.error.message, files));
    }
    await settings.set({ exportFolder: folder, ...(input.pattern === null ? {} : { exportPattern: input.pattern }) });
    const id = randomUUID();
    shown.set(id, join(folder, files[0] ?? ""));
    return { ok: true, value: { id, folder: basename(folder) || folder, files } };
  }

  return {
    "export:begin": async () => {
      const { exportFolder: path, exportPattern: pattern } = settings.get();
      return { ok: true, value: { folder: path !== null && (await isFolder(path)) ? give(path) : null, pattern } };
    },
    "export:choose-folder": async () => {
      const path = await around.chooseExportFolder(settings.get().exportFolder);
      return { ok: true, value: path === null ? null : give(path) };
    },
    "export:taken": async ({ folder, names }) => {
      const path = folders.get(folder);
      if (path === undefined) return NO_FOLDER;
      const taken = await Promise.all(names.map(async (name) => ((await exists(path, basename(name))) ? [name] : [])));
      return { ok: true, value: taken.flat() };
    },
    "report:export": async (input) => {
      running?.abort();
      const control = new AbortController();
      running = control;
      const answer = await write(input, control.signal);
      if (running === control) running = null;
      return answer;
    },
    "export:cancel": () => {
      running?.abort();
      return { ok: true, value: null };
    },
    "export:show": ({ id }) => {
      const path = shown.get(id);
      if (path === undefined) return fail("unknown-source", "找不到导出的文件，请到文件夹里找。");
      around.showFile(path);
      return { ok: true, value: null };
    },
  };
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

/** A later file has failed: what already lies in the folder is said too. */
function withDone(message: string, files: readonly string[]): string {
  return files.length === 0 ? message : `${message}已经导出的有：${files.join("、")}。`;
}
