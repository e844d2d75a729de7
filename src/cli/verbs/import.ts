import { formatReportJson } from "../../core/report/format-json.ts";
import { Failure } from "../failure.ts";
import { formOf, readInput } from "../input.ts";
import { messageLines, pad, paint, printJson, printLines } from "../print.ts";
import { readForms } from "../resources.ts";

/** `import FILE… [--json]`: one report from one file, or from the files of one report. */
export async function importVerb(paths: readonly string[], options: { json: boolean }): Promise<number> {
  if (paths.length === 0) throw new Failure("缺少文件名。用法：nianbao import 文件… [--json]");
  const forms = await readForms();
  const report = await readInput(paths, forms);
  if (options.json) {
    printJson(formatReportJson(report));
    return 0;
  }
  const form = formOf(report, forms);
  const cells = report.tables
    .flatMap((table) => table.cells)
    .filter((cell) => form.tables.get(report.tables[0]?.key ?? "")?.columns.get(cell.column)?.role !== "previous");
  const blank = cells.filter((cell) => cell.state === "blank").length;
  printLines([
    `${pad("年度", 10)}${report.year ?? "未知"}`,
    `${pad("单位", 10)}${report.unit ?? "未知"}`,
    `${pad("表样", 10)}${form.file.title}`,
    `${pad("统计表", 10)}${cells.length} 格，未填 ${blank} 格`,
    paint("bold", "各部分"),
    ...report.sections.map(
      ({ heading, paragraphs }) =>
        `  ${pad(heading || "前言", 46)}${paragraphs.length} 段 ${paragraphs.join("").length} 字`,
    ),
    ...(report.extra.length > 0 ? [`  ${pad("未归入", 46)}${report.extra.length} 段`] : []),
    ...(report.messages.length > 0
      ? [paint("bold", "请核对"), ...messageLines(report.messages, form)]
      : ["读得清楚，没有要核对的地方。"]),
  ]);
  return 0;
}
