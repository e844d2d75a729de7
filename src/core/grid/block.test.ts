import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { form2014, formFrom } from "../../../test/support/forms.ts";
import type { Form } from "../form/form.ts";
import type { Cell } from "../report/report.ts";
import { trimText } from "../text/fold.ts";
import { blockOf, clear, fill, fillDown, fillZero, moveBlock, pasteBlock } from "./paste.ts";
import { drawnTo, type Range, targetOf } from "./range.ts";
import { type Sheet, write } from "./sheet.ts";

const quarterly = formFrom("test", "fixtures", "forms", "quarterly.json");

function sheetOf(form: Form, values: Readonly<Record<string, string>> = {}): Sheet {
  const [table] = form.tables.values();
  if (!table) throw new Error("no table");
  const cellAt = (row: string, column: string): Cell => {
    const value = values[`${row}:${column}`] ?? null;
    return { row, column, label: row, unit: "", state: value === null ? "blank" : "number", value };
  };
  return { table, rows: table.form.rows.map(({ id }) => id), columns: [...table.columns.keys()], cellAt };
}

const at = (sheet: Sheet, row: string, column = 0, rows = 1, columns = 1): Range => {
  const top = sheet.rows.indexOf(row);
  return { top, left: column, bottom: top + rows - 1, right: column + columns - 1 };
};
const told = ({ changes }: ReturnType<typeof clear>) =>
  changes.map(({ row, column, after }) => `${row}:${column}=${after?.value ?? after?.raw ?? ""}`);

describe("a typed text", () => {
  const typed = (text: string) => write(sheetOf(form2014), "1.1", "value", text);

  it.each([
    ["７", "7"],
    ["7条", "7"],
    ["七", "7"],
    ["1,234", "1234"],
  ])("%s becomes the number, with a hint and nothing left over", (text, value) => {
    const { change, hint } = typed(text);
    expect(change?.after).toMatchObject({ state: "number", value });
    expect(change?.after?.raw).toBeUndefined();
    expect(hint).toContain(`读作 ${value}`);
  });

  it("says nothing of what is read as it stands, and changes nothing that is the same", () => {
    expect(typed("7").hint).toBeNull();
    expect(typed("").change).toBeNull();
  });

  it("never drops what is no number", () => {
    expect(typed("数据待定").change?.after).toMatchObject({ state: "blank", value: null, raw: "数据待定" });
    fc.assert(
      fc.property(fc.string(), (text) => {
        const after = typed(text).change?.after;
        if (trimText(text) === "") expect(after).toBeUndefined();
        else expect(after?.value ?? after?.raw).toBeTypeOf("string");
      }),
    );
  });
});

describe("a pasted block", () => {
  const sheet = sheetOf(quarterly);

  it("keeps its size, over any number of columns", () => {
    const edit = pasteBlock(sheet, at(sheet, "1.1.1"), [
      ["1", "2"],
      ["3", "4"],
    ]);
    expect(told(edit)).toEqual(["1.1.1:q1=1", "1.1.1:q2=2", "1.1.2:q1=3", "1.1.2:q2=4"]);
  });

  it("fills a selection that it fits a whole number of times", () => {
    expect(told(pasteBlock(sheet, at(sheet, "1.1.1", 0, 2, 2), [["0"]]))).toHaveLength(4);
    expect(targetOf({ top: 0, left: 0, bottom: 2, right: 0 }, { rows: 2, columns: 1 })).toMatchObject({ bottom: 1 });
  });

  it("says what found no place, and leaves header rows and what is beyond the table alone", () => {
    const onHeader = pasteBlock(sheet, at(sheet, "1"), [["9"], ["7"]]);
    expect([told(onHeader), onHeader.refused]).toEqual([["1.1:q1=7"], ["9"]]);
    const beyond = pasteBlock(sheet, at(sheet, "2", 2), [
      ["1", "2"],
      ["3", "4"],
    ]);
    expect([told(beyond), beyond.refused]).toEqual([["2:total=1"], ["2", "3", "4"]]);
    expect(beyond.range).toEqual(at(sheet, "2", 2));
  });

  it("writes nothing into last year", () => {
    const own = sheetOf(form2014);
    const edit = pasteBlock(own, at(own, "1.1", own.columns.indexOf("previous")), [["5"]]);
    expect([edit.changes, edit.refused]).toEqual([[], ["5"]]);
  });

  it("copied from the sheet, pasted on the same place, changes nothing", () => {
    const filled = sheetOf(quarterly, { "1.1.1:q1": "3", "1.2:q2": "0.5" });
    const all = at(filled, "1", 0, filled.rows.length, 3);
    expect(pasteBlock(filled, all, blockOf(filled, all))).toMatchObject({ changes: [], refused: [] });
  });
});

describe("filling", () => {
  const sheet = sheetOf(quarterly, { "1.1.1:q1": "3", "1.1.2:q1": "4" });

  it("repeats the first row downwards", () => {
    expect(told(fillDown(sheet, at(sheet, "1.1.1", 0, 4)))).toEqual(["1.1.2:q1=3", "1.1.3:q1=3", "1.2:q1=3"]);
  });

  it("by the handle goes on with the pattern, upwards too", () => {
    const from = at(sheet, "1.1.1", 0, 2);
    expect(told(fill(sheet, from, drawnTo(from, from.bottom + 2, 0)))).toEqual(["1.1.3:q1=3", "1.2:q1=4"]);
    expect(told(fill(sheet, from, drawnTo(from, from.top - 1, 0)))).toEqual(["1.1:q1=4"]);
    expect(told(fill(sheet, from, drawnTo(from, from.top, 1)))).toEqual(["1.1.1:q2=3", "1.1.2:q2=4"]);
  });

  it("down: one row becomes as the one above it; headings give nothing and take nothing", () => {
    expect(told(fillDown(sheet, at(sheet, "1.1.3")))).toEqual(["1.1.3:q1=4"]);
    const over = fillDown(sheet, at(sheet, "1", 0, 3));
    expect([told(over), over.refused]).toEqual([[], []]);
  });

  it("moves what was cut; where something finds no place, all of it stays as well", () => {
    expect(told(moveBlock(sheet, at(sheet, "1.1.1", 0, 2), at(sheet, "1.1.2")))).toEqual([
      "1.1.1:q1=",
      "1.1.2:q1=3",
      "1.1.3:q1=4",
    ]);
    const refused = moveBlock(sheet, at(sheet, "1.1.1", 0, 2), at(sheet, "2", 2));
    expect([told(refused), refused.refused]).toEqual([["2:total=3"], ["4"]]);
  });

  it("puts 0 only where nothing stands, and clears only what can be written", () => {
    expect(told(fillZero(sheet, at(sheet, "1.1", 0, 3)))).toEqual(["1.1:q1=0"]);
    expect(told(clear(sheet, at(sheet, "1", 0, 4)))).toEqual(["1.1.1:q1=", "1.1.2:q1="]);
  });
});
