import type { Form } from "../../core/form/form.ts";
import type { Reference, Report } from "../../core/report/report.ts";
import { formOf } from "../state/forms.ts";
import { shown } from "../state/screen.ts";

/** The older report's tables and the form they are of; `null` without any, or where that form is not here. */
export function referenceOf({ reference }: Report): { readonly reference: Reference; readonly form: Form } | null {
  const form = reference && formOf(reference.form);
  return reference && form ? { reference, form } : null;
}

/** The same of the open report. */
export function openReference(): ReturnType<typeof referenceOf> {
  const { screen } = shown.get();
  return screen.kind === "report" ? referenceOf(screen.report) : null;
}
