import ExcelJS, { type Worksheet } from "exceljs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hostileReport } from "../../../test/formats/docx/reports.ts";
import { form2014 } from "../../../test/support/forms.ts";
import { reportOf } from "../../../test/support/reports.ts";
import type { Block } from "../../core/document.ts";
import { markName } from "../../core/marks.ts";
import { annexPaper } from "../../core/paper/annex.ts";
import { type Cell, EMPTY_ANNEX, REPORT_SCHEMA, type Report } from "../../core/report/report.ts";
import { carryable } from "./cell-text.ts";
import { readXlsx } from "./read.ts";
import { writeXlsx } from "./write.ts";

const BARE: Report = {
  schema: REPORT_SCHEMA,
  form: "gongkai-2014",
  year: 2018,
  unit: "青禾镇",
  title: "青禾镇年度报告",
  sections: [],
  tables: [],
  annex: EMPTY_ANNEX,
  extra: [],
  dropped: [],
  messages: [],
};

function cell(row: string, value: string | null, raw?: string): Cell {
  const state = value !== null ? "number" : raw === undefined ? "blank" : "na";
  return { row, column: "value", label: "", unit: "", state, value, ...(raw !== undefined && { raw }) };
}

function withCells(...cells: Cell[]): Report {
  return { ...BARE, tables: [{ key: "statistics", cells }] };
}

function withParagraphs(...paragraphs: string[]): Report {
  return { ...BARE, sections: [{ key: "basic-work", heading: "一、基本工作情况", paragraphs }] };
}

async function written(report: Report): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  // The library asks for the Buffer of an older Node than the types describe.
  await book.xlsx.load((await writeXlsx(report, form2014)).buffer as ArrayBuffer);
  return book;
}

async function annexSheet(report: Report): Promise<Worksheet> {
  const sheet = (await written(report)).getWorksheet("统计表");
  if (!sheet) throw new Error("no annex sheet");
  return sheet;
}

/** The row of the annex sheet whose label begins so. */
function rowOf(sheet: Worksheet, label: string): number {
  for (let row = 1; row <= sheet.rowCount; row += 1) if (sheet.getCell(row, 1).text.startsWith(label)) return row;
  throw new Error(`no row ${label}`);
}

async function blocksBack(report: Report): Promise<readonly Block[]> {
  const { value, messages } = await readXlsx(await writeXlsx(report, form2014));
  expect(messages).toEqual([]);
  return value.blocks;
}

/** What the file should say, block by block. */
function expected(report: Report): Block[] {
  const line = (text: string, mark?: string): Block => ({ kind: "paragraph", text, ...(mark && { mark }) });
  const blocks: Block[] = [];
  const paper = annexPaper(report, form2014);
  if (paper) {
    if (paper.number) blocks.push(line(paper.number, markName({ kind: "annex-number" })));
    blocks.push(line(paper.title, markName({ kind: paper.titleProposed ? "proposed" : "annex-title" })));
    blocks.push(line(paper.yearLine), line(paper.unitLine));
    const rows = paper.rows.map((row) => [row.label + row.note, row.unit, ...row.values.map(({ text }) => text)]);
    blocks.push({ kind: "table", rows: [paper.header, ...rows].map((row) => row.map((text) => ({ text }))) });
    const signOff = paper.signOff.map(({ label, value }) => `${label}\uff1a${value}`);
    for (let i = 0; i < signOff.length; i += 2) blocks.push(line(signOff.slice(i, i + 2).join("\t")));
  }
  const proposedTwice = report.title === null && paper?.titleProposed ? 2 : 1;
  const title = report.title ?? `${report.unit}${report.year}年政府信息公开工作年度报告`;
  blocks.push(
    line(title, report.title === null ? markName({ kind: "proposed" }, proposedTwice) : markName({ kind: "title" })),
  );
  for (const { key, heading, paragraphs } of report.sections) {
    if (heading !== "")
      blocks.push({ kind: "paragraph", text: heading, mark: markName({ kind: "section", key }), outline: 1 });
    paragraphs.forEach((text, i) => {
      blocks.push(line(text, key === "preamble" && i === 0 ? markName({ kind: "preamble" }) : undefined));
    });
  }
  return blocks;
}

describe("what is written", () => {
  it("comes in again block by block", async () => {
    await fc.assert(
      fc.asyncProperty(reportOf(form2014), async (report) => {
        expect(await blocksBack(report)).toEqual(expected(report));
      }),
      { numRuns: 25 },
    );
  });

  it("keeps each paragraph letter by letter, whatever it is made of", async () => {
    const odd = fc.constantFrom(
      "_x000D_",
      "_x005F_",
      "&amp;",
      "<t>",
      "\u{20000}",
      "\u0085",
      "\u2028",
      "\ufeff",
      "\u007f",
    );
    const text = fc
      .array(
        fc.oneof(
          odd,
          fc.string({ unit: "binary" }),
          fc.constantFrom("=", "+", "-", "@", "'", "\n", "\t", " ", "\u3000"),
        ),
      )
      .map((parts) => parts.join(""));
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 8 }), async (texts) => {
        const [, , ...paragraphs] = await blocksBack(withParagraphs(...texts));
        const carried = texts.map(carryable).filter((paragraph) => paragraph.trim() !== "");
        expect(paragraphs.map((block) => block.kind === "paragraph" && block.text)).toEqual(carried);
      }),
      { numRuns: 60 },
    );
  });

  it("survives hostile text in every place", async () => {
    await fc.assert(
      fc.asyncProperty(hostileReport, async (report) => {
        const texts = (await blocksBack(report)).map((block) => block.kind === "paragraph" && block.text);
        for (const { paragraphs } of report.sections)
          for (const text of paragraphs.map(carryable)) if (text.trim() !== "") expect(texts).toContain(text);
      }),
      { numRuns: 40 },
    );
  });

  it("holds a paragraph longer than a cell can be, over rows that each show whole", async () => {
    const long = "第一句话有十个字左右。".repeat(5_000);
    const report = withParagraphs("短", long, "末");
    expect((await blocksBack(report)).map((block) => block.kind === "paragraph" && block.text)).toEqual([
      "青禾镇年度报告",
      "一、基本工作情况",
      "短",
      long,
      "末",
    ]);
    (await written(report)).getWorksheet("正文")?.eachRow((row) => {
      expect(row.height).toBeLessThanOrEqual(409);
      expect(row.getCell(1).text.length).toBeLessThanOrEqual(32_767);
    });
  });

  it("has no annex sheet for a report without the table", async () => {
    expect((await written(BARE)).worksheets.map(({ name }) => name)).toEqual(["正文"]);
  });
});

describe("the annex sheet", () => {
  it("holds numbers as numbers with all their places, and longer ones as text", async () => {
    const sheet = await annexSheet(
      withCells(cell("1.1", "7"), cell("7", "160.5964"), cell("8.4", "0.000001"), cell("9.3", "12345678901234567890")),
    );
    const value = (label: string) => sheet.getCell(rowOf(sheet, label), 3);
    expect([value("(一)主动公开").value, value("(一)主动公开").numFmt]).toEqual([7, "0"]);
    expect([value("七、").value, value("七、").numFmt]).toEqual([160.5964, "0.0000"]);
    expect([value("(四)政府信息公开专项").value, value("(四)政府信息公开专项").numFmt]).toEqual([0.000001, "0.000000"]);
    expect(value("(三)接受培训").value).toBe("12345678901234567890");
  });

  it("leaves blank cells empty and takes no text for a formula", async () => {
    const sheet = await annexSheet(withCells(cell("1.1", null), cell("1.1.a", null, "-"), cell("1.1.b", null, "=1+1")));
    expect(sheet.getCell(rowOf(sheet, "(一)主动公开"), 3).value).toBeNull();
    for (const [label, text] of [
      ["其中:主动公开", "-"],
      ["制发", "=1+1"],
    ] as const) {
      const { value, numFmt } = sheet.getCell(rowOf(sheet, label), 3);
      expect([value, numFmt]).toEqual([text, "@"]);
    }
  });

  it("prints on A4, one page wide, with the head of the table on each page", async () => {
    const sheet = await annexSheet(withCells(cell("1.1", "7")));
    expect(sheet.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: "portrait",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: "4:4",
      printArea: `A1:C${sheet.rowCount}`,
    });
    expect(sheet.views[0]).toMatchObject({ state: "frozen", ySplit: 4 });
    expect(sheet.getCell(sheet.rowCount, 1).text).toContain("填报日期");
  });

  it("indents rows by their level", async () => {
    const sheet = await annexSheet(withCells(cell("1.1", "7")));
    const indents = ["一、主动", "(一)主动", "1.政府公报"].map(
      (label) => sheet.getCell(rowOf(sheet, label), 1).alignment.indent,
    );
    expect(indents).toEqual([1, 2, 3]);
  });
});
