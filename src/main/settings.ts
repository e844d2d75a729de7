import { readFileSync } from "node:fs";
import { z } from "zod";
import { Look, USUAL_LOOK } from "../contract/look.ts";
import { Place } from "./place.ts";
import { writeWhole } from "./write-whole.ts";

/** What the program remembers of this machine, apart from the reports. */
const Settings = z
  .object({
    place: Place.nullable().catch(null),
    /** The folder of the database; `null` is the usual one. */
    folder: z.string().min(1).nullable().catch(null),
    /** A database was opened there once: that it is missing is a trouble, not a first start. */
    begun: z.boolean().catch(false),
    /** The report that is on the screen; `null` once the program has ended in good order. */
    open: z.string().max(64).nullable().catch(null),
    /** The name under which reasons are written. */
    signer: z.string().nullable().catch(null),
    /** Where the last export went. */
    exportFolder: z.string().min(1).nullable().catch(null),
    /** How the unit names its files; `null` is the form's usual title. */
    exportPattern: z.string().min(1).nullable().catch(null),
    look: Look.catch(USUAL_LOOK),
  })
  .catch(() => NO_SETTINGS);
export type Settings = z.infer<typeof Settings>;

/** Of a first start. */
export const NO_SETTINGS = {
  place: null,
  folder: null,
  begun: false,
  open: null,
  signer: null,
  exportFolder: null,
  exportPattern: null,
  look: USUAL_LOOK,
} as const;

export interface SettingsFile {
  readonly get: () => Settings;
  /** Written at once; where that fails the program works on, and forgets. */
  readonly set: (change: Partial<Settings>) => Promise<void>;
}

/** Reads the settings; a file that is missing or broken counts as empty: nothing in it is worth a question. */
export function openSettings(path: string): SettingsFile {
  let settings = Settings.parse(readJson(path));
  let last = Promise.resolve();
  return {
    get: () => settings,
    set: (change) => {
      settings = { ...settings, ...change };
      const bytes = new TextEncoder().encode(`${JSON.stringify(settings, null, 2)}\n`);
      last = last.then(() => writeWhole(path, bytes)).catch((error: unknown) => console.error("settings:", error));
      return last;
    },
  };
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}
