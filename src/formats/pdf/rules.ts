import { append, largest, smallest } from "../../core/append.ts";
import { apply, type Matrix } from "./matrix.ts";
import { PathEnd } from "./operators.ts";
import type { Rule } from "./shapes.ts";

/** A filled box that is no wider than this is a line. */
const THIN = 3;
/** Shorter strokes are parts of drawn letters or of dashes. */
const SHORTEST = 4;
/** How far from level a line may run. */
const LEVEL = 1;
const MOST_RULES = 20_000;

const STROKED: ReadonlySet<number> = new Set([
  PathEnd.stroke,
  PathEnd.closeStroke,
  PathEnd.fillStroke,
  PathEnd.eoFillStroke,
  PathEnd.closeFillStroke,
  PathEnd.closeEOFillStroke,
]);
const FILLED: ReadonlySet<number> = new Set([PathEnd.fill, PathEnd.eoFill]);

/**
 * The straight lines of a drawn path: stroked edges, and filled boxes so thin that they are lines.
 * @param args what pdf.js says of a path: how it ends, and a list of numbers (0 move, 1 line, 2 and 3 curves, 4 close)
 */
export function rulesOfPath(args: readonly unknown[], page: Matrix): Rule[] {
  const [end, data] = args;
  if (typeof end !== "number" || !Array.isArray(data)) return [];
  const stroked = STROKED.has(end);
  if (!stroked && !FILLED.has(end)) return [];
  const rules: Rule[] = [];
  for (const part of subpaths(data[0], page)) {
    if (stroked) append(rules, edges(part));
    else append(rules, boxLines(part));
    if (rules.length > MOST_RULES) break;
  }
  return rules;
}

type Point = readonly [number, number];

/** The corners of each part of a path, on the page; a curve counts as a jump. */
function subpaths(numbers: unknown, page: Matrix): Point[][] {
  if (!(numbers instanceof Float32Array || Array.isArray(numbers))) return [];
  const parts: Point[][] = [];
  let part: Point[] = [];
  const close = () => {
    if (part.length > 1) parts.push(part);
  };
  for (let i = 0; i < numbers.length; ) {
    const kind = numbers[i];
    const taken = kind === 2 ? 6 : kind === 3 ? 4 : kind === 4 ? 0 : 2;
    const x = Number(numbers[i + taken - 1]);
    const y = Number(numbers[i + taken]);
    if (kind === 4) {
      if (part[0]) part.push(part[0]);
    } else if (kind === 1) part.push(apply(page, x, y));
    else {
      close();
      part = [apply(page, x, y)];
    }
    i += taken + 1;
  }
  close();
  return parts;
}

function edges(points: readonly Point[]): Rule[] {
  return points.slice(1).flatMap(([x, y], i): Rule[] => {
    const [fromX, fromY] = points[i] as Point;
    return [rule(fromX, fromY, x, y)].filter((edge) => edge !== null);
  });
}

function rule(x1: number, y1: number, x2: number, y2: number): Rule | null {
  if (Math.abs(y1 - y2) <= LEVEL && Math.abs(x1 - x2) >= SHORTEST)
    return { across: true, at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) };
  if (Math.abs(x1 - x2) <= LEVEL && Math.abs(y1 - y2) >= SHORTEST)
    return { across: false, at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) };
  return null;
}

function boxLines(points: readonly Point[]): Rule[] {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right, top, bottom] = [smallest(xs), largest(xs), smallest(ys), largest(ys)];
  const middleX = (left + right) / 2;
  const middleY = (top + bottom) / 2;
  const line =
    bottom - top <= THIN
      ? rule(left, middleY, right, middleY)
      : right - left <= THIN
        ? rule(middleX, top, middleX, bottom)
        : null;
  return line ? [line] : [];
}
