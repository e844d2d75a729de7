import type { Merge, RowShape } from "../word/edges.ts";

interface OpenRow {
  edges: number[];
  across: Merge[];
  down: Merge[];
  nextAcross: Merge;
  nextDown: Merge;
}

/**
 * What the file says of rows. Word says it before and behind a row's cells, others only before: the last that was said
 * holds, for the outer table and for the tables inside apart.
 */
export class RowDefinitions {
  readonly #open: Record<"outer" | "inner", OpenRow | null> = { outer: null, inner: null };

  control(word: string, value: number | null, inner: boolean): void {
    const which = inner ? "inner" : "outer";
    if (word === "trowd") {
      this.#open[which] = { edges: [0], across: [], down: [], nextAcross: null, nextDown: null };
      return;
    }
    const row = this.#open[which];
    if (!row) return;
    switch (word) {
      case "trleft":
        row.edges[0] = value ?? 0;
        return;
      case "clmgf":
        row.nextAcross = "first";
        return;
      case "clmrg":
        row.nextAcross = "covered";
        return;
      case "clvmgf":
        row.nextDown = "first";
        return;
      case "clvmrg":
        row.nextDown = "covered";
        return;
      case "cellx":
        row.edges.push(value ?? 0);
        row.across.push(row.nextAcross);
        row.down.push(row.nextDown);
        row.nextAcross = null;
        row.nextDown = null;
    }
  }

  /** The shape of the row that ends here. The next row is like it unless the file says otherwise. */
  take(inner: boolean): RowShape | null {
    const row = this.#open[inner ? "inner" : "outer"];
    return row && row.edges.length > 1 ? { edges: [...row.edges], across: [...row.across], down: [...row.down] } : null;
  }
}
