import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { readDocx } from "../../src/formats/docx/read.ts";
import { writeDocx } from "../../src/formats/docx/write.ts";
import { form2014, shippedPreset } from "../support/forms.ts";
import { docx, item, textsOf } from "./docx/build.ts";
import { fullReport } from "./docx/reports.ts";

// What other programs make of our files, and we of theirs. The suite is whole without them.
const has = (program: string): boolean => spawnSync("which", [program]).status === 0;
const OFFICE = has("soffice") && has("pdftotext");
const PANDOC = has("pandoc");
if (!OFFICE)
  console.log(
    "LibreOffice or pdftotext is missing: page layout not measured (apt-get install libreoffice-writer poppler-utils)",
  );
if (!PANDOC) console.log("pandoc is missing: its docx not read (apt-get install pandoc)");

const folder = mkdtempSync(join(tmpdir(), "nianbao-docx-"));
afterAll(() => rmSync(folder, { recursive: true }));

function convert(name: string, to: string): string {
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  execFileSync("soffice", [profile, "--headless", "--convert-to", to, "--outdir", folder, join(folder, name)], {
    stdio: "ignore",
  });
  return join(folder, name.replace(/\.\w+$/, `.${to.replace(/:.*$/, "")}`));
}

describe.runIf(OFFICE)("in LibreOffice", () => {
  test("a full page has 22 lines of 28 characters, headings are headings, and it comes back the same", {
    timeout: 120_000,
  }, async () => {
    const long = "国".repeat(28 * 22 * 3);
    const bytes = await writeDocx(fullReport(["（一）领导机构", long]), form2014, shippedPreset());
    writeFileSync(join(folder, "report.docx"), bytes);

    const pdf = convert("report.docx", "pdf");
    const pages = execFileSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8" }).split("\f").slice(0, -1);
    const lines = (pages[1] ?? "")
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "");
    expect(lines.slice(0, 22)).toEqual(Array.from({ length: 22 }, () => "国".repeat(28)));
    expect(lines.slice(22).map((line) => line.replaceAll(" ", ""))).toEqual(["—2—"]);
    // The annex begins a page of its own, and its head stands on each of its pages.
    const annex = pages.findIndex((page) => page.trimStart().startsWith("附件"));
    expect(pages.slice(annex)).toHaveLength(2);
    for (const page of pages.slice(annex)) expect(page.replaceAll(" ", "")).toContain("统计指标");
    expect(pages.at(-1)).toContain("填报日期");

    const flat = readFileSync(convert("report.docx", "fodt"), "utf8");
    const headings = [...flat.matchAll(/<text:h [^>]*text:outline-level="(\d)"/g)].map((match) => match[1]);
    expect(headings).toEqual(["1", "2", "1", "2", "3"]);
    for (const font of ["仿宋_GB2312", "黑体", "楷体_GB2312", "方正小标宋简体", "宋体"]) expect(flat).toContain(font);

    // LibreOffice writes it anew, with its own styles, ids and wrappers: text, marks and table must survive.
    const again = await readDocx(readFileSync(convert("report.fodt", "docx:MS Word 2007 XML")));
    const before = await readDocx(bytes);
    const essence = ({ value }: typeof before) =>
      value.blocks.map((block) =>
        block.kind === "table" ? block.rows.map((row) => row.map((cell) => cell.text)) : block.text,
      );
    expect(essence(again)).toEqual(essence(before));
  });
});

describe.runIf(OFFICE)("automatic numbers", () => {
  test("are those that LibreOffice prints, whatever the order of lists and levels", { timeout: 60_000 }, async () => {
    const level = (index: number, format: string, text: string): string =>
      `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const levels =
      level(0, "chineseCounting", "%1、") +
      level(1, "decimal", "%1.%2、") +
      level(2, "upperRoman", "%2.%3)") +
      level(3, "decimalEnclosedCircle", "%4");
    const definition = (id: number): string =>
      `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>${levels}</w:abstractNum>`;
    const number = (id: number, definitionId: number, more = ""): string =>
      `<w:num w:numId="${id}"><w:abstractNumId w:val="${definitionId}"/>${more}</w:num>`;
    const anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
    const numbering = definition(0) + definition(1) + number(1, 0) + number(2, 1) + number(3, 0, anew);
    const places = fc.sample(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 3 })), {
      numRuns: 150,
      seed: 2018,
    });
    const body = places.map(([list, depth], i) => item(`x${i}`, list, depth)).join("");
    writeFileSync(join(folder, "numbers.docx"), docx({ body, numbering }));

    const tight = (text: string): string => text.replace(/[\ufeff\s]/g, "");
    const printed = readFileSync(convert("numbers.docx", "txt:Text (encoded):UTF8"), "utf8")
      .trim()
      .split("\n")
      .map(tight);
    expect((await textsOf({ body, numbering })).map(tight), JSON.stringify(places)).toEqual(printed);
  });
});

describe.runIf(PANDOC)("from pandoc", () => {
  test("headings, lists and tables", async () => {
    const markdown = "# 概况\n\n正文**加粗**。\n\n1. 甲\n2. 乙\n\n| 指标 | 数 |\n|---|---|\n| 公开 | 7 |\n";
    execFileSync("pandoc", ["-f", "markdown", "-o", join(folder, "pandoc.docx")], { input: markdown });
    const { value } = await readDocx(readFileSync(join(folder, "pandoc.docx")));
    expect(value.blocks).toMatchObject([
      { text: "概况", outline: 1 },
      { text: "正文加粗。" },
      { text: "1.甲" },
      { text: "2.乙" },
      {
        rows: [
          [{ text: "指标" }, { text: "数" }],
          [{ text: "公开" }, { text: "7" }],
        ],
      },
    ]);
  });
});
