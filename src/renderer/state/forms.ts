import { type Form, makeForm } from "../../core/form/form.ts";
import type { FormFile } from "../../core/form/schema.ts";

const forms = new Map<string, Form>();

/** Takes over every form that main has tested. */
export function takeForms(files: readonly FormFile[]): void {
  for (const file of files) forms.set(file.id, makeForm(file));
}

export function formOf(id: string): Form | null {
  return forms.get(id) ?? null;
}

/** All forms, the newest first. */
export function allForms(): readonly Form[] {
  return [...forms.values()].sort((a, b) => b.file.years.from - a.file.years.from);
}
