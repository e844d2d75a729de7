import type { Form, TableOfForm } from "../form/form.ts";

/**
 * Which of the form's tables stand behind the text of which section: an array for each of `sections` (keys, in the
 * report's order). A table whose section the report does not have stands behind the last one, so that its figures
 * are on the paper all the same. Without any section there is one array with all of them.
 */
export function tablesBehind(form: Form, sections: readonly string[]): readonly (readonly TableOfForm[])[] {
  const places: TableOfForm[][] = Array.from({ length: Math.max(1, sections.length) }, () => []);
  for (const table of form.tables.values()) {
    if (table.form.section === undefined) continue;
    const at = sections.indexOf(table.form.section);
    places.at(at)?.push(table);
  }
  return places;
}
