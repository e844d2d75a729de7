import { mkdir, open, rename, rm } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { reportFileName } from "../../core/report/name.ts";
import { isWritable, WRITABLE, writeReport } from "../../formats/write.ts";
import { Failure, sentenceOf } from "../failure.ts";
import { formOf, readInput } from "../input.ts";
import { printLines } from "../print.ts";
import { readForms, readPreset } from "../resources.ts";

/** `export FILE --to docx,xlsx,json --out DIR`: findings never stop it; a kind that fails does not stop the others. */
export async function exportVerb(
  paths: readonly string[],
  options: { to: string | undefined; out: string | undefined },
): Promise<number> {
  const [path] = paths;
  const kinds = [
    ...new Set(
      (options.to ?? "")
        .split(/[,\uff0c]/)
        .map((kind) => kind.trim().toLowerCase())
        .filter(Boolean),
    ),
  ];
  if (path === undefined || paths.length > 1 || kinds.length === 0 || !options.out) {
    throw new Failure(`用法：nianbao export 文件 --to ${WRITABLE.join(",")} --out 文件夹`);
  }
  const forms = await readForms();
  const report = await readInput([path], forms);
  const form = formOf(report, forms);
  const preset = await readPreset();
  const name = reportFileName(report, form, basename(path, extname(path)));
  try {
    await mkdir(options.out, { recursive: true });
  } catch (error) {
    throw new Failure(`${options.out}：${sentenceOf(error)}`);
  }
  const failures: string[] = [];
  for (const kind of kinds) {
    try {
      if (!isWritable(kind))
        throw new Failure(
          kind === "html" || kind === "pdf"
            ? "这个版本还不能导出这种文件"
            : `不认识这种文件，可以导出 ${WRITABLE.join("、")}`,
        );
      const target = join(options.out, `${name}.${kind}`);
      await writeWhole(target, await writeReport(kind, report, form, preset));
      printLines([target]);
    } catch (error) {
      failures.push(`${kind}：${sentenceOf(error)}`);
    }
  }
  if (failures.length > 0) throw new Failure(failures.join("；"));
  return 0;
}

/** Under a final name there is only ever a whole file: written beside it, flushed, then renamed. */
async function writeWhole(target: string, bytes: Uint8Array): Promise<void> {
  const part = `${target}.${process.pid}.part`;
  try {
    const file = await open(part, "w");
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, target);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
