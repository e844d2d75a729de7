import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { form2014, formFrom } from "../../../test/support/forms.ts";
import { reportOf } from "../../../test/support/reports.ts";
import { contentFromSections } from "../content/from-sections.ts";
import type { Cell, Reason, Report } from "../report/report.ts";
import { applyEdit } from "./apply.ts";
import type { CellChange, Edit } from "./edit.ts";
import { inverseOf } from "./inverse.ts";

const quarterly = formFrom("test", "fixtures", "forms", "quarterly.json");
const anyReport = fc.oneof(reportOf(form2014), reportOf(quarterly));

const cell = (row: string, column: string, value: string | null): Cell => ({
  row,
  column,
  label: row,
  unit: "件",
  state: value === null ? "blank" : "number",
  value,
});

/** Changes of cells that are there, that are not, and that go; also of one cell several times. */
function changesOf(report: Report): fc.Arbitrary<CellChange[]> {
  const rows = ["new-1", "new-2", ...(report.tables[0]?.cells.map(({ row }) => row) ?? [])];
  return fc.array(
    fc
      .tuple(fc.constantFrom(...rows), fc.constantFrom("value", "previous", "q1"), fc.option(fc.constantFrom("0", "7")))
      .chain(([row, column, value]) =>
        fc.boolean().map((goes) => ({ row, column, before: null, after: goes ? null : cell(row, column, value) })),
      ),
    { maxLength: 8 },
  );
}

/** Reasons about some of the report's own cells. */
const reasonsOn = (report: Report): fc.Arbitrary<Reason[]> => {
  const table = report.tables[0]?.key ?? "t";
  const places = report.tables[0]?.cells.map(({ row, column }) => ({ table, row, column })) ?? [];
  const one = fc
    .tuple(fc.subarray(places), fc.string())
    .map(([cells, text]): Reason => ({ code: "x", cells, text, by: "", at: "2019-01-10", kind: "ignored" }));
  return fc.array(one, { maxLength: 3 });
};

const edited: fc.Arbitrary<{ report: Report; edit: Edit }> = anyReport.chain((report) =>
  fc
    .oneof(
      changesOf(report).map((changes): Edit => ({ kind: "cells", table: report.tables[0]?.key ?? "t", changes })),
      fc
        .record({
          meta: fc.record({ year: fc.integer({ min: 2000, max: 2100 }) }),
          annex: fc.record({ phone: fc.string(), head: fc.string() }),
        })
        .map((details): Edit => ({ kind: "details", ...details })),
      reasonsOn(report).map((reasons): Edit => ({ kind: "reasons", reasons })),
    )
    .chain((edit) =>
      fc.option(reasonsOn(report)).map((reasons) => ({ report: reasons ? { ...report, reasons } : report, edit })),
    ),
);

describe("an edit", () => {
  it("is taken back exactly by its inverse, the order of cells included", () => {
    fc.assert(
      fc.property(edited, ({ report, edit }) => {
        const after = applyEdit(report, edit);
        const back = applyEdit(after, inverseOf(edit, report));
        expect({ ...back, reasons: back.reasons ?? [] }).toEqual({ ...report, reasons: report.reasons ?? [] });
      }),
    );
  });

  it("is done again by the inverse of its inverse", () => {
    fc.assert(
      fc.property(edited, ({ report, edit }) => {
        const after = applyEdit(report, edit);
        const inverse = inverseOf(edit, report);
        const before = applyEdit(after, inverse);
        expect(applyEdit(before, inverseOf(inverse, after))).toEqual(after);
      }),
    );
  });

  it("leaves the report before as it was", () => {
    fc.assert(
      fc.property(edited, ({ report, edit }) => {
        const copy = structuredClone(report);
        applyEdit(report, edit);
        expect(report).toEqual(copy);
      }),
    );
  });
});

describe("a change of cells", () => {
  const [report] = fc.sample(reportOf(form2014), { numRuns: 1, seed: 7 });
  if (!report) throw new Error("no report");
  const before = report.tables[0]?.cells.find(({ row }) => row === "3.1.1") ?? null;
  const edit: Edit = {
    kind: "cells",
    table: "statistics",
    changes: [{ row: "3.1.1", column: "value", before, after: cell("3.1.1", "value", "12") }],
  };

  it("prints the paragraphs anew in which the cell stands", () => {
    const content = contentFromSections([{ key: "preamble", heading: "", paragraphs: ["收到"] }]);
    const [section] = content.content;
    const [paragraph] = section?.content ?? [];
    if (!section || paragraph?.type !== "paragraph") throw new Error("no paragraph");
    const figure = {
      type: "figure",
      attrs: { table: "statistics", row: "3.1.1", column: "value", format: "arabic" },
    } as const;
    const bound = {
      ...content,
      content: [{ ...section, content: [{ ...paragraph, content: [...(paragraph.content ?? []), figure] }] }],
    };
    const written = applyEdit(report, { kind: "content", content: bound });
    expect(applyEdit(written, edit).sections[0]?.paragraphs).toEqual(["收到12"]);
  });

  it("settles what the reader had to say of the cell, and nothing else", () => {
    const at = (row: string) => ({ table: "statistics", row, column: "value" });
    const messages = [
      { level: "warning", code: "a", text: "这一格。", at: at("3.1.1") },
      { level: "warning", code: "b", text: "另一格。", at: at("3.1.2") },
      { level: "ask", code: "c", text: "整份。" },
    ] as const;
    const told = { ...report, messages };
    expect(applyEdit(told, edit).messages.map(({ code }) => code)).toEqual(["b", "c"]);
    expect(applyEdit(applyEdit(told, edit), inverseOf(edit, told)).messages).toEqual(messages);
  });

  it("ends a written reason for that cell, not for others, and not where the value stays", () => {
    const at = (row: string) => ({ table: "statistics", row, column: "value" });
    const reason = { code: "x", text: "理由", by: "甲", at: "2019-01-10", kind: "lifted" } as const;
    const reasons: Reason[] = [
      { ...reason, cells: [at("3.1.1"), at("3.1.2")] },
      { ...reason, cells: [at("3.1.2")] },
    ];
    const told = { ...report, reasons };
    const changed = applyEdit(told, edit);
    expect(changed.reasons?.map(({ cells }) => cells.map(({ row }) => row))).toEqual([["3.1.2"], ["3.1.2"]]);
    expect(applyEdit(changed, inverseOf(edit, told))).toEqual(told);
    const noted: Edit = {
      kind: "cells",
      table: "statistics",
      changes: [{ row: "3.1.1", column: "value", before, after: before && { ...before, note: "已问过" } }],
    };
    expect(applyEdit(told, noted).reasons).toBe(reasons);
  });

  it("adds the table to a report without one", () => {
    const without = { ...report, tables: [] };
    expect(applyEdit(without, edit).tables).toEqual([{ key: "statistics", cells: [cell("3.1.1", "value", "12")] }]);
  });
});
