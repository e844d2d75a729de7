import fc from "fast-check";
import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import type { Block } from "../../src/core/document.ts";
import { annexPaper } from "../../src/core/paper/annex.ts";
import type { Report } from "../../src/core/report/report.ts";
import { decodePage } from "../../src/formats/html/decode.ts";
import { mimeParts } from "../../src/formats/html/mime.ts";
import { readHtml, readMht } from "../../src/formats/html/read.ts";
import { readReport } from "../../src/formats/read.ts";
import { type Article, PAGES } from "../formats/html/pages.ts";
import { form2014 } from "../support/forms.ts";
import { reportOf } from "../support/reports.ts";

/** The report as an office puts it on its site. */
function articleOf(report: Report): Article {
  const paper = annexPaper(report, form2014);
  return {
    title: report.title ?? "",
    paragraphs: report.sections.flatMap(({ heading, paragraphs }) =>
      heading === "" ? paragraphs : [heading, ...paragraphs],
    ),
    before: paper ? [paper.number ?? "附件", paper.title, paper.yearLine, paper.unitLine] : [],
    table: paper
      ? [
          paper.header,
          ...paper.rows.map((row) => [row.label + row.note, row.unit, ...row.values.map(({ text }) => text)]),
        ]
      : [],
    after: paper ? [paper.signOff.map(({ label, value }) => `${label}：${value}`).join("　　")] : [],
  };
}

const titled = reportOf(form2014).filter(({ title, sections }) => title !== null && sections.length > 2);
const values = ({ tables }: Report) =>
  tables.flatMap(({ cells }) => cells.map(({ row, value, state }) => `${row} ${state} ${value}`));

describe.each(Object.entries(PAGES))("%s", (name, page) => {
  it("gives the report: every section, every cell, the title; what the site adds is told and dropped", async () => {
    await fc.assert(
      fc.asyncProperty(titled, async (report) => {
        const read = await readReport([{ name: "年报.htm", bytes: page(articleOf(report)) }], [form2014]);
        expect(read.title).toBe(report.title);
        expect(read.year).toBe(report.year);
        expect(read.sections.map(({ heading, paragraphs }) => [heading, ...paragraphs])).toEqual(
          report.sections.map(({ heading, paragraphs }) => [heading, ...paragraphs]),
        );
        expect(values(read)).toEqual(values(report));
        expect(read.extra).toEqual([]);
      }),
      { numRuns: 20, seed: 2018 },
    );
  });

  it("loses no letter of the page, by a browser's own reckoning, and runs no script", async () => {
    await fc.assert(
      fc.asyncProperty(titled, async (report) => {
        const bytes = page(articleOf(report));
        const { value } = name.includes("single file") ? readMht(bytes) : readHtml(bytes);
        expect(letters(value.blocks.map(textOf).join(""))).toEqual(letters(textInBrowser(bytes)));
      }),
      { numRuns: 3, seed: 7 },
    );
  });
});

function textOf(block: Block): string {
  return block.kind === "table" ? block.rows.flatMap((row) => row.map(({ text }) => text)).join("") : block.text;
}

function textInBrowser(bytes: Uint8Array): string {
  const [part] = tellsMime(bytes) ? mimeParts(bytes) : [{ bytes }];
  const { document } = new JSDOM(decodePage(part?.bytes ?? bytes)).window;
  for (const element of document.querySelectorAll("script, style")) element.remove();
  return document.title + document.body.textContent;
}

const tellsMime = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 300)).includes("MIME-Version");

/** How often each letter stands in a text, white space left out. */
function letters(text: string): string[] {
  return [...text.replace(/[\s\u00a0]/g, "")].sort();
}
