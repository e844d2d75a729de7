import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/core/report/report.ts";
import { readReport } from "../../src/formats/read.ts";
import { WRITABLE, writeReport } from "../../src/formats/write.ts";
import { fixtureForm, shippedForms, shippedPreset } from "../support/forms.ts";
import { reportOf } from "../support/reports.ts";

const preset = shippedPreset();

/** The report without what a reader says of its file, and without text that the writer supplied. */
function content({ messages: _, dropped: __, ...report }: Report) {
  return report;
}

const forms = [...shippedForms, fixtureForm("matrix")];

describe.each(WRITABLE)("what goes out as %s", (kind) => {
  it.each(forms)("comes in again as the same report, in the form $id", async (form) => {
    await fc.assert(
      fc.asyncProperty(reportOf(form), async (report) => {
        const bytes = await writeReport(kind, report, form, preset);
        const read = await readReport([{ name: `报告.${kind}`, bytes }], [form]);
        // Without a title and without 填报单位 the unit stands in no place of its own: it is asked for.
        const unit = report.title === null && report.annex.unit === null ? read.unit : report.unit;
        expect(content(read)).toEqual({ ...content(report), unit });
      }),
      { numRuns: kind === "json" ? 200 : 40 },
    );
  });
});
