import { type Form, makeForm } from "../../core/form/form.ts";
import { call } from "../bridge.ts";

const forms = new Map<string, Form>();

/** Gets every form from main, which has tested them. */
export async function loadForms(): Promise<void> {
  const all = await call["forms:all"](undefined);
  if (!all.ok) return;
  for (const file of all.value) forms.set(file.id, makeForm(file));
}

export function formOf(id: string): Form | null {
  return forms.get(id) ?? null;
}

/** All forms, the newest first. */
export function allForms(): readonly Form[] {
  return [...forms.values()].sort((a, b) => b.file.years.from - a.file.years.from);
}
