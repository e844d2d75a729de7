import { expect, it } from "vitest";
import { torture } from "./rounds.ts";

it("everything that was acknowledged is there after kill -9, exactly and in order", { timeout: 240_000 }, async () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const sum = await torture(25, seed);
  console.log(`seed ${seed}: ${JSON.stringify(sum)}`);
  expect(sum.rounds).toBe(25);
  expect(sum.acknowledged).toBeGreaterThan(0);
});
