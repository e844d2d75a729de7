import { type Form, makeForm } from "./form.ts";
import type { FormFile } from "./schema.ts";

/** The SHA-256 of each form file that was tested when the bundle was made; in the source tree there are none. */
declare const TESTED_FORMS: readonly string[] | undefined;
const TESTED = new Set(typeof TESTED_FORMS === "undefined" ? [] : TESTED_FORMS);

/**
 * The form of a file that was tested when the program was built, known by the SHA-256 of its text in hex; `null` for
 * any other, which `loadForm` has to test. A quarter of a short process would be testing files that nobody has changed.
 */
export function testedForm(text: string, sha256: string): Form | null {
  return TESTED.has(sha256) ? makeForm(JSON.parse(text) as FormFile) : null;
}
