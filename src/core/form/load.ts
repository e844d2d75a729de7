import { fileFaults } from "./faults.ts";
import { type Form, makeForm } from "./form.ts";
import { FormFile } from "./schema.ts";
import { type Fault, shapeFault } from "./shape.ts";

/** One thing wrong with a form file: where (`tables.0.rows.3.parent`) and why, in Chinese. */
export type FormFault = Fault;

export type FormResult =
  | { readonly ok: true; readonly form: Form }
  | { readonly ok: false; readonly faults: readonly FormFault[] };

/** Checks a parsed form file as a whole. A form with any fault is refused: every fault is named with its place. */
export function loadForm(json: unknown): FormResult {
  const parsed = FormFile.safeParse(json);
  if (!parsed.success) return { ok: false, faults: parsed.error.issues.map(shapeFault) };
  const faults = [...fileFaults(parsed.data)];
  return faults.length > 0 ? { ok: false, faults } : { ok: true, form: makeForm(parsed.data) };
}

export { addressesOf } from "./address.ts";
