import { basename } from "node:path";
import { fail } from "../../contract/answer.ts";
import { makeForm } from "../../core/form/form.ts";
import type { FormFile } from "../../core/form/schema.ts";
import { reportFileName } from "../../core/report/name.ts";
import type { Task } from "../apart.ts";
import type { Handlers } from "../ipc.ts";
import { writeNew } from "../write-whole.ts";
import type { ReadingSurroundings } from "./reading.ts";

/** What exporting needs of the program around it. */
export interface ExportSurroundings extends Pick<ReadingSurroundings, "apart"> {
  readonly forms: readonly FormFile[];
  /** The look of the Word file, as it stands in resources/presets. */
  readonly preset: unknown;
  /** Shows the dialog; `null` when cancelled. */
  readonly chooseExportFolder: () => Promise<string | null>;
}

/** Writes the report as files: each kind in a process apart, each file whole or not at all, none overwritten. */
export function exportHandlers(around: ExportSurroundings): Pick<Handlers, "report:export"> {
  return {
    "report:export": async ({ report, kinds }) => {
      const form = around.forms.find(({ id }) => id === report.form);
      if (!form) return fail("internal", "这份报告用的表式不在本程序里，没有导出。请更新程序后再试。");
      const folder = await around.chooseExportFolder();
      if (folder === null) return { ok: true, value: null };
      const name = reportFileName(report, makeForm(form), "政府信息公开工作年度报告");
      const files: string[] = [];
      for (const kind of new Set(kinds)) {
        const task: Task = { task: "write", kind, report, form, preset: around.preset };
        const made = await around.apart(task, new AbortController().signal, () => {});
        if (!made.ok) return fail(made.error.code, withDone(made.error.message, files));
        if (!(made.value instanceof Uint8Array)) return fail("internal", "导出的文件不完整，没有写成，报告没有改动。");
        const written = await writeNew(folder, name, kind, made.value);
        if (!written.ok) return fail(written.error.code, withDone(written.error.message, files));
        files.push(written.value);
      }
      return { ok: true, value: { folder: basename(folder) || folder, files } };
    },
  };
}

/** A later kind has failed: what already lies in the folder is said too. */
function withDone(message: string, files: readonly string[]): string {
  return files.length === 0 ? message : `${message}已经导出的有：${files.join("、")}。`;
}
