import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { form2014 } from "../../../test/support/forms.ts";
import { reportOf } from "../../../test/support/reports.ts";
import { staleMarks } from "../carry/stale.ts";
import { applyEdit } from "../edit/apply.ts";
import type { Report, StaleMark } from "../report/report.ts";
import { contentFromSections } from "./from-sections.ts";
import { narrativeOf, withContent } from "./of-report.ts";
import { parseContent } from "./parse.ts";
import { sectionsFromContent } from "./print.ts";
import { moveSection } from "./section-edits.ts";
import { staleOf, withStale } from "./stale.ts";
import type { Content, InlineNode, ParagraphNode } from "./types.ts";

const paragraph = (...content: InlineNode[]): ParagraphNode => ({
  type: "paragraph",
  attrs: { rank: null, label: null, align: null },
  content,
});
const text = (words: string): InlineNode => ({ type: "text", text: words });
const figure: InlineNode = {
  type: "figure",
  attrs: { table: "statistics", row: "1.1", column: "value", format: "arabic" },
};
const one = (...content: Content["content"][number]["content"]): Content => ({
  type: "doc",
  content: [{ type: "section", attrs: { key: "a" }, content }],
});
const mark = (from: number, to: number, paragraph = 0, reason = "年份"): StaleMark => ({
  section: "a",
  paragraph,
  from,
  to,
  reason,
});
const marked = (content: Content, ...stale: StaleMark[]) => staleOf(withStale(content, stale, []), []);

describe("marks 待更新", () => {
  it("stand in the document as the report has them, for any report, and change no word", () => {
    fc.assert(
      fc.property(reportOf(form2014), (report) => {
        const content = contentFromSections(report.sections);
        const stale = staleMarks(report.sections, report.year);
        const both = withStale(content, stale, report.tables);
        expect(staleOf(both, report.tables)).toEqual(stale);
        expect(parseContent(JSON.parse(JSON.stringify(both)))).toEqual(both);
        expect(sectionsFromContent(both, report)).toEqual(report.sections);
        expect(withStale(both, [], report.tables)).toEqual(content);
        expect(withStale(both, stale, report.tables)).toEqual(both);
      }),
    );
  });

  it("go with their section", () => {
    fc.assert(
      fc.property(reportOf(form2014), fc.nat(), fc.nat(), (report, a, b) => {
        const stale = staleMarks(report.sections, report.year);
        const content = withStale(contentFromSections(report.sections), stale, report.tables);
        const n = content.content.length;
        const moved = moveSection(content, a % n, b % n);
        const words = (marks: readonly StaleMark[], sections: Report["sections"]) =>
          marks
            .map(({ section, paragraph, from, to }) =>
              sections.find(({ key }) => key === section)?.paragraphs[paragraph]?.slice(from, to),
            )
            .sort();
        const after = sectionsFromContent(moved, report);
        expect(words(staleOf(moved, report.tables), after)).toEqual(words(stale, report.sections));
      }),
    );
  });

  it("that touch stay two, and keep to the text behind a number", () => {
    const content = contentFromSections([{ key: "a", heading: "", paragraphs: ["（一）2017年2017年"] }]);
    expect(marked(content, mark(3, 8), mark(8, 13))).toEqual([mark(3, 8), mark(8, 13)]);
    expect(marked(content, mark(0, 8))).toEqual([mark(3, 8)]);
    expect(marked(content, mark(0, 3), mark(3, 3), mark(40, 50), mark(3, 8, 7))).toEqual([]);
  });

  it("hold a figure whole, over bold and line breaks, in lists and tables", () => {
    const line = [text("共"), figure, { ...text("件"), marks: [{ type: "bold" as const }] }, text("好")];
    expect(marked(one(paragraph(...line)), mark(0, 5))).toEqual([mark(0, 5)]);
    expect(marked(one(paragraph(...line)), mark(2, 3))).toEqual([mark(1, 3)]);
    const item = { type: "listItem" as const, content: [paragraph(text("甲2017年"))] };
    expect(marked(one({ type: "orderedList", content: [item] }), mark(3, 8))).toEqual([mark(3, 8)]);
    const cell = (...content: ParagraphNode[]) => ({
      type: "tableCell" as const,
      attrs: { colspan: 1, rowspan: 1, colwidth: null },
      content,
    });
    const cells = [
      cell(paragraph(text(" 甲 "))),
      cell(paragraph()),
      cell(paragraph(text(" 乙")), paragraph(text("丙"))),
    ];
    const table = one({ type: "table", content: [{ type: "tableRow", content: cells }] });
    expect(sectionsFromContent(table, { tables: [] })[0]?.paragraphs).toEqual(["甲\t乙\n丙"]);
    expect(marked(table, mark(2, 3), mark(4, 5))).toEqual([mark(2, 3), mark(4, 5)]);
    expect(marked(table, mark(0, 1))).toEqual([mark(0, 1)]);
  });

  it("of a report count its paragraphs, empty ones too", () => {
    const sections = [{ key: "a", heading: "一、甲", paragraphs: ["", "2017年", " ", "5件"] }];
    const report: Report = { ...base, sections, stale: [mark(0, 5, 1), mark(0, 1, 3), mark(2, 3, -1)] };
    const narrative = narrativeOf(report);
    if (narrative.kind !== "content") throw new Error("foreign");
    expect(withContent(report, narrative.content).stale).toEqual([mark(2, 3, -1), mark(0, 5, 0), mark(0, 1, 1)]);
  });

  it("win over those of the document, and are gone with the last one", () => {
    const content = withStale(one(paragraph(text("2017年5件"))), [mark(0, 5)], []);
    const report = withContent(base, content);
    expect(report.stale).toEqual([mark(0, 5)]);
    expect(narrativeOf({ ...report, stale: [mark(5, 6, 0, "数字")] })).toEqual({
      kind: "content",
      content: withStale(content, [mark(5, 6, 0, "数字")], []),
    });
    expect("stale" in withContent(report, withStale(content, [], []))).toBe(false);
  });

  it("stay on their words when a figure before them grows", () => {
    const cell = { row: "1.1", column: "value", label: "数", unit: "条", state: "number" as const, value: "7" };
    const tables = [{ key: "statistics", cells: [cell] }];
    const content = withStale(one(paragraph(text("共"), figure, text("条，2017年"))), [mark(4, 9)], tables);
    const report = withContent({ ...base, tables }, content);
    expect(report.stale).toEqual([mark(4, 9)]);
    const grown = { row: "1.1", column: "value", before: cell, after: { ...cell, value: "1234" } };
    expect(applyEdit(report, { kind: "cells", table: "statistics", changes: [grown] }).stale).toEqual([mark(7, 12)]);
  });
});

const base: Report = {
  schema: "nianbao.report/1",
  form: form2014.id,
  year: 2018,
  unit: null,
  title: null,
  sections: [],
  tables: [],
  annex: { number: null, title: null, unit: null, head: null, reviewer: null, filler: null, phone: null, date: null },
  extra: [],
  dropped: [],
  messages: [],
};
