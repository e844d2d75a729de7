import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { move } from "../grid/keys.ts";
import type { Selection } from "../state/ui.ts";
import { form, report } from "./fixture.ts";
import { asTsv, blockOf, summary } from "./selection.ts";
import { viewOf } from "./view.ts";

const values = { "3.1.1": "5", "3.1.2": "0.1", "3.1.3": "0.2", "3.1.4": null };
const { grid } = viewOf(report(values, { "3.1.1": "4" }), form());
if (!grid) throw new Error("no grid");
const rows = grid.rows;
const at = (row: string, column = "value") => ({ row, column });
const from = (a: string, b: string): Selection => ({ anchor: at(a), active: at(b) });
const blockOfRows = (a: string, b: string) => blockOf(from(a, b), rows, grid) ?? expect.fail("no block");

describe("a selection", () => {
  it("counts and adds exactly, whichever corner came first", () => {
    expect(summary(blockOfRows("3.1.2", "3.1.3"), rows, grid)).toEqual({ count: 2, sum: "0.3" });
    expect(summary(blockOfRows("3.1.4", "3.1.1"), rows, grid)).toEqual({ count: 4, sum: "5.3" });
  });

  it("passes over heading rows", () => {
    expect(summary(blockOfRows("3", "3.1.1"), rows, grid).count).toBe(2);
  });

  it("is copied as lines and tabs, blank as nothing", () => {
    expect(asTsv(blockOfRows("3.1.3", "3.1.4"), rows, grid)).toBe("0.2\n");
    const wide =
      blockOf({ anchor: at("3.1.1"), active: at("3.1.2", "previous") }, rows, grid) ?? expect.fail("no block");
    expect(asTsv(wide, rows, grid)).toBe("5\t4\n0.1\t0");
  });

  it("stays inside the table whatever keys are pressed", () => {
    const keys = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End", "PageUp", "PageDown"];
    const press = fc.record({ key: fc.constantFrom(...keys), shift: fc.boolean(), ctrl: fc.boolean() });
    fc.assert(
      fc.property(fc.array(press, { maxLength: 40 }), (presses) => {
        let selection = from("3.1.1", "3.1.1");
        for (const one of presses) {
          selection = move(one, selection, rows, grid, 12) ?? expect.fail(one.key);
          expect(grid.byId.has(selection.active.row)).toBe(true);
          if (!one.shift) expect(selection.anchor).toEqual(selection.active);
        }
      }),
    );
  });

  it("does not take a key that moves nothing", () => {
    expect(move({ key: "a", shift: false, ctrl: false }, from("3", "3"), rows, grid, 9)).toBeNull();
  });
});
