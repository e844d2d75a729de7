import { explain } from "../../core/checks/explain.ts";
import { Failure } from "../failure.ts";
import { pad, paint, printJson, printLines, severityWord } from "../print.ts";
import { readForms } from "../resources.ts";

/** `explain CODE [--json]`: what a finding means, where the rule comes from and what to do. */
export async function explainVerb(codes: readonly string[], options: { json: boolean }): Promise<number> {
  const [code] = codes;
  if (code === undefined || codes.length > 1)
    throw new Failure("用法：nianbao explain 代码，例如 nianbao explain blank-cells");
  const found = explain(code, await readForms());
  if (!found) throw new Failure(`没有代码为“${code}”的校验。代码写在校验结果每行末尾的方括号里`);
  if (options.json) printJson(found);
  else {
    printLines([
      paint("bold", `${found.title} [${found.code}]`),
      `${pad("轻重", 8)}${severityWord(found.severity)}`,
      `${pad("意思", 8)}${found.meaning}`,
      `${pad("依据", 8)}${found.basis}`,
      `${pad("怎么办", 8)}${found.advice}`,
      `${pad("例", 8)}${found.example}`,
    ]);
  }
  return 0;
}
