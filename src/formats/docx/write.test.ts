import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { p } from "../../../test/formats/docx/build.ts";
import { emptyReport, fullReport, hostileReport } from "../../../test/formats/docx/reports.ts";
import { brokenRules } from "../../../test/formats/docx/rules.ts";
import { zipOf } from "../../../test/formats/docx/zip.ts";
import { form2014, shippedPreset } from "../../../test/support/forms.ts";
import type { Block, Table } from "../../core/document.ts";
import { parseMark } from "../../core/marks.ts";
import { annexPaper } from "../../core/paper/annex.ts";
import type { Report } from "../../core/report/report.ts";
import { child, childElements, descendants, type XmlElement } from "../ooxml/tree.ts";
import { parseXmlPart } from "../ooxml/xml.ts";
import { openZip } from "../ooxml/zip.ts";
import { readDocx } from "./read.ts";
import { writeDocx } from "./write.ts";
import { carried } from "./writer/runs.ts";

const preset = shippedPreset();

async function blocksOf(report: Report): Promise<readonly Block[]> {
  return (await readDocx(await writeDocx(report, form2014, preset))).value.blocks;
}

async function partOf(bytes: Uint8Array, name: string): Promise<XmlElement> {
  const content = await (await openZip(bytes)).read(name);
  if (!content) throw new Error(`no ${name}`);
  return parseXmlPart(content);
}

/** What stands on the paper: outer white space and uncarried characters gone, nothing else. */
const printed = (text: string): string => carried(text).trim();

/** The paragraphs that carry a mark of that kind, or none of ours. */
function marked(blocks: readonly Block[], kind: string | null): string[] {
  return blocks.flatMap((block) =>
    block.kind === "paragraph" && (block.mark === undefined ? null : parseMark(block.mark)?.kind) === kind
      ? [block.text]
      : [],
  );
}

describe("writeDocx", () => {
  test("what it writes is read back: paragraphs, marks and cells, whatever the text", async () => {
    await fc.assert(
      fc.asyncProperty(hostileReport, async (report) => {
        const blocks = await blocksOf(report);
        const texts = (list: readonly (string | null)[]): string[] =>
          list.map((text) => printed(text ?? "")).filter((text) => text !== "");
        const [preamble, ...sections] = report.sections;
        expect(marked(blocks, "title")).toEqual(texts([report.title]));
        expect(marked(blocks, "preamble")).toEqual(texts(preamble?.paragraphs ?? []).slice(0, 1));
        expect(marked(blocks, "section")).toEqual(texts(sections.map((section) => section.heading)));
        const paper = annexPaper(report, form2014);
        expect(marked(blocks, "annex-title")).toEqual(paper && !paper.titleProposed ? texts([paper.title]) : []);
        const table = blocks.find((block): block is Table => block.kind === "table");
        expect(table?.rows.slice(1).map((row) => row.map((cell) => cell.text))).toEqual(
          paper?.rows.map((row) =>
            [row.label + row.note, row.unit, ...row.values.map((value) => value.text)].map(printed),
          ),
        );
        const plain = [
          ...texts(preamble?.paragraphs ?? []).slice(1),
          ...sections.flatMap((section) => texts(section.paragraphs)),
        ];
        expect(marked(blocks, null).slice(0, plain.length)).toEqual(plain);
      }),
      { numRuns: 60 },
    );
  });

  test("breaks no rule of the format, whatever the text", async () => {
    await fc.assert(
      fc.asyncProperty(hostileReport, async (report) => {
        expect(await brokenRules(await writeDocx(report, form2014, preset))).toEqual([]);
      }),
      { numRuns: 40 },
    );
    expect(await brokenRules(await writeDocx(fullReport(["甲"]), form2014, preset))).toEqual([]);
    expect(await brokenRules(await writeDocx(emptyReport(), form2014, preset))).toEqual([]);
  });

  test("the rules themselves find what is wrong", async () => {
    const space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    const mark = '<w:bookmarkStart w:id="1" w:name="a b"/>';
    const body = `<w:p><w:pPr><w:jc/><w:spacing/></w:pPr>${mark}${mark}</w:p><w:tbl><w:tr><w:tc/></w:tr></w:tbl><w:sectPr/>${p("x", '<w:pStyle w:val="no"/>')}`;
    const wrong = zipOf([
      { name: "word/document.xml", data: `<w:document xmlns:w="${space}"><w:body>${body}</w:body></w:document>` },
      { name: "word/styles.xml", data: `<w:styles xmlns:w="${space}"/>` },
    ]);
    expect((await brokenRules(wrong)).length).toBeGreaterThanOrEqual(9);
  });

  test("text that stands in for what the report lacks is marked as proposed, each under its own name", async () => {
    const report = { ...fullReport(["甲"]), title: null, annex: { ...fullReport([]).annex, title: null } };
    const blocks = await blocksOf(report);
    expect(marked(blocks, "proposed")).toEqual([
      "青禾镇2017年政府信息公开工作年度报告",
      "附件：政府信息公开情况统计表",
      "政府信息公开情况统计表",
    ]);
    const names = blocks.flatMap((block) => (block.kind === "paragraph" && block.mark ? [block.mark] : []));
    expect(new Set(names).size).toBe(names.length);
  });

  test("no title is made up while unit or year is open, and no annex without its table", async () => {
    const blocks = await blocksOf({ ...fullReport(["甲"]), title: null, year: null, tables: [] });
    expect(marked(blocks, "proposed")).toEqual([]);
    expect(blocks.some((block) => block.kind === "table")).toBe(false);
  });

  test("a text that names its annex gets no second note; extra text is no part of a submission", async () => {
    const blocks = await blocksOf({ ...fullReport(["附件：政府信息公开情况统计表"]), extra: ["多余的话"] });
    expect(marked(blocks, "proposed")).toEqual([]);
    expect(JSON.stringify(blocks)).not.toContain("多余的话");
  });

  test("headings have Word's own styles by rank, body has none", async () => {
    const blocks = await blocksOf(
      fullReport(["（一）领导机构", "1.工作制度", "（1）会议制度", "1、制度还不健全，需要改进。"]),
    );
    const outlines = blocks.flatMap((block) => (block.kind === "paragraph" ? [[block.text, block.outline]] : []));
    expect(outlines.slice(2, 7)).toEqual([
      ["一、基本工作情况", 1],
      ["（一）领导机构", 2],
      ["1.工作制度", 3],
      ["（1）会议制度", 4],
      ["1、制度还不健全，需要改进。", undefined],
    ]);
  });

  test("fonts are named for East Asian and Latin text, and headings are black", async () => {
    const latin = { ...preset, text: { ...preset.text, body: { ...preset.text.body, latin: "Times & Co" } } };
    const styles = await partOf(await writeDocx(fullReport(["甲"]), form2014, latin), "word/styles.xml");
    const run = (id: string) =>
      child(
        childElements(styles, "w:style").find((style) => style.attributes["w:styleId"] === id),
        "w:rPr",
      );
    const fonts = (id: string) => ({ ...child(run(id), "w:rFonts")?.attributes });
    expect(fonts("PaperBody")).toMatchObject({
      "w:eastAsia": "仿宋_GB2312",
      "w:ascii": "Times & Co",
      "w:hAnsi": "Times & Co",
    });
    expect(fonts("Heading1")).toMatchObject({ "w:eastAsia": "黑体", "w:ascii": "黑体", "w:hAnsi": "黑体" });
    for (const level of [1, 2, 3, 4])
      expect(child(run(`Heading${level}`), "w:color")?.attributes["w:val"]).toBe("000000");
  });

  test("the page is the preset's: grid, margins, mirrored page numbers", async () => {
    const bytes = await writeDocx(fullReport(["甲"]), form2014, preset);
    const [section] = descendants(await partOf(bytes, "word/document.xml"), "w:sectPr");
    expect({ ...child(section, "w:pgSz")?.attributes }).toMatchObject({ "w:w": "11906", "w:h": "16838" });
    expect({ ...child(section, "w:pgMar")?.attributes }).toMatchObject({
      "w:top": "2098",
      "w:left": "1587",
      "w:right": "1474",
      "w:bottom": "1984",
    });
    expect({ ...child(section, "w:docGrid")?.attributes }).toEqual({ "w:type": "lines", "w:linePitch": "579" });
    const kinds = childElements(section, "w:footerReference").map(({ attributes }) => attributes["w:type"]);
    expect(kinds.sort()).toEqual(["default", "even"]);
    expect(child(await partOf(bytes, "word/settings.xml"), "w:evenAndOddHeaders")).toBeDefined();
  });

  test("the table's head repeats, its rows do not split, it is as wide as the text", async () => {
    const [table] = descendants(
      await partOf(await writeDocx(fullReport(["甲"]), form2014, preset), "word/document.xml"),
      "w:tbl",
    );
    const rows = childElements(table, "w:tr").map((row) => child(row, "w:trPr"));
    expect(rows.map((row) => child(row, "w:tblHeader") !== undefined)).toEqual(rows.map((_, i) => i === 0));
    expect(rows.every((row) => child(row, "w:cantSplit"))).toBe(true);
    const columns = childElements(child(table, "w:tblGrid"), "w:gridCol").map((column) =>
      Number(column.attributes["w:w"]),
    );
    expect(columns.reduce((sum, width) => sum + width, 0)).toBe(Math.round((156 * 1440) / 25.4));
  });

  test("title and office are in the file's properties", async () => {
    const core = await partOf(await writeDocx(fullReport(["甲"]), form2014, preset), "docProps/core.xml");
    const texts = childElements(core).map(
      (element) => `${element.tag.replace(/^.*[}:]/, "")}=${element.children.join("")}`,
    );
    expect(texts).toContain("title=青禾镇2017年政府信息公开工作年度报告");
    expect(texts).toContain("creator=青禾镇");
  });
});
