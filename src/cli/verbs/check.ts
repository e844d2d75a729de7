import { check } from "../../core/checks/check.ts";
import { Failure } from "../failure.ts";
import { formOf, readInput } from "../input.ts";
import { findingLines, messageLines, paint, printJson, printLines, tally } from "../print.ts";
import { readForms } from "../resources.ts";

/** `check FILE [--json]`: exit 1 when an error stands that no reason lifts. */
export async function checkVerb(paths: readonly string[], options: { json: boolean }): Promise<number> {
  const [path] = paths;
  if (path === undefined || paths.length > 1) throw new Failure("一次校验一个文件。用法：nianbao check 文件 [--json]");
  const forms = await readForms();
  const report = await readInput([path], forms);
  const form = formOf(report, forms);
  const findings = check(report, form);
  if (options.json) printJson({ findings, messages: report.messages });
  else {
    printLines([
      paint(
        "bold",
        `${report.unit ?? "未知单位"} ${report.year ?? "未知"} 年度  ${tally(findings.map(({ severity }) => severity))}`,
      ),
      ...findingLines(findings, form),
      ...(report.messages.length > 0 ? [paint("bold", "读文件时请核对"), ...messageLines(report.messages, form)] : []),
    ]);
  }
  return findings.some(({ severity }) => severity === "error") ? 1 : 0;
}
