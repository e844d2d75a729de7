import type { SourceDocument } from "../document.ts";
import { type Form, servesYear } from "../form/form.ts";
import { yearsIn } from "./front.ts";
import { matrixScore } from "./matrix.ts";
import { countKnownRows } from "./table.ts";
import { matchTitle, withoutNumber } from "./titles.ts";

/**
 * The form whose rows, heads and section titles the document has most of. Of forms that are alike in all of them the one
 * that serves a year named at the document's beginning.
 */
export function chooseForm(document: SourceDocument, forms: readonly Form[]): Form {
  const [first] = forms;
  if (!first) throw new Error("recognise needs at least one form");
  const years = yearsIn(
    document.blocks
      .flatMap((block) => (block.kind === "paragraph" ? block.text : []))
      .slice(0, 5)
      .join("\n"),
  );
  if (forms.length === 1) return first;
  const score = (form: Form) => {
    let points = years.some((year) => servesYear(form, year)) ? 0.5 : 0;
    for (const block of document.blocks) {
      if (block.kind === "table")
        for (const table of form.tables.values())
          points += table.form.section === undefined ? countKnownRows(block, table) : matrixScore(block, table);
      else if (block.kind === "paragraph" && block.text.length <= 60)
        points += (matchTitle(withoutNumber(block.text), form)[0]?.score ?? 0) > 0.85 ? 3 : 0;
    }
    return points;
  };
  const scored = forms.map((form) => ({ form, points: score(form) }));
  return scored.reduce((best, one) => (one.points > best.points ? one : best)).form;
}
