import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../outputs.mjs";

const read = (path) => JSON.parse(readFileSync(join(root, path), "utf8"));

/** The project's own report. */
export const sample = read("resources/samples/示范街道2018年报告.json");

/** The same report as one of another year; every year that it speaks of moves along. */
export function ofYear(year) {
  const text = JSON.stringify(sample).replaceAll(String(sample.year), String(year));
  const report = JSON.parse(text);
  return { ...report, year, tables: report.tables.map((table) => ({ ...table, cells: thinned(table.cells, year) })) };
}

/** Earlier years have no figures of the year before theirs. */
function thinned(cells, year) {
  return year === sample.year ? cells : cells.filter(({ column }) => column !== "previous");
}

/** The office's own row stands behind this one. */
const AFTER = "1.1.c";

/**
 * A text file of the year before as an office leaves it: a number in words, a “无”, an empty cell, a heading that runs
 * on into the text, a row of the office's own.
 */
export function lastYearText() {
  const form = read("resources/forms/gongkai-2014.json");
  const report = ofYear(sample.year - 1);
  const [table] = report.tables;
  const prose = report.sections.flatMap(({ heading, paragraphs }) =>
    heading === "" ? paragraphs : [heading, ...paragraphs],
  );
  const rows = form.tables[0].rows.flatMap(({ id, label, unit, kind }) => {
    const cell = table.cells.find(({ row, column }) => row === id && column === "value");
    const line = [label, kind === "header" ? "—" : unit, cell?.value ?? ""].join("\t");
    return id === AFTER ? [line, "上级转办的政府信息数\t条\t2"] : [line];
  });
  const { unit } = report;
  return [
    report.title,
    ...prose,
    "附件2",
    "政府信息公开情况统计表",
    `（${report.year} 年度）`,
    `填报单位：${unit}`,
    "统计指标\t单位\t统计数",
    ...rows,
  ]
    .join("\n")
    .replace(
      "二、主动公开政府信息情况\n",
      "二、主动公开政府信息情况街道制定和完善了公开审查的制度，对拟公开的信息一事一审。\n",
    )
    .replace(/(1\.政府公报公开政府信息数\t条\t)\d+/, "$1七")
    .replace(/(3\.政策解读稿件发布数\t篇\t)\d+/, "$1无");
}
