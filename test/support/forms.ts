import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Form } from "../../src/core/form/form.ts";
import { loadForm } from "../../src/core/form/load.ts";
import { loadPreset, type Preset } from "../../src/core/paper/preset.ts";

export const REPO = join(import.meta.dirname, "..", "..");

export function formFrom(...path: string[]): Form {
  const result = loadForm(JSON.parse(readFileSync(join(REPO, ...path), "utf8")));
  if (!result.ok) throw new Error(`${path.join("/")}: ${JSON.stringify(result.faults)}`);
  return result.form;
}

/** The form of 2014–2018, as shipped. */
export const form2014 = formFrom("resources", "forms", "gongkai-2014.json");

/** Every form that is shipped, by name. */
export const shippedForms: readonly Form[] = readdirSync(join(REPO, "resources", "forms"))
  .sort()
  .map((name) => formFrom("resources", "forms", name));

/** A made-up form of the tests. */
export function fixtureForm(name: string): Form {
  return formFrom("test", "fixtures", "forms", `${name}.json`);
}

/** A form that is shipped. */
export function formNamed(name: string): Form {
  return formFrom("resources", "forms", `${name}.json`);
}

export function shippedPreset(): Preset {
  const result = loadPreset(JSON.parse(readFileSync(join(REPO, "resources", "presets", "guobiao.json"), "utf8")));
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.preset;
}
