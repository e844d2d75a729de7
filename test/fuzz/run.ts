import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { ApartReader } from "./apart-reader.ts";
import { Cases } from "./cases.ts";
import { fuzz } from "./fuzz.ts";
import { KeptReader } from "./kept-reader.ts";

/**
 * `npm run fuzz -- --cases 20000 --seed 7 --kind docx`: see README.md. `--case 123` makes one case again, `--save FILE`
 * keeps its bytes, `--kept` reads in one plain process instead of in the program's own.
 */
const { values } = parseArgs({
  options: {
    cases: { type: "string", default: "20000" },
    seed: { type: "string" },
    kind: { type: "string" },
    case: { type: "string" },
    save: { type: "string" },
    kept: { type: "boolean", default: false },
  },
});
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
const only = values.case === undefined ? null : Number(values.case);
const count = only === null ? Number(values.cases) : 1;
if (![seed, count, only ?? 0].every(Number.isInteger)) throw new Error("--cases, --seed and --case take whole numbers");

const cases = await Cases.of(seed, values.kind);
console.log(`seed ${seed}, ${count} cases over ${cases.kinds.length} kinds`);
if (only !== null && values.save !== undefined) writeFileSync(values.save, cases.make(only).bytes);
const began = Date.now();
const reader = values.kept ? new KeptReader() : await ApartReader.start();
try {
  const sum = await fuzz(cases, reader, {
    from: only ?? 0,
    count,
    lanes: values.kept ? 1 : 2,
    tell: (line) => console.log(`${Math.round((Date.now() - began) / 1000)} s: ${line}`),
  });
  console.log(JSON.stringify(sum.counts));
  process.exitCode = sum.faults.length === 0 ? 0 : 1;
} finally {
  reader.close();
}
