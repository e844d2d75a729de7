import { expect, it } from "vitest";
import { Cases } from "./cases.ts";
import { fuzz } from "./fuzz.ts";
import { KeptReader } from "./kept-reader.ts";

/** Always the same files; `npm run fuzz` reads others each time. */
const SEED = 2018;
const CASES = 300;
/** What goes round in circles does not end later either. */
const PATIENCE_MS = 60_000;

it("a spoilt file is read without loss or refused in one sentence, inside the limits", {
  timeout: 240_000,
}, async () => {
  const reader = new KeptReader(PATIENCE_MS);
  try {
    const { counts, faults } = await fuzz(await Cases.of(SEED), reader, {
      from: 0,
      count: CASES,
      lanes: 1,
      tell: () => {},
    });
    expect(faults).toEqual([]);
    expect(counts.read + counts.refused).toBe(CASES);
    // Neither that all are refused nor that none is: the spoiling reaches the readers.
    expect(counts.read).toBeGreaterThan(CASES / 4);
    expect(counts.refused).toBeGreaterThan(CASES / 10);
  } finally {
    reader.close();
  }
});

it("a case is known by its seed and number alone", async () => {
  const [first, second] = [await Cases.of(SEED), await Cases.of(SEED)];
  for (const number of [0, 17, 299]) expect(second.make(number)).toEqual(first.make(number));
  expect((await Cases.of(SEED + 1)).make(0)).not.toEqual(first.make(0));
});
