import type { SourceDocument } from "../document.ts";
import type { Form } from "../form/form.ts";
import { countKnownRows } from "./table.ts";
import { matchTitle, withoutNumber } from "./titles.ts";

/** The form whose rows and section titles the document has most of; the first of equals. */
export function chooseForm(document: SourceDocument, forms: readonly Form[]): Form {
  const [first] = forms;
  if (!first) throw new Error("recognise needs at least one form");
  const score = (form: Form) => {
    let points = 0;
    for (const block of document.blocks) {
      if (block.kind === "table") for (const table of form.tables.values()) points += countKnownRows(block, table);
      else if (block.kind === "paragraph" && block.text.length <= 60)
        points += (matchTitle(withoutNumber(block.text), form)[0]?.score ?? 0) > 0.85 ? 3 : 0;
    }
    return points;
  };
  return forms.length === 1 ? first : forms.reduce((best, form) => (score(form) > score(best) ? form : best), first);
}
