import { readFileSync } from "node:fs";
import type { Form } from "../../src/core/form/form.ts";
import { loadForm } from "../../src/core/form/load.ts";

const ROOT = new URL("../../", import.meta.url);

/** The parsed JSON of a form file, fresh at each call, so that a test may spoil it. */
export function formJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, ROOT), "utf8"));
}

export const GONGKAI_2014 = "resources/forms/gongkai-2014.json";
export const QUARTERLY = "test/fixtures/forms/quarterly.json";

/** The form of a file that must load. */
export function formAt(path: string): Form {
  const loaded = loadForm(formJson(path));
  if (!loaded.ok) throw new Error(loaded.faults.map(({ place, reason }) => `${place}: ${reason}`).join("\n"));
  return loaded.form;
}

/** A copy of the JSON with one place set; `undefined` takes it away. Places: `"tables.0.rows.3.parent"`. */
export function withPlace(json: unknown, place: string, value: unknown): unknown {
  const copy: unknown = structuredClone(json);
  const steps = place.split(".");
  const last = steps.pop() ?? "";
  let at = copy;
  for (const step of steps) at = Reflect.get(Object(at), step);
  if (value === undefined) Reflect.deleteProperty(Object(at), last);
  else Reflect.set(Object(at), last, value);
  return copy;
}
