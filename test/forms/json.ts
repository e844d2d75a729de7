import { readFileSync } from "node:fs";
import { join } from "node:path";
import { REPO } from "../support/forms.ts";

/** The parsed JSON of a file of the repository, fresh at each call, so that a test may spoil it. */
export function jsonAt(...path: string[]): unknown {
  return JSON.parse(readFileSync(join(REPO, ...path), "utf8"));
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
