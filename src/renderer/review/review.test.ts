import { describe, expect, it } from "vitest";
import { form2014, formNamed } from "../../../test/support/forms.ts";
import type { SourceLine } from "../../contract/review.ts";
import { blankReport } from "../../core/carry/blank.ts";
import { yearsAfter } from "../../core/carry/years.ts";
import type { Message, Report } from "../../core/report/report.ts";
import { itemsOf, needsWord } from "./items.ts";
import { foldSource, foldSure, linesOf } from "./locate.ts";
import {
  alike,
  answered,
  beginReview,
  columnTaken,
  confirmed,
  confirmedAlike,
  corrected,
  faultOf,
  faultyCells,
  finish,
  goalOf,
  movesOf,
  reassigned,
  sent,
  settled,
  usualPlan,
  waiting,
} from "./model.ts";
import { columnsOf, tableAround } from "./source-rows.ts";

const at = (row: string) => ({ table: "statistics", row, column: "value" });
const message = (code: string, row: string, level: Message["level"] = "ask"): Message => ({
  level,
  code,
  text: `“${row}”请核对。`,
  at: at(row),
});

/** A report with a number in every cell but those given as blank. */
function filled(messages: readonly Message[], blanks: readonly string[] = []): Report {
  const blank = blankReport(form2014, 2017, "试验街道");
  return {
    ...blank,
    messages,
    tables: blank.tables.map((table) => ({
      ...table,
      cells: table.cells.map((cell) =>
        blanks.includes(cell.row) ? cell : { ...cell, state: "number", value: "3", raw: "三" },
      ),
    })),
  };
}

/** Into its own year, as it was read. */
const HERE = { carry: { year: 2017, text: "keep", figures: "current" }, stay: false } as const;

const valueOf = (report: Report, row: string) =>
  report.tables[0]?.cells.find((cell) => cell.row === row && cell.column === "value")?.value;

describe("items", () => {
  it("are every message and the cells left empty, told apart by whether the clerk must say something", () => {
    const items = itemsOf(
      filled([message("row-local", "1.1"), message("xlsx.rounded", "1.1", "info")], ["3.1"]),
      form2014,
    );
    expect(items.map((item) => [item.title, needsWord(item)])).toEqual([
      ["表样里没有这一行", true],
      ["Excel 文件里的情况", false],
      ["空着的格，1 个", true],
    ]);
  });

  it("of one kind that comes by the dozen are one", () => {
    const rows = ["1.1", "3.1", "9.3"];
    const items = itemsOf(
      filled(
        rows.map((row) => message("row-missing", row, "warning")),
        rows,
      ),
      form2014,
    );
    expect(items.map(({ title, texts }) => [title, texts.length])).toEqual([["来源里缺的行，3 处", 3]]);
  });
});

describe("a review", () => {
  const report = filled([message("value-numeral", "1.1", "warning")], ["3.1"]);

  it("is done when each item is confirmed, and not before", () => {
    let review = beginReview(report, form2014);
    expect(waiting(review)).toHaveLength(2);
    while (review.current !== null) review = confirmed(review, review.current);
    expect(waiting(review)).toEqual([]);
    expect(waiting(answered(review, "blank", { choice: 1 }))).toHaveLength(1);
  });

  it("confirms all of one kind together, but for what cannot be taken", () => {
    const rows = ["1.1", "1.1.a", "3.1"];
    const messages = [...rows.map((row) => message("cell-by-place", row, "warning")), message("row-local", "3.2")];
    const review = beginReview(filled(messages), form2014);
    const [first] = review.items;
    if (!first) throw new Error("no items");
    const left = (now: typeof review) =>
      waiting(now).map(({ code, at: [place] }) => `${code} ${JSON.stringify(place)}`);
    expect(alike(review, first)).toHaveLength(3);
    expect(left(confirmedAlike(review, first))).toEqual([expect.stringMatching(/^row-local/)]);
    const faulty = confirmedAlike(corrected(review, at("1.1.a"), "许多"), first);
    expect(left(faulty)).toEqual([
      expect.stringMatching(/^cell-by-place.*1\.1\.a/),
      expect.stringMatching(/^row-local/),
    ]);
    expect(faulty.words[first.id]?.confirmed).toBe(true);
  });

  it("does not take nonsense, and puts answers in as they were given", () => {
    const begun = beginReview(report, form2014);
    const [doubt] = begun.items;
    if (!doubt) throw new Error("no item");
    const nonsense = corrected(begun, at("1.1"), "三十来条");
    expect(waiting(confirmed(nonsense, doubt.id))).toHaveLength(2);
    expect([faultOf(nonsense, doubt), faultyCells(nonsense)]).toEqual([expect.stringContaining("三十来条"), 1]);
    const good = answered(corrected(begun, at("1.1"), "30"), "blank", { choice: 1 });
    const put = finish(good, HERE, [form2014], null);
    expect([valueOf(put, "1.1"), valueOf(put, "3.1")]).toEqual(["30", "0"]);
    // What was not touched stays as it was understood, with what the source said.
    expect(put.tables[0]?.cells.find(({ row }) => row === "9.3")).toMatchObject({ value: "3", raw: "三" });
    expect(corrected(good, at("1.1"), "3").cells).toEqual({});
  });

  it("fills empty cells one by one, also with words for numbers", () => {
    const begun = beginReview(filled([], ["3.1", "9.3"]), form2014);
    const separate = answered(begun, "blank", { choice: 2 });
    const both = corrected(corrected(separate, at("3.1"), "十二"), at("9.3"), "/");
    const put = finish(both, HERE, [form2014], null);
    expect(valueOf(put, "3.1")).toBe("12");
    expect(put.tables[0]?.cells.find(({ row }) => row === "9.3")?.state).toBe("na");
  });

  it("can leave out a row that the form does not have", () => {
    const begun = beginReview(filled([message("row-local", "1.1")]), form2014);
    const gone = answered(begun, begun.items[0]?.id ?? "", { choice: 1 });
    expect(valueOf(finish(gone, HERE, [form2014], null), "1.1")).toBeUndefined();
  });

  it("asks for the year and the unit where they are not known, once for each thing", () => {
    const unknown: Report = {
      ...filled([
        { level: "ask", code: "year-unknown", text: "没有找到报告的年度，请填写。" },
        { level: "ask", code: "unit-unknown", text: "没有找到填报单位的名称，请填写。" },
      ]),
      year: null,
      unit: null,
    };
    const begun = beginReview(unknown, form2014);
    const [year, unit] = begun.items;
    if (!year || !unit) throw new Error("no items");
    expect(waiting(confirmed(begun, year.id))).toHaveLength(2);
    const said = answered(answered(begun, year.id, { text: "2016" }), unit.id, { text: "试验街道" });
    expect(waiting(confirmed(confirmed(said, year.id), unit.id))).toEqual([]);
    expect(settled(said)).toMatchObject({ year: 2016, unit: "试验街道" });
  });
});

describe("the text", () => {
  const sections = [
    { key: "basic-work", heading: "一、基本工作情况", paragraphs: ["甲"] },
    { key: "local-1", heading: "二、推进重点领域公开。", paragraphs: ["制定了制度。", "乙"] },
  ];
  const read = (messages: readonly Message[], extra: readonly string[] = []): Report => ({
    ...filled(messages),
    sections,
    extra,
    content: { type: "doc", content: [] },
  });
  const at = { section: "local-1" };
  const runIn: Message = { level: "ask", code: "heading-run-in", text: "标题和正文连在一起。", at };
  const first = (report: Report) => {
    const review = beginReview(report, form2014);
    return { review, id: review.items[0]?.id ?? "" };
  };

  it("has a heading that ran on cut elsewhere, or taken for text", () => {
    const { review, id } = first(read([runIn]));
    const elsewhere = answered(review, id, { choice: 2, text: "二、推进重点领域公开。制定了" });
    expect(settled(elsewhere).sections[1]).toMatchObject({
      heading: "二、推进重点领域公开。制定了",
      paragraphs: ["制度。", "乙"],
    });
    expect(waiting(confirmed(answered(review, id, { choice: 2, text: "别的标题" }), id))).toHaveLength(1);
    const text = settled(answered(review, id, { choice: 1 })).sections;
    expect(text).toEqual([
      {
        key: "basic-work",
        heading: "一、基本工作情况",
        paragraphs: ["甲", "二、推进重点领域公开。制定了制度。", "乙"],
      },
    ]);
  });

  it("has a section that the form does not know kept, joined, or named", () => {
    const { review, id } = first(read([{ level: "ask", code: "section-local", text: "不是表样里的部分。", at }]));
    expect(settled(review).sections).toEqual(sections);
    expect(settled(answered(review, id, { choice: 1 })).sections).toHaveLength(1);
    const named = settled(answered(review, id, { choice: 2 }));
    expect(named.sections[1]?.key).toBe("proactive");
    // The document that was read along is of the text before.
    expect(named.content).toBeUndefined();
  });

  it("can be put right where the reader was sure", () => {
    const { review } = first(read([]));
    expect(settled(reassigned(review, "local-1", 1)).sections).toHaveLength(1);
  });

  it("without a place is asked about, and goes where the clerk says", () => {
    const unplaced: Message = { level: "warning", code: "text-unplaced", text: "有 2 段文字不知道放在哪里。" };
    const { review } = first(read([unplaced], ["丙", "丁"]));
    const [one, two] = review.items;
    if (!one || !two) throw new Error("no items");
    expect(review.items.map(({ texts }) => texts)).toEqual([["丙"], ["丁"]]);
    const said = settled(answered(answered(review, one.id, { choice: 1 }), two.id, { choice: 3 }));
    expect(said.sections[0]?.paragraphs).toEqual(["甲", "丙"]);
    expect(said.extra).toEqual([]);
    expect(said.dropped.map(({ text }) => text)).toEqual(["丁"]);
  });
});

describe("the year", () => {
  it("is the next where the form serves it, else the file's own", () => {
    expect(usualPlan(form2014, 2017, [], false).carry).toEqual({ year: 2018, text: "keep", figures: "previous" });
    expect(usualPlan(form2014, 2018, [], true).carry).toEqual({ year: 2018, text: "keep", figures: "current" });
  });
});

describe("the form", () => {
  const forms = [form2014, formNamed("gongkai-2019"), formNamed("gongkai-2021")];
  const [, form2019] = forms;
  const { content: _, ...blank } = blankReport(form2014, 2018, "试验街道");
  const old: Report = {
    ...blank,
    sections: [{ key: "basic-work", heading: "一、基本工作情况", paragraphs: ["成立了领导小组。"] }],
  };
  const review = beginReview(old, form2014);
  const plan = { carry: { year: 2019, text: "keep", figures: "previous" }, stay: false } as const;

  it("follows the year, unless the clerk stays on the old one", () => {
    const years = yearsAfter(forms, form2014, 2018, 2026);
    expect([years[0], years.at(-1)]).toEqual([2026, 2014]);
    expect(usualPlan(form2014, 2018, years, true)).toEqual(plan);
    expect(usualPlan(form2014, 2018, years, false).carry.year).toBe(2018);
    expect(goalOf(review, plan, forms)).toBe(form2019);
    expect(goalOf(review, { ...plan, stay: true }, forms)).toBe(form2014);
    const stayed = finish(review, { ...plan, stay: true }, forms, null);
    expect([stayed.form, stayed.messages[0]?.code]).toEqual([form2014.id, "year-outside-form"]);
  });

  it("takes each section where the list says, and what is said of one can be taken back", () => {
    const said = sent(review, "basic-work", "problems");
    if (!form2019) throw new Error("no form");
    expect(movesOf(said, old, form2019)).toEqual([{ from: "basic-work", to: "problems" }]);
    const put = finish(said, plan, forms, null);
    expect(put.sections.find(({ key }) => key === "problems")?.paragraphs).toEqual(["成立了领导小组。"]);
    expect(finish(review, plan, forms, null).sections[0]).toMatchObject({
      key: "overview",
      paragraphs: ["成立了领导小组。"],
    });
  });
});

describe("the source beside it", () => {
  const source: SourceLine[] = [
    ...Array.from({ length: 20 }, (_, i) => ({ kind: "paragraph", number: i + 1, text: `第${i}段` }) as const),
    { kind: "row", cells: ["九（三）"] },
    { kind: "row", cells: ["（一）收到申请数", "件", "3"] },
  ];

  it("has its lines found by label", () => {
    const report = filled([message("value-numeral", "3.1")]);
    const [item] = itemsOf(report, form2014);
    expect(item && linesOf(item, report, foldSource(source))).toEqual([21]);
  });

  it("has its tables laid out as tables, short rows filled up", () => {
    const columns = columnsOf([
      { kind: "paragraph", number: 1, text: "附件" },
      { kind: "row", cells: ["一、主动公开情况", "—"] },
      { kind: "row", cells: ["（一）主动公开政府信息数", "条", "7"] },
    ]);
    expect(columns.get(0)).toBeUndefined();
    expect(columns.get(1)).toEqual(["rest", "number", "number"]);
  });

  it("is all to be seen where nothing is linked", () => {
    expect(foldSure(20, new Set(), new Set()).every(({ kind }) => kind === "line")).toBe(true);
  });

  it("is folded where nothing is in doubt, and every line is somewhere", () => {
    const rows = foldSure(source.length, new Set([21]), new Set());
    expect(rows[0]).toEqual({ kind: "fold", from: 0, to: 17 });
    for (const open of [new Set<number>(), new Set([0])]) {
      const lines = foldSure(source.length, new Set([21]), open).flatMap((one) =>
        one.kind === "line" ? [one.index] : Array.from({ length: one.to - one.from + 1 }, (_, i) => one.from + i),
      );
      expect(lines).toEqual(source.map((_, i) => i));
    }
  });
});

describe("a column of the source that is said to hold the values", () => {
  const source: SourceLine[] = [
    { kind: "paragraph", number: 1, text: "统计表" },
    { kind: "row", cells: ["(一)收到申请数", "件", "1", "12"] },
    { kind: "row", cells: ["1.当面申请数", "件", "2", "五"] },
    { kind: "row", cells: ["2.传真申请数", "件", "3", "若干"] },
  ];
  const said = { rows: tableAround(source, 2), at: 3, table: "statistics", column: "value" };
  const begun = beginReview(
    filled([message("column-unclear", "3.1", "warning"), message("column-unclear", "3.1.1", "warning")]),
    form2014,
  );

  it("fills the cells of its rows, and answers what was asked about them alone", () => {
    expect(said.rows).toHaveLength(3);
    const taken = columnTaken(begun, said);
    expect(["3.1", "3.1.1", "3.1.3"].map((row) => valueOf(settled(taken), row))).toEqual(["12", "5", "3"]);
    expect(waiting(begun).map(({ code }) => code)).toEqual(["column-unclear"]);
    expect(waiting(taken)).toEqual([]);
  });

  it("leaves a text that is no number as a fault at its cell, which keeps the report out", () => {
    const taken = columnTaken(begun, said);
    expect(faultOf(taken, taken.items[0] as (typeof taken.items)[number])).toBeNull();
    expect(faultyCells(taken)).toBe(1);
  });
});
