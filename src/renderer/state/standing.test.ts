import { describe, expect, it } from "vitest";
import { check } from "../../core/checks/check.ts";
import type { Report } from "../../core/report/report.ts";
import { form, report } from "../view/fixture.ts";
import { standingOf } from "./standing.ts";

const written = report({ "3.1": "12", "3.1.1": "11" }, null, {
  sections: [
    { key: "preamble", heading: "", paragraphs: ["前言。"] },
    { key: "disclosure", heading: "二、主动公开情况", paragraphs: ["（一）公开内容", "全年公开。", "（二）公开途径"] },
  ],
  stale: [{ section: "preamble", paragraph: 0, from: 0, to: 2, reason: "年份" }],
});

describe("how a report stands", () => {
  it("is counted as the findings pane counts it", () => {
    expect(standingOf(written, form(), null).counts).toMatchObject({ error: 1, stale: 1, lifted: 0 });
  });

  it("counts what a reason lets stand apart", () => {
    const wrong = report({ "3.3": "2", "3.3.4": "2", "3.1": "2", "3.1.1": "2" });
    const before = standingOf(wrong, form(), null).counts;
    const finding = check(wrong, form()).find(({ liftable }) => liftable) ?? expect.fail("none can be lifted");
    const { code, cells } = finding;
    const reasons: Report["reasons"] = [
      { code, cells, text: "上年结转", by: "张三", at: "2019-01-10", kind: "lifted" },
    ];
    const after = standingOf({ ...wrong, reasons }, form(), null).counts;
    expect(after).toEqual({ ...before, [finding.severity]: before[finding.severity] - 1, lifted: 1 });
  });

  it("names the paragraph by the headings above it", () => {
    const place = (paragraph: number) =>
      standingOf(written, form(), { kind: "text", section: "disclosure", paragraph }).place;
    expect(place(1)).toEqual({
      at: { section: "disclosure", paragraph: 1 },
      name: "二、主动公开情况",
      part: "（一）公开内容",
    });
    expect(place(-1)?.part).toBe("");
    expect(standingOf(written, form(), { kind: "text", section: "preamble", paragraph: 0 }).place?.name).toBe("前言");
    expect(standingOf(written, form(), { kind: "text", section: "gone", paragraph: 0 }).place).toBeNull();
  });

  it("names the cell by its row", () => {
    const { place } = standingOf(written, form(), { kind: "cell", spot: { row: "3.1", column: "value" } });
    expect(place).toMatchObject({ at: { table: "statistics", row: "3.1", column: "value" }, name: "统计表" });
    expect(place?.part).toMatch(/收到申请数/);
  });
});
