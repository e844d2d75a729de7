import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import type { Form } from "../core/form/form.ts";
import type { Report } from "../core/report/report.ts";
import { readReport, type SourceFile } from "../formats/read.ts";
import { UnreadableFile } from "../formats/unreadable.ts";
import { Failure, sentenceOf } from "./failure.ts";
import { watchReading } from "./watch.ts";

const LARGEST_BYTES = 64 * 1024 * 1024;

/** Reads the files of one report. Fails in one line that names the file and the cause. */
export async function readInput(paths: readonly string[], forms: readonly Form[]): Promise<Report> {
  const stop = watchReading(paths.join("、"));
  try {
    return await readReport(await Promise.all(paths.map(readSource)), forms);
  } catch (error) {
    if (error instanceof Failure) throw error;
    const named = error instanceof UnreadableFile ? paths[error.file] : paths.join("、");
    throw new Failure(`${named}：${sentenceOf(error)}`);
  } finally {
    stop();
  }
}

async function readSource(path: string): Promise<SourceFile> {
  try {
    const found = await stat(path);
    // A pipe or a device may never come to an end.
    if (!found.isFile() && !found.isDirectory()) throw new Failure("这不是文件，没有读。请核对路径");
    const { size } = found;
    if (size > LARGEST_BYTES)
      throw new Failure(
        `文件有 ${Math.ceil(size / 1024 / 1024)} MB，超过 64 MB，没有读。请删去其中的图片，另存后再导入`,
      );
    return { name: basename(path), bytes: await readFile(path) };
  } catch (error) {
    throw new Failure(`${path}：${sentenceOf(error)}`);
  }
}

/** The form that a report names. */
export function formOf(report: Report, forms: readonly Form[]): Form {
  const form = forms.find(({ id }) => id === report.form);
  if (!form)
    throw new Failure(`没有名为“${report.form}”的表样，不能校验或导出这份报告。请把表样文件放进 resources/forms`);
  return form;
}
