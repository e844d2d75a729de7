import { describe, expect, it } from "vitest";
import { blankReport } from "../../src/core/carry/blank.ts";
import { applyEdit } from "../../src/core/edit/apply.ts";
import { addLocalRow } from "../../src/core/grid/local-rows.ts";
import { readReport } from "../../src/formats/read.ts";
import { WRITABLE, writeReport } from "../../src/formats/write.ts";
import { shippedForms, shippedPreset } from "../support/forms.ts";

const preset = shippedPreset();

describe.each(WRITABLE)("a row of the office's own goes out as %s", (kind) => {
  it.each(shippedForms)("and comes in again as the same, without a question, in the form $id", async (form) => {
    const [table] = form.tables.values();
    if (!table) throw new Error("no table");
    const { key } = table.form;
    const blank = blankReport(form, form.file.years.from, "试验街道");
    const cells = blank.tables.find((one) => one.key === key)?.cells ?? [];
    const unit = table.form.unitHeader ? "件" : "";
    const row = { label: "本单位的情况", unit, after: table.valueRows[1]?.id ?? "" };
    const changes = addLocalRow(table, cells, row).map((change, i) => ({
      ...change,
      // One cell stays blank where there are several.
      after: change.after && (i === 1 ? change.after : { ...change.after, state: "number" as const, value: "7" }),
    }));
    const report = applyEdit(blank, { kind: "cells", table: key, changes });
    const bytes = await writeReport(kind, report, form, preset);
    const read = await readReport([{ name: `报告.${kind}`, bytes }], [form]);
    const own = (of: typeof report) =>
      of.tables.flatMap((one) => one.cells.filter((cell) => cell.row.startsWith("local-")));
    expect(own(read)).toEqual(own(report));
    expect(read.messages.filter(({ code }) => code === "row-local")).toEqual([]);
  });
});
