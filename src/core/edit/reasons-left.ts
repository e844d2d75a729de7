import type { Cell, CellPlace, Reason, Report } from "../report/report.ts";
import type { CellsEdit } from "./edit.ts";

/**
 * The written reasons after a change of cells. A reason was given for the numbers that stood there: it no longer
 * answers for a cell that now says something else, so that a finding which points at that cell speaks again.
 * What the finding no longer points at (a blank that was filled in) leaves the reason good for the rest.
 */
export function reasonsLeft(reasons: readonly Reason[], report: Report, edit: CellsEdit): readonly Reason[] {
  const cells = report.tables.find(({ key }) => key === edit.table)?.cells ?? [];
  const changed = new Set(edit.changes.filter((change) => isOther(cells, change)).map(addressOf));
  const isLeft = (place: CellPlace) => place.table !== edit.table || !changed.has(addressOf(place));
  if (reasons.every(({ cells: named }) => named.every(isLeft))) return reasons;
  return reasons.map((reason) => ({ ...reason, cells: reason.cells.filter(isLeft) }));
}

function isOther(cells: readonly Cell[], { row, column, after }: CellsEdit["changes"][number]): boolean {
  const before = cells.find((cell) => cell.row === row && cell.column === column);
  return (before?.state ?? "blank") !== (after?.state ?? "blank") || (before?.value ?? null) !== (after?.value ?? null);
}

function addressOf({ row, column }: Pick<CellPlace, "row" | "column">): string {
  return `${row} ${column}`;
}
