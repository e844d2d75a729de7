import { hasCell } from "../form/form.ts";
import type { Report } from "../report/report.ts";
import { type Check, type CheckHead, finding } from "./check-value.ts";
import type { Finding } from "./finding.ts";
import { type Layout, nameOf, placeOf } from "./layout.ts";
import { BLANK } from "./slot.ts";

/** Names of the checks that hold for every form. `form/relation-faults.ts` keeps these codes from the forms. */
export const TABLE_MISSING = {
  code: "table-missing",
  severity: "warning",
  title: "没有找到统计表",
  explain: "表式里有这张表，报告里没有。可能来源文件没有附表，或者附表在另一个文件里。",
  basis: "年度报告应附统计表",
} as const satisfies CheckHead;

export const BLANK_CELLS = {
  code: "blank-cells",
  severity: "warning",
  title: "有没填的格子",
  explain: "空白不等于 0。没有发生的填 0；本单位不涉及的填“/”；漏填的补上。",
  basis: "统计表各项都应填写",
} as const satisfies CheckHead;

export const NEGATIVE = {
  code: "negative",
  severity: "error",
  title: "数不能小于 0",
  explain: "数量和金额都不会小于 0，可能多打了一个减号，或把横线当成了减号。",
  basis: "计量单位的含义",
} as const satisfies CheckHead;

export const NOT_INTEGER = {
  code: "not-integer",
  severity: "error",
  title: "数量应为整数",
  explain: "条、件、次、人等是一个一个数出来的，不会有小数。",
  basis: "计量单位的含义",
} as const satisfies CheckHead;

export const TOO_MANY_DECIMALS = {
  code: "too-many-decimals",
  severity: "error",
  title: "金额的小数位数过多",
  explain: "以万元为单位时最多 6 位小数（到分）。位数更多，可能是粘贴了计算结果，或单位写错。",
  basis: "计量单位的含义",
} as const satisfies CheckHead;

export const STALE_OPEN = {
  code: "stale-open",
  severity: "warning",
  title: "还有待更新的内容",
  explain: "从往年报告沿用的文字里，年份、日期、文号、数字和人员可能还是往年的，标为“待更新”的地方要逐处看过。",
  basis: "报告应当反映本年度的情况",
} as const satisfies CheckHead;

/** Text that was carried over from an earlier report and has not been looked at: one finding for all, at the first. */
export function staleOpen({ stale = [], sections }: Pick<Report, "stale" | "sections">): Finding[] {
  const [first] = stale;
  if (!first) return [];
  const before = sections.find(({ key }) => key === first.section)?.paragraphs.slice(0, Math.max(0, first.paragraph));
  const offset = (before ?? []).reduce((sum, paragraph) => sum + paragraph.length + 1, 0) + first.from;
  const text = `正文还有 ${stale.length} 处待更新，可能还是往年的年份、文号或数字。请逐处改写，或确认保留不变。`;
  return [{ ...finding(STALE_OPEN, text, []), section: first.section, ...(first.paragraph < 0 ? {} : { offset }) }];
}

/** The report lacks the table. Nothing else can be said of it then. */
export function tableMissing({ table }: Layout): Finding {
  return finding(
    TABLE_MISSING,
    `报告里没有找到“${table.form.title}”，表内各项都没有核对。如附表在另一个文件里，请一并导入。`,
    [],
  );
}

/** The cells of this year, row by row. */
export function currentSlots({ table, ids, valueRows, current, width }: Layout): number[] {
  return valueRows.flatMap((row) =>
    current
      .filter((column) => hasCell(table, ids[row] ?? "", table.form.columns[column]?.key ?? ""))
      .map((column) => row * width + column),
  );
}

/** How many blank cells are named in the sentence; the others are counted. */
const NAMED = 5;

/**
 * One finding names every blank cell of this year: `blank` counts, with what the source said or without;
 * na, numbers and absent local rows do not. Rows that the form does not know are left alone, because
 * nobody can say whether they carry values.
 */
export function blankCells(layout: Layout): Check {
  const slots = currentSlots(layout);
  return {
    ...BLANK_CELLS,
    blanks: "subject",
    evaluate({ states }, found) {
      const blank: number[] = [];
      for (const slot of slots) if (states[slot] === BLANK) blank.push(slot);
      if (blank.length === 0) return;
      const names = blank
        .slice(0, NAMED)
        .map((slot) => nameOf(layout, slot))
        .join("、");
      const rest = blank.length > NAMED ? `等 ${blank.length} 格` : "";
      const text = `${layout.table.form.title}有 ${blank.length} 格空白：${names}${rest}。空白不等于 0，没有发生的请填 0。`;
      found.add(
        finding(
          BLANK_CELLS,
          text,
          blank.map((slot) => placeOf(layout, slot)),
        ),
        BLANK_CELLS.code,
        "",
      );
    },
  };
}
