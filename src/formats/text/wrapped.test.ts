import { describe, expect, it } from "vitest";
import { readText } from "./read.ts";

const read = (text: string) => readText(new TextEncoder().encode(text));
const paragraphs = (text: string) =>
  read(text).value.blocks.map((block) => (block.kind === "table" ? "table" : block.text));

/** A paragraph's letters broken into lines of so many, as a page has them. */
function broken(paragraph: string, letters: number): string {
  return (paragraph.match(new RegExp(`.{1,${letters}}`, "gsu")) ?? []).join("\n");
}

const LONG = "全年在政府网站公开各类信息并及时回应群众关心的事情，".repeat(8);

describe("a text whose every line ends at the margin of a page", () => {
  const source = ["一、总体情况", LONG, `（一）主动公开。${LONG}`, "二、存在的问题", LONG];
  const text = source.map((paragraph) => broken(paragraph, 36)).join("\n");

  it("is joined to its paragraphs; headings and numbered ones begin anew, and it is asked", () => {
    expect(paragraphs(text)).toEqual(source);
    expect(read(text).messages.map(({ code, level }) => [code, level])).toEqual([["lines-joined", "ask"]]);
  });

  it("begins a paragraph where a line is indented", () => {
    const indented = [LONG, LONG, LONG].map((paragraph) => broken(`\u3000\u3000${paragraph}`, 36)).join("\n");
    expect(paragraphs(indented)).toEqual([LONG, LONG, LONG]);
  });
});

describe("a text with one paragraph a line", () => {
  it("stays as it is, however long its lines are", () => {
    const text = Array.from({ length: 20 }, (_, i) => LONG.slice(0, 26 + i)).join("\n");
    expect(paragraphs(text)).toHaveLength(20);
    expect(paragraphs(Array.from({ length: 20 }, () => LONG).join("\n"))).toHaveLength(20);
    expect(read(text).messages).toEqual([]);
  });
});
