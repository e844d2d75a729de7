import type {} from "electron";
import { makeForm } from "../core/form/form.ts";
import type { FormFile } from "../core/form/schema.ts";
import { readReport, type SourceFile } from "./read.ts";
import { UnreadableFile } from "./unreadable.ts";

/**
 * The process that reads one stranger's report and is then ended by main. It gets bytes and forms, never a
 * path, and answers once: the report, or one Chinese sentence.
 */
process.parentPort.once("message", ({ data }: { data: { files: SourceFile[]; forms: FormFile[] } }) => {
  answer(data.files, data.forms).then((message) => process.parentPort.postMessage(message));
});

async function answer(files: readonly SourceFile[], forms: readonly FormFile[]): Promise<unknown> {
  try {
    // Main has tested the forms before it sent them.
    return { ok: true, value: await readReport(files, forms.map(makeForm)) };
  } catch (error) {
    if (error instanceof UnreadableFile) return { ok: false, error: { code: "unreadable", message: error.message } };
    console.error(error);
    const message = "读这个文件时出了意外，没有读出来，原文件没有改动。请用 WPS 或 Word 另存一份再打开。";
    return { ok: false, error: { code: "unreadable", message } };
  }
}
