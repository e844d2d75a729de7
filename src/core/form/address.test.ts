import { describe, expect, it } from "vitest";
import { addressesOf, parseAddress, scopeOf, withMember } from "./address.ts";
import type { CompareRelation, Expression } from "./schema.ts";

function relation(left: Expression, right: Expression, each?: string[]): CompareRelation {
  return {
    kind: "compare",
    code: "r",
    severity: "error",
    title: "t",
    explain: "e",
    basis: "b",
    examples: { passes: [{}], fails: [{}] },
    left,
    is: "<=",
    right,
    text: "x",
    ...(each ? { each } : {}),
  };
}

describe("addresses", () => {
  it("leave out the row or the column that is looked at", () => {
    expect(parseAddress("3.1")).toEqual({ row: "3.1", column: null });
    expect(parseAddress(":total")).toEqual({ row: null, column: "total" });
    expect(parseAddress("3.1:total")).toEqual({ row: "3.1", column: "total" });
  });

  it("$ is each member in turn", () => {
    expect(addressesOf(relation("$", { sum: ["$:x", "b"] }, ["a", "c"]))).toEqual(["a", "a:x", "b", "c", "c:x", "b"]);
    expect(withMember({ number: "0" }, "a")).toEqual({ number: "0" });
    expect(withMember("$", ":total")).toBe(":total");
  });

  it("tell how often a relation holds", () => {
    expect(scopeOf(relation("a", { sum: ["b", "c:x"] }))).toBe("columns");
    expect(scopeOf(relation(":x", { number: "0" }))).toBe("rows");
    expect(scopeOf(relation("a:x", "b:x"))).toBe("once");
    expect(scopeOf(relation("a", ":x"))).toBe("mixed");
    expect(scopeOf(relation("$", "b", [":x"]))).toBe("mixed");
    expect(scopeOf(relation("$", ":y", [":x"]))).toBe("rows");
  });
});
