import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fixtureForm, shippedForms } from "../../../test/support/forms.ts";
import { tableOf } from "../../../test/support/reports.ts";
import type { Table } from "../document.ts";
import { matrixOf } from "../paper/matrix.ts";
import type { ReportTable } from "../report/report.ts";
import { matrixScore, readMatrix } from "./matrix.ts";

const tables = [...shippedForms, fixtureForm("matrix")]
  .flatMap((form) => [...form.tables.values()].map((table) => ({ name: `${form.id} ${table.form.key}`, table })))
  .filter(({ table }) => table.form.section !== undefined);

describe.each(tables)("$name", ({ table }) => {
  const printed = (filled: ReportTable): Table => ({ kind: "table", rows: matrixOf(table, filled).rows });

  it("is read from the paper as it was written", () => {
    fc.assert(
      fc.property(tableOf(table), (filled) => {
        const { table: read, messages, extra, lines } = readMatrix([printed(filled)], table);
        expect(read.cells).toEqual(filled.cells);
        expect(messages.filter(({ code }) => code !== "row-local")).toEqual([]);
        expect([...extra, ...lines]).toEqual([]);
      }),
    );
  });

  it("is known from the others by its heads and rows", () => {
    const [filled] = fc.sample(tableOf(table), { numRuns: 1, seed: 5 });
    const paper = filled && printed(filled);
    if (!paper) throw new Error("no table");
    const others = tables.filter(({ table: other }) => other.form.key !== table.form.key);
    for (const { table: other } of others) expect(matrixScore(paper, table)).toBeGreaterThan(matrixScore(paper, other));
  });
});
