import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { move } from "../grid/cursor.ts";
import { type Selection, single } from "../state/ui.ts";
import { form, report } from "./fixture.ts";
import { rangeOf, sheetOf, summary } from "./selection.ts";
import { viewOf } from "./view.ts";

const values = { "3.1.1": "5", "3.1.2": "0.1", "3.1.3": "0.2", "3.1.4": null };
const [table] = viewOf(report(values, { "3.1.1": "4" }), form()).tables;
if (!table) throw new Error("no table");
const { grid } = table;
const sheet = sheetOf(grid, grid.rows);
const at = (row: string, column = "value") => ({ row, column });
const sum = (from: string, to: string) => {
  const range = rangeOf({ active: at(from), anchor: at(from), head: at(to) }, sheet);
  return summary(range ?? expect.fail("no range"), sheet);
};

describe("a selection", () => {
  it("counts and adds exactly, whichever corner came first", () => {
    expect(sum("3.1.2", "3.1.3")).toEqual({ count: 2, sum: "0.3" });
    expect(sum("3.1.4", "3.1.1")).toEqual({ count: 4, sum: "5.3" });
  });

  it("passes over heading rows", () => {
    expect(sum("3", "3.1.1").count).toBe(2);
  });

  it("is nowhere when its cursor is hidden; a hidden corner is where the cursor is", () => {
    const shown = sheetOf(
      grid,
      grid.rows.filter(({ id }) => !id.startsWith("3.1.")),
    );
    expect(rangeOf(single(at("3.1.1")), shown)).toBeNull();
    const top = shown.rows.indexOf("3.1");
    expect(rangeOf({ active: at("3.1"), anchor: at("3.1"), head: at("3.1.2") }, shown)).toMatchObject({
      top,
      bottom: top,
    });
  });

  it("stays inside the table whatever keys are pressed", () => {
    const keys = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End", "PageUp", "PageDown"];
    const press = fc.record({ key: fc.constantFrom(...keys), shift: fc.boolean(), ctrl: fc.boolean() });
    fc.assert(
      fc.property(fc.array(press, { maxLength: 40 }), (presses) => {
        let selection: Selection = single(at("3.1.1"));
        for (const one of presses) {
          const before = selection;
          selection = move(one, selection, sheet, 12) ?? expect.fail(one.key);
          expect(grid.byId.has(selection.head.row)).toBe(true);
          if (one.shift) expect(selection).toMatchObject({ active: before.active, anchor: before.anchor });
          else expect(selection).toEqual(single(selection.active));
        }
      }),
    );
  });

  it("does not take a key that moves nothing", () => {
    expect(move({ key: "a", shift: false, ctrl: false }, single(at("3")), sheet, 9)).toBeNull();
  });
});
