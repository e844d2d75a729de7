import { readFile } from "node:fs/promises";
import { check } from "../../core/checks/check.ts";
import { exampleReport } from "../../core/checks/examples.ts";
import type { Form } from "../../core/form/form.ts";
import { loadForm } from "../../core/form/load.ts";
import type { Example, Statement } from "../../core/form/schema.ts";
import type { Report } from "../../core/report/report.ts";
import { Failure, sentenceOf } from "../failure.ts";
import { pad, printJson, printLines } from "../print.ts";

/** What is wrong with a form file: where, and why. */
interface Fault {
  readonly place: string;
  readonly reason: string;
}

/**
 * `form check FILE [--json]`: whether a form file can be used, each fault with its place and reason. Examples of
 * relations are tried too: a relation that speaks where it should be silent is a fault. Exit 1 when there is any.
 */
export async function formVerb(args: readonly string[], options: { json: boolean }): Promise<number> {
  const [action, path, ...rest] = args;
  if (action !== "check" || path === undefined || rest.length > 0)
    throw new Failure("用法：nianbao form check 表样文件 [--json]");
  const result = loadForm(await readJson(path));
  const faults = result.ok ? [...exampleFaults(result.form)] : result.faults;
  if (options.json) printJson({ faults });
  else if (faults.length > 0)
    printLines([
      ...faults.map(({ place, reason }) => `${place}：${reason}`),
      `共 ${faults.length} 处，改好之前不能使用。`,
    ]);
  else if (result.ok) printLines(summary(result.form));
  return faults.length > 0 ? 1 : 0;
}

function summary({ file, tables }: Form): string[] {
  const { from, to } = file.years;
  const relations = file.tables.reduce((sum, table) => sum + table.relations.length, 0);
  return [
    `${pad("表样", 10)}${file.title}（${file.id}）`,
    `${pad("年份", 10)}${to === undefined ? `${from} 年起` : `${from}—${to} 年`}`,
    `${pad("部分", 10)}${file.sections.length} 个`,
    ...[...tables.values()].map(
      ({ form, valueRows, currentColumns }) =>
        `${pad("表", 10)}${form.title}：${valueRows.length} 行 × ${currentColumns.length} 列`,
    ),
    `${pad("关系", 10)}${relations} 条，例子都试过`,
    "这个表样文件可以使用。",
  ];
}

/** Each relation and each statement is silent on what passes and speaks on what fails. */
function* exampleFaults(form: Form): Generator<Fault> {
  for (const [t, table] of [...form.tables.values()].entries()) {
    const { relations, statements = [] } = table.form;
    for (const [r, relation] of relations.entries()) {
      const tried = (example: Example) => speaks(relation.code, exampleReport(form, table, example, relation), form);
      yield* wrongExamples(relation.examples, tried, `tables.${t}.relations.${r}`);
    }
    for (const [s, { code, examples }] of statements.entries()) {
      const tried = ({ says, cells }: Statement["examples"]["passes"][number]) =>
        speaks(code, exampleReport(form, table, cells, undefined, says), form);
      yield* wrongExamples(examples, tried, `tables.${t}.statements.${s}`);
    }
  }
}

function* wrongExamples<E>(
  examples: { readonly passes: readonly E[]; readonly fails: readonly E[] },
  speaksOn: (example: E) => boolean,
  at: string,
): Generator<Fault> {
  for (const side of ["passes", "fails"] as const) {
    for (const [i, example] of examples[side].entries()) {
      if (speaksOn(example) === (side === "fails")) continue;
      const reason = side === "passes" ? "这个例子应当通过，却报了出来" : "这个例子应当报出来，却通过了";
      yield { place: `${at}.examples.${side}.${i}`, reason };
    }
  }
}

function speaks(code: string, report: Report, form: Form): boolean {
  return check(report, form).some((finding) => finding.code === code);
}

async function readJson(path: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    throw new Failure(`${path}：${sentenceOf(error)}`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Failure(`${path} 不是有效的 JSON：${error instanceof Error ? error.message : String(error)}`);
  }
}
