import { describe, expect, it } from "vitest";
import { fixtureForm } from "../../../test/support/forms.ts";
import { blankCells } from "../../core/carry/blank.ts";
import { type Selection, single } from "../state/ui.ts";
import { form, report } from "../view/fixture.ts";
import { gridOf } from "../view/rows.ts";
import { sheetOf } from "../view/selection.ts";
import { viewOf } from "../view/view.ts";
import { move, step } from "./cursor.ts";

const values = { "3.1.1": "5", "3.1.3": null, "3.1.4": null, "3.2": null };
const [table] = viewOf(report(values, { "3.1.1": "4" }), form()).tables;
if (!table) throw new Error("no table");
const { grid } = table;
const sheet = sheetOf(grid, grid.rows);
const at = (row: string, column = "value") => ({ row, column });
const block = (from: string, to: string, columns: readonly [string, string] = ["value", "value"]): Selection => ({
  active: at(from, columns[0]),
  anchor: at(from, columns[0]),
  head: at(to, columns[1]),
});
const told = (selection: Selection | null) => selection && `${selection.active.row}:${selection.active.column}`;
const ctrl = (key: string, from: Selection) => move({ key, shift: false, ctrl: true }, from, sheet, 10);

describe("Ctrl and an arrow", () => {
  it("goes to the end of what is filled, then over the gap, then to the edge", () => {
    expect(told(ctrl("ArrowDown", single(at("3.1"))))).toBe("3.1.2:value");
    expect(told(ctrl("ArrowDown", single(at("3.1.2"))))).toBe("3.2.1:value");
    expect(told(ctrl("ArrowUp", single(at("3.2.1"))))).toBe("3.1.2:value");
    expect(told(ctrl("ArrowUp", single(at("1"))))).toBe("1:value");
    expect(told(ctrl("ArrowRight", single(at("3.1.1"))))).toBe("3.1.1:previous");
  });

  it("with Shift draws the block out and leaves the cursor", () => {
    const drawn = move({ key: "ArrowDown", shift: true, ctrl: true }, single(at("3.1")), sheet, 10);
    expect(drawn).toEqual({ active: at("3.1"), anchor: at("3.1"), head: at("3.1.2") });
  });
});

describe("Enter and Tab", () => {
  it("pass over what cannot be written: Enter over headings, Tab over last year too", () => {
    expect(told(step("enter", false, single(at("2.2.5")), sheet))).toBe("3.1:value");
    expect(told(step("enter", true, single(at("3.1")), sheet))).toBe("2.2.5:value");
    expect(told(step("tab", false, single(at("3.1.1")), sheet))).toBe("3.1.2:value");
    expect(told(step("tab", true, single(at("3.1")), sheet))).toBe("2.2.5:value");
  });

  it("stay at the ends of the table", () => {
    expect(told(step("tab", true, single(at("1.1")), sheet))).toBe("1.1:value");
    expect(told(step("enter", false, single(at("9.3")), sheet))).toBe("9.3:value");
  });

  it("Enter returns to the column where the run of Tab began", () => {
    expect(told(step("enter", false, single(at("3.1.1", "previous")), sheet, "value"))).toBe("3.1.2:value");
  });

  it("Enter stays in cells that the row has, where rows stand under heads of their own", () => {
    const matrix = fixtureForm("matrix").tables.get("services") ?? expect.fail("no table");
    const rows = gridOf(matrix, blankCells(matrix));
    const blocks = sheetOf(rows, rows.rows);
    const held = (from: string, column: string) => told(step("enter", false, single(at(from, column)), blocks));
    expect([held("1.1", "visitors"), held("1.2", "visitors"), held("2.1", "visitors")]).toEqual([
      "1.2:visitors",
      "2.1:visitors",
      "3.1:spent",
    ]);
  });

  it("go round a block and keep it", () => {
    const all = block("3.1.1", "3.1.3");
    const next = step("enter", false, all, sheet);
    expect(next).toEqual({ ...all, active: at("3.1.2") });
    expect(told(step("enter", true, all, sheet))).toBe("3.1.3:value");
    expect(told(step("enter", false, { ...all, active: at("3.1.3") }, sheet))).toBe("3.1.1:value");
  });

  it("in a block visit only what can be written, unless nothing can", () => {
    const wide = block("3.1.1", "3.1.2", ["value", "previous"]);
    expect(told(step("tab", false, wide, sheet))).toBe("3.1.2:value");
    const old = block("3.1.1", "3.1.2", ["previous", "previous"]);
    expect(told(step("tab", false, old, sheet))).toBe("3.1.2:previous");
  });
});
