import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadForm } from "../src/core/form/load.ts";
import { root } from "./outputs.mjs";

/**
 * Tests the form files that the program comes with, once, when it is built.
 *
 * @returns {string[]} the SHA-256 of each file's text, in hex
 * @throws {Error} when one is broken
 */
export function testedForms() {
  const folder = join(root, "resources", "forms");
  return readdirSync(folder).map((name) => {
    const text = readFileSync(join(folder, name), "utf8");
    const loaded = loadForm(JSON.parse(text));
    if (!loaded.ok) throw new Error(`${name}: ${loaded.faults[0]?.place} ${loaded.faults[0]?.reason}`);
    return createHash("sha256").update(text).digest("hex");
  });
}
