import { expect, it } from "vitest";
import { clock, exactly, moment } from "./moment.ts";

const now = new Date(2018, 2, 5, 14, 30);

it.each([
  [new Date(2018, 2, 5, 14, 3), "今天 14:03"],
  [new Date(2018, 2, 4, 23, 59), "昨天 23:59"],
  [new Date(2018, 0, 8, 9, 5), "1月8日 09:05"],
  [new Date(2017, 11, 31, 9, 5), "2017年12月31日"],
])("%s is said as %s", (at, said) => {
  expect(moment(at.toISOString(), now)).toBe(said);
});

it("shows the second of a save", () => {
  expect(clock(new Date(2018, 2, 5, 14, 3, 2).toISOString())).toBe("14:03:02");
  expect(clock("never")).toBe("");
});

it("says a moment to the second with its day", () => {
  expect(exactly(new Date(2018, 2, 5, 14, 3, 2).toISOString(), now)).toBe("今天 14:03:02");
  expect(exactly(new Date(2018, 0, 8, 9, 5, 7).toISOString(), now)).toBe("1月8日 09:05:07");
  expect(exactly(new Date(2017, 11, 31, 9, 5, 7).toISOString(), now)).toBe("2017年12月31日 09:05:07");
});
