import { takesFrom, usualMoves } from "../../core/carry/moves.ts";
import { formAfter, formForYear, nextYear } from "../../core/carry/next-year.ts";
import { type Form, servesYear } from "../../core/form/form.ts";
import { formatReportJson } from "../../core/report/format-json.ts";
import type { Report } from "../../core/report/report.ts";
import { Failure } from "../failure.ts";
import { formOf, readInput } from "../input.ts";
import { messageLines, pad, printJson, printLines } from "../print.ts";
import { readForms } from "../resources.ts";

/**
 * `new FILE --year Y [--form ID] [--json]`: the report of a year, begun from an older file. The year decides the form;
 * `--form` chooses another one, or keeps that of the older file.
 */
export async function newVerb(
  paths: readonly string[],
  options: { json: boolean; year?: string | undefined; form?: string | undefined },
): Promise<number> {
  if (paths.length === 0) throw new Failure("缺少文件名。用法：nianbao new 文件 --year 年份 [--form 表样] [--json]");
  const year = yearOf(options.year);
  const forms = await readForms();
  const old = await readInput(paths, forms);
  const oldForm = formOf(old, forms);
  const form = options.form === undefined ? formAfter(forms, oldForm, year) : chosenForm(options.form, oldForm, forms);
  const report = nextYear(old, oldForm, form, year);
  if (options.json) {
    printJson(formatReportJson(report));
    return 0;
  }
  printLines([
    `${pad("年度", 10)}${year}${old.year === null ? "" : `（沿用 ${old.year} 年度）`}`,
    `${pad("单位", 10)}${report.unit ?? "未知"}`,
    `${pad("表样", 10)}${form.file.title}`,
    ...(form.id === oldForm.id ? [] : moveLines(old, form)),
    `${pad("待更新", 10)}${report.stale?.length ?? 0} 处`,
    ...messageLines(report.messages, form),
    ...otherFormLines(form, oldForm, forms, year),
  ]);
  return 0;
}

function yearOf(text: string | undefined): number {
  if (text === undefined) throw new Failure("缺少年份。用法：nianbao new 文件 --year 年份");
  if (!/^20\d{2}$/.test(text)) throw new Failure(`“${text}”不是年份，请写成四位数，例如 --year 2018`);
  return Number(text);
}

function chosenForm(id: string, old: Form, forms: readonly Form[]): Form {
  const form = forms.find((one) => one.id === id);
  if (!form) throw new Failure(`没有名为“${id}”的表样。现有：${forms.map((one) => one.id).join("、")}`);
  if (form.id !== old.id && !takesFrom(form, old.id))
    throw new Failure(`表样“${form.file.title}”没有写明“${old.file.title}”的报告怎样放进来，不能直接改用`);
  return form;
}

/** What of the text went where: one line a section. */
function moveLines(old: Report, form: Form): string[] {
  return usualMoves(old, form).map(({ from, to }, i) => {
    const heading = old.sections.find(({ key }) => key === from)?.heading || "前言";
    const goal = to === null ? "原样留在最后" : form.sections.get(to)?.title || "前言";
    return `${pad(i === 0 ? "文字" : "", 10)}${heading} → ${goal}`;
  });
}

/** The choice that was not taken. */
function otherFormLines(form: Form, old: Form, forms: readonly Form[], year: number): string[] {
  if (form.id !== old.id) return [`要留在原来的表样，请加 --form ${old.id}`];
  const other = servesYear(form, year) ? null : formForYear(forms, year);
  if (!other) return [];
  const how = takesFrom(other, old.id) ? `，改用请加 --form ${other.id}` : "";
  return [`${year} 年度的表样是“${other.file.title}”${how}`];
}
