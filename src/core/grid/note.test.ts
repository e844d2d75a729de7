import { describe, expect, it } from "vitest";
import { form2014 } from "../../../test/support/forms.ts";
import type { Cell } from "../report/report.ts";
import { canHaveNote, writeNote } from "./note.ts";

const table = form2014.tables.get("statistics") ?? expect.fail("no table");
const cell: Cell = { row: "3.1", column: "value", label: "收到申请数", unit: "件", state: "number", value: "12" };
const sheet = {
  table,
  cellAt: (row: string, column: string) => (row === "3.1" && column === "value" ? cell : undefined),
};

describe("a note", () => {
  it("stands beside the value, and goes when nothing is left of it", () => {
    const written = writeNote(sheet, "3.1", "value", "问过区里");
    expect(written).toEqual({ row: "3.1", column: "value", before: cell, after: { ...cell, note: "问过区里" } });
    const noted = { ...sheet, cellAt: () => written?.after ?? undefined };
    expect(writeNote(noted, "3.1", "value", "问过区里")).toBeNull();
    expect(writeNote(noted, "3.1", "value", " ")?.after).toEqual(cell);
  });

  it("can be at a place that is still empty, and nowhere else", () => {
    expect(writeNote(sheet, "3.1.1", "value", "待查")?.after).toMatchObject({ state: "blank", note: "待查" });
    expect(canHaveNote(sheet, "3", "value")).toBe(false);
    expect(canHaveNote(sheet, "3.1", "previous")).toBe(false);
  });
});
