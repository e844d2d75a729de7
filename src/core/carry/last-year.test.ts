import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formNamed } from "../../../test/support/forms.ts";
import { reportOf } from "../../../test/support/reports.ts";
import { findingsOf } from "../checks/check.ts";
import { type Proposal, proposals } from "../checks/proposals.ts";
import { applyEdit } from "../edit/apply.ts";
import { inverseOf } from "../edit/inverse.ts";
import { takeCarried } from "../grid/take-carried.ts";
import type { Cell, Report } from "../report/report.ts";
import { blankReport } from "./blank.ts";
import { carryOver } from "./carry.ts";
import { lastYearEdits } from "./last-year.ts";

const form2021 = formNamed("gongkai-2021");
const form2019 = formNamed("gongkai-2019");

/** A report with these numbers, by table and address, and blanks elsewhere. */
function filled(form: typeof form2021, year: number, numbers: Readonly<Record<string, string>>): Report {
  const blank = blankReport(form, year, "试验街道");
  const value = (table: string, { row, column }: Cell) => numbers[`${table} ${row}:${column}`];
  return {
    ...blank,
    tables: blank.tables.map(({ key, cells }) => ({
      key,
      cells: cells.map((cell): Cell => {
        const number = value(key, cell);
        return number === undefined ? cell : { ...cell, state: "number", value: number };
      }),
    })),
  };
}

const NEXT = { text: "keep", figures: "previous" } as const;

function at(report: Report, table: string, row: string, column: string): Cell | undefined {
  return report.tables
    .find(({ key }) => key === table)
    ?.cells.find((cell) => cell.row === row && cell.column === column);
}

function taken(report: Report, form: typeof form2021, code: string): Report {
  const own = proposals(report, form).filter((proposal) => proposal.code === code);
  const key = own[0]?.table ?? "";
  const table = form.tables.get(key);
  if (!table) return report;
  const cellAt = (row: string, column: string) => at(report, key, row, column);
  return applyEdit(report, { kind: "cells", table: key, changes: takeCarried({ table, cellAt }, own) });
}

const offered = (all: readonly Proposal[], code: string) =>
  all
    .filter((proposal) => proposal.code === code)
    .map(({ row, column, value, carried }) => `${row}:${column} ${value} ${carried}`);

describe("last year's figures in a table with several columns", () => {
  const last = filled(form2021, 2023, {
    "requests 4:natural": "96",
    "requests 4:business": "0",
    "proactive 1.2:valid": "597",
    "requests 1:natural": "3511",
  });
  const next = carryOver(last, form2021, { year: 2024, ...NEXT });

  it("stand each beside the column they belong to, which is blank", () => {
    expect(at(next, "requests", "1", "natural")).toMatchObject({ state: "blank", value: null });
    expect(at(next, "requests", "1", "natural.previous")).toMatchObject({ state: "number", value: "3511" });
    expect(at(next, "proactive", "1.2", "valid.previous")).toMatchObject({ value: "597" });
    expect(at(next, "review-litigation", "1", "after.total.previous")).toMatchObject({ state: "blank" });
  });

  it("give 上年结转 column by column, with where it is from (N5)", () => {
    expect(offered(proposals(next, form2021), "requests-carried")).toEqual([
      "2:natural 96 上年“结转下年度继续办理”96",
      "2:business 0 上年“结转下年度继续办理”0",
    ]);
    const done = taken(next, form2021, "requests-carried");
    expect(at(done, "requests", "2", "natural")).toMatchObject({
      value: "96",
      note: "由上年报告而来：上年“结转下年度继续办理”96",
    });
    expect(findingsOf(done, form2021).filter(({ code }) => code === "requests-carried")).toEqual([]);
  });

  it("give 现行有效 once what was issued and repealed is filled in (N6)", () => {
    expect(offered(proposals(next, form2021), "documents-valid")).toEqual([]);
    const table = form2021.tables.get("proactive");
    const number = (column: string, value: string) => {
      const before = at(next, "proactive", "1.2", column) ?? null;
      return { row: "1.2", column, before, after: before && { ...before, state: "number" as const, value } };
    };
    const changes = [number("issued", "50"), number("repealed", "227")];
    const now = applyEdit(next, { kind: "cells", table: table?.form.key ?? "", changes });
    expect(offered(proposals(now, form2021), "documents-valid")).toEqual([
      "1.2:valid 420 上年“现行有效件数”597 + “本年制发件数”50 − “本年废止件数”227",
    ]);
  });

  it("are a mistake that a reason lifts where 上年结转 says otherwise, and a warning for 现行有效", () => {
    const odd = filled(form2021, 2024, { "requests 2:natural": "95", "proactive 1.2:valid": "1" });
    const sides = { "proactive 1.2:issued": "0", "proactive 1.2:repealed": "0" };
    const whole = { ...odd, tables: merge(odd, filled(form2021, 2024, sides)).tables };
    const edits = lastYearEdits(whole, form2021, last);
    const found = findingsOf(applyEdit(whole, { kind: "together", edits }), form2021);
    expect(found.find(({ code }) => code === "requests-carried")).toMatchObject({ severity: "error", liftable: true });
    expect(found.find(({ code }) => code === "documents-valid")).toMatchObject({ severity: "warning" });
  });
});

/** The first report with the numbers of the second as well. */
function merge(a: Report, b: Report): Report {
  const cell = (table: string, own: Cell) => {
    const other = at(b, table, own.row, own.column);
    return other?.state === "number" ? other : own;
  };
  return { ...a, tables: a.tables.map(({ key, cells }) => ({ key, cells: cells.map((own) => cell(key, own)) })) };
}

describe("上一年项目数量 of the form of 2019 (N7)", () => {
  it("is last year's with last year's change, which may be negative", () => {
    const last = filled(form2019, 2019, { "proactive 5.1:items": "10", "proactive 5.1:change": "-4" });
    const next = carryOver(last, form2019, { year: 2020, ...NEXT });
    expect(offered(proposals(next, form2019), "items-carried")).toEqual([
      "5.1:items 6 上年“上一年项目数量”10 + 上年“本年增/减”-4",
    ]);
  });
});

describe("last year's report of the database", () => {
  it("gives the same columns of last year as a template does", () => {
    fc.assert(
      fc.property(reportOf(form2021), (last) => {
        const year = (last.year ?? 2023) + 1;
        const next = carryOver(last, form2021, { year, ...NEXT });
        const blank = blankReport(form2021, year, last.unit);
        const brought = applyEdit(blank, { kind: "together", edits: lastYearEdits(blank, form2021, last) });
        for (const { key, cells } of next.tables) {
          const previous = cells.filter(
            ({ row, column, state }) =>
              form2021.tables.get(key)?.rows.has(row) && column.endsWith(".previous") && state !== "blank",
          );
          for (const { row, column, state, value } of previous)
            expect(at(brought, key, row, column)).toMatchObject({ state, value });
        }
      }),
      { numRuns: 30 },
    );
  });

  it("is taken out again by one step of undo", () => {
    fc.assert(
      fc.property(reportOf(form2021), reportOf(form2021), (report, last) => {
        const edit = { kind: "together", edits: lastYearEdits(report, form2021, last) } as const;
        expect(applyEdit(applyEdit(report, edit), inverseOf(edit, report)).tables).toEqual(report.tables);
      }),
      { numRuns: 30 },
    );
  });

  it("of the form before gives only the tables that are the same there", () => {
    const last = filled(form2019, 2020, {
      "requests 4:total": "3",
      "requests 3.6:total": "2",
      "proactive 5.1:items": "9",
    });
    const edits = lastYearEdits(blankReport(form2021, 2021, null), form2021, last);
    expect(edits.map(({ table, changes }) => [table, changes.map(({ row, column }) => `${row}:${column}`)])).toEqual([
      ["requests", ["4:total.previous"]],
    ]);
  });
});
