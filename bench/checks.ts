import { check } from "../src/core/checks/check.ts";
import type { Form } from "../src/core/form/form.ts";
import type { Report } from "../src/core/report/report.ts";
import { alternate } from "./measure.ts";
import { form2014, form2021, sampleReport } from "./sample.ts";
import { compareFindings, edited, edits, putBack, SumSheet } from "./sums.ts";
import type { Line } from "./table.ts";

export const CHECK_ROUNDS = 60;

/** So many findings stand in a report that is half written: their sentences are a part of each check. */
const STANDING = 13;

/** All relations anew after one cell has changed, beside a spreadsheet engine with the same relations. */
export async function checks(): Promise<Line[]> {
  const [before, now] = [form2014(), form2021()];
  const sound = sampleReport(before);
  return [
    await race("full re-check after one cell edit", sound, before),
    await race(`the same with ${STANDING} findings standing`, withFindings(sound, before), before),
    await race("full re-check after one cell edit, form of 2021", sampleReport(now), now),
  ];
}

/** As a clerk types: one cell of a report changes, is seen to be wrong or right, and is put back. */
async function race(what: string, report: Report, form: Form): Promise<Line> {
  compareFindings(report, form);
  const sheet = new SumSheet(form, report);
  const rounds = Array.from({ length: CHECK_ROUNDS + 1 }, (_, round) =>
    edits(report, round).flatMap((edit) => [edit, putBack(report, edit)]),
  );
  const [ours, theirs] = [rounds.values(), rounds.values()];
  const times = await alternate(CHECK_ROUNDS, {
    ours: () => {
      for (const edit of ours.next().value ?? []) check(edited(report, edit), form);
    },
    hyperformula: () => {
      for (const edit of theirs.next().value ?? []) sheet.set(edit);
    },
  });
  const each = rounds[0]?.length ?? 1;
  return {
    what,
    ours: times.ours / each,
    peer: "HyperFormula, one setCellContents",
    theirs: times.hyperformula / each,
    aim: 1,
  };
}

/** The report with wrong numbers put in from the top, until so many findings stand. */
function withFindings(sound: Report, form: Form): Report {
  let report = sound;
  for (const edit of edits(sound, 1)) {
    if (check(report, form).length >= STANDING) break;
    report = edited(report, edit);
  }
  return report;
}
