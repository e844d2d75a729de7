import { describe, expect, it } from "vitest";
import { contentFromSections } from "./from-sections.ts";
import { printContent, sectionsFromContent } from "./print.ts";
import { replaceText } from "./replace.ts";
import { staleOf, withStale } from "./stale.ts";

const sections = [
  { key: "a", heading: "一、概况", paragraphs: ["（一）收到申请 7 件", "全年收到申请 7 件，办结 7 件。"] },
];
const content = contentFromSections(sections);
const texts = (one: typeof content) =>
  sectionsFromContent(one, { sections, tables: [] } as never).flatMap(({ paragraphs }) => paragraphs);

describe("other words in one place of the text", () => {
  it("change that place alone, also behind a heading's number", () => {
    const first = replaceText(content, [], { section: "a", paragraph: 0, from: 8, to: 9 }, "12");
    expect(first && texts(first)).toEqual(["（一）收到申请 12 件", "全年收到申请 7 件，办结 7 件。"]);
    const second = replaceText(content, [], { section: "a", paragraph: 1, from: 14, to: 15 }, "九");
    expect(second && texts(second)).toEqual(["（一）收到申请 7 件", "全年收到申请 7 件，办结 九 件。"]);
  });

  it("are no longer to be updated; what stands beside them is", () => {
    const marked = withStale(content, [{ section: "a", paragraph: 1, from: 0, to: 9, reason: "数字" }], []);
    const changed = replaceText(marked, [], { section: "a", paragraph: 1, from: 7, to: 8 }, "9");
    expect(changed && staleOf(changed, []).map(({ from, to }) => [from, to])).toEqual([
      [0, 7],
      [8, 9],
    ]);
  });

  it("are refused where the place is in no text", () => {
    expect(replaceText(content, [], { section: "b", paragraph: 0, from: 0, to: 1 }, "9")).toBeNull();
    expect(replaceText(content, [], { section: "a", paragraph: 1, from: 14, to: 99 }, "9")).toBeNull();
    expect(printContent(content, [])).toHaveLength(1);
  });
});
