import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CLEAN_2014, reportWith } from "../../../test/forms/tables.ts";
import { form2014, formFrom } from "../../../test/support/forms.ts";
import { reportOf } from "../../../test/support/reports.ts";
import { applyEdit } from "../edit/apply.ts";
import { inverseOf } from "../edit/inverse.ts";
import type { Example } from "../form/schema.ts";
import type { CellPlace, Report } from "../report/report.ts";
import { findingsOf } from "./check.ts";
import type { Finding } from "./finding.ts";
import { mendOf } from "./mends.ts";

/** The label of the offer for the finding with this code, and the cells that it changes, as `row=value`. */
function offer(cells: Example, code: string, rest = "0"): readonly [string, ...string[]] | null {
  const report = reportWith(form2014, cells, rest);
  const finding = findingsOf(report, form2014).find((candidate) => candidate.code === code);
  if (!finding) throw new Error(`no finding ${code}`);
  const mend = mendOf(finding, report, form2014);
  if (!mend) return null;
  const changes = mend.edit.kind === "cells" ? mend.edit.changes : [];
  return [mend.label, ...changes.map(({ row, after }) => `${row}=${after?.value}`)];
}

describe("a total that is not the sum of its parts", () => {
  it("becomes the sum", () => {
    expect(offer({ ...CLEAN_2014, "3.1": "12", "3.1.1": "5", "3.1.3": "4", "3.1.4": "2" }, "sum-3.1")).toEqual([
      "改为 11",
      "3.1=11",
    ]);
  });

  it("is left alone while a part is blank, where a reason can lift the error, and where it is only expected", () => {
    expect(offer({ ...CLEAN_2014, "3.1": "2", "3.1.1": "5", "3.1.2": "" }, "sum-3.1")).toBeNull();
    expect(offer({ ...CLEAN_2014, "3.3": "2", "3.3.4": "2", "3.3.4.a": "1" }, "sum-3.3.4")).toBeNull();
    expect(offer({ ...CLEAN_2014, "4": "2", "4.1": "1" }, "sum-4")).toBeNull();
    expect(offer({ ...CLEAN_2014, "1.1.a": "3" }, "of-which-1.1.a")).toBeNull();
  });

  it("is left alone where the sum itself would be wrong", () => {
    expect(offer({ ...CLEAN_2014, "3.1": "2", "3.1.1": "1.5" }, "sum-3.1")).toBeNull();
  });

  it("gets the sum where it alone is blank", () => {
    expect(offer({ ...CLEAN_2014, "3.1": "", "3.1.1": "5", "3.1.3": "4" }, "sum-3.1.unknown")).toEqual([
      "填 9",
      "3.1=9",
    ]);
    expect(offer({ ...CLEAN_2014, "3.1": "", "3.1.1": "", "3.1.3": "4" }, "sum-3.1.unknown")).toBeNull();
  });
});

describe("blank cells", () => {
  it("get 0", () => {
    expect(offer({ ...CLEAN_2014, "6": "" }, "blank-cells")).toEqual(["填 0", "6=0"]);
    expect(offer({ ...CLEAN_2014, "6": "", "9.1": "" }, "blank-cells")).toEqual(["都填 0", "6=0", "9.1=0"]);
  });

  it("that are totals get what their parts come to, once these are filled in", () => {
    expect(offer({ ...CLEAN_2014, "3.1": "", "3.1.1": "3" }, "blank-cells")).toEqual(["填 3", "3.1=3"]);
    expect(offer({ ...CLEAN_2014, "3.1": "", "3.1.1": "3", "3.1.2": "" }, "blank-cells")).toEqual([
      "都填 0 和合计",
      "3.1.2=0",
      "3.1=3",
    ]);
  });

  it("stay blank where 0 would be questioned", () => {
    // 3 classes, and nobody in them.
    expect(offer({ ...CLEAN_2014, "9.2": "3", "9.3": "" }, "blank-cells")).toBeNull();
    expect(offer({ ...CLEAN_2014, "9.2": "3", "9.3": "", "6": "", "9.1": "" }, "blank-cells")).toEqual([
      "2 格填 0",
      "6=0",
      "9.1=0",
    ]);
    // Last year it was 46.
    expect(offer({ ...CLEAN_2014, "6": "", "6:previous": "46" }, "blank-cells")).toBeNull();
  });

  it("with a text that is no number are for a person, except 无", () => {
    const report = reportWith(form2014, { ...CLEAN_2014, "6": "", "9.1": "" });
    const said = (row: string, raw: string): Report => ({
      ...report,
      tables: report.tables.map((table) => ({
        ...table,
        cells: table.cells.map((cell) => (cell.row === row ? { ...cell, raw } : cell)),
      })),
    });
    const [finding] = findingsOf(report, form2014).filter(({ code }) => code === "blank-cells");
    if (!finding) throw new Error("no blanks");
    expect(mendOf(finding, said("6", "见附件"), form2014)?.label).toBe("填 0");
    expect(mendOf(finding, said("6", "无"), form2014)?.label).toBe("都填 0");
  });
});

describe("any certain mend of any report", () => {
  const others = ["quarterly.json", "matrix.json"].map((name) => formFrom("test", "fixtures", "forms", name));
  const anyCase = fc
    .constantFrom(form2014, ...others)
    .chain((form) => reportOf(form).map((report) => ({ form, report })));
  const address = ({ table, row, column }: CellPlace) => `${table} ${row} ${column}`;
  const identity = ({ code, cells }: Finding) => [code, ...cells.map(address)].join(" ");
  const about = (findings: readonly Finding[], cells: ReadonlySet<string>, levels: readonly string[]) =>
    findings
      .filter(
        ({ severity, cells: named }) => levels.includes(severity) && named.some((place) => cells.has(address(place))),
      )
      .map(identity);

  it("settles its finding, brings no new error to its cells, and is taken back", () => {
    let offered = 0;
    fc.assert(
      fc.property(anyCase, ({ form, report }) => {
        const before = findingsOf(report, form);
        for (const finding of before) {
          const mend = mendOf(finding, report, form);
          if (!mend || mend.edit.kind !== "cells") continue;
          offered += 1;
          const { table, changes } = mend.edit;
          const cells = new Set(changes.map(({ row, column }) => address({ table, row, column })));
          const mended = applyEdit(report, mend.edit);
          const after = findingsOf(mended, form);
          // One relation can hold in many lines: this line is settled, whatever the others say.
          expect(after.map(identity)).not.toContain(identity(finding));
          // The blanks that are left are others than those that were filled in.
          const blank = after.filter(({ code }) => code === "blank-cells").flatMap((left) => left.cells.map(address));
          expect(blank.filter((place) => cells.has(place))).toEqual([]);
          const fresh = about(after, cells, ["error"]).filter((id) => !about(before, cells, ["error"]).includes(id));
          expect(fresh).toEqual([]);
          expect(applyEdit(mended, inverseOf(mend.edit, report))).toEqual(report);
        }
      }),
    );
    expect(offered).toBeGreaterThan(20);
  });
});
