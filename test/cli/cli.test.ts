import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatReportJson } from "../../src/core/report/format-json.ts";
import type { Cell, Report } from "../../src/core/report/report.ts";
import { freshFolder, nianbao } from "../support/cli.ts";
import { form2014 } from "../support/forms.ts";
import { asText } from "../support/layouts.ts";
import { reportOf } from "../support/reports.ts";

const folder = freshFolder();
const [generated] = fc.sample(reportOf(form2014), { numRuns: 1, seed: 2018 });
if (!generated) throw new Error("no report");

/** The generated report with every cell 0 but those named. */
function withCells(values: Readonly<Record<string, string>>): Report {
  const cells = (form2014.tables.get("statistics")?.valueRows ?? [])
    .filter(({ origin }) => origin === "national")
    .map(
      ({ id, label, unit }): Cell => ({
        row: id,
        column: "value",
        label,
        unit,
        state: "number",
        value: values[id] ?? "0",
      }),
    );
  return {
    ...(generated as Report),
    unit: "青禾街道",
    year: 2018,
    title: "青禾街道2018年政府信息公开工作年度报告",
    annex: { ...(generated as Report).annex, unit: "青禾街道" },
    tables: [{ key: "statistics", cells }],
  };
}

function save(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const json = (report: Report) => JSON.stringify(formatReportJson(report));
const sound = withCells({ "8.3": "2", "8.3.2": "2" });
const broken = withCells({ "3.1": "12", "3.1.1": "11", "8.3": "2", "8.3.2": "2" });

describe("import", () => {
  it("prints one report JSON object and nothing else", () => {
    const run = nianbao("import", save("a.txt", asText(sound, form2014, "one cell a line")), "--json");
    expect(run).toMatchObject({ code: 0, err: "" });
    expect(JSON.parse(run.out)).toMatchObject({
      schema: "nianbao.report/1",
      form: "gongkai-2014",
      year: 2018,
      unit: "青禾街道",
    });
  });

  it("prints for a person without --json, with no colour into a pipe", () => {
    const run = nianbao("import", save("b.json", json(sound)));
    expect(run.code).toBe(0);
    expect(run.out).toContain("青禾街道");
    expect(run.out).not.toContain("\u001b");
  });

  it("takes the files of one report together", () => {
    const text = asText(sound, form2014, "tabs");
    const at = text.split("\n").findIndex((line) => line.startsWith("统 计 指 标"));
    const lines = text.split("\n");
    const run = nianbao(
      "import",
      save("正文.txt", lines.slice(0, at).join("\n")),
      save("表.txt", lines.slice(at).join("\n")),
      "--json",
    );
    expect(JSON.parse(run.out).tables[0].cells).toHaveLength(58);
  });

  it.each([
    ["missing", join(folder, "没有.docx"), "找不到"],
    ["a folder", folder, "文件夹"],
    ["an empty file", save("空.docx", ""), "空的"],
    ["a PDF", save("x.docx", "%PDF-1.7\n"), "PDF"],
    [
      "an old Office file",
      save("y.docx", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])),
      "另存为",
    ],
    ["a damaged zip", save("z.docx", "PK\u0003\u0004 nothing"), "损坏"],
    ["a report JSON with a fault", save("f.json", JSON.stringify({ schema: "nianbao.report/1", form: 7 })), "form"],
    [
      "bytes that are no text",
      save(
        "n.txt",
        new Uint8Array(2000).map((_, i) => i % 31),
      ),
      "不是文字",
    ],
  ])("%s: exit 2, one line that names file and cause, nothing on stdout", (_, path, cause) => {
    const run = nianbao("import", path, "--json");
    expect(run).toMatchObject({ code: 2, out: "" });
    expect(run.err.trimEnd().split("\n")).toHaveLength(1);
    expect(run.err).toContain(path);
    expect(run.err).toContain(cause);
    expect(run.err).not.toMatch(/ at .*:\d+/);
  });

  it("a readable file that is no report: exit 0, a warning, everything in extra", () => {
    const run = nianbao("import", save("通知.txt", "关于开会的通知\n明天开会。\n"), "--json");
    expect(run.code).toBe(0);
    expect(JSON.parse(run.out)).toMatchObject({
      extra: ["关于开会的通知", "明天开会。"],
      messages: [{ level: "warning" }],
    });
  });
});

describe("check", () => {
  it("exits 0 without errors, 1 with, 2 for what cannot be read", () => {
    expect(nianbao("check", save("ok.json", json(sound)), "--json").code).toBe(0);
    const run = nianbao("check", save("bad.json", json(broken)), "--json");
    expect(run.code).toBe(1);
    expect(JSON.parse(run.out).findings).toContainEqual(
      expect.objectContaining({
        code: "sum-3.1",
        severity: "error",
        actual: "12",
        expected: "11",
        cells: expect.arrayContaining([{ table: "statistics", row: "3.1", column: "value" }]),
      }),
    );
    expect(nianbao("check", join(folder, "没有.json"), "--json")).toMatchObject({ code: 2, out: "" });
  });

  it("an error lifted by a reason does not make exit 1", () => {
    const lifted = withCells({
      "3.1": "2",
      "3.1.1": "2",
      "3.2": "2",
      "3.2.1": "2",
      "3.3": "2",
      "3.3.4": "2",
      "3.3.4.a": "1",
      "8.3": "2",
      "8.3.2": "2",
    });
    expect(nianbao("check", save("open.json", json(lifted)), "--json").code).toBe(1);
    const [finding] = JSON.parse(nianbao("check", join(folder, "open.json"), "--json").out).findings;
    const reasons = [
      {
        code: finding.code,
        cells: finding.cells,
        text: "一件答复引用两项理由",
        by: "张三",
        at: "2019-01-10T09:00:00Z",
        kind: "lifted" as const,
      },
    ];
    const run = nianbao("check", save("lifted.json", json({ ...lifted, reasons })), "--json");
    expect(run.code).toBe(0);
    expect(JSON.parse(run.out).findings).toContainEqual(
      expect.objectContaining({ code: finding.code, severity: "info", lifted: "一件答复引用两项理由" }),
    );
  });
});

describe("export", () => {
  it("writes the files, prints each path, and they come in again as the same report", () => {
    const out = join(folder, "out", "deep");
    const run = nianbao("export", save("in.json", json(broken)), "--to", "docx,xlsx,json", "--out", out);
    expect(run).toMatchObject({ code: 0, err: "" });
    const paths = run.out.trimEnd().split("\n");
    expect(paths.map((path) => path.replace(/^.*\./, ""))).toEqual(["docx", "xlsx", "json"]);
    expect(readdirSync(out)).toHaveLength(3);
    for (const path of paths) {
      const { tables, sections, title, annex } = JSON.parse(nianbao("import", path, "--json").out);
      expect({ tables, sections, title, annex }).toEqual(
        JSON.parse(
          JSON.stringify({
            tables: broken.tables,
            sections: broken.sections,
            title: broken.title,
            annex: broken.annex,
          }),
        ),
      );
    }
  });

  it("a kind that fails makes exit 2 and one line; the others are written", () => {
    const out = join(folder, "part");
    const run = nianbao("export", join(folder, "in.json"), "--to", "pdf,json,nonsense", "--out", out);
    expect(run.code).toBe(2);
    expect(run.err.trimEnd().split("\n")).toHaveLength(1);
    expect(readdirSync(out)).toEqual(["青禾街道2018年政府信息公开工作年度报告.json"]);
  });

  it("leaves nothing half-written where it cannot write", () => {
    const out = join(folder, "blocked");
    mkdirSync(join(out, "青禾街道2018年政府信息公开工作年度报告.json"), { recursive: true });
    const run = nianbao("export", join(folder, "in.json"), "--to", "json", "--out", out);
    expect(run.code).toBe(2);
    expect(readdirSync(out)).toEqual(["青禾街道2018年政府信息公开工作年度报告.json"]);
  });
});

describe("new", () => {
  const old = withCells({ "3.1": "12", "3.1.1": "12", "8.3": "2", "8.3.2": "2" });
  const path = () =>
    save(
      "last.json",
      json({ ...old, year: 2017, sections: [{ key: "preamble", heading: "", paragraphs: ["2017年收到申请12件。"] }] }),
    );

  it("begins the year with last year's text, marked, and last year's figures beside blanks", () => {
    const run = nianbao("new", path(), "--year", "2018", "--json");
    expect(run).toMatchObject({ code: 0, err: "" });
    const report = JSON.parse(run.out);
    expect(report).toMatchObject({
      year: 2018,
      unit: "青禾街道",
      stale: [
        { section: "preamble", paragraph: 0, from: 0, to: 5, reason: "报告年份" },
        { from: 9, to: 11, reason: "数字" },
      ],
      messages: [],
    });
    const cells = report.tables[0].cells.filter(({ row }: Cell) => row === "3.1");
    expect(cells).toMatchObject([
      { column: "value", state: "blank", value: null },
      { column: "previous", state: "number", value: "12" },
    ]);
    expect(nianbao("check", save("next.json", run.out)).out).toContain("2 处待更新");
  });

  it("takes the form of the year, its text by the form's own list, and says so in one sentence", () => {
    const run = nianbao("new", path(), "--year", "2019", "--json");
    expect(run).toMatchObject({ code: 0, err: "" });
    const report = JSON.parse(run.out);
    expect(report).toMatchObject({ form: "gongkai-2019", year: 2019, reference: { form: "gongkai-2014", year: 2017 } });
    expect(report.messages[0]).toMatchObject({ level: "info", code: "form-changed" });
    expect(report.sections.map(({ key }: { key: string }) => key)).toContain("overview");
    const words = nianbao("new", path(), "--year", "2019").out;
    expect(words).toContain("2019 年度不用“政府信息公开工作年度报告（2014—2018 年）”");
    expect(words).toContain("前言 → 前言");
    expect(words).toContain("要留在原来的表样，请加 --form gongkai-2014");
    expect(nianbao("check", save("across.json", run.out), "--json").code).not.toBe(2);
  });

  it("stays on the old form where that is asked for, with a warning that goes on being found", () => {
    const run = nianbao("new", path(), "--year", "2019", "--form", "gongkai-2014", "--json");
    expect(JSON.parse(run.out)).toMatchObject({
      form: "gongkai-2014",
      messages: [
        { level: "warning", code: "year-outside-form" },
        { level: "warning", code: "previous-of-another-year" },
      ],
    });
    const words = nianbao("new", path(), "--year", "2019", "--form", "gongkai-2014").out;
    expect(words).toContain("2019 年度不在这套表样的适用年份");
    expect(words).toContain("改用请加 --form gongkai-2019");
    expect(nianbao("check", save("stayed.json", run.out)).out).toContain("[year-outside-form]");
    expect(nianbao("explain", "year-outside-form").out).toContain("适用年份");
  });

  it("refuses a form that it does not know or that takes no such reports, and what is no year", () => {
    expect(nianbao("new", path(), "--year", "2019", "--form", "x")).toMatchObject({ code: 2, out: "" });
    const next = save("newer.json", nianbao("new", path(), "--year", "2021", "--json").out);
    expect(nianbao("new", next, "--year", "2022", "--form", "gongkai-2014").err).toContain("没有写明");
    expect(nianbao("new", path(), "--year", "二〇一九").code).toBe(2);
  });
});

describe("form check", () => {
  const form = JSON.parse(readFileSync("test/fixtures/forms/matrix.json", "utf8"));

  it("says of a sound form what it holds", () => {
    const run = nianbao("form", "check", "test/fixtures/forms/matrix.json");
    expect(run).toMatchObject({ code: 0, err: "" });
    expect(run.out).toContain("借阅证办理情况：6 行 × 4 列");
    expect(run.out).toContain("可以使用");
  });

  it("names each fault with its place and reason, examples that do not behave among them", () => {
    const broken = structuredClone(form);
    broken.tables[1].relations[0].left = "9.9";
    const shape = nianbao("form", "check", save("broken-form.json", JSON.stringify(broken)), "--json");
    expect(shape.code).toBe(1);
    expect(JSON.parse(shape.out).faults).toContainEqual({
      place: "tables.1.relations.0",
      reason: "没有“9.9”这个单元格",
    });
    const odd = structuredClone(form);
    odd.tables[1].relations[0].examples.fails[0]["2.3"] = "3";
    const example = nianbao("form", "check", save("odd-form.json", JSON.stringify(odd)));
    expect(example.code).toBe(1);
    expect(example.out).toContain("tables.1.relations.0.examples.fails.0：这个例子应当报出来，却通过了");
  });
});

describe("explain and the rest", () => {
  it("explains every code that a check can print", () => {
    for (const code of [
      "sum-3.1",
      "sum-3.1.unknown",
      "blank-cells",
      "channel-over-total",
      "year-on-year",
      "stale-open",
    ]) {
      expect(nianbao("explain", code).code).toBe(0);
    }
    expect(nianbao("explain", "no-such").code).toBe(2);
  });

  it.each([
    ["new", "x", "--year", "2019"],
    ["new", "x"],
    ["form", "check"],
    ["form", "check", "no-such.json"],
    ["verify", "x"],
    ["collect", "x", "--json"],
    ["frobnicate"],
    ["import"],
    ["check"],
    ["export", "x"],
    ["import", "--nope"],
  ])("%s %s: exit 2 and one line", (...args) => {
    const run = nianbao(...args.filter((arg) => arg !== undefined));
    expect(run).toMatchObject({ code: 2, out: "" });
    expect(run.err.trimEnd().split("\n")).toHaveLength(1);
  });

  it("--version is the package's", () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(nianbao("--version")).toEqual({ code: 0, out: `${version}\n`, err: "" });
    expect(nianbao("--help")).toMatchObject({ code: 0, err: "" });
  });
});
