import type { SourceLine } from "../../contract/review.ts";

/** How much room a column of a source's table takes: a number, a short word, or what is left. */
export type Width = "number" | "word" | "rest";

/** Texts up to these lengths stand in columns of these widths: 12, `统计数`, `法律服务机构`. */
const NUMBER = 4;
const WORD = 8;

/** The rows of the table that a line stands in, where it is a row. */
export function tableAround(source: readonly SourceLine[], index: number): readonly (readonly string[])[] {
  let from = index;
  while (source[from - 1]?.kind === "row") from -= 1;
  const rows: (readonly string[])[] = [];
  for (let at = from; ; at += 1) {
    const line = source[at];
    if (line?.kind !== "row") return rows;
    rows.push(line.cells);
  }
}

/** The columns of every row by its index. Rows that follow each other are one table; shorter ones are filled up. */
export function columnsOf(source: readonly SourceLine[]): ReadonlyMap<number, readonly Width[]> {
  const columns = new Map<number, readonly Width[]>();
  for (let from = 0; from < source.length; from += 1) {
    let to = from;
    while (source[to]?.kind === "row") to += 1;
    if (to === from) continue;
    const rows = source.slice(from, to).flatMap((line) => (line.kind === "row" ? [line.cells] : []));
    const table = layOut(rows);
    for (let i = from; i < to; i += 1) columns.set(i, table);
    from = to;
  }
  return columns;
}

function layOut(rows: readonly (readonly string[])[]): Width[] {
  const count = Math.max(...rows.map((cells) => cells.length));
  const columns = Array.from({ length: count }, (_, c): Width => {
    const longest = Math.max(...rows.map((cells) => cells[c]?.length ?? 0));
    return longest <= NUMBER ? "number" : longest <= WORD ? "word" : "rest";
  });
  // One of them must take the room.
  return columns.includes("rest") ? columns : columns.map((width, c) => (c === 0 ? "rest" : width));
}
