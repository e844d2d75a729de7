import type {} from "electron";
import { makeForm } from "../core/form/form.ts";
import type { FormFile } from "../core/form/schema.ts";
import { loadPreset } from "../core/paper/preset.ts";
import type { Report } from "../core/report/report.ts";
import { readForReview, type SourceFile } from "./read.ts";
import { UnreadableFile } from "./unreadable.ts";
import { isWritable, writeReport } from "./write.ts";

/** What main posts, once. It has tested forms, preset and report before it sent them. */
type Task =
  | { readonly task: "read"; readonly files: readonly SourceFile[]; readonly forms: readonly FormFile[] }
  | {
      readonly task: "write";
      readonly kind: string;
      readonly report: Report;
      readonly form: FormFile;
      readonly preset: unknown;
    };

/**
 * The process that reads one stranger's report, or writes one file, and is then ended by main. It gets bytes and
 * data, never a path. While it reads it posts `{ progress }`; it answers once: the reading, the file's bytes, or one
 * Chinese sentence.
 */
process.parentPort.once("message", ({ data }: { data: Task }) => {
  answer(data).then((message) => process.parentPort.postMessage(message));
});

async function answer(task: Task): Promise<unknown> {
  try {
    return { ok: true, value: task.task === "read" ? await read(task) : await write(task) };
  } catch (error) {
    if (error instanceof UnreadableFile) {
      const name = task.task === "read" && task.files.length > 1 ? task.files[error.file]?.name : undefined;
      const message = name === undefined ? error.message : `“${name}”：${error.message}`;
      return { ok: false, error: { code: "unreadable", message } };
    }
    console.error(error);
    const message =
      task.task === "read"
        ? "读这个文件时出了意外，没有读出来，原文件没有改动。请用 WPS 或 Word 另存一份再打开。"
        : "写这个文件时出了意外，没有导出，报告没有改动。请换一种文件再导出。";
    return { ok: false, error: { code: task.task === "read" ? "unreadable" : "internal", message } };
  }
}

function read({ files, forms }: Extract<Task, { task: "read" }>): Promise<unknown> {
  return readForReview(files, forms.map(makeForm), (progress) => process.parentPort.postMessage({ progress }));
}

async function write({ kind, report, form, preset }: Extract<Task, { task: "write" }>): Promise<Uint8Array> {
  const loaded = loadPreset(preset);
  if (!loaded.ok || !isWritable(kind)) throw new Error(`cannot write ${kind}`);
  return writeReport(kind, report, makeForm(form), loaded.preset);
}
