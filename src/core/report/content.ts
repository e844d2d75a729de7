import type { Report } from "./report.ts";

/** A node of ProseMirror JSON, as far as its plain text goes. */
interface Node {
  readonly type?: unknown;
  readonly text?: unknown;
  readonly attrs?: unknown;
  readonly content?: unknown;
}

/**
 * True when the narrative document says other words than the sections' headings and paragraphs. Its text
 * is one line for each block that holds inline nodes (heading, paragraph, those in lists and tables too).
 */
export function contentDiffers(report: Report): boolean {
  const lines = linesOf(report.content, report);
  const wanted = report.sections.flatMap(({ heading, paragraphs }) =>
    heading === "" ? paragraphs : [heading, ...paragraphs],
  );
  // An empty block is a place for the cursor, not text.
  return filled(lines).join("\n\n") !== filled(wanted).join("\n\n");
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
  if (node.type === "figure") return figureText(node.attrs, report);
  return typeof node.text === "string" ? node.text : "";
}

/** A figure is a number of the table inside the text: it reads as its cell does. */
function figureText(attrs: unknown, report: Report): string {
  if (typeof attrs !== "object" || attrs === null) return "";
  const named = (key: string): unknown => Reflect.get(attrs, key);
  const table = report.tables.find(({ key }) => key === named("table"));
  return table?.cells.find(({ row, column }) => row === named("row") && column === named("column"))?.value ?? "";
}
