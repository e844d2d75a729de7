import { describe, expect, it } from "vitest";
import { explain } from "../../src/core/checks/explain.ts";
import { form2014, formFrom } from "../support/forms.ts";

const quarterly = formFrom("test", "fixtures", "forms", "quarterly.json");

describe("explain", () => {
  it.each([
    ["table-missing", "warning", /没有找到/],
    ["blank-cells", "warning", /有 1 格空白/],
    ["negative", "error", /-3/],
    ["not-integer", "error", /3\.5/],
    ["too-many-decimals", "error", /小数位数过多/],
    ["year-on-year", "ask", /上年是 2/],
  ])("%s of every form", (code, severity, example) => {
    const explanation = explain(code, [form2014]);
    expect(explanation).toMatchObject({ code, severity });
    expect(explanation?.example).toMatch(example);
    for (const text of [explanation?.title, explanation?.meaning, explanation?.basis, explanation?.advice]) {
      expect(text).toMatch(/[\u4e00-\u9fff]/);
    }
  });

  it("a relation of whichever form has it", () => {
    expect(explain("half-year", [form2014])).toBeNull();
    expect(explain("half-year", [form2014, quarterly])).toMatchObject({
      severity: "error",
      title: "合计等于两个季度之和",
    });
  });

  it("says of an error that a reason can lift how to lift it", () => {
    expect(explain("sum-3.3.4", [form2014])?.advice).toContain("写明理由");
    expect(explain("of-which-3.3.4", [form2014])?.advice).not.toContain("写明理由");
  });

  it("what cannot be checked, only where that can happen", () => {
    expect(explain("sum-3.1.unknown", [form2014])).toMatchObject({ severity: "info" });
    expect(explain("closed-equals-replied.unknown", [form2014])).not.toBeNull();
    expect(explain("of-which-1.1.a.unknown", [form2014])).toBeNull();
    expect(explain("training-halves.unknown", [form2014])).toBeNull();
  });

  it.each(["", "nothing", "sum-3.1.unknown.unknown", "1.1"])("%j is no code", (code) => {
    expect(explain(code, [form2014, quarterly])).toBeNull();
  });
});
