import { describe, expect, it } from "vitest";
import {
  BLANK_CELLS,
  NEGATIVE,
  NOT_INTEGER,
  STALE_OPEN,
  TABLE_MISSING,
  TOO_MANY_DECIMALS,
} from "../../src/core/checks/generic.ts";
import { loadForm } from "../../src/core/form/load.ts";
import { jsonAt, withPlace } from "./json.ts";

const whole = jsonAt("test", "fixtures", "forms", "quarterly.json");
const T = "tables.0";
const row = { id: "3", label: "三、其他", unit: "册", level: 1, kind: "value", type: "count", origin: "national" };
const examples = { passes: [{ "1.1": "0" }], fails: [{ "1.1": "1" }] };
const relation = {
  kind: "compare",
  code: "other",
  severity: "error",
  title: "某关系",
  explain: "某原因。",
  basis: "测试用",
  left: "1.1",
  is: "<=",
  right: "1.2",
  text: "{left} 多于 {right}。",
  examples,
};

/** Sets one place of the good form: what then must be said, where. */
const DEFECTS: [what: string, at: string, value: unknown, place: string, reason: RegExp][] = [
  ["no form at all", "schema", "something/9", "schema", /只能是 nianbao\.form\/1/],
  ["an unknown field", `${T}.rows.0.colour`, "red", `${T}.rows.0`, /不认识的字段：colour/],
  ["a wrong type", `${T}.rows.1.level`, "2", `${T}.rows.1.level`, /应为数/],
  ["a missing list", "sections", undefined, "sections", /应为列表/],
  ["an empty label", `${T}.rows.1.label`, "", `${T}.rows.1.label`, /不能为空|太短/],
  ["a kind that does not exist", `${T}.rows.1.kind`, "total", `${T}.rows.1.kind`, /只能是 header/],
  ["years that run backwards", "years", { from: 2031, to: 2030 }, "years", /截止年 2030 早于起始年 2031/],
  ["a section twice", "sections.2.key", "overview", "sections.2.key", /“overview”重复/],
  ["a second preamble", "sections.2.preamble", true, "sections.2", /前言只能是第一部分/],
  ["a section without a title", "sections.1.title", "", "sections.1.title", /标题不能为空/],
  ["a section that takes a local key", "sections.2.key", "local-1", "sections.2.key", /留给表式之外/],
  ["an unknown blank in the title", "reportTitle", "{unit}{jahr}", "reportTitle", /“\{jahr\}”/],
  ["an annex of no table", "annex.table", "borrowing", "annex.table", /没有名为“borrowing”的表/],
  ["an unknown blank in the year line", "annex.yearLine", "({month})", "annex.yearLine", /“\{month\}”/],
  ["a sign-off line twice", "annex.signOff.1.key", "filler", "annex.signOff.1.key", /“filler”重复/],
  ["a row twice", `${T}.rows.5.id`, "1.1.2", `${T}.rows.5.id`, /“1\.1\.2”重复/],
  ["a row that takes a local id", `${T}.rows.5.id`, "local-2", `${T}.rows.5.id`, /留给表式之外/],
  ["an unknown parent", `${T}.rows.2.parent`, "9.9", `${T}.rows.2.parent`, /“9\.9”不存在/],
  ["a ring of parents", `${T}.rows.0.parent`, "1.1", `${T}.rows.0.parent`, /排在后面/],
  ["a row that is its own parent", `${T}.rows.1.parent`, "1.1", `${T}.rows.1.parent`, /排在后面/],
  ["a child no deeper than its parent", `${T}.rows.2.level`, 2, `${T}.rows.2.level`, /不比上级行深/],
  ["a header with a type", `${T}.rows.0.type`, "count", `${T}.rows.0.type`, /分类行没有数值类型/],
  ["a value without a type", `${T}.rows.5.type`, undefined, `${T}.rows.5.type`, /缺少数值类型/],
  ["money without places", `${T}.rows.6.decimals`, undefined, `${T}.rows.6.decimals`, /最多几位小数/],
  ["counts with places", `${T}.rows.5.decimals`, 2, `${T}.rows.5.decimals`, /只有金额行/],
  ["a total of nothing", `${T}.rows.5.kind`, "sum", `${T}.rows.5.kind`, /合计行没有/],
  ["a column twice", `${T}.columns.1.key`, "q1", `${T}.columns.1.key`, /“q1”重复/],
  ["a column of an unknown kind", `${T}.columns.1.role`, "next", `${T}.columns.1.role`, /只能是 current、previous/],
  [
    "no column of this year",
    `${T}.columns`,
    [{ key: "total", label: "上年", role: "previous", print: true }],
    `${T}.columns`,
    /没有本年的列/,
  ],
  ["a relation of an unknown row", `${T}.relations.0.left`, "7.7", `${T}.relations.0`, /没有“7\.7”这个单元格/],
  ["a relation of a header row", `${T}.relations.2.right`, "1", `${T}.relations.2`, /没有“1”这个单元格/],
  ["a relation of an unknown column", `${T}.relations.1.left`, ":q9", `${T}.relations.1`, /没有“:q9”这个单元格/],
  ["an address that is none", `${T}.relations.0.left`, "1.1:q1:q2", `${T}.relations.0.left`, /写法不对|不是单元格地址/],
  ["rows mixed with columns", `${T}.relations.2.right`, ":q1", `${T}.relations.2`, /按行还是按列/],
  ["each without $", `${T}.relations.2.left`, "1.1", `${T}.relations.2.each`, /没有用 \$/],
  ["$ without each", `${T}.relations.2.each`, undefined, `${T}.relations.2`, /没有 each/],
  ["an unknown member of each", `${T}.relations.2.each`, ["1.1.1", "8"], `${T}.relations.2`, /没有“8”这个单元格/],
  ["a part added twice", `${T}.relations.0.right.sum.1`, "1.1.1", `${T}.relations.0.right.1.sum`, /“1\.1\.1”重复/],
  [
    "nothing but numbers",
    `${T}.relations.5`,
    { ...relation, left: { number: "1" }, right: { number: "2" } },
    `${T}.relations.5`,
    /没有提到任何单元格/,
  ],
  ["a code twice", `${T}.relations.1.code`, "lent-parts", `${T}.relations.1.code`, /“lent-parts”重复/],
  ["a code of the general checks", `${T}.relations.1.code`, "negative", `${T}.relations.1.code`, /通用检查的代码/],
  ["a code that says unknown", `${T}.relations.1.code`, "a.unknown", `${T}.relations.1.code`, /不能核对/],
  ["an unknown field in a sentence", `${T}.relations.0.text`, "{left}{gap}", `${T}.relations.0.text`, /“\{gap\}”/],
  ["a label of a sum", `${T}.relations.0.text`, "{right.label}", `${T}.relations.0.text`, /“\{right\.label\}”/],
  ["an unknown cell in a sentence", `${T}.relations.4.text`, "{9.9}", `${T}.relations.4.text`, /“\{9\.9\}”/],
  ["an ask that a reason lifts", `${T}.relations.2.liftable`, true, `${T}.relations.2.liftable`, /只有错误/],
  ["unless nothing", `${T}.relations.2.unless`, "later", `${T}.relations.2.unless`, /前面没有“later”/],
  ["unless of itself", `${T}.relations.0.unless`, "lent-parts", `${T}.relations.0.unless`, /前面没有/],
  ["unless of other lines", `${T}.relations.1.unless`, "lent-parts", `${T}.relations.1.unless`, /不是同样的行列/],
  ["a relation without examples", `${T}.relations.0.examples`, undefined, `${T}.relations.0.examples`, /应为对象/],
  [
    "an example of an unknown cell",
    `${T}.relations.0.examples.fails.0`,
    { "9.9": "1" },
    `${T}.relations.0.examples.fails.0`,
    /没有“9\.9”这个单元格/,
  ],
  [
    "a year before that is no column",
    `${T}.yearOnYear`,
    {
      code: "years",
      severity: "ask",
      title: "上年",
      explain: "上年。",
      basis: "测试用",
      current: "total",
      previous: "last",
      factor: 5,
      fallsFrom: 10,
    },
    `${T}.yearOnYear.previous`,
    /没有“last”这一列/,
  ],
  [
    "a year before that is this year",
    `${T}.yearOnYear`,
    {
      code: "years",
      severity: "ask",
      title: "上年",
      explain: "上年。",
      basis: "测试用",
      current: "total",
      previous: "q1",
      factor: 5,
      fallsFrom: 10,
    },
    `${T}.yearOnYear.previous`,
    /“q1”不是上年的列/,
  ],
  ["a table that stands nowhere", "annex", undefined, `${T}.section`, /没有写明在哪一部分/],
  ["a table that stands twice", `${T}.section`, "overview", `${T}.section`, /附件里的表不在正文里/],
  ["a block of a header row", `${T}.blocks`, [block(["1"])], `${T}.blocks.0.rows`, /“1”这一行，或它不填数/],
  ["a block of a column that is not there", `${T}.blocks`, [block(["1.1"], ["q9"])], `${T}.blocks.0.columns`, /“q9”/],
  ["a row in two blocks", `${T}.blocks`, [block(["1.1"]), block(["1.1"])], `${T}.blocks.1.rows`, /已经在前面/],
  ["a row in no block", `${T}.blocks`, [block(["1.1"])], `${T}.blocks`, /“2”不在任何一块里/],
  ["a current column of last year", `${T}.columns.1.of`, "q1", `${T}.columns.1.of`, /只有上年的列/],
  ["a column of money without places", `${T}.columns.1.type`, "money", `${T}.columns.1.decimals`, /金额列/],
  ["a need of an unknown cell", `${T}.relations.0.needs`, ["9.9"], `${T}.relations.0.needs`, /没有“9\.9”/],
  [
    "a pattern that is none",
    `${T}.relations.0.unit`,
    { matches: "(", example: "馆" },
    `${T}.relations.0.unit.matches`,
    /匹配式/,
  ],
  ["an inequality that proposes", `${T}.relations.2.proposes`, true, `${T}.relations.2.proposes`, /能算出这一格/],
  [
    "a part taken off twice",
    `${T}.relations.0.right.minus`,
    ["1.2", "1.2"],
    `${T}.relations.0.right.4.sum`,
    /“1\.2”重复/,
  ],
  ["text that goes nowhere", "from", [older([{ from: "a", to: "b" }])], "from.0.sections.0.to", /没有名为“b”的部分/],
];

function block(rows: readonly string[], columns: readonly string[] = ["q1"]) {
  return { title: "一块", columns, rows };
}

function older(sections: readonly { from: string; to: string }[]) {
  return { form: "older", sections };
}

describe("a broken form file is refused, with place and reason", () => {
  it("and the good one is not", () => {
    expect(loadForm(whole)).toMatchObject({ ok: true });
    expect(loadForm(withPlace(whole, `${T}.rows.7`, row))).toMatchObject({ ok: true });
    expect(loadForm(withPlace(whole, `${T}.relations.5`, relation))).toMatchObject({ ok: true });
  });

  it.each(DEFECTS)("%s", (_, at, value, place, reason) => {
    const loaded = loadForm(withPlace(whole, at, value));
    if (loaded.ok) throw new Error("loaded");
    const fault = loaded.faults.find((candidate) => candidate.place === place && reason.test(candidate.reason));
    expect(fault, JSON.stringify(loaded.faults)).toBeDefined();
  });

  it.each([BLANK_CELLS, TABLE_MISSING, NEGATIVE, NOT_INTEGER, STALE_OPEN, TOO_MANY_DECIMALS])(
    "the code $code is kept for the general check",
    ({ code }) => {
      expect(loadForm(withPlace(whole, `${T}.relations.1.code`, code)).ok).toBe(false);
    },
  );

  it("names every fault, not only the first", () => {
    const twice = withPlace(withPlace(whole, "annex.table", "none"), `${T}.columns.1.key`, "q1");
    const loaded = loadForm(twice);
    expect(loaded.ok ? [] : loaded.faults.map(({ place }) => place)).toEqual(
      expect.arrayContaining(["annex.table", `${T}.columns.1.key`]),
    );
  });

  it.each([null, 7, "form", [], {}])("%j is no form", (json) => {
    expect(loadForm(json).ok).toBe(false);
  });
});
