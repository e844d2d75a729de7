import { describe, expect, it } from "vitest";
import { form2014 } from "../../../test/support/forms.ts";
import { blankReport } from "../carry/blank.ts";
import { type Office, officeOf, withOffice } from "./office.ts";

const office: Office = { unit: "试验街道", head: "周明", reviewer: "李静", filler: "陈晓", phone: "0000-6627001" };
const blank = blankReport(form2014, 2017, null);

describe("the office's particulars", () => {
  it("fill what a report leaves out", () => {
    const filled = withOffice(blank, office);
    expect(officeOf(filled)).toEqual(office);
    expect(filled.annex.unit).toBe("试验街道");
    expect(filled.annex.date).toBeNull();
  });

  it("never replace what a report says itself", () => {
    const own = { ...blank, unit: "别的街道", annex: { ...blank.annex, unit: "别的街道办", head: "王强" } };
    const filled = withOffice(own, office);
    expect([filled.unit, filled.annex.unit, filled.annex.head]).toEqual(["别的街道", "别的街道办", "王强"]);
    expect(filled.annex.filler).toBe("陈晓");
  });
});
