import { describe, expect, it } from "vitest";
import { check } from "../../src/core/checks/check.ts";
import type { Finding } from "../../src/core/checks/finding.ts";
import { answerKind, formerReason, withReason } from "../../src/core/checks/reasons.ts";
import type { Reason } from "../../src/core/report/report.ts";
import { form2014 } from "../support/forms.ts";
import { CLEAN_2014, reportWith } from "./tables.ts";

const cells = {
  ...CLEAN_2014,
  "3.3": "2",
  "3.3.4": "2",
  "3.2": "2",
  "3.2.1": "2",
  "3.1": "2",
  "3.1.1": "2",
  "1.2.1": "5",
};

function withReasons(reasons: readonly Reason[]): Finding[] {
  return check({ ...reportWith(form2014, cells), reasons }, form2014);
}

function reasonFor(code: string, kind: Reason["kind"], text = "两件答复尚在分类。"): Reason {
  const finding = withReasons([]).find((candidate) => candidate.code === code);
  if (!finding) throw new Error(`no finding ${code}`);
  return { code, cells: finding.cells, text, by: "王小明", at: "2019-01-10T09:00:00+08:00", kind };
}

describe("written reasons", () => {
  it("the table has an error that a reason can lift, and a warning", () => {
    expect(withReasons([]).map(({ code, severity, liftable }) => [code, severity, liftable])).toEqual([
      ["sum-3.3.4", "error", true],
      ["channel-over-total", "warning", undefined],
    ]);
  });

  it("lift what can be lifted: it stays as info, with the reason", () => {
    const [lifted, other] = withReasons([reasonFor("sum-3.3.4", "lifted")]);
    expect(lifted).toMatchObject({ code: "sum-3.3.4", severity: "info", liftable: true, lifted: "两件答复尚在分类。" });
    expect(other?.severity).toBe("warning");
  });

  it("silence a warning that is ignored, and nothing else", () => {
    expect(withReasons([reasonFor("channel-over-total", "ignored")]).map(({ code }) => code)).toEqual(["sum-3.3.4"]);
  });

  it("do nothing for an error that is ignored, a warning that is lifted, a reason without words", () => {
    const before = withReasons([]);
    expect(withReasons([reasonFor("sum-3.3.4", "ignored")])).toEqual(before);
    expect(withReasons([reasonFor("channel-over-total", "lifted")])).toEqual(before);
    expect(withReasons([reasonFor("sum-3.3.4", "lifted", " \u3000")])).toEqual(before);
  });

  it("do nothing for other cells or another code", () => {
    const before = withReasons([]);
    const reason = reasonFor("sum-3.3.4", "lifted");
    expect(withReasons([{ ...reason, code: "sum-3.3" }])).toEqual(before);
    expect(withReasons([{ ...reason, cells: reason.cells.slice(1) }])).toEqual(before);
    expect(withReasons([{ ...reason, cells: reason.cells.map((cell) => ({ ...cell, column: "previous" })) }])).toEqual(
      before,
    );
  });

  it("are written once for the same: the new words take the place of the old", () => {
    const [error, warning] = withReasons([]);
    if (!error || !warning) throw new Error("no findings");
    const said = (text: string) => ({ text, by: " 王小明 ", at: "2019-01-10T09:00:00+08:00" });
    const first = withReason([], error, said("一。"));
    expect(first).toEqual([{ ...reasonFor("sum-3.3.4", "lifted", "一。"), cells: error.cells }]);
    const both = withReason(first, warning, said("二。"));
    expect(both.map(({ code, kind }) => [code, kind])).toEqual([
      ["sum-3.3.4", "lifted"],
      ["channel-over-total", "ignored"],
    ]);
    expect(withReason(both, error, said("三。")).map(({ text }) => text)).toEqual(["二。", "三。"]);
    // What holds no longer, because a number of it has changed, is there to begin with.
    const ended = first.map((reason) => ({ ...reason, cells: reason.cells.slice(1) }));
    expect(withReasons(ended)).toEqual(withReasons([]));
    expect(formerReason(error, ended)?.text).toBe("一。");
    expect(withReason(ended, error, said("四。"))).toHaveLength(1);
    expect([answerKind(error), answerKind(warning), answerKind({ ...error, liftable: false })]).toEqual([
      "lifted",
      "ignored",
      null,
    ]);
  });

  it("an error that no reason can lift stays one", () => {
    const broken = { ...CLEAN_2014, "8.3": "2" };
    const [error] = check(reportWith(form2014, broken), form2014);
    if (!error) throw new Error("no error");
    const reason: Reason = { ...reasonFor("sum-3.3.4", "lifted"), code: error.code, cells: error.cells };
    expect(check({ ...reportWith(form2014, broken), reasons: [reason] }, form2014)).toEqual([error]);
  });
});
