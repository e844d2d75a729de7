import type { Block } from "../../core/document.ts";
import { closeTable, type OpenCell } from "../word/table.ts";
import { lettersOf, plainOf } from "./plain.ts";
import { elementsOf, type HtmlElement } from "./tree.ts";

const WIDEST = 1_000;
const MOST_CELLS = 500_000;

/**
 * Reads a table of data; `null` for one that only lays a page out, whose cells are to be read as the page itself.
 * @param read what stands in a cell
 */
export function readTable(table: HtmlElement, read: (cell: HtmlElement) => Block[]): Block[] | null {
  const { rows, stray, hidden } = partsOf(table);
  if (isLayout(table, rows)) return null;
  const open = rows.map((row, r) =>
    row.map((cell): OpenCell => {
      const down = span(cell.attributes["rowspan"]);
      return {
        blocks: read(cell),
        columns: Math.max(span(cell.attributes["colspan"]), 1),
        rows: Math.min(down === 0 ? WIDEST : down, rows.length - r),
      };
    }),
  );
  const caption = elementsOf(table).filter(({ tag }) => tag === "caption");
  return [
    ...caption.flatMap(read),
    // A browser shows text between the cells above the table.
    ...stray.map((text): Block => ({ kind: "paragraph", text })),
    ...closeTable(open),
    ...hidden.map((text): Block => ({ kind: "furniture", text, why: "hidden text" })),
  ];
}

function span(text: string | undefined): number {
  const number = /^\s*(\d{1,5})/.exec(text ?? "1")?.[1];
  return Math.min(Number(number ?? 1), WIDEST);
}

interface Parts {
  readonly rows: HtmlElement[][];
  readonly stray: string[];
  readonly hidden: string[];
}

/** The cells of the table's own rows. A cell outside of any row makes one of its own. */
function partsOf(table: HtmlElement): Parts {
  const parts: Parts = { rows: [], stray: [], hidden: [] };
  let cells = 0;
  const visit = (element: HtmlElement, row: HtmlElement[] | null): void => {
    let loose = row;
    for (const child of element.children) {
      if (typeof child === "string") {
        if (child.trim() !== "") parts.stray.push(child.trim());
      } else if (isHidden(child) || cells >= MOST_CELLS) {
        const text = plainOf(child.children).trim();
        if (text !== "") parts.hidden.push(text);
      } else if (child.tag === "td" || child.tag === "th") {
        cells += 1;
        if (loose === null) {
          loose = [];
          parts.rows.push(loose);
        }
        loose.push(child);
      } else if (child.tag === "tr") {
        const own: HtmlElement[] = [];
        parts.rows.push(own);
        visit(child, own);
      } else if (!["caption", "script", "style", "template"].includes(child.tag)) visit(child, row);
    }
  };
  visit(table, null);
  return { ...parts, rows: parts.rows.filter((row) => row.length > 0) };
}

function isHidden({ attributes }: HtmlElement): boolean {
  return /display\s*:\s*none/i.test(attributes["style"] ?? "");
}

/** Letters of one cell beyond which it is no cell of a report's table, but a page's column. */
const MUCH = 600;
const SHORT = 60;

function isLayout(table: HtmlElement, rows: Parts["rows"]): boolean {
  if (table.attributes["role"] === "presentation") return true;
  const cells = rows.flat();
  if (rows.every((row) => row.length <= 1)) return true;
  const inner = cells.filter((cell) => holdsGrid(cell));
  const short = cells.filter((cell) => !inner.includes(cell) && isShort(cell));
  if (inner.length > 0 && short.length < 8) return true;
  const long = cells.some((cell) => lettersOf(cell.children, MUCH) > MUCH);
  return long && short.length < 8;
}

function isShort(cell: HtmlElement): boolean {
  const letters = lettersOf(cell.children, SHORT);
  return letters > 0 && letters <= SHORT;
}

/** A table of some size stands somewhere in the cell. */
function holdsGrid(element: HtmlElement): boolean {
  const known = grids.get(element);
  if (known !== undefined) return known;
  const holds = elementsOf(element).some((child) => {
    if (child.tag !== "table") return holdsGrid(child);
    const { rows } = partsOf(child);
    return (rows.length > 1 && rows.some((row) => row.length > 1)) || rows.flat().some(holdsGrid);
  });
  grids.set(element, holds);
  return holds;
}

/** Asked again for each table around. */
const grids = new WeakMap<HtmlElement, boolean>();
