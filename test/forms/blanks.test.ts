import { describe, expect, it } from "vitest";
import { check } from "../../src/core/checks/check.ts";
import { proposals } from "../../src/core/checks/proposals.ts";
import { form2014 } from "../support/forms.ts";
import { CLEAN_2014, findings, places, reportWith, tableOf } from "./tables.ts";

describe("a sum with a blank or na part", () => {
  const known = { ...CLEAN_2014, "3.1": "5", "3.1.1": "2" };

  it("cannot be checked: info, naming what is missing", () => {
    const [finding] = findings(form2014, { ...known, "3.1.2": "", "3.1.4": "/" }, "sum-3.1.unknown");
    expect(finding?.severity).toBe("info");
    expect(finding?.text).toMatch(/三（一）2传真申请数空白、三（一）4信函申请数填的是“不适用”/);
    expect(places(finding)).toEqual(["3.1.2:value", "3.1.4:value", "3.1:value", "3.1.1:value", "3.1.3:value"]);
    expect(findings(form2014, { ...known, "3.1.2": "" }, "sum-3.1")).toEqual([]);
  });

  it("is wrong all the same when the known parts exceed the total, and then gives no figure to put in", () => {
    const [finding] = findings(form2014, { ...known, "3.1.1": "6", "3.1.2": "" }, "sum-3.1");
    expect(finding).toMatchObject({ severity: "error", actual: "5" });
    expect(finding).not.toHaveProperty("expected");
    expect(finding?.text).toMatch(/差 1。三（一）2传真申请数空白.*没有计入合计。$/);
  });

  it("with a negative part among the known says only that it cannot be checked", () => {
    const cells = { ...known, "3.1.1": "6", "3.1.2": "", "3.1.3": "-4" };
    expect(findings(form2014, cells, "sum-3.1")).toEqual([]);
    expect(findings(form2014, cells, "sum-3.1.unknown")).toHaveLength(1);
  });

  it("cannot be checked either when the total is blank", () => {
    const [finding] = findings(form2014, { ...known, "3.1": "" }, "sum-3.1.unknown");
    expect(finding?.cells[0]).toMatchObject({ row: "3.1" });
  });

  it("is silent where everything is missing", () => {
    const all = { ...CLEAN_2014, "3.2": "", "3.2.1": "/", "3.2.2": "" };
    expect(findings(form2014, all).filter(({ code }) => code.startsWith("sum-3.2"))).toEqual([]);
  });

  it("a bound that already holds is silent, one that may yet break is open", () => {
    const enough = { ...CLEAN_2014, "1.1": "3", "1.2.1": "3", "1.2.2": "" };
    expect(findings(form2014, enough).filter(({ code }) => code.startsWith("total-over-channels"))).toEqual([]);
    const open = { ...enough, "1.2.1": "2" };
    expect(findings(form2014, open, "total-over-channels.unknown")).toHaveLength(1);
  });
});

describe("one mistake is told once", () => {
  const codes = (cells: Record<string, string>) =>
    findings(form2014, { ...CLEAN_2014, ...cells })
      .map(({ code }) => code)
      .filter((code) => /^(of-which|sum)-(3\.3\.4|4|5)/.test(code));

  it.each(["3.3.4", "4", "5"])("parts of %s that exceed it are not also unequal to it", (id) => {
    const part = id === "3.3.4" ? `${id}.a` : `${id}.1`;
    expect(codes({ [id]: "1", [part]: "2" })).toEqual([`of-which-${id}`]);
    expect(codes({ [id]: "2", [part]: "1" })).toEqual([`sum-${id}`]);
    expect(codes({ [id]: "2", [part]: "" })).toEqual([`of-which-${id}.unknown`]);
  });
});

describe("one cell against another", () => {
  it("is silent where one is missing: the blank itself is told already", () => {
    for (const missing of ["", "/"]) {
      const found = findings(form2014, { ...CLEAN_2014, "1.1.a": "3", "1.1": "3", "1.2.1": "3", "1.1.b": missing });
      expect(found.filter(({ code }) => code !== "blank-cells")).toEqual([]);
    }
  });

  it("an open contradiction is silent", () => {
    expect(findings(form2014, { ...CLEAN_2014, "9.2": "0", "9.3": "" }, "training-halves")).toEqual([]);
    expect(findings(form2014, { ...CLEAN_2014, "2.1": "1", "2.2.3": "/" }, "response-without-channel")).toEqual([]);
  });
});

describe("blank cells", () => {
  it("are one warning that names all of them, a handful by name", () => {
    const table = tableOf(form2014);
    const all = Object.fromEntries(table.valueRows.map(({ id }) => [id, ""]));
    const found = check(reportWith(form2014, all), form2014);
    expect(found.map(({ code }) => code)).toEqual(["blank-cells"]);
    expect(found[0]?.cells).toHaveLength(59);
    expect(found[0]?.text).toMatch(/有 59 格空白.*等 59 格/);
  });

  it("na is none, an absent local row is none, a national row that the report lacks is one", () => {
    expect(findings(form2014, { ...CLEAN_2014, "6": "/" }, "blank-cells")).toEqual([]);
    const report = reportWith(form2014, CLEAN_2014);
    const [table] = report.tables;
    const cells = table?.cells.filter(({ row }) => row !== "6") ?? [];
    const [finding] = check({ ...report, tables: [{ key: "statistics", cells }] }, form2014);
    expect(finding?.code).toBe("blank-cells");
    expect(places(finding)).toEqual(["6:value"]);
  });

  it("what the source said in words is still blank", () => {
    const report = reportWith(form2014, { ...CLEAN_2014, "6": "" });
    const tables = report.tables.map(({ key, cells }) => ({
      key,
      cells: cells.map((cell) => (cell.row === "6" ? { ...cell, raw: "无" } : cell)),
    }));
    expect(check({ ...report, tables }, form2014).map(({ code }) => code)).toEqual(["blank-cells"]);
  });

  it("a report without the table has one warning and no other", () => {
    const report = reportWith(form2014, CLEAN_2014);
    for (const tables of [[], [{ key: "statistics", cells: [] }]]) {
      const found = check({ ...report, tables }, form2014);
      expect(found).toMatchObject([{ code: "table-missing", severity: "warning", cells: [] }]);
    }
  });
});

describe("totals are proposed", () => {
  const at = (cells: Record<string, string>) => proposals(reportWith(form2014, { ...CLEAN_2014, ...cells }), form2014);

  it("where the total is blank and every part is a number", () => {
    expect(at({ "3.1": "", "3.1.1": "2", "3.1.4": "9" })).toMatchObject([
      {
        table: "statistics",
        row: "3.1",
        column: "value",
        value: "11",
        parts: ["3.1.1", "3.1.2", "3.1.3", "3.1.4"].map((row) => ({ table: "statistics", row, column: "value" })),
      },
    ]);
    expect(at({ "3.1": "", "3.2": "", "3.3": "", "8.3": "" }).map(({ row }) => row)).toEqual([
      "3.1",
      "3.2",
      "3.3",
      "8.3",
    ]);
  });

  it("and nowhere else", () => {
    expect(at({ "3.1": "/" })).toEqual([]);
    expect(at({ "3.1": "3" })).toEqual([]);
    expect(at({ "3.1": "", "3.1.2": "" })).toEqual([]);
    expect(at({ "3.3.4": "", "4": "", "5": "", "1.1": "" })).toEqual([]);
    expect(proposals({ ...reportWith(form2014, {}), tables: [] }, form2014)).toEqual([]);
  });
});

describe("two cells for one place", () => {
  const twice = (first: string, second: string) => {
    const report = reportWith(form2014, { ...CLEAN_2014, "6": first });
    const again = reportWith(form2014, { "6": second }).tables[0]?.cells.filter(({ row }) => row === "6") ?? [];
    const tables = report.tables.map(({ key, cells }) => ({ key, cells: [...cells, ...again] }));
    return check({ ...report, tables }, form2014).map(({ code }) => code);
  };

  it("count as the later one says, and are told once", () => {
    expect(twice("-1", "2")).toEqual([]);
    expect(twice("-1", "")).toEqual(["blank-cells"]);
    expect(twice("", "-1")).toEqual(["negative"]);
    expect(twice("-2", "-1")).toEqual(["negative"]);
  });
});
