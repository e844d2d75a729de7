import type {} from "electron";
import { makeForm } from "../core/form/form.ts";
import type { FormFile } from "../core/form/schema.ts";
import { loadPreset, type Preset } from "../core/paper/preset.ts";
import { recordPaper } from "../core/record/paper.ts";
import { checkRecord, type Occasion } from "../core/record/record.ts";
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
    }
  | {
      readonly task: "record";
      readonly report: Report;
      readonly form: FormFile;
      readonly preset: unknown;
      readonly occasion: Occasion;
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
    return { ok: true, value: await result(task) };
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

function result(task: Task): Promise<unknown> {
  switch (task.task) {
    case "read":
      return read(task);
    case "write":
      return write(task);
    case "record":
      return writeRecord(task);
  }
}

function read({ files, forms }: Extract<Task, { task: "read" }>): Promise<unknown> {
  return readForReview(files, forms.map(makeForm), (progress) => process.parentPort.postMessage({ progress }));
}

async function write({ kind, report, form, preset }: Extract<Task, { task: "write" }>): Promise<Uint8Array> {
  if (!isWritable(kind)) throw new Error(`cannot write ${kind}`);
  return writeReport(kind, report, makeForm(form), presetFrom(preset));
}

async function writeRecord({ report, form, preset, occasion }: Extract<Task, { task: "record" }>): Promise<Uint8Array> {
  const paper = recordPaper(checkRecord(report, makeForm(form), occasion));
  return (await import("./docx/write-record.ts")).writeRecordDocx(paper, presetFrom(preset));
}

function presetFrom(json: unknown): Preset {
  const loaded = loadPreset(json);
  if (!loaded.ok) throw new Error("the preset is broken");
  return loaded.preset;
}
