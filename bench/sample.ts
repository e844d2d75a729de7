import { readdirSync, readFileSync } from "node:fs";
import { join, parse } from "node:path";
import { type Form, hasCell, type TableOfForm } from "../src/core/form/form.ts";
import { loadForm } from "../src/core/form/load.ts";
import { loadPreset, type Preset } from "../src/core/paper/preset.ts";
import { type Cell, EMPTY_ANNEX, REPORT_SCHEMA, type Report, type Section } from "../src/core/report/report.ts";
import { chineseOrdinal } from "../src/core/text/heading.ts";

/** A made-up report of about twelve printed pages: ten of text, two of table. The same at each run. */

const RESOURCES = join(import.meta.dirname, "..", "resources");

export const form2014 = (): Form => formNamed("gongkai-2014");

/** The form in force: six sections, matrices. */
export const form2021 = (): Form => formNamed("gongkai-2021");

/** Every form that the program comes with. */
export function shippedForms(): Form[] {
  return readdirSync(join(RESOURCES, "forms")).map((name) => formNamed(parse(name).name));
}

function formNamed(id: string): Form {
  const result = loadForm(readJson("forms", `${id}.json`));
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.form;
}

export function preset(): Preset {
  const result = loadPreset(readJson("presets", "guobiao.json"));
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.preset;
}

function readJson(...path: string[]): unknown {
  return JSON.parse(readFileSync(join(RESOURCES, ...path), "utf8"));
}

const CLAUSES = [
  "按照条例要求及时公开各类政府信息",
  "进一步完善主动公开目录",
  "全年通过门户网站发布工作动态",
  "认真做好依申请公开的受理和答复",
  "组织业务人员参加专题培训",
  "主动回应群众关心的热点问题",
  "加强信息发布前的保密审查",
  "设立查阅点方便群众查询",
];

/** Characters of text that come to ten pages with headings and short last lines. */
const TEXT_LENGTH = 3_560;

export function sampleReport(form: Form): Report {
  const { sections, years, annex } = form.file;
  const year = years.to ?? years.from;
  const unit = "青禾镇人民政府";
  return {
    schema: REPORT_SCHEMA,
    form: form.id,
    year,
    unit,
    title: `${unit}${year}年政府信息公开工作年度报告`,
    sections: sections.map(({ key, title }, i) => sampleSection(key, title, i, TEXT_LENGTH / sections.length)),
    tables: [...form.tables.values()].map((table) => ({ key: table.form.key, cells: sampleCells(table) })),
    annex: annex ? { ...EMPTY_ANNEX, number: annex.number, unit, head: "张三", phone: "66270000" } : EMPTY_ANNEX,
    extra: [],
    dropped: [],
    messages: [],
  };
}

function sampleCells(table: TableOfForm): Cell[] {
  return table.valueRows.flatMap(({ id, label, unit }) =>
    table.currentColumns
      .filter(({ key }) => hasCell(table, id, key))
      .map(({ key }) => ({ row: id, column: key, label, unit, state: "number" as const, value: "0" })),
  );
}

function sampleSection(key: string, title: string, index: number, length: number): Section {
  const paragraphs: string[] = [];
  let written = 0;
  for (let n = 1; written < length; n += 1) {
    const heading = `(${chineseOrdinal(n)})${CLAUSES[(index + n) % CLAUSES.length]?.slice(-8)}情况`;
    const sentences = Array.from(
      { length: 5 },
      (_, s) => `${CLAUSES[(index * 3 + n + s) % CLAUSES.length]}${n * 10 + s}次`,
    );
    const body = `${sentences.join("\uff0c")}。`;
    paragraphs.push(...(key === "preamble" ? [] : [heading]), body);
    written += heading.length + body.length;
  }
  return { key, heading: title === "" ? "" : `${chineseOrdinal(index)}、${title}`, paragraphs };
}

/** The report as plain lines, the table's cells parted by tabs: what an office pastes from a web page. */
export function sampleText(report: Report): string {
  return [
    report.title ?? "",
    ...report.sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs]),
    ...cellsOf(report).map(({ label, unit, value }) => `${label}\t${unit}\t${value ?? ""}`),
  ].join("\n");
}

/** The same for pandoc, which writes a table and headings when it is told of them. */
export function sampleMarkdown(report: Report): string {
  const rows = cellsOf(report).map(({ label, unit, value }) => `| ${label} | ${unit} | ${value} |`);
  return [
    `% ${report.title}`,
    ...report.sections.flatMap(({ heading, paragraphs }) => [`# ${heading}`, ...paragraphs]),
    ["| 统计指标 | 单位 | 统计数 |", "|---|---|---|", ...rows].join("\n"),
  ].join("\n\n");
}

function cellsOf({ tables }: Report): readonly Cell[] {
  return tables.flatMap(({ cells }) => cells);
}
