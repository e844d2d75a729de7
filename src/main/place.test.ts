import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Area, fitPlace, SMALLEST } from "./place.ts";

const screen: Area = { x: 0, y: 0, width: 1920, height: 1040 };
const right: Area = { x: 1920, y: 0, width: 1280, height: 984 };
const at = (x: number, y: number, width = 1366, height = 768) => ({ x, y, width, height, maximized: false });

describe("the window's place", () => {
  it("is the design size at the first start, or what the screen has", () => {
    expect(fitPlace(null, [screen])).toEqual({ width: 1366, height: 768 });
    expect(fitPlace(null, [{ ...screen, width: 1024, height: 700 }])).toEqual({ width: 1024, height: 700 });
  });

  it("is kept where its screen still is", () => {
    expect(fitPlace(at(2000, 50, 1200, 900), [screen, right])).toEqual({ x: 2000, y: 50, width: 1200, height: 900 });
  });

  it("goes to the middle of the first screen when its own is gone", () => {
    expect(fitPlace(at(2000, 50, 1200, 900), [screen])).toEqual({ width: 1200, height: 900 });
  });

  it("has its title bar within reach, whatever was remembered", () => {
    const size = fc.integer({ min: 1, max: 32_000 });
    const spot = fc.integer({ min: -40_000, max: 40_000 });
    fc.assert(
      fc.property(spot, spot, size, size, (x, y, width, height) => {
        const fitted = fitPlace(at(x, y, width, height), [screen, right]);
        expect(fitted.width).toBeGreaterThanOrEqual(SMALLEST.width);
        expect(fitted.width).toBeLessThanOrEqual(1920);
        expect(fitted.height).toBeLessThanOrEqual(1040);
        if (fitted.x === undefined || fitted.y === undefined) return;
        expect(fitted.y).toBeGreaterThanOrEqual(0);
        expect(fitted.y).toBeLessThan(1040);
        expect(fitted.x + fitted.width).toBeGreaterThan(0);
        expect(fitted.x).toBeLessThan(3200);
      }),
    );
  });
});
