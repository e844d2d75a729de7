import { append, largest, smallest } from "../../core/append.ts";
import type { Table, TableCell } from "../../core/document.ts";
import { joinLines, linesOf } from "./lines.ts";
import type { Glyph, Rule } from "./shapes.ts";

/** A table that its borders show: where its columns and rows lie, and where lines part its places. */
export interface RuledGrid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly GridCell[];
}

/** Places of a grid that no line parts. Rows and columns count from 0, ends not included. */
interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly toRow: number;
  readonly toColumn: number;
}

/** Lines this near are one: a double border, the pieces that each cell draws of it. */
const NEAR = 2.5;
/** Strokes of one border may leave such a gap at a corner. */
const JOINT = 3;
/** A page with more lines than this is a drawing. */
const MOST_LINES = 3_000;

/** The tables that the page's lines make; a frame round a text is none. */
export function ruledGrids(rules: readonly Rule[]): RuledGrid[] {
  const across = joined(rules.filter((rule) => rule.across));
  const down = joined(rules.filter((rule) => !rule.across));
  if (across.length + down.length > MOST_LINES) return [];
  return components(across, down).flatMap((group) => {
    const xs = places(group.down);
    const ys = places(group.across);
    if (xs.length < 2 || ys.length < 2) return [];
    const cells = cellsOf(group, xs, ys);
    return cells.length > 1 ? [{ xs, ys, cells }] : [];
  });
}

/** Lines at the same place that touch or overlap, as one. */
function joined(rules: readonly Rule[]): Rule[] {
  const sorted = [...rules].sort((a, b) => a.at - b.at);
  const bands: Rule[][] = [];
  for (const rule of sorted) {
    const band = bands.at(-1);
    if (band?.[0] && rule.at - band[0].at <= NEAR) band.push(rule);
    else bands.push([rule]);
  }
  return bands.flatMap((band) => {
    const lines: { across: boolean; at: number; from: number; to: number }[] = [];
    for (const rule of [...band].sort((a, b) => a.from - b.from)) {
      const line = lines.at(-1);
      if (line && rule.from - line.to <= JOINT) line.to = Math.max(line.to, rule.to);
      else lines.push({ ...rule });
    }
    return lines;
  });
}

interface Lines {
  readonly across: readonly Rule[];
  readonly down: readonly Rule[];
}

/** Lines that hang together. */
function components(across: readonly Rule[], down: readonly Rule[]): Lines[] {
  const all = [...across, ...down];
  const group = all.map((_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (group[at] !== at) at = group[at] ?? at;
    group[i] = at;
    return at;
  };
  for (const [i, h] of across.entries())
    for (const [j, v] of down.entries()) if (touches(h, v)) group[root(i)] = root(across.length + j);
  const parts = new Map<number, { across: Rule[]; down: Rule[] }>();
  for (const [i, rule] of all.entries()) {
    const part = parts.get(root(i)) ?? { across: [], down: [] };
    parts.set(root(i), part);
    (rule.across ? part.across : part.down).push(rule);
  }
  return [...parts.values()];
}

function touches(h: Rule, v: Rule): boolean {
  return v.at >= h.from - JOINT && v.at <= h.to + JOINT && h.at >= v.from - JOINT && h.at <= v.to + JOINT;
}

function places(rules: readonly Rule[]): number[] {
  const found: number[] = [];
  for (const at of rules.map((rule) => rule.at).sort((a, b) => a - b))
    if (at - (found.at(-1) ?? Number.NEGATIVE_INFINITY) > JOINT) found.push(at);
  return found;
}

/** Joins the places between which no line runs. What comes out as no rectangle stays place by place. */
function cellsOf({ across, down }: Lines, xs: readonly number[], ys: readonly number[]): GridCell[] {
  const width = xs.length - 1;
  const height = ys.length - 1;
  const parted = (rules: readonly Rule[], at: number, from: number, to: number) =>
    rules.some(
      (rule) =>
        Math.abs(rule.at - at) <= JOINT && Math.min(rule.to, to) - Math.max(rule.from, from) > (to - from) * 0.6,
    );
  const seen = new Set<number>();
  const cells: GridCell[] = [];
  for (let start = 0; start < width * height; start += 1) {
    if (seen.has(start)) continue;
    const open = [start];
    const found: number[] = [];
    seen.add(start);
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      found.push(place);
      const [row, column] = [Math.floor(place / width), place % width];
      const [left, right] = [xs[column] ?? 0, xs[column + 1] ?? 0];
      const [top, bottom] = [ys[row] ?? 0, ys[row + 1] ?? 0];
      const step = (next: number, shut: boolean) => {
        if (shut || seen.has(next)) return;
        seen.add(next);
        open.push(next);
      };
      step(place + 1, column + 1 >= width || parted(down, right, top, bottom));
      step(place - 1, column === 0 || parted(down, left, top, bottom));
      step(place + width, row + 1 >= height || parted(across, bottom, left, right));
      step(place - width, row === 0 || parted(across, top, left, right));
    }
    append(cells, rectangles(found, width));
  }
  return cells.sort((a, b) => a.row - b.row || a.column - b.column);
}

function rectangles(found: readonly number[], width: number): GridCell[] {
  const rows = found.map((place) => Math.floor(place / width));
  const columns = found.map((place) => place % width);
  const row = smallest(rows);
  const column = smallest(columns);
  const toRow = largest(rows) + 1;
  const toColumn = largest(columns) + 1;
  if ((toRow - row) * (toColumn - column) === found.length) return [{ row, column, toRow, toColumn }];
  return found.map((place) => {
    const [r, c] = [Math.floor(place / width), place % width];
    return { row: r, column: c, toRow: r + 1, toColumn: c + 1 };
  });
}

export function isInside({ xs, ys }: RuledGrid, { x, y, width, size }: Glyph): boolean {
  const [centreX, centreY] = [x + width / 2, y - size * 0.35];
  return (
    centreX > (xs[0] ?? 0) && centreX < (xs.at(-1) ?? 0) && centreY > (ys[0] ?? 0) - 1 && centreY < (ys.at(-1) ?? 0) + 1
  );
}

/** The grid with the letters that stand in it; rows in which nothing begins are kept, for the spans' sake. */
export function gridTable(grid: RuledGrid, glyphs: readonly Glyph[]): Table {
  const texts = new Map<GridCell, Glyph[]>(grid.cells.map((cell) => [cell, []]));
  const cellAt = cellFinder(grid);
  for (const glyph of glyphs) {
    const cell = cellAt(glyph.x + glyph.width / 2, glyph.y - glyph.size * 0.35);
    if (cell) texts.get(cell)?.push(glyph);
  }
  const rows: TableCell[][] = Array.from({ length: grid.ys.length - 1 }, () => []);
  for (const [cell, inside] of texts) {
    const colSpan = cell.toColumn - cell.column;
    const rowSpan = cell.toRow - cell.row;
    rows[cell.row]?.push({
      text: cellText(linesOf(inside).map(({ text }) => text)),
      ...(colSpan > 1 && { colSpan }),
      ...(rowSpan > 1 && { rowSpan }),
    });
  }
  return { kind: "table", rows, doubtful: true };
}

/** A label goes on from line to line; of two figures one above the other nobody knows whether they are one. */
function cellText(lines: readonly string[]): string {
  const figures = lines.length > 1 && lines.every((line) => /^[\d.,]+$/.test(line));
  return figures ? lines.join("\n") : joinLines(lines);
}

/** Finds the cell round a point; a point a hair outside belongs to the nearest row or column. */
function cellFinder({ xs, ys, cells }: RuledGrid): (x: number, y: number) => GridCell | undefined {
  const width = xs.length - 1;
  const byPlace = new Map<number, GridCell>();
  for (const cell of cells)
    for (let row = cell.row; row < cell.toRow; row += 1)
      for (let column = cell.column; column < cell.toColumn; column += 1) byPlace.set(row * width + column, cell);
  const band = (list: readonly number[], at: number) =>
    Math.min(Math.max(list.findIndex((place) => place > at) - 1, 0), list.length - 2);
  return (x, y) =>
    byPlace.get(
      (y >= (ys.at(-1) ?? 0) ? ys.length - 2 : band(ys, y)) * width + (x >= (xs.at(-1) ?? 0) ? width - 1 : band(xs, x)),
    );
}
