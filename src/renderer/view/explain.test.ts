import { describe, expect, it } from "vitest";
import { fixtureForm } from "../../../test/support/forms.ts";
import { formulaOf, relationsOf } from "./explain.ts";
import { form } from "./fixture.ts";

const table = form().tables.get("statistics") ?? expect.fail("no table");

/** Brackets of either width, so that the form's data may use the official ones. */
function formulas(row: string): (string | null)[] {
  return relationsOf(table, row).map((relation) => formulaOf(table, relation, row) ?? null);
}

describe("the relations of a row as formulas", () => {
  it("call the parts of a total by their own numbers", () => {
    expect(formulas("3.1.1")).toEqual(["三（一） = 1 + 2 + 3 + 4"]);
    expect(formulas("8.3.2")).toEqual(["八（三） = 1 + 2"]);
  });

  it("tell rows without numbers by how many they are, or by name", () => {
    expect(formulas("3.3.4.b")).toContain("三（三）4 = 其中 6 项合计");
    expect(formulas("1.1.a")[0]).toBe("主动公开规范性文件数 ≤ 一（一）");
  });

  it("name the row itself where a relation holds for several", () => {
    expect(formulas("1.2.2")[0]).toBe("一（二）2 ≤ 一（一）");
  });

  it("name columns where a relation is about columns, and last year's where it looks back", () => {
    const matrix = fixtureForm("matrix");
    const all = [...matrix.tables.values()].flatMap((own) =>
      own.valueRows.flatMap((row) =>
        relationsOf(own, row.id).map((relation) => formulaOf(own, relation, row.id) ?? ""),
      ),
    );
    expect(all).toContain("合计 = 成人 + 学生 + 教师");
    expect(all.filter((formula) => /\$|undefined|= {2}|\+ {2}/.test(formula))).toEqual([]);
  });

  it("are those of the cell alone, where a column is named", () => {
    const matrix = fixtureForm("matrix");
    const disputes = matrix.tables.get("disputes") ?? expect.fail("no table");
    const columns = disputes.currentColumns.map(({ key }) => key);
    const counts = columns.map((column) => relationsOf(disputes, "1", column).length);
    expect(relationsOf(disputes, "1").length).toBeGreaterThan(Math.max(...counts));
    expect(Math.min(...counts)).toBeGreaterThan(0);
  });

  it("leave out contradictions, which have no formula", () => {
    expect(formulas("9.2")).toContain(null);
  });
});
