import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parseReportJson } from "../../src/core/report/json.ts";
import type { Report } from "../../src/core/report/report.ts";
import { form2014 } from "./forms.ts";
import { asText } from "./layouts.ts";

const SAMPLE = resolve(import.meta.dirname, "../../resources/samples/示范街道2018年报告.json");

/**
 * Last year's report as an office leaves it, as a text file: a number in Chinese, a “无”, an empty cell, and, where
 * it is to be `hard`, a heading that runs on and a part that the form does not know.
 */
export async function lastYearText({ hard = false } = {}): Promise<string> {
  const parsed = parseReportJson(JSON.parse(await readFile(SAMPLE, "utf8")));
  if (!parsed.ok) throw new Error("the sample is no report");
  const last: Report = {
    ...parsed.report,
    year: 2017,
    title: "试验街道2017年政府信息公开工作年度报告",
    annex: { ...parsed.report.annex, unit: "试验街道" },
  };
  const text = asText(last, form2014, "tabs")
    .replaceAll("2018", "2017")
    .replace(/(1\.政府公报公开政府信息数\t条\t)0/, "$1七")
    .replace(/(3\.政策解读稿件发布数\t篇\t)\d+/, "$1无");
  return hard
    ? text
        .replace("二、主动公开政府信息情况\n", "二、主动公开政府信息情况。制定和完善了公开的制度。\n")
        .replace("三、回应解读情况", "三、本街道的别的情况")
    : text;
}
