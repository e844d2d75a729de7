import type { Proposal } from "../checks/proposals.ts";
import type { CellChange } from "../edit/edit.ts";
import { type Sheet, write } from "./sheet.ts";

/**
 * Puts what comes from last year into its cells, each with a note of where from; a note that stands there stays.
 *
 * @param proposals of the sheet's table
 */
export function takeCarried(sheet: Pick<Sheet, "table" | "cellAt">, proposals: readonly Proposal[]): CellChange[] {
  return proposals.flatMap(({ row, column, value, carried }): CellChange[] => {
    const { change } = write(sheet, row, column, value);
    if (!change?.after || carried === null) return change ? [change] : [];
    return [{ ...change, after: { ...change.after, note: change.after.note ?? noteOf(carried) } }];
  });
}

/** What the note says: `由上年报告而来：上年“结转下年度继续办理”4`. */
function noteOf(carried: string): string {
  return `由上年报告而来：${carried}`;
}
