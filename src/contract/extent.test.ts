import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPlainWithin } from "./extent.ts";

const ROOM = { characters: 1_000, values: 1_000, depth: 20 };

const nested = (depth: number): unknown => {
  let value: unknown = "leaf";
  for (let i = 0; i < depth; i += 1) value = i % 2 === 0 ? [value] : { in: value };
  return value;
};

describe("plain data within bounds", () => {
  it("is whatever JSON can say, and bytes", () => {
    expect(isPlainWithin(undefined, ROOM)).toBe(true);
    expect(isPlainWithin({ files: [{ name: "a", bytes: new Uint8Array(5_000) }] }, ROOM)).toBe(true);
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        expect(isPlainWithin(value, { characters: 1e6, values: 1e6, depth: 20 })).toBe(true);
      }),
    );
  });

  it("has each bound exactly", () => {
    expect(isPlainWithin("a".repeat(1_000), ROOM)).toBe(true);
    expect(isPlainWithin("a".repeat(1_001), ROOM)).toBe(false);
    expect(isPlainWithin({ [`${"n".repeat(500)}`]: "v".repeat(500) }, ROOM)).toBe(true);
    expect(isPlainWithin({ [`${"n".repeat(500)}`]: "v".repeat(501) }, ROOM)).toBe(false);
    expect(isPlainWithin(Array(999).fill(0), ROOM)).toBe(true);
    expect(isPlainWithin(Array(1_000).fill(0), ROOM)).toBe(false);
    expect(isPlainWithin(nested(20), ROOM)).toBe(true);
    expect(isPlainWithin(nested(21), ROOM)).toBe(false);
  });

  it("is no ring, no bomb and no list with a length alone", () => {
    const ring: Record<string, unknown> = {};
    ring["left"] = ring;
    ring["right"] = { ring };
    let bomb: unknown[] = [];
    for (let i = 0; i < 19; i += 1) bomb = Array(100).fill(bomb);
    for (const value of [ring, bomb, nested(1_000_000), new Array(4_000_000_000)]) {
      expect(isPlainWithin(value, ROOM)).toBe(false);
    }
  });

  it.each([
    new Date(),
    new Map(),
    new Set(),
    /x/,
    new Error("x"),
    new ArrayBuffer(8),
    new Float64Array(2),
    10n,
    Symbol("x"),
    () => 1,
  ])("is not %s", (value) => {
    expect(isPlainWithin(value, ROOM)).toBe(false);
    expect(isPlainWithin([{ value }], ROOM)).toBe(false);
  });
});
