import { expect, it } from "vitest";
import { day } from "./day.ts";

it("is the day on this machine's clock, and other texts as they stand", () => {
  expect(day(new Date(2019, 0, 10, 23, 59).toISOString())).toBe("2019年1月10日");
  expect(day(new Date(2019, 0, 10, 0, 1).toISOString())).toBe("2019年1月10日");
  expect(day("去年底")).toBe("去年底");
});
