import type { z } from "zod";
import { type Form, makeForm } from "./form.ts";
import { type Condition, type Expression, FormFile, type Relation, type TableForm, type Test } from "./schema.ts";

/** One thing wrong with a form file: where (`tables.0.rows.3.parent`) and why, in Chinese. */
export interface FormFault {
  readonly place: string;
  readonly reason: string;
}

export type FormResult =
  | { readonly ok: true; readonly form: Form }
  | { readonly ok: false; readonly faults: readonly FormFault[] };

/** Checks a parsed form file as a whole. A form with any fault is refused: every fault is named with its place. */
export function loadForm(json: unknown): FormResult {
  const parsed = FormFile.safeParse(json);
  if (!parsed.success) return { ok: false, faults: parsed.error.issues.flatMap(shapeFaults) };
  const faults = [...meaningFaults(parsed.data)];
  return faults.length > 0 ? { ok: false, faults } : { ok: true, form: makeForm(parsed.data) };
}

type Issue = z.core.$ZodIssue;

function shapeFaults(issue: Issue): FormFault[] {
  const place = issue.path.join(".") || "(整个文件)";
  switch (issue.code) {
    case "invalid_type":
      return [{ place, reason: `应为 ${issue.expected}` }];
    case "unrecognized_keys":
      return [{ place, reason: `不认识的字段:${issue.keys.join("、")}` }];
    case "invalid_value":
      return [{ place, reason: `只能是 ${issue.values.map(String).join("、")}` }];
    case "too_small":
      return [{ place, reason: `太小或太短,至少 ${issue.minimum}` }];
    case "too_big":
      return [{ place, reason: `太大或太长,至多 ${issue.maximum}` }];
    default:
      return [{ place, reason: /[\u4e00-\u9fff]/.test(issue.message) ? issue.message : `写法不对(${issue.code})` }];
  }
}

function* meaningFaults(file: FormFile): Generator<FormFault> {
  const { from, to } = file.years;
  if (to !== undefined && to < from) yield { place: "years", reason: `截止年 ${to} 早于起始年 ${from}` };
  yield* repeated(
    file.sections.map((s) => s.key),
    "sections",
    "key",
  );
  yield* repeated(
    file.tables.map((t) => t.key),
    "tables",
    "key",
  );
  for (const [i, section] of file.sections.entries()) {
    if (section.preamble && i > 0) yield { place: `sections.${i}`, reason: "前言只能是第一部分" };
    if (!section.preamble && section.title === "") yield { place: `sections.${i}.title`, reason: "标题不能为空" };
  }
  if (file.annex && !file.tables.some((table) => table.key === file.annex?.table)) {
    yield { place: "annex.table", reason: `没有名为“${file.annex.table}”的表` };
  }
  for (const [i, table] of file.tables.entries()) yield* tableFaults(table, `tables.${i}`);
}

function* repeated(keys: readonly string[], place: string, field: string): Generator<FormFault> {
  const seen = new Set<string>();
  for (const [i, key] of keys.entries()) {
    if (seen.has(key)) yield { place: `${place}.${i}.${field}`, reason: `“${key}”重复` };
    seen.add(key);
  }
}

function* tableFaults(table: TableForm, place: string): Generator<FormFault> {
  yield* repeated(
    table.rows.map((row) => row.id),
    `${place}.rows`,
    "id",
  );
  yield* repeated(
    table.columns.map((column) => column.key),
    `${place}.columns`,
    "key",
  );
  const before = new Set<string>();
  for (const [i, row] of table.rows.entries()) {
    const at = `${place}.rows.${i}`;
    if (row.parent !== undefined && !before.has(row.parent)) {
      yield { place: `${at}.parent`, reason: `上级行“${row.parent}”不存在或排在后面` };
    }
    before.add(row.id);
    if ((row.kind === "header") !== (row.type === undefined)) {
      yield { place: `${at}.type`, reason: row.kind === "header" ? "分类行没有数值类型" : "缺少数值类型" };
    }
    if (row.decimals !== undefined && row.type !== "money")
      yield { place: `${at}.decimals`, reason: "只有金额行有小数位数" };
  }
  if (!table.columns.some((column) => column.role === "current")) {
    yield { place: `${place}.columns`, reason: "没有本年的列" };
  }
  yield* repeated(
    table.relations.map((relation) => relation.code),
    `${place}.relations`,
    "code",
  );
  const known = new Known(table);
  for (const [i, relation] of table.relations.entries()) {
    const at = `${place}.relations.${i}`;
    if (relation.kind === "compare") {
      for (const member of relation.each ?? [])
        if (!known.has(member)) yield { place: `${at}.each`, reason: `没有“${member}”这一行` };
    }
    for (const address of addressesOf(relation)) {
      if (address.startsWith("$")) {
        if (relation.kind !== "compare" || !relation.each) yield { place: at, reason: "用了 $ 而没有 each" };
      } else if (!known.has(address)) yield { place: at, reason: `没有“${address}”这个单元格` };
    }
  }
  const year = table.yearOnYear;
  for (const key of year ? [year.current, year.previous] : []) {
    if (!table.columns.some((column) => column.key === key))
      yield { place: `${place}.yearOnYear`, reason: `没有“${key}”这一列` };
  }
}

/** Which addresses name cells that carry values. */
class Known {
  readonly #rows: Set<string>;
  readonly #columns: Set<string>;
  constructor(table: TableForm) {
    this.#rows = new Set(table.rows.filter((row) => row.kind !== "header").map((row) => row.id));
    this.#columns = new Set(table.columns.map((column) => column.key));
  }
  has(address: string): boolean {
    const [row = "", column] = address.split(":");
    if (row === "" && column === undefined) return false;
    return (row === "" || this.#rows.has(row)) && (column === undefined || this.#columns.has(column));
  }
}

/** Every address a relation names. */
export function addressesOf(relation: Relation): string[] {
  if (relation.kind === "compare") return [...inExpression(relation.left), ...inExpression(relation.right)];
  return [...relation.cells, ...inCondition(relation.when)];
}

function inExpression(expression: Expression): readonly string[] {
  if (typeof expression === "string") return [expression];
  return "sum" in expression ? expression.sum : [];
}

function inTest(test: Test): string[] {
  return [...inExpression(test.left), ...inExpression(test.right)];
}

function inCondition(condition: Condition): string[] {
  if ("all" in condition) return condition.all.flatMap(inTest);
  if ("any" in condition)
    return condition.any.flatMap((part) => ("all" in part ? part.all.flatMap(inTest) : inTest(part)));
  return inTest(condition);
}
