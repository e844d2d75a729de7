import type { Merge, RowShape } from "../word/edges.ts";
import { SPRM, type Sprm } from "./sprm.ts";

const CELL = 20;
const WIDEST = 63;

interface OpenShape {
  edges: number[];
  across: Merge[];
  down: Merge[];
}

/** What the mark at a row's end says of its cells ([MS-DOC] 2.6.3), the changes after its definition included. */
export function rowShape(sprms: readonly Sprm[]): RowShape | null {
  let shape: OpenShape | null = null;
  for (const { code, operand } of sprms) {
    if (code === SPRM.row) shape = defined(operand) ?? shape;
    else if (shape) change(shape, { code, operand });
  }
  return shape;
}

function defined(operand: Sprm["operand"]): OpenShape | null {
  const count = Math.min(operand.length > 0 ? operand.u8(0) : 0, WIDEST);
  const cells = 1 + (count + 1) * 2;
  if (count === 0 || operand.length < cells) return null;
  const edges = Array.from({ length: count + 1 }, (_, i) => operand.i16(1 + i * 2));
  const flags = Array.from({ length: count }, (_, i) =>
    cells + i * CELL + 2 <= operand.length ? operand.u16(cells + i * CELL) : 0,
  );
  return { edges, across: flags.map(acrossOf), down: flags.map((flag) => downOf((flag >> 5) & 3)) };
}

/** The documents of the format call 1 the covered cell, older ones and programs the first: `edges.ts` sees which. */
function acrossOf(flags: number): Merge {
  const merge = flags & 3;
  return merge === 0 ? null : merge === 1 ? "first" : "covered";
}

function downOf(merge: number): Merge {
  return merge === 1 ? "covered" : merge === 3 || merge === 2 ? "first" : null;
}

function change(shape: OpenShape, { code, operand }: Sprm): void {
  const [a, b] = operand.length >= 2 ? [operand.u8(0), operand.u8(1)] : [0, 0];
  const end = Math.min(b, shape.across.length);
  if (code === SPRM.mergeAcross) for (let i = a; i < end; i += 1) shape.across[i] = i === a ? "first" : "covered";
  else if (code === SPRM.splitAcross) for (let i = a; i < end; i += 1) shape.across[i] = null;
  else if (code === SPRM.mergeDown && a < shape.down.length) shape.down[a] = downOf(b & 3);
  else if (code === SPRM.cellWidths && operand.length >= 4) widen(shape, a, end, operand.i16(2));
}

function widen(shape: OpenShape, from: number, to: number, width: number): void {
  const widths = shape.edges.slice(1).map((edge, i) => edge - (shape.edges[i] ?? 0));
  for (let i = from; i < to; i += 1) widths[i] = width;
  let edge = shape.edges[0] ?? 0;
  shape.edges = [edge, ...widths.map((size) => (edge += size))];
}
