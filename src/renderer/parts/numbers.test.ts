import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitAt } from "./numbers.tsx";

describe("numbers in a sentence", () => {
  it("are found where no other digit touches them", () => {
    expect(splitAt("填 12,合计 11,差 1。", ["12", "11"])).toEqual(["填 ", "12", ",合计 ", "11", ",差 1。"]);
    expect(splitAt("填 112,合计 1.5。", ["12", "1", "5"])).toEqual(["填 112,合计 1.5。"]);
    expect(splitAt("共 3.", ["3"])).toEqual(["共 ", "3", "."]);
  });

  it("take no part of the sentence away", () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.oneof(fc.integer().map(String), fc.string())), (text, numbers) => {
        expect(splitAt(text, numbers).join("")).toBe(text);
      }),
    );
  });
});
