import { describe, expect, it } from "vitest";
import { check } from "../../src/core/checks/check.ts";
import { exampleReport } from "../../src/core/checks/examples.ts";
import { explain } from "../../src/core/checks/explain.ts";
import type { Statement } from "../../src/core/form/schema.ts";
import { fixtureForm, shippedForms } from "../support/forms.ts";

const ids = new Set(shippedForms.map(({ id }) => id));
const forms = [
  ...shippedForms,
  ...["gongkai-2019", "gongkai-2021"].filter((id) => !ids.has(id)).map((id) => fixtureForm(id)),
];
const statements = forms.flatMap((form) =>
  [...form.tables.values()].flatMap((table) =>
    (table.form.statements ?? []).map((statement) => ({
      name: `${form.id} ${statement.code}`,
      form,
      table,
      statement,
      said: ({ says, cells }: Statement["examples"]["passes"][number]) =>
        check(exampleReport(form, table, cells, undefined, says), form).filter(({ code }) => code === statement.code),
    })),
  ),
);

describe("what a text says of the table", () => {
  it.each(statements)("$name is silent where both agree, and on what it does not mean", ({ statement, said }) => {
    for (const example of statement.examples.passes) expect(said(example), example.says).toEqual([]);
  });

  it.each(statements)("$name speaks where they do not, at the number in the text", ({ statement, said }) => {
    for (const example of statement.examples.fails) {
      const [finding, ...others] = said(example);
      expect(finding, example.says).toMatchObject({ code: statement.code, severity: statement.severity });
      expect(others).toEqual([]);
      expect(finding?.text).toMatch(/^正文写“.+”，表内.+为 \d.*。$/);
      expect(finding?.cells.length).toBeGreaterThan(0);
      expect(finding?.expected).not.toBe(finding?.actual);
      const quote = /“(.+?)”/.exec(finding?.text ?? "")?.[1] ?? "?";
      expect(example.says.slice(finding?.offset)).toMatch(new RegExp(`^${quote}`));
    }
  });

  it.each(statements)("$name is explained with an example in its own words", ({ form, statement }) => {
    const explanation = explain(statement.code, [form]);
    expect(explanation).toMatchObject({ title: statement.title, severity: statement.severity });
    expect(explanation?.example).toMatch(/^正文写/);
  });
});
