import { check } from "../src/core/checks/check.ts";
import { alternate } from "./measure.ts";
import { form2014, sampleReport } from "./sample.ts";
import { compareFindings, edited, edits, SumSheet } from "./sums.ts";
import type { Line } from "./table.ts";

export const CHECK_ROUNDS = 60;

const form = form2014();
const report = sampleReport(form);

/** All relations anew after one cell has changed, beside a spreadsheet engine with the same relations. */
export async function checks(): Promise<Line[]> {
  const table = form.tables.get("statistics");
  if (!table) throw new Error("the form has no statistics table");
  compareFindings(report, form, new SumSheet(table));
  const sheet = new SumSheet(table);
  let ourRound = 0;
  let theirRound = 0;
  // As a clerk types: one cell of a sound report changes, is seen to be wrong or right, and is put back.
  const times = await alternate(CHECK_ROUNDS, {
    ours: () => {
      ourRound += 1;
      for (const edit of edits(report, ourRound)) {
        check(edited(report, edit), form);
        check(edited(report, { ...edit, value: 0 }), form);
      }
    },
    hyperformula: () => {
      theirRound += 1;
      for (const edit of edits(report, theirRound)) {
        sheet.set(edit.row, edit.value);
        sheet.set(edit.row, 0);
      }
    },
  });
  const each = 2 * (report.tables[0]?.cells.length ?? 1);
  return [
    {
      what: "full re-check after one cell edit",
      ours: times.ours / each,
      peer: "HyperFormula, one setCellContents",
      theirs: times.hyperformula / each,
      aim: 1,
    },
  ];
}
