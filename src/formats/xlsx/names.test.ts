import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellName, columnIndex, columnName, formatArea, parseAreas } from "./names.ts";

describe("names of cells", () => {
  it.each([
    [0, "A"],
    [25, "Z"],
    [26, "AA"],
    [16383, "XFD"],
  ])("column %d is %s", (index, letters) => {
    expect(columnName(index)).toBe(letters);
    expect(columnIndex(letters)).toBe(index);
  });
  it("counts rows from one", () => {
    expect(cellName(4, 2)).toBe("C5");
  });
});

describe("areas", () => {
  it("reads quoted and plain sheet names, single cells and lists", () => {
    expect(parseAreas("统计表!$A$5:$C$70,'a''b, c'!$B$2")).toEqual([
      { sheet: "统计表", top: 4, left: 0, bottom: 69, right: 2 },
      { sheet: "a'b, c", top: 1, left: 1, bottom: 1, right: 1 },
    ]);
  });
  it("finds none in other references", () => {
    for (const other of ["", "#REF!", "正文!#REF!", "42", "SUM(1,2)"]) expect(parseAreas(other)).toEqual([]);
  });
  it("reads back what it writes", () => {
    const place = fc.record({ row: fc.nat(1_048_575), column: fc.nat(16_383) });
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 31 }), place, place, (sheet, a, b) => {
        const area = { sheet, top: a.row, left: a.column, bottom: b.row, right: b.column };
        expect(parseAreas(formatArea(area))).toEqual([area]);
      }),
    );
  });
});
