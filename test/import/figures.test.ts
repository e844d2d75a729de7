import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bindFigures } from "../../src/core/content/bind-figures.ts";
import { contentFromSections } from "../../src/core/content/from-sections.ts";
import { withContent } from "../../src/core/content/of-report.ts";
import { sectionsFromContent } from "../../src/core/content/print.ts";
import type { Content, FigureRef, InlineNode, ParagraphNode } from "../../src/core/content/types.ts";
import { figureTag, parseFigureTag } from "../../src/core/marks.ts";
import type { Report } from "../../src/core/report/report.ts";
import { readReport } from "../../src/formats/read.ts";
import { writeReport } from "../../src/formats/write.ts";
import { form2014, shippedPreset } from "../support/forms.ts";
import { reportOf } from "../support/reports.ts";

const preset = shippedPreset();

async function thereAndBack(report: Report): Promise<Report> {
  return readReport([{ name: "报告.docx", bytes: await writeReport("docx", report, form2014, preset) }], [form2014]);
}

/** The content with some of its paragraphs ending in a bound figure of the report's table. */
function bound(report: Report, picks: readonly number[]): Content {
  const content = contentFromSections(report.sections);
  const cells = report.tables.flatMap(({ key, cells: all }) => all.map((cell) => ({ ...cell, table: key })));
  let n = 0;
  return {
    ...content,
    content: content.content.map((section) => ({
      ...section,
      content: section.content.map((node): typeof node => {
        const pick = picks[n++ % Math.max(picks.length, 1)];
        const cell = pick === undefined || pick % 3 === 0 ? undefined : cells[pick % Math.max(cells.length, 1)];
        // A heading that became body would count the ones after it anew.
        if (node.type !== "paragraph" || node.attrs.rank !== null || !node.content || !cell) return node;
        const ref: FigureRef = {
          table: cell.table,
          row: cell.row,
          column: cell.column,
          format: pick && pick % 2 === 0 ? "chinese" : "arabic",
        };
        // In the middle of a sentence that is body whatever stands in it.
        const more: InlineNode[] = [
          { type: "text", text: "全年共" },
          { type: "figure", attrs: ref },
          { type: "text", text: "件，情况良好。" },
        ];
        return { ...node, content: more } satisfies ParagraphNode;
      }),
    })),
  };
}

describe("bound figures", () => {
  it("survive the way to Word and back, with the text the same", async () => {
    await fc.assert(
      fc.asyncProperty(
        reportOf(form2014),
        fc.array(fc.nat(500), { minLength: 1, maxLength: 9 }),
        async (plain, picks) => {
          const report = withContent(plain, bound(plain, picks));
          const read = await thereAndBack(report);
          expect(read.sections).toEqual(report.sections);
          const figures = (content: unknown) =>
            JSON.stringify(content ?? "").match(/"figure","attrs":\{[^}]*\}/g) ?? [];
          expect(figures(read.content)).toEqual(figures(report.content));
          if (read.content !== undefined) expect(read.content).toEqual(report.content);
        },
      ),
      { numRuns: 40 },
    );
  });

  it("stay text where somebody has changed them in Word", async () => {
    const [plain] = fc.sample(reportOf(form2014), { numRuns: 1, seed: 7 });
    if (!plain) throw new Error("no report");
    const cell = { table: "statistics", row: "3.1", column: "value" };
    const tables = plain.tables.map((table) => ({
      ...table,
      cells: table.cells.map((one) => (one.row === "3.1" ? { ...one, state: "number" as const, value: "12" } : one)),
    }));
    const content: Content = {
      type: "doc",
      content: [
        {
          type: "section",
          attrs: { key: "basic-work" },
          content: [
            { type: "heading", attrs: { label: null }, content: [{ type: "text", text: "基本工作情况" }] },
            {
              type: "paragraph",
              attrs: { rank: null, label: null, align: null },
              content: [
                { type: "text", text: "收到申请" },
                { type: "figure", attrs: { ...cell, format: "arabic" } },
                { type: "text", text: "件。" },
              ],
            },
          ],
        },
      ],
    };
    const report = withContent({ ...plain, tables, title: "示范街道2018年政府信息公开工作年度报告" }, content);
    const same = await thereAndBack(report);
    expect(same.content).toEqual(content);
    const typed = "收到申请13件。";
    const placed = { ...cell, format: "arabic" as const, from: 4, to: 6 };
    const sections = [{ key: "basic-work", heading: "一、基本工作情况", paragraphs: [typed] }];
    expect(bindFigures(sections, [{ text: typed, figures: [placed] }], tables)).toBeNull();
    const untouched = [{ key: "basic-work", heading: "一、基本工作情况", paragraphs: ["收到申请12件。"] }];
    expect(bindFigures(untouched, [{ text: "收到申请12件。", figures: [placed] }], tables)).toEqual(content);
  });

  it("have a tag that says their cell, and no other tag does", () => {
    const key = fc.stringMatching(/^[a-z0-9][a-z0-9.-]{0,9}$/);
    fc.assert(
      fc.property(
        key,
        key,
        key,
        fc.constantFrom("arabic" as const, "chinese" as const),
        (table, row, column, format) => {
          const ref = { table, row, column, format };
          expect(parseFigureTag(figureTag(ref))).toEqual(ref);
        },
      ),
    );
    for (const tag of [
      "",
      "goog_rdk_0",
      "nianbao-figure",
      "nianbao-figure:a:b:c:roman",
      "nianbao-figure:a:b:c:arabic:d",
    ]) {
      expect(parseFigureTag(tag)).toBeNull();
    }
  });
});

describe("what only the document has", () => {
  const paragraph = (text: string, more: Partial<ParagraphNode["attrs"]> = {}, bold = false): ParagraphNode => ({
    type: "paragraph",
    attrs: { rank: null, label: null, align: null, ...more },
    content: [{ type: "text", text, ...(bold ? { marks: [{ type: "bold" as const }] } : {}) }],
  });
  const cell = (text: string, colspan = 1) => ({
    type: "tableCell" as const,
    attrs: { colspan, rowspan: 1, colwidth: null },
    content: [paragraph(text)],
  });
  const content: Content = {
    type: "doc",
    content: [
      {
        type: "section",
        attrs: { key: "basic-work" },
        content: [
          { type: "heading", attrs: { label: null }, content: [{ type: "text", text: "基本工作情况" }] },
          paragraph("领导机构", { rank: 2 }),
          paragraph("加粗的一句。", {}, true),
          paragraph("居中的一句。", { align: "center" }),
          { type: "orderedList", content: [{ type: "listItem", content: [paragraph("第一条要求落实到位。")] }] },
          {
            type: "table",
            content: [
              { type: "tableRow", content: [cell("培训情况", 2)] },
              { type: "tableRow", content: [cell("场次"), cell("3")] },
            ],
          },
          paragraph("表后的一句。"),
        ],
      },
    ],
  };

  it("stands in Word as it is, and its words come back as paragraphs", async () => {
    const [plain] = fc.sample(reportOf(form2014), { numRuns: 1, seed: 11 });
    if (!plain) throw new Error("no report");
    const report = withContent({ ...plain, title: "示范街道2018年政府信息公开工作年度报告" }, content);
    expect(report.sections).toEqual(sectionsFromContent(content, report));
    const read = await thereAndBack(report);
    expect(read.sections).toEqual(report.sections);
    expect(read.sections[0]?.paragraphs).toEqual([
      "（一）领导机构",
      "加粗的一句。",
      "居中的一句。",
      "1.第一条要求落实到位。",
      "培训情况",
      "场次\t3",
      "表后的一句。",
    ]);
  });

  it("is laid out by LibreOffice, figure and all", async () => {
    const [plain] = fc.sample(reportOf(form2014), { numRuns: 1, seed: 11 });
    if (!plain) throw new Error("no report");
    const report = withContent(plain, bound(plain, [1]));
    const folder = mkdtempSync(join(tmpdir(), "nianbao-figures-"));
    try {
      writeFileSync(join(folder, "report.docx"), await writeReport("docx", report, form2014, preset));
      const done = spawnSync(
        "soffice",
        [
          `-env:UserInstallation=file://${folder}/profile`,
          "--headless",
          "--convert-to",
          "txt:Text (encoded):UTF8",
          "--outdir",
          folder,
          join(folder, "report.docx"),
        ],
        { encoding: "utf8" },
      );
      expect(done.status).toBe(0);
      const text = readFileSync(join(folder, "report.txt"), "utf8");
      for (const line of report.sections.flatMap(({ paragraphs }) => paragraphs)) expect(text).toContain(line);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
