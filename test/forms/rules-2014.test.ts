import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { form2014 } from "../support/forms.ts";
import { CLEAN_2014, findings, tableOf } from "./tables.ts";

type Value = (id: string) => number;

function sum(v: Value, ids: string): number {
  return ids.split(" ").reduce((total, id) => total + v(id), 0);
}

const REPLIES = "3.3.1 3.3.2 3.3.3 3.3.4 3.3.5 3.3.6 3.3.7 3.3.8";
const GROUNDS = "3.3.4.a 3.3.4.b 3.3.4.c 3.3.4.d 3.3.4.e 3.3.4.f";
const CHANNELS = "1.2.1 1.2.2 1.2.3 1.2.4 1.2.5";

/**
 * The rules of the form once more, by number, as plain arithmetic on whole tables: what the form's data
 * must come to. Written from the list of rules, not from the data.
 */
const RULES: [number: string, code: string, severity: string, broken: (v: Value) => boolean][] = [
  ["1", "sum-3.1", "error", (v) => v("3.1") !== sum(v, "3.1.1 3.1.2 3.1.3 3.1.4")],
  ["2", "sum-3.2", "error", (v) => v("3.2") !== sum(v, "3.2.1 3.2.2")],
  ["3", "sum-3.3", "error", (v) => v("3.3") !== sum(v, REPLIES)],
  ["4", "of-which-3.3.4", "error", (v) => sum(v, GROUNDS) > v("3.3.4")],
  ["4b", "sum-3.3.4", "error", (v) => sum(v, GROUNDS) < v("3.3.4")],
  ["5", "of-which-4", "error", (v) => sum(v, "4.1 4.2 4.3") > v("4")],
  ["5", "of-which-5", "error", (v) => sum(v, "5.1 5.2 5.3") > v("5")],
  ["5b", "sum-4", "warning", (v) => sum(v, "4.1 4.2 4.3") < v("4")],
  ["5b", "sum-5", "warning", (v) => sum(v, "5.1 5.2 5.3") < v("5")],
  ["6", "sum-8.3", "error", (v) => v("8.3") !== sum(v, "8.3.1 8.3.2")],
  ["7", "of-which-1.1.a", "error", (v) => v("1.1.a") > v("1.1")],
  ["8", "issued-1.1.a", "warning", (v) => v("1.1.a") > v("1.1.b")],
  ["9", "of-which-2.2.1.a", "error", (v) => v("2.2.1.a") > v("2.2.1")],
  ["9", "of-which-2.2.2.a", "error", (v) => v("2.2.2.a") > v("2.2.2")],
  ["10", "channel-over-total", "warning", (v) => CHANNELS.split(" ").some((id) => v(id) > v("1.1"))],
  ["11", "total-over-channels", "warning", (v) => v("1.1") > sum(v, CHANNELS)],
  [
    "12",
    "response-without-channel",
    "ask",
    (v) =>
      (v("2.1") > 0 && sum(v, "2.2.1 2.2.2 2.2.3 2.2.4 2.2.5") === 0) || (sum(v, "2.2.4 2.2.5") > 0 && v("2.1") === 0),
  ],
  ["13", "closed-equals-replied", "warning", (v) => v("3.2") !== v("3.3")],
  ["14", "closed-over-received", "ask", (v) => v("3.2") > v("3.1")],
  ["15", "activity-without-requests", "warning", (v) => v("3.1") === 0 && (v("3.2") > 0 || v("3.3") > 0 || v("7") > 0)],
  ["16", "training-halves", "warning", (v) => (v("9.2") === 0) !== (v("9.3") === 0) || v("9.3") < v("9.2")],
  ["17", "nobody-in-charge", "ask", (v) => v("8.3") === 0],
];

describe("the rules of the 2014 form", () => {
  const table = tableOf(form2014);
  const ids = table.valueRows.map(({ id }) => id);

  it("are all there, with their severities, and no other", () => {
    const ours = table.form.relations.map(({ code, severity }) => [code, severity]);
    expect(ours.toSorted()).toEqual(RULES.map(([, code, severity]) => [code, severity]).toSorted());
  });

  it("only rule 4b can be lifted by a reason", () => {
    expect(table.form.relations.filter(({ liftable }) => liftable).map(({ code }) => code)).toEqual(["sum-3.3.4"]);
  });

  it("speak exactly where plain arithmetic says so, on any whole table", () => {
    const values = fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(3) }), {
      minLength: ids.length,
      maxLength: ids.length,
    });
    fc.assert(
      fc.property(values, (numbers) => {
        const cells = new Map(ids.map((id, i) => [id, numbers[i] ?? 0]));
        const wanted = RULES.filter(([, , , broken]) => broken((id) => cells.get(id) ?? 0)).map(([, code]) => code);
        const text = Object.fromEntries([...cells].map(([id, n]) => [id, String(n)]));
        const found = new Set(findings(form2014, text).map(({ code }) => code));
        expect([...found].toSorted()).toEqual(wanted.toSorted());
      }),
      { numRuns: 500 },
    );
  });

  it("rule 10 names each channel by itself", () => {
    const found = findings(form2014, { ...CLEAN_2014, "1.1": "2", "1.2.1": "3", "1.2.4": "9" }, "channel-over-total");
    expect(found.map(({ cells }) => cells[0]?.row)).toEqual(["1.2.1", "1.2.4"]);
  });

  it("rule 18 knows counts from money", () => {
    const found = findings(form2014, { ...CLEAN_2014, "6": "-1", "9.1": "2.5", "8.4": "0.1234567", "7": "0.123456" });
    expect(
      found.filter(({ severity }) => severity === "error").map(({ code, cells }) => [code, cells[0]?.row]),
    ).toEqual([
      ["negative", "6"],
      ["not-integer", "9.1"],
      ["too-many-decimals", "8.4"],
    ]);
  });

  it("rule 20 asks at five times last year's and at a fall to 0 from 10", () => {
    const asked = (now: string, then: string) =>
      findings(form2014, { ...CLEAN_2014, "6": now, "6:previous": then }, "year-on-year").length === 1;
    expect(asked("5", "1")).toBe(true);
    expect(asked("4", "1")).toBe(false);
    expect(asked("0", "10")).toBe(true);
    expect(asked("0", "9")).toBe(false);
    expect(asked("7", "0")).toBe(false);
    expect(asked("", "10")).toBe(false);
    expect(asked("50", "/")).toBe(false);
  });
});
