import { compilePhrase } from "../prose/phrase.ts";
import { addressesIn, addressesOf, parseAddress, scopeOf } from "./address.ts";
import { hasCell, makeTable, type TableOfForm } from "./form.ts";
import type { CompareRelation, Example, Expression, Relation, Statement, TableForm } from "./schema.ts";
import type { Fault } from "./shape.ts";

/** Codes of the checks that hold for every form (see `core/checks/generic.ts`). */
const RESERVED_CODES: ReadonlySet<string> = new Set([
  "table-missing",
  "blank-cells",
  "negative",
  "not-integer",
  "too-many-decimals",
  "stale-open",
  "year-outside-form",
]);

export function* repeated(keys: readonly string[], place: string, field: string): Generator<Fault> {
  const seen = new Set<string>();
  for (const [i, key] of keys.entries()) {
    if (seen.has(key)) yield { place: `${place}.${i}.${field}`, reason: `“${key}”重复` };
    seen.add(key);
  }
}

/** Fields `{…}` of a sentence that nothing will fill. */
export function* unknownFields(text: string, known: readonly string[], place: string): Generator<Fault> {
  for (const [, field = ""] of text.matchAll(/\{([^{}]*)\}/g)) {
    if (!known.includes(field)) yield { place, reason: `不认识的填空“{${field}}”` };
  }
}

/** What is wrong with the relations of one table. `taken`: codes that other tables of the form use. */
export function* relationFaults(form: TableForm, place: string, taken: readonly string[]): Generator<Fault> {
  const table = makeTable(form);
  const { relations, yearOnYear, statements = [] } = form;
  const codes = new Set(taken);
  for (const [i, relation] of relations.entries()) {
    const at = `${place}.relations.${i}`;
    yield* codeFaults(relation.code, codes, `${at}.code`);
    yield* addressFaults(table, relation, at);
    yield* textFaults(table, relation, at);
    yield* unlessFaults(relations.slice(0, i), relation, at);
    yield* exampleFaults(table, relation, at);
    if (relation.liftable && relation.severity !== "error") {
      yield { place: `${at}.liftable`, reason: "只有错误才需要写理由保留" };
    }
  }
  if (yearOnYear) yield* codeFaults(yearOnYear.code, codes, `${place}.yearOnYear.code`);
  for (const [i, statement] of statements.entries()) {
    const at = `${place}.statements.${i}`;
    yield* codeFaults(statement.code, codes, `${at}.code`);
    yield* statementFaults(table, statement, at);
  }
  yield* sumRowFaults(form, place);
}

function* codeFaults(code: string, taken: Set<string>, place: string): Generator<Fault> {
  if (taken.has(code)) yield { place, reason: `“${code}”重复` };
  if (RESERVED_CODES.has(code)) yield { place, reason: `“${code}”是通用检查的代码` };
  if (code.endsWith(".unknown")) yield { place, reason: "“.unknown”结尾的代码留给“不能核对”" };
  taken.add(code);
}

function* statementFaults(
  table: TableOfForm,
  { is, mayBe, name, phrases, examples }: Statement,
  at: string,
): Generator<Fault> {
  for (const [i, phrase] of phrases.entries())
    if (!compilePhrase(phrase))
      yield { place: `${at}.phrases.${i}`, reason: "写法不对：要有一个 {n} 或 {0}，方括号要成对" };
  for (const [place, expression] of [
    [`${at}.is`, is] as const,
    ...(mayBe ? [[`${at}.mayBe.value`, mayBe.value] as const] : []),
  ]) {
    const addresses = addressesIn(expression);
    if (addresses.length === 0) yield { place, reason: "没有提到任何单元格" };
    for (const address of addresses)
      if (parseAddress(address).row === null || !isKnown(table, address))
        yield { place, reason: `没有“${address}”这个单元格` };
  }
  if (addressesIn(is).length > 1 && name === undefined)
    yield { place: `${at}.name`, reason: "几格合计的数要有一个名称" };
  if (mayBe) yield* unknownFields(mayBe.text, ["said", "value"], `${at}.mayBe.text`);
  yield* cellFaults(
    table,
    examples.passes.map(({ cells }) => cells),
    `${at}.examples.passes`,
  );
  yield* cellFaults(
    table,
    examples.fails.map(({ cells }) => cells),
    `${at}.examples.fails`,
  );
}

/** True when the address names cells that carry values: no header row, no unknown row or column. */
function isKnown(table: TableOfForm, text: string): boolean {
  const { row, column } = parseAddress(text);
  if (row === null && column === null) return false;
  if (row !== null && (table.rows.get(row)?.kind ?? "header") === "header") return false;
  if (column !== null && !table.columns.has(column)) return false;
  return row === null || column === null || hasCell(table, row, column);
}

function* addressFaults(table: TableOfForm, relation: Relation, at: string): Generator<Fault> {
  const written =
    relation.kind === "compare"
      ? [...addressesIn(relation.left), ...addressesIn(relation.right)]
      : addressesOf(relation);
  const member = written.some((address) => address.includes("$"));
  const each = relation.kind === "compare" ? relation.each : undefined;
  if (member && !each) yield { place: at, reason: "用了 $ 而没有 each" };
  if (each && !member) yield { place: `${at}.each`, reason: "有 each 而没有用 $" };
  if (member && !each) return;
  if (each) yield* repeated(each, `${at}.each`, "");
  for (const address of new Set(addressesOf(relation))) {
    if (!isKnown(table, address)) yield { place: at, reason: `没有“${address}”这个单元格` };
  }
  if (written.length === 0) yield { place: at, reason: "没有提到任何单元格" };
  if (scopeOf(relation) === "mixed") {
    yield { place: at, reason: "同一条关系里既有只写行的地址，又有只写列的地址，不知道按行还是按列核对" };
  }
  for (const address of relation.needs ?? []) {
    const named = relation.kind === "compare" && each ? each.map((one) => address.replace("$", one)) : [address];
    for (const one of named) if (!isKnown(table, one)) yield { place: `${at}.needs`, reason: `没有“${one}”这个单元格` };
  }
  if (relation.kind === "compare" && relation.proposes && (relation.is !== "=" || typeof relation.left !== "string")) {
    yield { place: `${at}.proposes`, reason: "只有“一格等于……”的关系能算出这一格" };
  }
  if (relation.kind === "compare") {
    for (const side of ["left", "right"] as const) yield* repeated(addressesIn(relation[side]), `${at}.${side}`, "sum");
  }
}

function* textFaults(table: TableOfForm, relation: Relation, at: string): Generator<Fault> {
  const place = `${at}.text`;
  if (relation.kind === "compare") {
    const labels = (["left", "right"] as const)
      .filter((side) => hasLabel(relation[side]))
      .map((side) => `${side}.label`);
    yield* unknownFields(relation.text, ["left", "right", "difference", "column", ...labels], place);
    return;
  }
  const columns = new Set(addressesOf(relation).map((address) => parseAddress(address).column));
  for (const [, field = ""] of relation.text.matchAll(/\{([^{}]*)\}/g)) {
    if (!isKnown(table, field)) yield { place, reason: `不认识的填空“{${field}}”` };
    else if (parseAddress(field).column === null && !columns.has(null)) {
      yield { place, reason: `填空“{${field}}”没有写明是哪一列` };
    }
  }
}

function hasLabel(expression: Expression): boolean {
  return typeof expression === "string";
}

function* unlessFaults(earlier: readonly Relation[], relation: Relation, at: string): Generator<Fault> {
  if (relation.unless === undefined) return;
  const place = `${at}.unless`;
  const other = earlier.find(({ code }) => code === relation.unless);
  if (!other) yield { place, reason: `前面没有“${relation.unless}”这条关系` };
  else if (scopeOf(other) !== scopeOf(relation) || hasEach(other) || hasEach(relation)) {
    yield { place, reason: `与“${relation.unless}”核对的不是同样的行列` };
  }
}

function hasEach(relation: Relation): boolean {
  return relation.kind === "compare" && relation.each !== undefined;
}

function* exampleFaults(table: TableOfForm, relation: Relation, at: string): Generator<Fault> {
  for (const side of ["passes", "fails"] as const)
    yield* cellFaults(table, relation.examples[side], `${at}.examples.${side}`);
}

function* cellFaults(table: TableOfForm, examples: readonly Example[], at: string): Generator<Fault> {
  for (const [i, example] of examples.entries()) {
    for (const address of Object.keys(example)) {
      if (parseAddress(address).row === null || !isKnown(table, address)) {
        yield { place: `${at}.${i}`, reason: `没有“${address}”这个单元格` };
      }
    }
  }
}

/** A row of kind `sum` is the total of something: a relation must say of what. */
function* sumRowFaults(table: TableForm, place: string): Generator<Fault> {
  for (const [i, row] of table.rows.entries()) {
    if (row.kind === "sum" && !table.relations.some((relation) => isSumOf(relation, row.id))) {
      yield { place: `${place}.rows.${i}.kind`, reason: "合计行没有“等于各分项之和”的关系" };
    }
  }
}

/** True when the relation says that this row, in every column it is looked at in, equals a sum. */
export function isSumOf(relation: Relation, row: string): relation is CompareRelation {
  return relation.kind === "compare" && relation.is === "=" && relation.left === row && isSum(relation.right);
}

function isSum(expression: Expression): boolean {
  return typeof expression !== "string" && "sum" in expression;
}
