import { describe, expect, it } from "vitest";
import { CLEAN_2014, reportWith } from "../../../test/forms/tables.ts";
import { form2014 } from "../../../test/support/forms.ts";
import { check, findingsOf } from "../checks/check.ts";
import { withReason } from "../checks/reasons.ts";
import { applyEdit } from "../edit/apply.ts";
import { putTexts } from "../grid/put.ts";
import type { Report } from "../report/report.ts";
import { exportMarkOf, withExportMarks } from "./export-marks.ts";
import { recordPaper } from "./paper.ts";
import { checkRecord } from "./record.ts";

const noon = (day: number) => new Date(2019, 0, day, 12).toISOString();
const OCCASION = { program: "1.2.3", at: noon(18), files: null };

/** Two errors, one of them with a reason that lifts it, a warning that is ignored and one that is open. */
function report(): Report {
  const cells = {
    ...CLEAN_2014,
    "3.1": "4",
    "3.1.1": "3",
    "3.3": "2",
    "3.3.4": "2",
    "3.3.4.a": "1",
    "9.2": "3",
    "6": "",
  };
  const made = { ...reportWith(form2014, cells), unit: "试验街道", year: 2018 };
  const findings = findingsOf(made, form2014);
  const find = (code: string) => findings.find((finding) => finding.code === code) ?? expect.fail(code);
  const said = (text: string, day: number) => ({ text, by: "王小明", at: noon(day) });
  const lifted = withReason([], find("sum-3.3.4"), said("一件正在分类", 10));
  return { ...made, reasons: withReason(lifted, find("training-halves"), said("属实", 11)) };
}

const errorsOf = (from: Report) => check(from, form2014).filter(({ severity }) => severity === "error");

describe("a check record", () => {
  it("parts what stands, what is lifted, what is ignored and what is open, in the order of the places", () => {
    const record = checkRecord(report(), form2014, OCCASION);
    expect(record).toMatchObject({ unit: "试验街道", year: 2018, title: "试验街道2018年政府信息公开工作年度报告" });
    expect(record.errors).toEqual([
      { severity: "error", place: "统计表 三（一）", text: "收到申请数填 4，四种方式合计 3，差 1。", exported: null },
    ]);
    expect(record.lifted.map(({ place, severity, reason }) => [place, severity, reason.text])).toEqual([
      ["统计表 三（三）4", "error", "一件正在分类"],
    ]);
    expect(record.ignored.map(({ place, reason }) => [place, reason.text])).toEqual([["统计表 九（二）", "属实"]]);
    expect(record.open.map(({ severity, place }) => [severity, place])).toEqual([
      ["warning", "统计表 三（二）"],
      ["warning", "统计表 六"],
    ]);
    expect(record.counts).toEqual({ error: 1, warning: 2, ask: 0, info: 0 });
  });

  it("is printed with everything that it says", () => {
    const paper = recordPaper(checkRecord(report(), form2014, OCCASION));
    const facts = Object.fromEntries(paper.facts.map(({ name, value }) => [name, value]));
    expect(paper.subject).toBe("试验街道 2018 年度报告");
    expect(facts["校验时间"]).toBe("2019年1月18日 12:00");
    expect(facts["程序"]).toBe("年报通 1.2.3");
    expect(facts["表式"]).toContain(form2014.id);
    expect(facts["结果"]).toBe("错误 1 处，提醒 2 处，核实 0 处，提示 0 处；写明理由保留 1 处，忽略 1 处");
    expect(facts["导出"]).toBe("现有的错误没有带着导出过");
    expect(paper.parts.map(({ heading, rows }) => [heading, rows.length])).toEqual([
      ["一、没有改的错误（1 处）", 1],
      ["二、写明理由保留的错误（1 处）", 1],
      ["三、忽略的提醒和核实（1 处）", 1],
      ["四、没有处理的提醒和核实（2 处）", 2],
    ]);
    expect(paper.parts[1]?.rows[0]?.slice(-2)).toEqual(["一件正在分类", "王小明，2019年1月10日"]);
    for (const { columns, rows } of paper.parts) {
      expect(columns.reduce((sum, { share }) => sum + share, 0)).toBe(100);
      for (const row of rows) expect(row).toHaveLength(columns.length);
    }
  });

  it("says nothing is wrong of a clean report, and what is missing of an unnamed one", () => {
    const clean = { ...reportWith(form2014, CLEAN_2014), unit: null, year: null };
    const paper = recordPaper(checkRecord(clean, form2014, OCCASION));
    expect(paper.parts.every(({ rows }) => rows.length === 0)).toBe(true);
    expect(paper.subject).toBe("单位未知 年度报告");
    expect(paper.facts.find(({ name }) => name === "导出")?.value).toBe("没有错误");
  });
});

describe("an export with errors", () => {
  const marked = (from: Report): Report => ({
    ...from,
    reasons: withExportMarks(from.reasons ?? [], errorsOf(from), { by: "李四", at: noon(20) }),
  });

  it("is marked at each error, which stays an error", () => {
    const after = marked(report());
    expect(check(after, form2014)).toEqual(check(report(), form2014));
    const record = checkRecord(after, form2014, OCCASION);
    expect(record.errors.map(({ exported }) => exported?.by)).toEqual(["李四"]);
    expect(record.lifted.map(({ reason }) => reason.text)).toEqual(["一件正在分类"]);
    const { parts, facts } = recordPaper(record);
    expect(parts[0]?.rows[0]?.at(-1)).toBe("是。李四，2019年1月20日");
    expect(facts.at(-1)?.value).toBe("带着现有的 1 处错误导出过，见第一部分");
    const files = ["年报.docx", "年报.xlsx"];
    expect(recordPaper(checkRecord(after, form2014, { ...OCCASION, files })).facts.at(-1)?.value).toBe(
      "年报.docx、年报.xlsx；导出时还有 1 处错误没有改",
    );
  });

  it("is marked once, however often it goes out", () => {
    expect(marked(marked(report())).reasons).toHaveLength((report().reasons ?? []).length + 1);
  });

  it("is forgotten at an error whose numbers have changed since", () => {
    const table = form2014.tables.get("statistics") ?? expect.fail();
    const after = marked(report());
    const changed = applyEdit(after, putTexts(after, table, [{ row: "3.1", column: "value", text: "5" }]));
    const [error] = errorsOf(changed);
    expect(exportMarkOf(error ?? expect.fail(), changed.reasons ?? [])).toBeNull();
  });
});
