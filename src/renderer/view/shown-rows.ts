import type { Sheet } from "../../core/grid/sheet.ts";
import { useStore } from "../state/store.ts";
import { type Selection, type Ui, ui } from "../state/ui.ts";
import { markedRows } from "./marks.ts";
import { type Grid, type GridRow, visibleRows } from "./rows.ts";
import { sheetOf } from "./selection.ts";
import type { TableView } from "./table-view.ts";

/** The lines that are shown now, and the same as a sheet. */
export interface ShownRows {
  readonly rows: readonly GridRow[];
  readonly sheet: Sheet;
}

type Choice = Pick<Ui, "folded" | "onlyProblems" | "selection">;

const NONE: ReadonlySet<string> = new Set();
let last: {
  readonly grid: Grid;
  readonly folded: ReadonlySet<string>;
  readonly only: string;
  readonly shown: ShownRows;
} | null = null;

/**
 * The lines that are shown of a table. With only problems, a row that was put right stays as long as the cursor is
 * in it: nothing goes away under the clerk's hands.
 */
export function shownRows({ marks }: TableView, grid: Grid, { folded, onlyProblems, selection }: Choice): ShownRows {
  const only = onlyProblems ? new Set([...markedRows(marks), ...held(selection)]) : null;
  const key = only ? [...only].join(" ") : "all";
  if (last?.grid === grid && last.folded === folded && last.only === key) return last.shown;
  const rows = visibleRows(grid, folded, only);
  const shown = { rows, sheet: sheetOf(grid, rows) };
  last = { grid, folded, only: key, shown };
  return shown;
}

function held(selection: Selection | null): ReadonlySet<string> {
  return selection ? new Set([selection.active.row, selection.anchor.row, selection.head.row]) : NONE;
}

/** For components. */
export function useShownRows(view: TableView, grid: Grid): ShownRows {
  const folded = useStore(ui, (value) => value.folded);
  const onlyProblems = useStore(ui, (value) => value.onlyProblems);
  const selection = useStore(ui, (value) => value.selection);
  return shownRows(view, grid, { folded, onlyProblems, selection });
}
