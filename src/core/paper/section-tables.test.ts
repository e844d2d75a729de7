import { expect, it } from "vitest";
import { fixtureForm, form2014 } from "../../../test/support/forms.ts";
import { tablesBehind } from "./section-tables.ts";

const form = fixtureForm("matrix");

function keys(sections: readonly string[], of = form): string[][] {
  return tablesBehind(of, sections).map((tables) => tables.map((table) => table.form.key));
}

it("a table stands behind the section that the form names", () => {
  const sections = form.file.sections.map(({ key }) => key);
  const found = keys(sections);
  for (const { form: table } of form.tables.values()) {
    expect(found[sections.indexOf(table.section ?? "")]).toContain(table.key);
  }
});

it("without its section it stands behind the last one, without any it stands all the same", () => {
  const all = [...form.tables.keys()];
  expect(keys(["local-1", "local-2"])).toEqual([[], all]);
  expect(keys([])).toEqual([all]);
});

it("the table of an annex stands in no section", () => {
  expect(keys(["preamble", "basic-work"], form2014)).toEqual([[], []]);
});
