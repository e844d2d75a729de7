import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadForm } from "../core/form/load.ts";
import type { FormFile } from "../core/form/schema.ts";

/** What was found in the folder of forms: those that are sound, and a sentence for each that is not. */
export interface Forms {
  readonly files: readonly FormFile[];
  readonly refused: readonly string[];
}

/** Reads every `*.json` of the folder. A broken form is refused as a whole and named; the others stand. */
export function readForms(folder: string): Forms {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort();
  const files: FormFile[] = [];
  const refused: string[] = [];
  for (const name of names) {
    const loaded = loadForm(parse(readFileSync(join(folder, name), "utf8")));
    if (loaded.ok) files.push(loaded.form.file);
    else refused.push(`${name}:${loaded.faults.map(({ place, reason }) => `${place} ${reason}`).join(";")}`);
  }
  return { files, refused };
}

/** `undefined`, which no form is, for text that is not JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
