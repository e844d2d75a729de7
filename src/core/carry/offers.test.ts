import { describe, expect, it } from "vitest";
import { form2014 } from "../../../test/support/forms.ts";
import { EMPTY_ANNEX, REPORT_SCHEMA, type Report } from "../report/report.ts";
import { offerLabel, offersFor } from "./offers.ts";
import { staleMarks } from "./stale.ts";

const table = form2014.tables.get("statistics");

function reportWith(values: Readonly<Record<string, string>>, column = "previous"): Report {
  return {
    schema: REPORT_SCHEMA,
    form: form2014.id,
    year: 2018,
    unit: "试验街道",
    title: null,
    sections: [],
    tables: [
      {
        key: "statistics",
        cells: Object.entries(values).map(([row, value]) => ({
          row,
          column,
          label: table?.rows.get(row)?.label ?? "",
          unit: table?.rows.get(row)?.unit ?? "",
          state: "number",
          value,
        })),
      },
    ],
    annex: EMPTY_ANNEX,
    extra: [],
    dropped: [],
    messages: [],
  };
}

/** What is offered for each mark of a text, as on the buttons. */
function offered(text: string, report: Report): string[][] {
  return staleMarks([{ key: "a", heading: "", paragraphs: [text] }], 2017).map((mark) =>
    offersFor(mark, text, report, form2014).map(offerLabel),
  );
}

describe("the year", () => {
  it("is moved on where it is surely the report's own", () => {
    expect(offered("2017年，自2017年1月1日起", reportWith({}))).toEqual([["改为 2018年"], ["改为 2018年1月1日"]]);
    expect(offered("二〇一七年", reportWith({}))).toEqual([["改为 二〇一八年"]]);
  });

  it("is left alone in document numbers, in titles and in comparisons", () => {
    const text = "比2017年增长，按《2017年要点》（国办发〔2017〕5号）";
    expect(offered(text, reportWith({}))).toEqual([[], [], []]);
  });
});

describe("a number that a cell of last year holds", () => {
  it("is offered as a figure of that row", () => {
    const report = reportWith({ "1.1": "7", "1.2.2": "33", "3.1": "7" });
    expect(offered("主动公开政府信息7条，政府网站公开33条", report)).toEqual([
      ["跟随统计表“主动公开政府信息数”"],
      ["跟随统计表“政府网站公开政府信息数”"],
    ]);
  });

  it("must be counted in the row's unit and named like it", () => {
    expect(offered("发放手册7条", reportWith({ "1.1": "7" }))).toEqual([[]]);
    expect(offered("收到申请7条", reportWith({ "3.1": "7" }))).toEqual([[]]);
    expect(offered("收到申请7件", reportWith({ "3.1": "7" }))).toEqual([["跟随统计表“收到申请数”"]]);
  });

  it("is offered in Chinese numerals as well", () => {
    const report = reportWith({ "8.3": "6" });
    const text = "从事政府信息公开工作人员六人";
    const [mark] = staleMarks([{ key: "a", heading: "", paragraphs: [text] }], 2017);
    expect(mark && offersFor(mark, text, report, form2014)).toMatchObject([
      { kind: "figure", figure: { table: "statistics", row: "8.3", column: "value", format: "chinese" } },
    ]);
  });

  it("is bound to this year's cell, also where the report has this year's numbers only", () => {
    const text = "收到申请7件";
    const [mark] = staleMarks([{ key: "a", heading: "", paragraphs: [text] }], 2017);
    expect(mark && offersFor(mark, text, reportWith({ "3.1": "7" }, "value"), form2014)).toMatchObject([
      { figure: { row: "3.1", column: "value" } },
    ]);
  });
});
