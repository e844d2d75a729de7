import { type CellLookup, cellLookup } from "../../core/content/figure.ts";
import type { ReportTable } from "../../core/report/report.ts";

/**
 * The report's cells as the figures of the text see them. A figure listens here and paints itself anew when
 * its cell changes: the document has no part in it, so no transaction and no entry for undo.
 */
export interface FigureSource {
  readonly get: () => CellLookup;
  readonly subscribe: (listener: () => void) => () => void;
}

export interface FigureCells extends FigureSource {
  /** Takes the tables of the report that is open now. Without a change nobody is told. */
  readonly show: (tables: readonly ReportTable[]) => void;
}

export function createFigureCells(): FigureCells {
  const listeners = new Set<() => void>();
  let shown: readonly ReportTable[] = [];
  let lookup = cellLookup(shown);
  return {
    get: () => lookup,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show: (tables) => {
      if (tables === shown) return;
      shown = tables;
      lookup = cellLookup(tables);
      for (const listener of [...listeners]) listener();
    },
  };
}
