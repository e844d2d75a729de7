import { describe, expect, it } from "vitest";
import { EMPTY_ANNEX, type Report } from "../../src/core/report/report.ts";
import { readReport, type SourceFile } from "../../src/formats/read.ts";
import { writeReport } from "../../src/formats/write.ts";
import { form2014, shippedPreset } from "../support/forms.ts";

const preset = shippedPreset();
const table = form2014.file.tables[0];
if (!table) throw new Error("the form has a table");

const WHOLE: Report = {
  schema: "nianbao.report/1",
  form: form2014.id,
  year: 2018,
  unit: "青禾街道",
  title: "青禾街道2018年政府信息公开工作年度报告",
  sections: [
    { key: "preamble", heading: "", paragraphs: ["根据要求编制本报告。"] },
    { key: "basic-work", heading: "一、基本工作情况", paragraphs: ["做了工作。"] },
    { key: "proactive", heading: "二、主动公开政府信息情况", paragraphs: ["公开了信息。"] },
    { key: "problems-plans", heading: "三、存在问题及工作打算", paragraphs: ["继续努力。"] },
  ],
  tables: [
    {
      key: table.key,
      cells: table.rows
        .filter(({ kind, origin }) => kind !== "header" && origin === "national")
        .map(({ id, label, unit }, i) => ({
          row: id,
          column: "value",
          label,
          unit,
          state: "number",
          value: String(i),
        })),
    },
  ],
  annex: { ...EMPTY_ANNEX, number: "附件2", title: "政府信息公开情况统计表", unit: "青禾街道", head: "张三" },
  extra: [],
  dropped: [],
  messages: [],
};

function withCells(report: Report, values: Record<string, string | null>): Report {
  const tables = report.tables.map(({ key, cells }) => ({
    key,
    cells: cells.map((cell) => {
      const value = values[cell.row];
      if (value === undefined) return cell;
      return { ...cell, value, state: value === null ? ("blank" as const) : ("number" as const) };
    }),
  }));
  return { ...report, tables };
}

const TEXT: Report = { ...WHOLE, tables: [], annex: EMPTY_ANNEX };
const TABLE: Report = { ...WHOLE, sections: [], title: null };

async function file(name: string, report: Report): Promise<SourceFile> {
  const kind = name.endsWith(".docx") ? "docx" : "xlsx";
  return { name, bytes: await writeReport(kind, report, form2014, preset) };
}

/** Reads the files in both orders, which must say the same. */
async function read(...files: readonly SourceFile[]): Promise<Report> {
  const report = await readReport(files, [form2014]);
  expect(await readReport([...files].reverse(), [form2014])).toEqual(report);
  return report;
}

const codes = ({ messages }: Report) => messages.map(({ code }) => code);
const value = (report: Report, row: string) => report.tables[0]?.cells.find((cell) => cell.row === row)?.value;

describe("the text and the table of one report in two files", () => {
  it("become that report, whichever comes first", async () => {
    const report = await read(await file("正文.docx", TEXT), await file("统计表.xlsx", TABLE));
    expect({ ...report, dropped: [] }).toEqual(WHOLE);
  });

  it("count once what both have alike", async () => {
    const report = await read(await file("报告.docx", WHOLE), await file("报告.xlsx", WHOLE));
    expect({ ...report, dropped: [] }).toEqual(WHOLE);
    expect(report.dropped).toContainEqual({ text: "做了工作。", why: "repeated in another file" });
  });

  it("show a cell with two values as such, and take a value that one file lacks from the other", async () => {
    const report = await read(
      await file("正文.docx", withCells(WHOLE, { "1.1": "7", "1.2.2": null })),
      await file("统计表.xlsx", withCells(TABLE, { "1.1": "9" })),
    );
    expect(value(report, "1.2.2")).toBe(value(WHOLE, "1.2.2"));
    const differ = report.messages.filter(({ code }) => code === "files-differ");
    expect(differ.map(({ level, at }) => [level, at])).toEqual([
      ["warning", { table: table.key, row: "1.1", column: "value" }],
      ["warning", { table: table.key, row: "1.2.2", column: "value" }],
    ]);
    for (const part of ["“正文.docx”里是7", "“统计表.xlsx”里是9"]) expect(differ[0]?.text).toContain(part);
    expect(codes(report)).toEqual(["files-differ", "files-differ"]);
  });

  it("take no notice of an empty form beside the filled one", async () => {
    const empty = withCells(TABLE, Object.fromEntries(WHOLE.tables[0]?.cells.map(({ row }) => [row, null]) ?? []));
    const report = await read(await file("报告.docx", WHOLE), await file("空表.xlsx", empty));
    expect(report.tables).toEqual(WHOLE.tables);
    expect(codes(report)).toEqual([]);
  });

  it("of two years, two offices or two persons say so, naming both", async () => {
    const other = { ...TABLE, year: 2017, unit: "临江街道", annex: { ...TABLE.annex, unit: "临江街道", head: "李四" } };
    const report = await read(await file("正文.docx", { ...WHOLE, tables: [] }), await file("统计表.xlsx", other));
    const text = (code: string) => report.messages.find((message) => message.code === code)?.text ?? "";
    for (const part of ["2017", "2018", "正文.docx", "统计表.xlsx"]) expect(text("year-differs")).toContain(part);
    for (const part of ["临江街道", "青禾街道"]) expect(text("unit-differs")).toContain(part);
  });
});

describe("a text in two files", () => {
  const part = (from: number, to: number): Report => ({
    ...TEXT,
    title: null,
    sections: TEXT.sections.slice(from, to),
  });

  it("is put in order by its headings", async () => {
    const report = await read(await file("二.docx", part(2, 4)), await file("一.docx", part(0, 2)));
    expect(report.sections).toEqual(WHOLE.sections);
  });

  it("keeps the longer of two versions of a section, and the other aside", async () => {
    const longer = { key: "proactive", heading: "二、主动公开政府信息情况", paragraphs: ["公开了信息，还有更多。"] };
    const report = await read(
      await file("旧稿.docx", TEXT),
      await file("新稿.docx", { ...TEXT, sections: [longer] }),
      await file("统计表.xlsx", TABLE),
    );
    expect(report.sections[2]).toEqual(longer);
    expect(report.extra).toEqual(["二、主动公开政府信息情况", "公开了信息。"]);
    expect(report.messages).toContainEqual(
      expect.objectContaining({ code: "section-twice", at: { section: "proactive" } }),
    );
  });
});

it("a file of several that cannot be read is the one that is named", async () => {
  const broken = { name: "坏.docx", bytes: new TextEncoder().encode("PK\u0003\u0004 nothing") };
  await expect(readReport([await file("正文.docx", TEXT), broken], [form2014])).rejects.toMatchObject({ file: 1 });
});
