import { formForYear, nextYear } from "../../core/carry/next-year.ts";
import { servesYear } from "../../core/form/form.ts";
import { formatReportJson } from "../../core/report/json.ts";
import { Failure } from "../failure.ts";
import { formOf, readInput } from "../input.ts";
import { messageLines, pad, printJson, printLines } from "../print.ts";
import { readForms } from "../resources.ts";

/** `new FILE --year Y [--form ID] [--json]`: the report of a year, begun from an older file. */
export async function newVerb(
  paths: readonly string[],
  options: { json: boolean; year?: string | undefined; form?: string | undefined },
): Promise<number> {
  if (paths.length === 0) throw new Failure("缺少文件名。用法：nianbao new 文件 --year 年份 [--form 表样] [--json]");
  const year = yearOf(options.year);
  const forms = await readForms();
  const old = await readInput(paths, forms);
  const form = formOf(old, forms);
  if (options.form !== undefined && options.form !== form.id)
    throw new Failure(`${paths.join("、")} 是按“${form.file.title}”编写的，不能直接改用表样“${options.form}”`);
  const report = nextYear(old, form, year);
  if (options.json) {
    printJson(formatReportJson(report));
    return 0;
  }
  const other = servesYear(form, year) ? null : formForYear(forms, year);
  printLines([
    `${pad("年度", 10)}${year}${old.year === null ? "" : `（沿用 ${old.year} 年度）`}`,
    `${pad("单位", 10)}${report.unit ?? "未知"}`,
    `${pad("表样", 10)}${form.file.title}`,
    `${pad("待更新", 10)}${report.stale?.length ?? 0} 处`,
    ...messageLines(report.messages, form),
    ...(other ? [`${year} 年度的表样是“${other.file.title}”`] : []),
  ]);
  return 0;
}

function yearOf(text: string | undefined): number {
  if (text === undefined) throw new Failure("缺少年份。用法：nianbao new 文件 --year 年份");
  if (!/^20\d{2}$/.test(text)) throw new Failure(`“${text}”不是年份，请写成四位数，例如 --year 2018`);
  return Number(text);
}
