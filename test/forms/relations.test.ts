import { describe, expect, it } from "vitest";
import { check } from "../../src/core/checks/check.ts";
import { exampleReport } from "../../src/core/checks/examples.ts";
import { explain } from "../../src/core/checks/explain.ts";
import type { Form, TableOfForm } from "../../src/core/form/form.ts";
import type { Example, Relation } from "../../src/core/form/schema.ts";
import { fixtureForm, shippedForms } from "../support/forms.ts";

const forms = [...shippedForms, fixtureForm("quarterly"), fixtureForm("matrix")];
const tables = forms.flatMap((form) =>
  [...form.tables.values()].map((table) => ({ form, table, name: `${form.id} ${table.form.key}` })),
);

function saidBy(form: Form, table: TableOfForm, relation: Relation, example: Example) {
  return check(exampleReport(form, table, example, relation), form).filter(({ code }) => code === relation.code);
}

describe.each(tables)("relations of $name", ({ form, table }) => {
  const { relations } = table.form;
  const said = (relation: Relation, example: Example) => saidBy(form, table, relation, example);

  it("each has passing and failing examples", () => {
    for (const { code, examples } of relations) {
      expect(examples.passes.length, code).toBeGreaterThan(0);
      expect(examples.fails.length, code).toBeGreaterThan(0);
    }
  });

  it.each(relations.map((relation) => [relation.code, relation] as const))(
    "%s is silent on what passes",
    (_, relation) => {
      for (const example of relation.examples.passes)
        expect(said(relation, example), JSON.stringify(example)).toEqual([]);
    },
  );

  it.each(relations.map((relation) => [relation.code, relation] as const))(
    "%s speaks on what fails",
    (code, relation) => {
      for (const example of relation.examples.fails) {
        const [finding, ...others] = said(relation, example);
        expect(finding, JSON.stringify(example)).toMatchObject({ code, severity: relation.severity });
        expect(others).toEqual([]);
        expect(finding?.text).not.toMatch(/[{}]|undefined|NaN/);
        expect(finding?.cells.length).toBeGreaterThan(0);
        expect(finding?.liftable ?? false).toBe(relation.liftable ?? false);
      }
    },
  );

  it("each is explained with an example in its own words", () => {
    for (const relation of relations) {
      const explanation = explain(relation.code, [form]);
      expect(explanation).toMatchObject({ title: relation.title, severity: relation.severity, basis: relation.basis });
      expect(explanation?.example).toMatch(/^[^{}]*\d[^{}]*[。？]$/);
    }
  });

  it("no sentence for a clerk has half-width punctuation between Chinese characters", () => {
    for (const { title, explain: why, basis, text } of relations) {
      for (const sentence of [title, why, basis, text]) expect(sentence).not.toMatch(/[\u4e00-\u9fff}][,:;?!]/);
    }
  });
});
