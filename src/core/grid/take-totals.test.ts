import { describe, expect, it } from "vitest";
import { reportWith } from "../../../test/forms/tables.ts";
import { form2014 } from "../../../test/support/forms.ts";
import { applyEdit } from "../edit/apply.ts";
import { takeTotals } from "./take-totals.ts";

const key = "statistics";
const told = (report: Parameters<typeof takeTotals>[0]) =>
  takeTotals(report, form2014, key).map(({ row, after }) => `${row}=${after?.value}`);

describe("all totals at once", () => {
  const report = reportWith(form2014, { "3.1": "", "3.1.1": "5", "3.1.3": "4", "3.2": "", "3.2.1": "9", "3.3": "7" });

  it("fills what is blank and can be computed, and leaves the rest", () => {
    expect(told(report)).toEqual(["3.1=9", "3.2=9"]);
    const done = applyEdit(report, { kind: "cells", table: key, changes: takeTotals(report, form2014, key) });
    expect(told(done)).toEqual([]);
  });

  it("does not write over a text that somebody has put there", () => {
    const cells = report.tables[0]?.cells.map((cell) => (cell.row === "3.1" ? { ...cell, raw: "待定" } : cell)) ?? [];
    expect(told({ ...report, tables: [{ key, cells }] })).toEqual(["3.2=9"]);
  });
});
