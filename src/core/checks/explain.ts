import { cellKind, type Form, hasCell, type TableOfForm } from "../form/form.ts";
import type { Example, Relation, Statement, YearOnYear } from "../form/schema.ts";
import type { Level } from "../report/report.ts";
import { check } from "./check.ts";
import { type CheckHead, UNKNOWN } from "./check-value.ts";
import { canBeUnknown } from "./compare.ts";
import { exampleReport } from "./examples.ts";
import {
  BLANK_CELLS,
  NEGATIVE,
  NOT_INTEGER,
  STALE_OPEN,
  staleOpen,
  TABLE_MISSING,
  TOO_MANY_DECIMALS,
} from "./generic.ts";
import { outsideText, YEAR_OUTSIDE } from "./year-outside.ts";

/** What a finding means, for people. All Chinese but the code. */
export interface Explanation {
  readonly code: string;
  readonly title: string;
  readonly severity: Level;
  /** What it means and why it must hold. */
  readonly meaning: string;
  /** The document, printed note or structure that it comes from. */
  readonly basis: string;
  /** What to do now. */
  readonly advice: string;
  /** What such a finding says. */
  readonly example: string;
}

/** Checks of every form: what to do, and one value that makes them speak (`null`: no table at all). */
const GENERIC: readonly {
  readonly head: CheckHead;
  readonly advice: string;
  readonly example: { readonly type: "count" | "money"; readonly value: string } | null;
}[] = [
  {
    head: TABLE_MISSING,
    advice: "附表在另一个文件里的，把两个文件一起导入；确实没有附表的，在表里逐项填写。",
    example: null,
  },
  {
    head: BLANK_CELLS,
    advice: "逐格补上：没有发生的填 0，不涉及的填“/”。程序不会替您把空白当成 0。",
    example: { type: "count", value: "" },
  },
  { head: NEGATIVE, advice: "改成正确的数；不涉及的填“/”。", example: { type: "count", value: "-3" } },
  {
    head: NOT_INTEGER,
    advice: "改成整数；如果是金额，检查是否填错了行。",
    example: { type: "count", value: "3.5" },
  },
  {
    head: TOO_MANY_DECIMALS,
    advice: "按表内的单位重新换算，只保留表式允许的小数位数。",
    example: { type: "money", value: "0.1234567890123" },
  },
];

const ADVICE = {
  error: "核对句子里的两个数，哪个不对改哪个；改对后这条提示自动消失。",
  warning: "核对句子里的两个数；确认无误的，可以写明原因后忽略。",
  ask: "请核实；情况属实的不用改，可以忽略。",
  info: "不用改，知道即可。",
} as const satisfies Record<Level, string>;

const LIFT_ADVICE = "核对句子里的两个数，哪个不对改哪个；确有原因的，写明理由后可以保留，理由会记入校验记录。";

/** What the finding with this code means, in whichever form knows it; `null` for a code that no form has. */
export function explain(code: string, forms: readonly Form[]): Explanation | null {
  if (code === STALE_OPEN.code) return ofStale();
  if (code === YEAR_OUTSIDE.code) return ofYearOutside(forms);
  const generic = GENERIC.find(({ head }) => head.code === code);
  if (generic) {
    const example = forms.map((form) => genericExample(form, code, generic.example)).find((text) => text !== "") ?? "";
    return { ...describe(generic.head), advice: generic.advice, example };
  }
  for (const form of forms) {
    for (const table of form.tables.values()) {
      const found = inTable(form, table, code);
      if (found) return found;
    }
  }
  return null;
}

function ofStale(): Explanation {
  const mark = { section: "basic-work", paragraph: 0, from: 0, to: 5, reason: "年份" };
  return {
    ...describe(STALE_OPEN),
    advice: "在正文里按 F8 逐处查看：改成今年的，或选“保留不变”。都看过后这条提示自动消失。",
    example: staleOpen({ stale: [mark], sections: [] })[0]?.text ?? "",
  };
}

function ofYearOutside(forms: readonly Form[]): Explanation {
  const form = forms.find(({ file }) => file.years.to !== undefined) ?? forms[0];
  const { from = 0, to = from - 2 } = form?.file.years ?? {};
  return {
    ...describe(YEAR_OUTSIDE),
    advice: "从去年的文件重新开始，选这一年的表样；上级同意沿用原来表样的，写明原因后可以忽略。",
    example: form ? outsideText(form, to + 1) : "",
  };
}

function inTable(form: Form, table: TableOfForm, code: string): Explanation | null {
  const { relations, yearOnYear } = table.form;
  if (yearOnYear?.code === code) return ofYears(form, table, yearOnYear);
  const statement = table.form.statements?.find((candidate) => candidate.code === code);
  if (statement) return ofStatement(form, table, statement);
  const relation = relations.find((candidate) => candidate.code === code);
  if (relation) return ofRelation(form, table, relation);
  const open = relations.find((candidate) => candidate.code + UNKNOWN === code);
  return open?.kind === "compare" && canBeUnknown(open) ? ofUnknown(code, open) : null;
}

function describe(head: CheckHead) {
  return { code: head.code, title: head.title, severity: head.severity, meaning: head.explain, basis: head.basis };
}

/** What the check says of the example, in the form's own words. */
function spoken(form: Form, table: TableOfForm, code: string, example: Example): string {
  const relation = table.form.relations.find((one) => one.code === code);
  return (
    check(exampleReport(form, table, example, relation), form).find((finding) => finding.code === code)?.text ?? ""
  );
}

/** A table filled with 0 but for one cell; the first table of the form that has such a cell. */
function genericExample(form: Form, code: string, example: (typeof GENERIC)[number]["example"]): string {
  for (const table of form.tables.values()) {
    if (!example) return spoken(form, table, code, {});
    const all = table.valueRows.flatMap((row) =>
      table.currentColumns.flatMap((column) => (hasCell(table, row.id, column.key) ? [{ row, column }] : [])),
    );
    const found = all.find(
      ({ row, column }) => row.origin === "national" && cellKind(row, column).type === example.type,
    );
    if (!found) continue;
    const cells = all.map(({ row, column }) => [`${row.id}:${column.key}`, "0"]);
    const changed = `${found.row.id}:${found.column.key}`;
    return spoken(form, table, code, { ...Object.fromEntries(cells), [changed]: example.value });
  }
  return "";
}

function ofRelation(form: Form, table: TableOfForm, relation: Relation): Explanation {
  const [example = {}] = relation.examples.fails;
  return {
    ...describe(relation),
    advice: relation.liftable ? LIFT_ADVICE : ADVICE[relation.severity],
    example: spoken(form, table, relation.code, example),
  };
}

function ofStatement(form: Form, table: TableOfForm, statement: Statement): Explanation {
  const [{ says, cells } = { says: "", cells: {} }] = statement.examples.fails;
  const found = check(exampleReport(form, table, cells, undefined, says), form);
  return {
    ...describe(statement),
    advice:
      "对照底稿看哪一个数是对的，改另一个；两个口径确实不同的，写明原因后忽略。正文里的数插入为“绑定数字”后会随表格变。",
    example: found.find(({ code }) => code === statement.code)?.text ?? "",
  };
}

function ofUnknown(code: string, relation: Relation): Explanation {
  return {
    code,
    title: `暂时不能核对：${relation.title}`,
    severity: "info",
    meaning: `相关的格子里有空白或“不适用”，这条关系现在不能核对，不等于有错。${relation.explain}`,
    basis: relation.basis,
    advice: "补上空白的格子（没有发生的填 0）后自动核对；确实不适用的不用处理。",
    example: `“${relation.title}”暂时不能核对：有一格空白。`,
  };
}

function ofYears(form: Form, table: TableOfForm, rule: YearOnYear): Explanation {
  const row = table.valueRows[0]?.id ?? "";
  const example = { [`${row}:${rule.current}`]: String(rule.factor * 2), [`${row}:${rule.previous}`]: "2" };
  return { ...describe(rule), advice: ADVICE[rule.severity], example: spoken(form, table, rule.code, example) };
}
