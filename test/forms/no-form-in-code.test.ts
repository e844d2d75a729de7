import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { plainLabel } from "../../src/core/form/form.ts";
import { REPO, shippedForms } from "../support/forms.ts";

/** Shorter names are words of the language: 其他, 总计, 规章. */
const SHORTEST = 6;

/** What only the form files may say: their ids, and the names of their sections, rows and columns. */
const words = new Set(
  shippedForms.flatMap(({ id, file }) => [
    id,
    ...[
      ...file.sections.map(({ title }) => title),
      ...file.tables.flatMap(({ rows, columns, corner = "" }) => [
        corner,
        ...rows.map(({ label }) => plainLabel(label)),
        ...columns.map(({ label }) => label),
      ]),
    ].filter((name) => name.length >= SHORTEST),
  ]),
);

const sources = readdirSync(join(REPO, "src"), { recursive: true, encoding: "utf8" }).filter(
  (name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|fixture\.ts$/.test(name),
);

it("no code knows a form: neither its name nor what it calls things", () => {
  expect(sources.length).toBeGreaterThan(200);
  const found = sources.flatMap((name) => {
    const code = readFileSync(join(REPO, "src", name), "utf8").replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
    return [...words].filter((word) => code.includes(word)).map((word) => `${name}: ${word}`);
  });
  expect(found).toEqual([]);
});
