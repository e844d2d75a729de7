import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shippedForms } from "../../../test/support/forms.ts";
import { reportOf } from "../../../test/support/reports.ts";
import { blankReport } from "../carry/blank.ts";
import { carryOver } from "../carry/carry.ts";
import { findingsOf } from "../checks/check.ts";
import { applyEdit } from "../edit/apply.ts";
import { inverseOf } from "../edit/inverse.ts";
import { linesOf } from "../paper/lines.ts";
import type { Report } from "../report/report.ts";
import { addLocalRow, isLocalRow, localRowFault, removeLocalRow, withLocalRows } from "./local-rows.ts";

const cellsOf = (report: Report, key: string) => report.tables.find((table) => table.key === key)?.cells ?? [];

describe.each(shippedForms.map((form) => [form.id, form] as const))("a row of the office's own in %s", (_, form) => {
  const places = [...form.tables.values()].flatMap((table) =>
    table.valueRows.filter(({ origin }) => origin === "national").map(({ id }) => ({ table, after: id })),
  );
  const blank = blankReport(form, form.file.years.from, "试验街道");

  it("stands behind the row that was chosen, blank, in the columns that that row has", () => {
    for (const { table, after } of places) {
      const { key } = table.form;
      const changes = addLocalRow(table, cellsOf(blank, key), { label: "本单位的情况", unit: "件", after });
      const cells = cellsOf(applyEdit(blank, { kind: "cells", table: key, changes }), key);
      const lines = linesOf(table, cells).map(({ id }) => id);
      expect(lines[lines.indexOf(after) + 1]).toBe("local-1");
      const columns = (row: string) => cells.filter((cell) => cell.row === row).map(({ column }) => column);
      expect(columns("local-1")).toEqual(columns(after));
      expect(cells.filter(({ row }) => row === "local-1").every(({ state }) => state === "blank")).toBe(true);
    }
  });

  it("is taken out again by one step, and taken out with its numbers and put back", () => {
    fc.assert(
      fc.property(reportOf(form), fc.constantFrom(...places), (report, { table, after }) => {
        const { key } = table.form;
        const cells = cellsOf(report, key);
        fc.pre(cells.some(({ row }) => row === after));
        const add = {
          kind: "cells",
          table: key,
          changes: addLocalRow(table, cells, { label: "本单位的情况", unit: "件", after }),
        } as const;
        const added = applyEdit(report, add);
        expect(applyEdit(added, inverseOf(add, report)).tables).toEqual(report.tables);
        const row = add.changes[0]?.row ?? "";
        const remove = { kind: "cells", table: key, changes: removeLocalRow(cellsOf(added, key), row) } as const;
        const removed = applyEdit(added, remove);
        expect(removed.tables).toEqual(report.tables);
        expect(applyEdit(removed, inverseOf(remove, added)).tables).toEqual(added.tables);
      }),
      { numRuns: 40 },
    );
  });

  it("takes part in no sum and no check, and next year's report begins with it", () => {
    const [{ table, after } = { table: undefined, after: "" }] = places;
    if (!table) throw new Error("no rows");
    const { key } = table.form;
    const before = findingsOf(blank, form);
    const changes = addLocalRow(table, cellsOf(blank, key), { label: "本单位的情况", unit: "件", after });
    const now = applyEdit(blank, { kind: "cells", table: key, changes });
    expect(findingsOf(now, form)).toEqual(before);
    const year = form.file.years.from + 1;
    const next = carryOver(now, form, { year, text: "keep", figures: "previous" });
    expect(cellsOf(next, key).some(({ row, label }) => row === "local-1" && label === "本单位的情况")).toBe(true);
    // Also one that begins empty.
    const empty = blankReport(form, year, "试验街道");
    const like = applyEdit(empty, { kind: "cells", table: key, changes: withLocalRows(empty, table, now) });
    expect(linesOf(table, cellsOf(like, key)).map(({ id, label }) => [id, label])).toEqual(
      linesOf(table, cellsOf(now, key)).map(({ id, label }) => [id, label]),
    );
  });

  it("has a name of its own", () => {
    const [{ table, after } = { table: undefined, after: "" }] = places;
    const known = table?.valueRows.find(({ origin }) => origin === "national");
    if (!table || !known) throw new Error("no rows");
    const fault = (label: string, cells = cellsOf(blank, table.form.key)) =>
      localRowFault(table, cells, { label, unit: "", after });
    expect(fault(" ")).toBe("请填写行的名称。");
    expect(fault(known.label)).toContain("表样里已经有");
    expect(fault("本单位的情况")).toBeNull();
    const changes = addLocalRow(table, cellsOf(blank, table.form.key), { label: "本单位的情况", unit: "", after });
    const now = applyEdit(blank, { kind: "cells", table: table.form.key, changes });
    expect(fault("本单位的情况", cellsOf(now, table.form.key))).toBe("已经有这一行。");
  });
});

it("a row that the form offers to whoever wants it keeps the form's id and place", () => {
  const found = shippedForms.flatMap((form) =>
    [...form.tables.values()].flatMap((table) =>
      table.form.rows.flatMap((row) => (row.origin === "local" && row.kind !== "header" ? [{ form, table, row }] : [])),
    ),
  );
  expect(found.length).toBeGreaterThan(0);
  for (const { form, table, row } of found) {
    const blank = blankReport(form, form.file.years.from, null);
    const { key } = table.form;
    const after = table.valueRows.at(-1)?.id ?? "";
    const changes = addLocalRow(table, cellsOf(blank, key), { label: row.label, unit: "", after });
    expect(new Set(changes.map((change) => change.row))).toEqual(new Set([row.id]));
    const cells = cellsOf(applyEdit(blank, { kind: "cells", table: key, changes }), key);
    const order = [...new Set(cells.map((cell) => cell.row))];
    expect(order).toEqual(table.form.rows.map(({ id }) => id).filter((id) => order.includes(id)));
    expect(isLocalRow(table, row.id)).toBe(true);
  }
});
