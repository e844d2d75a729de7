import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { check } from "../../src/core/checks/check.ts";
import { servesYear } from "../../src/core/form/form.ts";
import type { Example } from "../../src/core/form/schema.ts";
import { form2014, REPO } from "../support/forms.ts";
import { CLEAN_2014, findings, places, reportWith, tableOf } from "./tables.ts";

const table = tableOf(form2014);

describe("the 2014 form", () => {
  it("serves 2014 to 2018 and no other year", () => {
    const years = [2013, 2014, 2015, 2016, 2017, 2018, 2019].filter((year) => servesYear(form2014, year));
    expect(years).toEqual([2014, 2015, 2016, 2017, 2018]);
  });

  it("has 66 rows, 59 of them with values; without the local one 65 and 58", () => {
    const national = table.form.rows.filter(({ origin }) => origin === "national");
    expect(table.form.rows).toHaveLength(66);
    expect(table.valueRows).toHaveLength(59);
    expect(national).toHaveLength(65);
    expect(national.filter(({ kind }) => kind !== "header")).toHaveLength(58);
    expect(table.form.rows.filter(({ origin }) => origin === "local").map(({ id }) => id)).toEqual(["1.1.c"]);
  });

  it("has the sections of the contract, in order", () => {
    expect(form2014.file.sections.map(({ key }) => key)).toEqual([
      "preamble",
      "basic-work",
      "proactive",
      "response",
      "on-request",
      "review-litigation",
      "organisation",
      "superior-documents",
      "problems-plans",
    ]);
    expect(form2014.sections.get("superior-documents")?.origin).toBe("local");
  });

  it("says nothing about a clean table, with or without the local row", () => {
    expect(findings(form2014, CLEAN_2014)).toEqual([]);
    expect(findings(form2014, { ...CLEAN_2014, "1.1.c": "4" })).toEqual([]);
    expect(findings(form2014, { ...CLEAN_2014, "7": "0.000001", "8.4": "160.5964", "3.1": "1", "3.1.3": "1" })).toEqual(
      [],
    );
  });

  it("finds in a table of real life's kind: a channel over the total, and two blanks", () => {
    const cells: Example = { ...CLEAN_2014, "1.1": "4", "1.2.2": "21", "1.1.a": "", "1.1.b": "" };
    const [channel, blank, ...others] = check(reportWith(form2014, cells), form2014);
    expect(others).toEqual([]);
    expect(channel).toMatchObject({ code: "channel-over-total", severity: "warning", expected: "4", actual: "21" });
    expect(places(channel)).toEqual(["1.2.2:value", "1.1:value"]);
    expect(blank).toMatchObject({ code: "blank-cells", severity: "warning" });
    expect(places(blank)).toEqual(["1.1.a:value", "1.1.b:value"]);
    expect(blank?.text).toContain("一（一）主动公开规范性文件数、一（一）制发规范性文件总数");
  });
});

/** What other people gathered of the form, read in place. */
const SHARED = join(REPO, "..", "shared", "forms", "gongkai-2014.tsv");

function sharedRows(): Record<string, string>[] {
  const [head = "", ...lines] = readFileSync(SHARED, "utf8").replace(/\r/g, "").trimEnd().split("\n");
  const names = head.split("\t");
  return lines.map((line) => {
    const fields = line.split("\t");
    return Object.fromEntries(names.map((name, i) => [name, fields[i] ?? ""]));
  });
}

if (existsSync(SHARED)) {
  describe("the 2014 form against the shared list of rows", () => {
    const rows = sharedRows();

    it("has every row, in order, with unit, level, kind, parent, note, type and origin", () => {
      const types = { int: "count", decimal: "money", none: undefined } as const satisfies Record<string, unknown>;
      const wanted = rows.map((row) => ({
        id: row.id_path,
        label: row.label,
        note: row.note_in_brackets || undefined,
        unit: row.unit,
        level: Number(row.level),
        kind: row.kind,
        parent: row.parent || undefined,
        type: Object.entries(types).find(([name]) => name === row.value_type)?.[1],
        origin: row.origin,
      }));
      const ours = table.form.rows.map(({ id, label, note, unit, level, kind, parent, type, origin }) => ({
        id,
        label,
        note,
        unit,
        level,
        kind,
        parent,
        type,
        origin,
      }));
      expect(ours).toEqual(wanted);
    });

    it("finds in its figures what is there to find, and nothing more", () => {
      const cells = rows
        .filter(({ kind }) => kind !== "header")
        .map((row): [string, string] => [row.id_path ?? "", row.seed_value ?? ""]);
      const found = check(reportWith(form2014, Object.fromEntries(cells), ""), form2014);
      expect(found.map(({ code, severity }) => [severity, code])).toEqual([
        ["warning", "channel-over-total"],
        ["warning", "blank-cells"],
      ]);
      expect(places(found[0])).toEqual(["1.2.2:value", "1.1:value"]);
      expect(found[0]).toMatchObject({ expected: "7", actual: "33" });
      expect(places(found[1])).toEqual(["1.1.a:value", "1.1.b:value"]);
    });
  });
} else {
  console.warn("not run: the 2014 form against ../shared/forms/gongkai-2014.tsv (no such file)");
}
