import fc from "fast-check";
import { expect, it } from "vitest";
import { DAYS, NEWEST, outdated } from "./rotation.ts";

const copy = (day: number, hour: number) => ({ at: new Date(2019, 0, day, hour) });

it("keeps the newest, and the last one of each of the latest days", () => {
  const copies = Array.from({ length: 30 }, (_, day) => [9, 12, 15].map((hour) => copy(day + 1, hour))).flat();
  const gone = new Set(outdated(copies));
  const kept = copies.filter((one) => !gone.has(one)).map(({ at }) => `${at.getDate()}. ${at.getHours()}`);
  expect(kept.slice(-NEWEST)).toEqual([27, 28, 29, 30].flatMap((day) => [9, 12, 15].map((hour) => `${day}. ${hour}`)));
  expect(kept.slice(0, -NEWEST)).toEqual([17, 18, 19, 20, 21, 22, 23, 24, 25, 26].map((day) => `${day}. 15`));
});

it("never lets go the newest, and never keeps more than both rules ask for", () => {
  const moments = fc.array(fc.date({ min: new Date(2019, 0, 1), max: new Date(2019, 3, 1), noInvalidDate: true }));
  fc.assert(
    fc.property(moments, (dates) => {
      const copies = dates.map((at) => ({ at }));
      const gone = outdated(copies);
      const kept = copies.filter((one) => !gone.includes(one));
      expect(kept.length).toBeGreaterThanOrEqual(Math.min(copies.length, NEWEST));
      expect(kept.length).toBeLessThanOrEqual(NEWEST + DAYS);
      const newest = Math.max(...copies.map(({ at }) => at.getTime()));
      if (copies.length > 0) expect(kept.some(({ at }) => at.getTime() === newest)).toBe(true);
      // What stays when rotated stays when rotated again.
      expect(outdated(kept)).toEqual([]);
    }),
  );
});
