import { describe, expect, it } from "vitest";
import { form2014 } from "../../../test/support/forms.ts";
import type { SourceLine } from "../../contract/review.ts";
import { blankReport } from "../../core/carry/blank.ts";
import type { Message, Report } from "../../core/report/report.ts";
import { itemsOf, needsWord } from "./items.ts";
import { foldSure, linesOf } from "./locate.ts";
import { answered, beginReview, confirmed, finish, usualCarry, waiting, yearsFor } from "./model.ts";

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

  it("does not take nonsense, and puts answers in as they were given", () => {
    const begun = beginReview(report, form2014);
    const [doubt] = begun.items;
    if (!doubt) throw new Error("no item");
    const nonsense = answered(begun, doubt.id, { text: "三十来条" });
    expect(confirmed(nonsense, doubt.id)).toBe(nonsense);
    const good = answered(answered(begun, doubt.id, { text: "30" }), "blank", { choice: 1 });
    const put = finish(report, form2014, good, { year: 2017, text: "keep", figures: "current" });
    expect([valueOf(put, "1.1"), valueOf(put, "3.1")]).toEqual(["30", "0"]);
    // What was not touched stays as it was understood, with what the source said.
    expect(put.tables[0]?.cells.find(({ row }) => row === "9.3")).toMatchObject({ value: "3", raw: "三" });
  });

  it("can leave out a row that the form does not have", () => {
    const local = filled([message("row-local", "1.1")]);
    const begun = beginReview(local, form2014);
    const gone = answered(begun, begun.items[0]?.id ?? "", { choice: 1 });
    expect(
      valueOf(finish(local, form2014, gone, { year: 2017, text: "keep", figures: "current" }), "1.1"),
    ).toBeUndefined();
  });
});

describe("the year", () => {
  it("is the next where the form serves it, else the file's own", () => {
    expect(usualCarry(form2014, 2017, [])).toEqual({ year: 2018, text: "keep", figures: "previous" });
    expect(usualCarry(form2014, 2018, [])).toEqual({ year: 2018, text: "keep", figures: "current" });
    expect(yearsFor(form2014, 2012, 2026)).toEqual([2018, 2017, 2016, 2015, 2014, 2012]);
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
    expect(item && linesOf(item, report, source)).toEqual([21]);
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
