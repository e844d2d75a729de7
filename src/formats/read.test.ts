import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { form2014 } from "../../test/support/forms.ts";
import { reportOf } from "../../test/support/reports.ts";
import { formatReportJson } from "../core/report/format-json.ts";
import { readReport } from "./read.ts";

const [report] = fc.sample(reportOf(form2014), { seed: 1, numRuns: 1 });
const json = JSON.stringify(formatReportJson(report as NonNullable<typeof report>));

function read(text: string): Promise<unknown> {
  return readReport([{ name: "报告.json", bytes: new TextEncoder().encode(text) }], [form2014]);
}

describe("a report as JSON", () => {
  it("is read as it is", async () => {
    expect(await read(json)).toMatchObject({ sections: report?.sections });
  });

  it("that was cut off is named as damaged, and not read as a text in braces", async () => {
    await expect(read(json.slice(0, -10))).rejects.toMatchObject({
      code: "broken-report",
      message: expect.stringContaining("不完整"),
    });
  });

  it("of some other program is a text", async () => {
    expect(await read('{"a": 1')).toMatchObject({ extra: ['{"a": 1'] });
  });
});
