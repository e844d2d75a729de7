import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { form2014 } from "../../../test/support/forms.ts";
import { reportOf } from "../../../test/support/reports.ts";
import { contentDiffers } from "../report/content.ts";
import type { Section } from "../report/report.ts";
import { contentFromSections } from "./from-sections.ts";
import { narrativeOf, reprinted, sameText, withContent } from "./of-report.ts";
import { parseContent } from "./parse.ts";
import { sectionsFromContent } from "./print.ts";
import {
  addSection,
  canMove,
  missingSections,
  moveSection,
  removeSection,
  renameSection,
  renumber,
  restoreSection,
} from "./section-edits.ts";
import type { Content, FigureFormat, InlineNode, ParagraphNode } from "./types.ts";

const there = (sections: readonly Section[]) => sectionsFromContent(contentFromSections(sections), { tables: [] });
const headings = (content: Content) => sectionsFromContent(content, { tables: [] }).map(({ heading }) => heading);
const section = (heading: string, ...paragraphs: string[]): Section => ({
  key: heading || "preamble",
  heading,
  paragraphs,
});

describe("sections and their document", () => {
  it("give each other back, for any report", () => {
    fc.assert(
      fc.property(reportOf(form2014), (report) => {
        const content = contentFromSections(report.sections);
        expect(sectionsFromContent(content, report)).toEqual(report.sections);
        expect(parseContent(JSON.parse(JSON.stringify(content)))).toEqual(content);
        expect(contentDiffers({ ...report, content })).toBe(false);
      }),
    );
  });

  it("give each other back, whatever text stands in them", () => {
    const number = fc.constantFrom(
      "一、",
      "二、 ",
      "（一）",
      "(二)",
      "1.",
      "1、",
      "(3)",
      "（4）",
      "第一部分 ",
      "三．",
      "十一、",
      "一十、",
      "",
    );
    const text = fc
      .tuple(number, fc.string({ unit: fc.constantFrom(..."工作情况 \t\n一1.、。（）%#　") }))
      .map(([n, rest]) => n + rest)
      .filter((line) => line.trim() !== "");
    const sections = fc.uniqueArray(
      fc.record({
        key: fc.stringMatching(/^[a-z]{1,3}$/),
        heading: text,
        paragraphs: fc.array(text, { maxLength: 6 }),
      }),
      { selector: ({ key }) => key, minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(sections, (all) => {
        expect(there(all)).toEqual(all);
      }),
    );
  });

  it("keep numbers that do not follow from the place, and count on from them", () => {
    const content = contentFromSections([
      section("一、甲", "（一）子", "（一）丑", "（二）寅"),
      section("三、乙", "(一)子", "(二)丑"),
      section("四、丙"),
      section("附则"),
    ]);
    const label = (i: number, j: number) => {
      const node = content.content[i]?.content[j];
      return node && "attrs" in node && "label" in node.attrs ? node.attrs.label : undefined;
    };
    expect([label(0, 0), label(1, 0), label(2, 0), label(3, 0)]).toEqual([null, "三、", null, ""]);
    expect([label(0, 1), label(0, 2), label(0, 3)]).toEqual([null, "（一）", null]);
    // Only the brackets differ: such a number still counts with the others.
    expect([label(1, 1), label(1, 2)]).toEqual(["(%)", "(%)"]);
  });

  it("counts lower ranks anew below a higher one", () => {
    const lines = ["（一）甲", "1.乙", "（1）丙", "（2）丁", "2.戊", "（1）己", "（二）庚", "1.辛"];
    const content = contentFromSections([section("一、题", ...lines)]);
    const labels = content.content[0]?.content
      .slice(1)
      .map((node) => "attrs" in node && "label" in node.attrs && node.attrs.label);
    expect(labels).toEqual(lines.map(() => null));
  });
});

describe("what is no plain paragraph", () => {
  const paragraph = (...content: InlineNode[]): ParagraphNode => ({
    type: "paragraph",
    attrs: { rank: null, label: null, align: null },
    content,
  });
  const plain = (text: string) => (text === "" ? paragraph() : paragraph({ type: "text", text }));
  const one = (...content: Content["content"][number]["content"]): Content => ({
    type: "doc",
    content: [{ type: "section", attrs: { key: "a" }, content }],
  });
  const printed = (content: Content) => sectionsFromContent(content, { tables: [] })[0]?.paragraphs;

  it("prints lists with their numbers, tables with tabs", () => {
    const item = (text: string) => ({ type: "listItem" as const, content: [plain(text), plain("又")] });
    const cell = (text: string) => ({
      type: "tableCell" as const,
      attrs: { colspan: 1, rowspan: 1, colwidth: null },
      content: [plain(text)],
    });
    const content = one(
      { type: "orderedList", content: [item("甲"), item("乙")] },
      { type: "bulletList", content: [item("丙")] },
      { type: "table", content: [{ type: "tableRow", content: [cell("子"), cell(""), cell("丑")] }] },
    );
    expect(printed(content)).toEqual(["1.甲", "又", "2.乙", "又", "• 丙", "又", "子\t丑"]);
    expect(parseContent(content)).not.toBeNull();
  });

  it("prints figures as their cells read", () => {
    const figure = (row: string, format: FigureFormat): InlineNode => ({
      type: "figure",
      attrs: { table: "statistics", row, column: "value", format },
    });
    const cell = { column: "value", label: "", unit: "条" };
    const report = {
      tables: [
        {
          key: "statistics",
          cells: [
            { ...cell, row: "1", state: "number" as const, value: "107" },
            { ...cell, row: "2", state: "blank" as const, value: null },
            { ...cell, row: "3", state: "na" as const, value: null, raw: "—" },
            { ...cell, row: "4", state: "number" as const, value: "1.5" },
          ],
        },
      ],
    };
    const text = (row: string, format: FigureFormat) =>
      sectionsFromContent(one(paragraph(figure(row, format))), report)[0]?.paragraphs[0];
    expect([text("1", "arabic"), text("1", "chinese")]).toEqual(["107", "一百零七"]);
    expect([text("2", "arabic"), text("9", "chinese"), text("3", "arabic")]).toEqual(["未填", "未填", "—"]);
    expect(text("4", "chinese")).toBe("1.5");
  });

  it("is refused where the schema does not have it", () => {
    const good = contentFromSections([section("一、甲", "文")]);
    const broken = (change: (json: ReturnType<typeof JSON.parse>) => void) => {
      const json = JSON.parse(JSON.stringify(good));
      change(json);
      return parseContent(json);
    };
    expect(broken(() => {})).toEqual(good);
    expect(broken((json) => json.content[0].content.push({ type: "video" }))).toBeNull();
    expect(broken((json) => json.content[0].content.reverse())).toBeNull();
    expect(broken((json) => json.content.push(json.content[0]))).toBeNull();
    expect(broken((json) => Object.assign(json.content[0].attrs, { colour: "red" }))).toBeNull();
    for (const other of [null, 7, {}, [], { type: "doc" }, { type: "doc", content: [] }])
      expect(parseContent(other)).toBeNull();
  });
});

describe("section edits", () => {
  const three = contentFromSections([
    section("", "前言。"),
    section("一、甲"),
    section("二、乙"),
    section("第三部分 丙"),
  ]);

  it("count the sections anew", () => {
    expect(headings(addSection(three, 1, "新"))).toEqual(["", "一、甲", "二、新", "三、乙", "第四部分 丙"]);
    expect(headings(addSection(three, -1, "新"))).toEqual(["", "一、新", "二、甲", "三、乙", "第四部分 丙"]);
    expect(headings(moveSection(three, 3, 1))).toEqual(["", "第一部分 丙", "二、甲", "三、乙"]);
    expect(headings(removeSection(three, 1))).toEqual(["", "一、乙", "第二部分 丙"]);
    expect(headings(renameSection(three, 1, "丁"))).toEqual(["", "一、丁", "二、乙", "第三部分 丙"]);
  });

  it("mend numbers that were wrong", () => {
    const wrong = contentFromSections([section("一、甲", "(一)子", "(一)丑"), section("三、乙"), section("附则")]);
    expect(headings(moveSection(wrong, 1, 0))).toEqual(["一、乙", "二、甲", "附则"]);
    expect(sectionsFromContent(renumber(wrong), { tables: [] })[0]?.paragraphs).toEqual(["(一)子", "(二)丑"]);
  });

  it("leave a preamble where it is, and never the document without a section", () => {
    expect(canMove(three, 0, 1)).toBe(false);
    expect(moveSection(three, 1, 0)).toBe(three);
    const last = contentFromSections([section("一、甲")]);
    expect(removeSection(last, 0)).toBe(last);
  });

  it("restore what was removed, at its place, for any report", () => {
    fc.assert(
      fc.property(reportOf(form2014), fc.nat(), (report, n) => {
        const content = contentFromSections(report.sections);
        const at = n % content.content.length;
        const removed = content.content[at];
        if (!removed || content.content.length < 2 || removed.attrs.key.startsWith("local-")) return;
        const without = removeSection(content, at);
        expect(missingSections(without, form2014).map(({ key }) => key)).toContain(removed.attrs.key);
        expect(restoreSection(without, removed.attrs.key, form2014, removed)).toEqual(content);
      }),
    );
  });

  it("restore a section of the form with its title alone", () => {
    const content = contentFromSections([section("一、甲")]);
    const [missing] = missingSections(content, form2014).filter(({ title }) => title !== "");
    if (!missing) throw new Error("the form has sections");
    expect(headings(restoreSection(content, missing.key, form2014))).toEqual([`一、${missing.title}`, "二、甲"]);
  });
});

describe("the narrative of a report", () => {
  it("is its document, unless that says other words", () => {
    fc.assert(
      fc.property(reportOf(form2014), (report) => {
        if (report.sections.length === 0) return;
        const content = addSection(contentFromSections(report.sections), 99, "新");
        const changed = withContent(report, content);
        expect(narrativeOf(changed)).toEqual({ kind: "content", content });
        const older = narrativeOf({ ...changed, sections: report.sections });
        expect(older).toEqual({ kind: "content", content: contentFromSections(report.sections) });
        expect(sameText(changed.sections, report.sections)).toBe(false);
        expect(reprinted(changed)).toBe(changed);
      }),
    );
  });

  it("is left alone where it is not understood", () => {
    fc.assert(
      fc.property(reportOf(form2014), (report) => {
        const foreign = { ...report, content: { type: "doc", content: [{ type: "video" }, { type: "figure" }] } };
        expect(narrativeOf(foreign).kind).toBe("foreign");
        expect(reprinted(foreign)).toBe(foreign);
      }),
      { numRuns: 1 },
    );
  });
});
