import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check } from "../../src/core/checks/check.ts";
import { explain } from "../../src/core/checks/explain.ts";
import { proposals } from "../../src/core/checks/proposals.ts";
import { loadForm } from "../../src/core/form/load.ts";
import type { Cell, Report } from "../../src/core/report/report.ts";
import { form2014, formFrom } from "../support/forms.ts";
import { reportOf } from "../support/reports.ts";
import { jsonAt } from "./json.ts";
import { tableOf } from "./tables.ts";

const quarterly = formFrom("test", "fixtures", "forms", "quarterly.json");
const fresh = () => {
  const loaded = loadForm(jsonAt("resources", "forms", "gongkai-2014.json"));
  if (!loaded.ok) throw new Error("the form does not load");
  return loaded.form;
};

/** Cells as no reader would make them: unknown places, twice the same, numbers that are none. */
const anyCell: fc.Arbitrary<Cell> = fc.record({
  row: fc.oneof(fc.constantFrom(...tableOf(form2014).form.rows.map(({ id }) => id)), fc.string()),
  column: fc.constantFrom("value", "previous", "q1", "constructor", ""),
  label: fc.string(),
  unit: fc.string(),
  state: fc.constantFrom("number", "blank", "na"),
  value: fc.option(fc.oneof(fc.string(), fc.integer().map(String), fc.double().map(String), fc.bigInt().map(String))),
});

function edited(report: Report, row: string, value: string | null): Report {
  return {
    ...report,
    tables: report.tables.map(({ key, cells }) => ({
      key,
      cells: cells.map((cell) =>
        cell.row === row ? { ...cell, state: value === null ? "blank" : "number", value } : cell,
      ),
    })),
  };
}

describe("any report", () => {
  it("never makes the checks throw", () => {
    const keys = fc.constantFrom("statistics", "lending", "other");
    const tables = fc.array(fc.record({ key: keys, cells: fc.array(anyCell, { maxLength: 80 }) }), { maxLength: 3 });
    fc.assert(
      fc.property(reportOf(form2014), tables, (report, odd) => {
        for (const form of [form2014, quarterly]) {
          check({ ...report, tables: odd }, form);
          proposals({ ...report, tables: odd }, form);
        }
      }),
    );
  });

  it("after any edits is checked as if it were new: nothing is kept from one check to the next", () => {
    const edits = fc.array(fc.tuple(fc.nat(58), fc.option(fc.nat(40).map(String))), { minLength: 1, maxLength: 12 });
    const rows = tableOf(form2014).valueRows;
    fc.assert(
      fc.property(reportOf(form2014), edits, (start, changes) => {
        let report = start;
        for (const [i, value] of changes) {
          report = edited(report, rows[i]?.id ?? "", value);
          check(report, form2014);
        }
        expect(check(report, form2014)).toEqual(check(structuredClone(report), fresh()));
      }),
      { numRuns: 40 },
    );
  });

  it("has findings that can be explained, and point at cells that the form has", () => {
    for (const form of [form2014, quarterly]) {
      const table = tableOf(form);
      fc.assert(
        fc.property(reportOf(form), (report) => {
          for (const finding of check(report, form)) {
            expect(explain(finding.code, [form]), finding.code).not.toBeNull();
            expect(finding.text).not.toMatch(/[{}]|undefined|NaN/);
            for (const { row, column } of finding.cells) {
              expect(table.rows.has(row) && table.columns.has(column), `${row}:${column}`).toBe(true);
            }
          }
        }),
      );
    }
  });

  it("has the same findings whatever the order of its cells", () => {
    fc.assert(
      fc.property(reportOf(form2014), (report) => {
        const turned = report.tables.map(({ key, cells }) => ({ key, cells: cells.toReversed() }));
        expect(check({ ...report, tables: turned }, form2014)).toEqual(check(report, form2014));
      }),
    );
  });

  it("a proposed total, once taken, breaks no sum", () => {
    fc.assert(
      fc.property(reportOf(form2014), (report) => {
        for (const { row, value } of proposals(report, form2014)) {
          const taken = check(edited(report, row, value), form2014);
          expect(taken.filter(({ code }) => code.startsWith(`sum-${row}`))).toEqual([]);
        }
      }),
    );
  });
});
