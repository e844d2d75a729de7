import type { Form } from "../../core/form/form.ts";
import { loadForm } from "../../core/form/load.ts";
import { call } from "../bridge.ts";

const forms = new Map<string, Form>();

/** Gets every form from main. A form that does not load is missing from `formOf`. */
export async function loadForms(): Promise<void> {
  const all = await call["forms:all"](undefined);
  if (!all.ok) return;
  for (const file of all.value) {
    const loaded = loadForm(file);
    if (loaded.ok) forms.set(loaded.form.id, loaded.form);
  }
}

export function formOf(id: string): Form | null {
  return forms.get(id) ?? null;
}

/** All forms, the newest first. */
export function allForms(): readonly Form[] {
  return [...forms.values()].sort((a, b) => b.file.years.from - a.file.years.from);
}
