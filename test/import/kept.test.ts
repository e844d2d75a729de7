import { describe, expect, it } from "vitest";
import type { Report } from "../../src/core/report/report.ts";
import { readReport } from "../../src/formats/read.ts";
import { form2014, shippedForms } from "../support/forms.ts";
import { type Content, KINDS } from "../support/kinds.ts";

/** What the fuzz found lost: each of these texts was read as something of the form, and then nowhere to be seen. */

const ROWS = (form2014.file.tables[0]?.rows ?? [])
  .filter(({ origin }) => origin === "national")
  .map(({ label, unit, kind }): [string, string, string] => [label, unit, kind === "header" ? "" : "7"]);

async function read(content: Partial<Content>, table: readonly (readonly string[])[] = ROWS): Promise<Report> {
  const rows = [["统计指标", "单位", "统计数"], ...table];
  const bytes = await KINDS.docx({ before: [], after: [], ...content, rows });
  return readReport([{ name: "报告", bytes }], [form2014]);
}

function changed(label: string, by: (row: [string, string, string]) => string[]): string[][] {
  return ROWS.map((row) => (row[0] === label ? by(row) : [...row]));
}

const SUED = "(一)维持具体行政行为或者驳回原告诉讼请求数";

describe("a unit that is not the form's", () => {
  it("of another thing that the form counts is asked about, and the figure read", async () => {
    const report = await read(
      {},
      changed(SUED, ([label, , value]) => [label, "条", value]),
    );
    const cell = report.tables[0]?.cells.find(({ label }) => label === SUED);
    expect(cell).toMatchObject({ state: "number", value: "7", unit: "件" });
    expect(report.messages.filter(({ at }) => at !== undefined)).toEqual([
      {
        level: "ask",
        code: "cell-unit-differs",
        text: expect.stringContaining("“条”"),
        at: { table: "statistics", row: cell?.row, column: "value" },
      },
    ]);
  });

  it("that no form has is a warning, also beside a doubt about the figure", async () => {
    const report = await read(
      {},
      changed(SUED, ([label]) => [label, "箱", "约7"]),
    );
    const codes = report.messages.flatMap(({ code, level, at }) => (at && "row" in at ? [`${level} ${code}`] : []));
    expect(codes).toEqual(["warning value-unclear", "warning cell-unit-differs"]);
  });

  it("in a row of the form that has no figure is kept beside", async () => {
    const heading = ROWS.find(([, unit]) => unit === "—")?.[0] ?? "";
    expect(heading).not.toBe("");
    const report = await read(
      {},
      changed(heading, ([label]) => [label, "箱", ""]),
    );
    expect(report.extra.join()).toContain("箱");
  });
});

describe("a label that is not quite the form's", () => {
  it("keeps its remark in brackets", async () => {
    const report = await read(
      {},
      changed(SUED, ([label, ...rest]) => [`${label}（含上年结转）`, ...rest]),
    );
    expect(report.tables[0]?.cells.find(({ label }) => label === SUED)).toMatchObject({ value: "7" });
    expect(report.dropped).toContainEqual(expect.objectContaining({ text: "（含上年结转）" }));
  });

  it("of a row without a figure is kept as it was spelt", async () => {
    const heading = "(二)通过不同渠道和方式公开政府信息的情况";
    const spelt = heading.replace("公开", "公并");
    const report = await read(
      {},
      changed(heading, (row) => [spelt, ...row.slice(1)]),
    );
    expect(report.dropped).toContainEqual(expect.objectContaining({ text: spelt }));
  });
});

it("two rows of the office's own that are called the same are two rows", async () => {
  const own = ["本地新增的其他数", "件", "1"];
  const report = await read({}, [...ROWS, own, ["本地新增的其他数", "件", "2"]]);
  const local = report.tables[0]?.cells.filter(({ row }) => row.startsWith("local-"));
  expect(local?.map(({ row, label, value }) => [row, label, value])).toEqual([
    ["local-1", own[0], "1"],
    ["local-2", own[0], "2"],
  ]);
});

it("a sign-off line that comes again says so, one with another name is kept", async () => {
  const again = "填报单位：青禾街道";
  const report = await read({
    before: ["附件2", "政府信息公开情况统计表", again, again],
    after: ["填报人：张三", "填报人：李四"],
  });
  expect(report.annex).toMatchObject({ unit: "青禾街道", filler: "张三" });
  expect(report.dropped).toContainEqual({ text: again, why: "repeated" });
  expect(report.extra).toContain("填报人：李四");
});

it("words over the columns of a matrix that no head has are kept", async () => {
  const form = shippedForms.find(({ file }) => file.tables.some(({ section, blocks }) => section && !blocks));
  const table = [...(form?.tables.values() ?? [])].find(({ form: { blocks, labels } }) => !blocks && labels !== "none");
  if (!form || !table) throw new Error("no matrix");
  const heads = table.currentColumns.map(({ label }) => label);
  const spans = `<tr><td colspan="2">指标甲乙</td>${heads
    .slice(1)
    .map((head) => `<td>${head}</td>`)
    .join("")}</tr>`;
  const head = `<tr><td></td>${heads.map((one) => `<td>${one}</td>`).join("")}</tr>`;
  const body = table.valueRows.map(
    ({ label }) => `<tr><td>${label}</td>${heads.map(() => "<td>3</td>").join("")}</tr>`,
  );
  const section = form.sections.get(table.form.section ?? "")?.title ?? "";
  const page = `<html><body><p>一、${section}</p><table>${spans}${head}${body.join("")}</table></body></html>`;
  const report = await readReport([{ name: "页", bytes: new TextEncoder().encode(page) }], [form]);
  expect(report.tables.map(({ key }) => key)).toEqual([table.form.key]);
  expect(report.extra).toContain("指标甲乙");
});

it("a table of something else between two parts of the form's is kept", async () => {
  const table = (rows: readonly (readonly string[])[]) =>
    `<table>${rows.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join("")}</tr>`).join("")}</table>`;
  const between = table([
    ["甲乙丙", "丁戊"],
    ["己庚", "辛壬"],
  ]);
  const page = `<html><body><p>附件2</p>${table(ROWS.slice(0, 30))}${between}${table(ROWS.slice(30))}</body></html>`;
  const report = await readReport([{ name: "页", bytes: new TextEncoder().encode(page) }], [form2014]);
  expect(report.extra).toEqual(expect.arrayContaining(["甲乙丙\t丁戊", "己庚\t辛壬"]));
});

it("two people in one line for one office are both kept", async () => {
  const line = "填报人：张三　填报人：李四";
  const report = JSON.stringify(await read({ after: [line] }));
  for (const name of ["张三", "李四"]) expect(report).toContain(name);
});

it("a row of a table whose values are nowhere is kept", async () => {
  const backwards = ROWS.map(([label, unit]) => ["", unit, label]);
  const report = await read({}, [...backwards, ["甲", "乙", "丙丁戊"]]);
  expect(report.extra.join()).toContain("丙丁戊");
});
