import { figureText } from "../content/figure.ts";
import { parseContent } from "../content/parse.ts";
import { sectionsFromContent } from "../content/print.ts";
import type { Report, Section } from "./report.ts";

/** A node of ProseMirror JSON, as far as its plain text goes. */
interface Node {
  readonly type?: unknown;
  readonly text?: unknown;
  readonly attrs?: unknown;
  readonly content?: unknown;
}

/**
 * True when the narrative document says other words than the sections' headings and paragraphs. A document of
 * this program's schema is read as it prints, with its numbers; of any other the text is one line for each
 * block that holds inline nodes (heading, paragraph, those in lists and tables too).
 */
export function contentDiffers(report: Report): boolean {
  // An empty block is a place for the cursor, not text.
  const wanted = filled(linesOfSections(report.sections)).join("\n\n");
  const own = parseContent(report.content);
  if (own && filled(linesOfSections(sectionsFromContent(own, report))).join("\n\n") === wanted) return false;
  return filled(linesOf(report.content, report)).join("\n\n") !== wanted;
}

function linesOfSections(sections: readonly Section[]): string[] {
  return sections.flatMap(({ heading, paragraphs }) => (heading === "" ? paragraphs : [heading, ...paragraphs]));
}

function filled(lines: readonly string[]): string[] {
  return lines.filter((line) => line !== "");
}

function linesOf(node: unknown, report: Report): string[] {
  const children = childrenOf(node);
  if (children.some(isInline)) return [children.map((child) => inlineText(child, report)).join("")];
  return children.flatMap((child) => linesOf(child, report));
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null;
}

function childrenOf(node: unknown): readonly Node[] {
  return isNode(node) && Array.isArray(node.content) ? node.content.filter(isNode) : [];
}

function isInline(node: Node): boolean {
  return node.type === "text" || node.type === "figure" || node.type === "hardBreak";
}

function inlineText(node: Node, report: Report): string {
  if (node.type === "hardBreak") return "\n";
  if (node.type === "figure") return textOfFigure(node.attrs, report);
  return typeof node.text === "string" ? node.text : "";
}

/** A figure is a number of the table inside the text: it reads as its cell does. */
function textOfFigure(attrs: unknown, report: Report): string {
  if (typeof attrs !== "object" || attrs === null) return "";
  const named = (key: string): unknown => Reflect.get(attrs, key);
  const table = report.tables.find(({ key }) => key === named("table"));
  const cell = table?.cells.find(({ row, column }) => row === named("row") && column === named("column"));
  return figureText(cell, named("format") === "chinese" ? "chinese" : "arabic");
}
