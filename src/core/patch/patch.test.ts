import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { form2014 } from "../../../test/support/forms.ts";
import { reportOf } from "../../../test/support/reports.ts";
import { applyEdit } from "../edit/apply.ts";
import type { Report } from "../report/report.ts";
import { applyPatch } from "./apply.ts";
import { diff } from "./diff.ts";
import { isJson, type Json, type Patch } from "./patch.ts";

const plain = (value: unknown): Json => JSON.parse(JSON.stringify(value));
/** As the store keeps it: through text. */
const kept = (patch: Patch): Patch => JSON.parse(JSON.stringify(patch));

/** Any value, and one that was made from it by changes here and there. */
const value = fc.jsonValue({ noUnicodeString: false, maxDepth: 5 }).map(plain);
const pair = fc
  .tuple(value, value, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })))
  .map(([before, other, dice]) => ({ before, after: plain(mixed(before, other, dice)) }));

/** Some parts of one value replaced by parts of another, left out, doubled or moved. */
function mixed(one: Json, other: Json, dice: IterableIterator<number>): Json {
  const roll: number = dice.next().value ?? 0;
  if (roll < 0.1) return other;
  if (typeof one === "string") {
    const at = Math.floor(roll * one.length);
    return roll < 0.5 ? one.slice(0, at) + JSON.stringify(other) + one.slice(at) : one.slice(0, at) + one.slice(at + 1);
  }
  if (Array.isArray(one)) {
    const items = one.flatMap((item: Json): Json[] => {
      const next = dice.next().value ?? 0;
      if (next < 0.1) return [];
      return next < 0.2 ? [item, other] : [mixed(item, other, dice)];
    });
    return roll > 0.9 ? items.reverse() : items;
  }
  if (typeof one === "object" && one !== null) {
    const entries = Object.entries(one).flatMap(([key, item]): [string, Json][] => {
      const next = dice.next().value ?? 0;
      if (next < 0.1) return [];
      return next < 0.2
        ? [
            ["new", other],
            [key, item],
          ]
        : [[key, mixed(item, other, dice)]];
    });
    return Object.fromEntries(roll > 0.9 ? entries.reverse() : entries);
  }
  return one;
}

describe("a patch", () => {
  it("gives the value after again, the order of keys included", () => {
    fc.assert(
      fc.property(pair, ({ before, after }) => {
        const copy = plain(before);
        const made = applyPatch(before, kept(diff(before, after)));
        expect(JSON.stringify(made)).toBe(JSON.stringify(after));
        expect(made).toEqual(after);
        // The value before is still needed.
        expect(before).toEqual(copy);
      }),
      { numRuns: 2_000 },
    );
  });

  it("is empty for the same value, and only then", () => {
    fc.assert(
      fc.property(pair, ({ before, after }) => {
        expect(diff(before, plain(before))).toEqual({});
        if (JSON.stringify(before) !== JSON.stringify(after)) expect(diff(before, after)).not.toEqual({});
      }),
    );
  });

  it("cuts through a character of two units and is whole again after text", () => {
    const [before, after] = ["\u{1f600}", "\u{1f601}"];
    expect(diff(before, after)).toEqual({ s: [1, 1, "\ude01"] });
    expect(applyPatch(before, kept(diff(before, after)))).toBe(after);
  });

  it("takes a key called __proto__ for a key", () => {
    const [before, after] = [JSON.parse('{"__proto__":1}'), JSON.parse('{"__proto__":{"a":2},"b":[]}')];
    expect(JSON.stringify(applyPatch(before, kept(diff(before, after))))).toBe(JSON.stringify(after));
  });

  it("refuses a value that it was not made for", () => {
    const patches: [Json, Patch][] = [
      [1, { s: [0, 0, "a"] }],
      ["a", { s: [0, 2, ""] }],
      ["a", { i: [[0, {}]] }],
      [[], { i: [[0, {}]] }],
      [[], { l: [0, 1, []] }],
      [[], { k: {} }],
      [{}, { o: ["a"] }],
    ];
    for (const [before, patch] of patches) expect(() => applyPatch(before, patch)).toThrow(TypeError);
  });
});

describe("what is JSON", () => {
  it("is read back the same, and nothing else is", () => {
    fc.assert(
      fc.property(fc.anything({ withDate: true, withMap: true, withSparseArray: true }), (value) => {
        const text = JSON.stringify(value);
        // A key called __proto__ is a prototype in an object that is written down by hand, and a key in one that is read.
        fc.pre(!String(text).includes("__proto__"));
        if (!isJson(value)) return;
        expect(JSON.parse(text)).toStrictEqual(value);
      }),
    );
    fc.assert(
      fc.property(value, (json) => {
        expect(isJson(json)).toBe(true);
      }),
    );
  });

  it.each([[{ a: undefined }], [[, 1]], [new Date(0)], [Number.NaN], [-0], [new Map()], [Object.create(null)], [1n]])(
    "is not %o",
    (odd) => {
      expect(isJson({ content: [odd] })).toBe(false);
    },
  );
});

describe("the patch of a report", () => {
  const [report] = fc.sample(reportOf(form2014), { numRuns: 1, seed: 11 });
  if (!report) throw new Error("no report");
  const size = (after: Report) => JSON.stringify(diff(plain(report), plain(after))).length;

  it("is about as long as what was typed", () => {
    const sections = report.sections.map((section, i) =>
      i === 1
        ? {
            ...section,
            paragraphs: [...section.paragraphs.slice(0, 1), "新写的一段。", ...section.paragraphs.slice(1)],
          }
        : section,
    );
    expect(size({ ...report, sections })).toBeLessThan(100);
  });

  it("names the one cell that was filled in", () => {
    const cell = report.tables[0]?.cells[20];
    if (!cell) throw new Error("no cell");
    const { row, column } = cell;
    const after = applyEdit(report, {
      kind: "cells",
      table: "statistics",
      changes: [{ row, column, before: cell, after: { ...cell, state: "number", value: "160.5964" } }],
    });
    expect(size(after)).toBeLessThan(120);
    expect(applyPatch(plain(report), kept(diff(plain(report), plain(after))))).toEqual(plain(after));
  });
});
