import { describe, expect, it } from "vitest";
import { proposals } from "../../src/core/checks/proposals.ts";
import { annexPaper } from "../../src/core/paper/annex.ts";
import { formFrom } from "../support/forms.ts";
import { findings, places, reportWith } from "./tables.ts";

const form = formFrom("test", "fixtures", "forms", "quarterly.json");

describe("a form with two quarters and their total", () => {
  it("says nothing about a clean table", () => {
    expect(findings(form, {})).toEqual([]);
    const lending = Object.fromEntries(
      ["1.1", "1.1.1", "1.2"].flatMap((id) => [
        [`${id}:q1`, "1"],
        [`${id}:q2`, "1"],
        [`${id}:total`, "2"],
      ]),
    );
    expect(findings(form, { ...lending, "2:q1": "0.1", "2:q2": "0.2", "2:total": "0.3" })).toEqual([]);
  });

  it("a relation of rows is looked at in every column, and its sentence names the column", () => {
    const [finding, ...others] = findings(form, { "1.1:q2": "4", "1.1.1:q2": "3" }, "lent-parts");
    expect(others).toEqual([]);
    expect(places(finding)).toEqual(["1.1:q2", "1.1.1:q2", "1.1.2:q2"]);
    expect(finding?.text).toBe("第二季度：借出册数填 4，各类合计 3，差 1。");
    const both = findings(form, { "1.1:q1": "1", "1.1:total": "2" }, "lent-parts");
    expect(both.map(({ cells }) => cells[0]?.column)).toEqual(["q1", "total"]);
  });

  it("a relation of columns is looked at in every row that has values, and its sentence names the row", () => {
    const [finding, ...others] = findings(form, { "1.2:q1": "2", "1.2:q2": "2", "1.2:total": "5" }, "half-year");
    expect(others).toEqual([]);
    expect(places(finding)).toEqual(["1.2:total", "1.2:q1", "1.2:q2"]);
    expect(finding).toMatchObject({ expected: "4", actual: "5" });
    expect(finding?.text).toBe("一（二）归还册数：合计填 5，两个季度相加是 4，差 1。");
  });

  it("a local row takes part where it is there, in every column of this year", () => {
    const cells = { "1.1": "3", "1.1.1": "2", "1.1.3": "1" };
    expect(findings(form, cells, "lent-parts")).toEqual([]);
    const [blank] = findings(form, cells, "blank-cells");
    expect(places(blank)).toEqual(["1.1.3:q2", "1.1.3:total"]);
    expect(blank?.text).toContain("一（一）3盲文借出（第二季度）");
  });

  it("a relation of whole cells is looked at once", () => {
    const found = findings(form, { "2:q1": "1.5", "2:q2": "1.25", "2:total": "2.75" }, "second-quarter-fees");
    expect(found.map(({ text, cells }) => [text, cells.length])).toEqual([
      ["第二季度逾期费 1.25 元，少于第一季度 1.5 元。", 2],
    ]);
  });

  it("each member of `each` is named by its own label", () => {
    const [finding] = findings(form, { "1.1.2:q2": "3", "1.2:q2": "1" }, "class-over-returned");
    expect(finding?.text).toBe("第二季度：少儿借出填 3，多于归还册数 1。");
  });

  it("a contradiction names its column", () => {
    const [finding, ...others] = findings(form, { "2:q2": "1.5" }, "fees-without-lending");
    expect(others).toEqual([]);
    expect(places(finding)).toEqual(["2:q2", "1.1:q2"]);
    expect(finding?.text).toBe("第二季度：借出册数填 0，却有逾期费 1.5 元。");
  });

  it("totals are proposed in the column that lacks them", () => {
    const report = reportWith(form, { "1.1:q2": "", "1.1.1:q2": "2", "1.1.2:q2": "5" });
    expect(proposals(report, form)).toMatchObject([{ row: "1.1", column: "q2", value: "7" }]);
  });

  it("prints its annex with both quarters and the total", () => {
    const paper = annexPaper({ ...reportWith(form, { "1.2:q2": "8" }), year: 2031 }, form);
    expect(paper?.header).toEqual(["项目", "单位", "第一季度", "第二季度", "合计"]);
    expect(paper?.yearLine).toBe("(2031 年上半年)");
    expect(paper?.rows.map(({ id }) => id)).toEqual(["1", "1.1", "1.1.1", "1.1.2", "1.2", "2"]);
    expect(paper?.rows.find(({ id }) => id === "1.2")).toMatchObject({
      note: "(含提前归还)",
      values: [{ number: "0" }, { number: "8" }, { number: "0" }],
    });
  });
});
