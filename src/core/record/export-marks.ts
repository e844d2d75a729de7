import type { Finding } from "../checks/finding.ts";
import type { Reason } from "../report/report.ts";

/** Who had a report written out although an error stood in it, and when. */
export interface ExportMark {
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
}

/** What stands in a mark's place for words. */
const TEXT = "仍要导出";

/**
 * The reasons with a mark for each error that stands in the files which now go out. An error is never ignored (see
 * `applyReasons`): the mark changes nothing about it, and goes as reasons go when its cells change.
 */
export function withExportMarks(
  reasons: readonly Reason[],
  errors: readonly Finding[],
  { by, at }: ExportMark,
): readonly Reason[] {
  const others = reasons.filter((reason) => !errors.some((error) => isMarkOf(reason, error)));
  return [
    ...others,
    ...errors.map(({ code, cells }): Reason => ({ code, cells, text: TEXT, by, at, kind: "ignored" })),
  ];
}

/** The mark of a standing error; `null` where it was not in any file that went out. */
export function exportMarkOf(error: Finding, reasons: readonly Reason[]): ExportMark | null {
  return reasons.findLast((reason) => isMarkOf(reason, error)) ?? null;
}

function isMarkOf({ kind, code, cells }: Reason, error: Finding): boolean {
  return (
    kind === "ignored" &&
    error.severity === "error" &&
    code === error.code &&
    error.cells.every(({ table, row, column }) =>
      cells.some((cell) => cell.table === table && cell.row === row && cell.column === column),
    )
  );
}
