import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Cell, Report } from "../../src/core/report/report.ts";
import { readReport } from "../../src/formats/read.ts";
import { freshFolder, nianbao } from "../support/cli.ts";
import { form2014 } from "../support/forms.ts";
import { KINDS, type Kind } from "../support/kinds.ts";
import { describeShared } from "../support/shared.ts";

/** Everything a report carries of its source's text, white space aside. */
function lettersOf(report: Report): string {
  return [
    ...report.sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs]),
    ...report.extra,
    ...report.dropped.map(({ text }) => text),
  ].join("");
}

const squeeze = (text: string) => text.replace(/\s+/g, "");

describeShared("the published report of 2018, the first to go all the way", "samples/qixin-jiedao-2018.txt", (path) => {
  const source = readFileSync(path, "utf8");
  const report: Report = JSON.parse(nianbao("import", path, "--json").out);
  const cells = new Map((report.tables[0]?.cells ?? []).map((cell): [string, Cell] => [cell.row, cell]));

  it("has preamble and eight sections with their whole text", () => {
    expect(report.sections.map(({ key }) => key)).toEqual([
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
    const narrative = squeeze(source.slice(0, source.indexOf("附件2")));
    expect(squeeze(report.sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs]).join(""))).toBe(
      narrative,
    );
    expect(report.extra).toEqual([]);
  });

  it("has 59 of 59 values right, the two blanks blank", () => {
    // The source's own last cells, label by label: an independent reading of the same lines.
    const lines = source
      .slice(source.indexOf("统 计 指 标"))
      .split("\n")
      .map((line) => line.replace(/\s*\|\s*$/, "").trim());
    const values = Array.from({ length: Math.floor(lines.length / 3) }, (_, i) => lines.slice(i * 3, i * 3 + 3))
      .slice(1)
      .filter(([, unit]) => unit !== "—");
    expect(values).toHaveLength(59);
    expect([...cells.values()].map(({ value }) => value ?? "")).toEqual(values.map(([, , value]) => value));
    expect([...cells.values()].filter(({ state }) => state === "blank").map(({ row }) => row)).toEqual([
      "1.1.a",
      "1.1.b",
    ]);
  });

  it("is of 2018, by 启新街道, which is asked", () => {
    expect(report).toMatchObject({
      year: 2018,
      unit: "启新街道",
      annex: { number: "附件2", title: "政府信息公开情况统计表", unit: null },
    });
    expect(report.messages.map(({ code, level }) => [code, level])).toEqual([["unit-from-prose", "ask"]]);
  });

  it.each(Object.keys(KINDS) as Kind[])("reads the same from a %s file", async (kind) => {
    const [text = "", annex = ""] = source.split("附件2");
    const lines = `附件2${annex}`.trim().split("\n");
    const head = lines.findIndex((line) => line.startsWith("统 计 指 标"));
    const cells = lines.slice(head).map((line) => line.replace(/\s*\|\s*$/, "").trim());
    const content = {
      before: [...text.trim().split("\n"), ...lines.slice(0, head)],
      rows: Array.from({ length: Math.floor(cells.length / 3) }, (_, i) => cells.slice(i * 3, i * 3 + 3)),
      after: [],
    };
    const read = await readReport([{ name: "报告", bytes: await KINDS[kind](content) }], [form2014]);
    const essence = ({ year, unit, sections, tables, annex: own, extra }: Report) => ({
      year,
      unit,
      sections: sections.map(({ key, heading, paragraphs }) => [key, heading, ...paragraphs].map(squeeze)),
      values: tables[0]?.cells.map(({ row, state, value }) => [row, state, value]),
      own,
      extra,
    });
    expect(essence(read)).toEqual(essence(report));
    const atCells = read.messages.filter(({ at }) => at && "row" in at);
    expect(atCells).toHaveLength(kind === "pdf" ? 59 : 0);
  });

  it("has no error, and the two warnings that it deserves", () => {
    const run = nianbao("check", path, "--json");
    const findings: { severity: string; code: string; cells: { row: string }[] }[] = JSON.parse(run.out).findings;
    expect(run.code).toBe(0);
    expect(findings.map(({ severity, code, cells: [first] }) => [severity, code, first?.row])).toEqual([
      ["warning", "channel-over-total", "1.2.2"],
      ["warning", "blank-cells", "1.1.a"],
    ]);
    expect(findings[1]?.cells.map(({ row }) => row)).toEqual(["1.1.a", "1.1.b"]);
  });

  it("names another office when the prose names another", () => {
    const other = join(freshFolder(), "报告.txt");
    writeFileSync(other, source.replaceAll("启新街道", "云水街道"));
    expect(JSON.parse(nianbao("import", other, "--json").out)).toMatchObject({ unit: "云水街道" });
  });

  it.each(["docx", "xlsx", "json"])("goes out as %s and comes in again the same", (kind) => {
    const out = freshFolder();
    const written = nianbao("export", path, "--to", kind, "--out", out).out.trim();
    const again: Report = JSON.parse(nianbao("import", written, "--json").out);
    expect({ ...again, dropped: [] }).toEqual({ ...report, dropped: [] });
  });
});

describeShared("every published text at hand", "samples/real", (folder) => {
  describe.each(readdirSync(folder))("%s", (name) => {
    it("is read without a fault and without losing a letter of its prose", () => {
      const run = nianbao("import", join(folder, name), "--json");
      expect(run).toMatchObject({ code: 0, err: "" });
      const kept = squeeze(lettersOf(JSON.parse(run.out)));
      const prose = readFileSync(join(folder, name), "utf8")
        .split("\n")
        .map(squeeze)
        .filter((line) => /[。]$/.test(line) && !line.includes("|"));
      for (const line of prose) expect(kept).toContain(line);
    });
  });
});
