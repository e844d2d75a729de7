import { parseArgs } from "node:util";
import { torture } from "./rounds.ts";

/** `npm run torture -- --rounds 1000 --seed 7`: see rounds.ts. Without a seed there is a new one, and it is said. */
const { values } = parseArgs({
  options: { rounds: { type: "string", default: "1000" }, seed: { type: "string" } },
});
const rounds = Number(values.rounds);
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
if (!Number.isInteger(rounds) || !Number.isInteger(seed)) throw new Error("--rounds and --seed take whole numbers");

console.log(`seed ${seed}, ${rounds} rounds`);
const began = Date.now();
const { databases, acknowledged, unheard, early, copies } = await torture(rounds, seed, (round) => {
  if (round % 100 === 0) console.log(`${round} rounds, ${Math.round((Date.now() - began) / 1000)} s`);
});
console.log(
  `${rounds} rounds over ${databases} databases: ${acknowledged} saves acknowledged, none lost, all exact and in order; ` +
    `${unheard} more were there unheard; ${early} rounds ended before the first; ${copies} copies looked at, all sound`,
);
