import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/core/report/report.ts";
import { readReport } from "../../src/formats/read.ts";
import { form2014 } from "../support/forms.ts";
import { asText, LAYOUTS, type Layout } from "../support/layouts.ts";
import { reportOf } from "../support/reports.ts";

const layouts = Object.keys(LAYOUTS) as Layout[];

/** What a text can carry: everything but what the reader has to say about it. */
function spoken({ messages: _, ...report }: Report): Omit<Report, "messages"> {
  return report;
}

describe.each(layouts)("text with its table as: %s", (layout) => {
  it("comes in as the report that was written", async () => {
    await fc.assert(
      fc.asyncProperty(reportOf(form2014), async (report) => {
        const text = asText(report, form2014, layout);
        const read = await readReport([{ name: "报告.txt", bytes: new TextEncoder().encode(text) }], [form2014]);
        const spokenUnit = report.annex.unit ?? read.unit;
        expect(spoken(read)).toEqual({ ...spoken(report), unit: spokenUnit });
      }),
      { numRuns: 60 },
    );
  });
});
