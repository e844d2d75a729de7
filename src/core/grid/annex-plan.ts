import type { CellChange } from "../edit/edit.ts";
import { hasCell } from "../form/form.ts";
import { yearsIn } from "../recognise/front.ts";
import type { TableReading } from "../recognise/table-output.ts";
import type { Cell, Message } from "../report/report.ts";
import { fold } from "../text/fold.ts";
import { type Sheet, textOf } from "./sheet.ts";

/** Which year's column a pasted annex goes to. Its own column of the year before is used for `current` only. */
export type AnnexTarget = "current" | "previous";

/** One value of a pasted annex and where it goes. */
export interface AnnexLine {
  readonly row: string;
  /** Of the form, where the value goes. */
  readonly column: string;
  /** What stands there now, and what will. */
  readonly from: string;
  readonly to: string;
  /** What the clerk should look at, in one sentence. */
  readonly doubt: string | null;
  /** `null` where the cell says the same already. */
  readonly change: CellChange | null;
}

export interface AnnexPlan {
  /** In the order of the source. */
  readonly lines: readonly AnnexLine[];
  /** Rows and texts with figures that found no place in the table. */
  readonly unplaced: readonly string[];
  /** Other texts that are not used: titles, the sign-off, row numbers. */
  readonly aside: readonly string[];
  /** Values that are blank in the source: they leave the cell as it is. */
  readonly blank: number;
}

/** Lays what was read of a pasted annex into the table, by its labels. Nothing is changed yet. */
export function planAnnex(
  reading: TableReading,
  { table, cellAt }: Pick<Sheet, "table" | "cellAt">,
  own: readonly Cell[],
  target: AnnexTarget,
): AnnexPlan {
  const doubts = doubtsOf(reading.messages);
  const locals = new Map(
    own.filter(({ row }) => !table.rows.has(row)).map(({ row, label }): [string, string] => [fold(label), row]),
  );
  const lines: AnnexLine[] = [];
  const unplaced = [...reading.extra];
  let blank = 0;
  let older = 0;
  for (const cell of reading.table.cells) {
    const doubt = doubts.get(`${cell.row}:${cell.column}`);
    // The reader lists each row of the form; the source does not have this one.
    if (doubt?.code === "row-missing") continue;
    if (cell.state === "blank" && cell.raw === undefined) {
      blank += 1;
      continue;
    }
    if (target === "previous" && table.columns.get(cell.column)?.role === "previous") {
      older += 1;
      continue;
    }
    const known = table.rows.get(cell.row);
    const row = known ? cell.row : locals.get(fold(cell.label));
    const column = columnFor(cell.column, target);
    if (row === undefined || column === undefined || !hasCell(table, row, column)) {
      unplaced.push(`${cell.label} ${textOf(cell)}`);
      continue;
    }
    const before = cellAt(row, column) ?? null;
    const { state, value, raw } = cell;
    const note = cell.note ?? before?.note;
    const after: Cell = {
      row,
      column,
      label: before?.label ?? cell.label,
      unit: before?.unit ?? cell.unit,
      state,
      value,
      ...(raw === undefined ? {} : { raw }),
      ...(note === undefined ? {} : { note }),
    };
    lines.push({
      row,
      column,
      from: textOf(before ?? undefined),
      to: textOf(after),
      doubt: doubt?.text ?? null,
      change: before && sameCell(before, after) ? null : { row, column, before, after },
    });
  }
  const aside = [
    ...reading.lines,
    ...reading.dropped.map(({ text }) => text),
    ...(older > 0 ? [`来源里再前一年的 ${older} 个数`] : []),
  ];
  return { lines, unplaced, aside, blank };

  function columnFor(column: string, to: AnnexTarget): string | undefined {
    return to === "current" ? column : table.previousOf.get(column);
  }
}

function doubtsOf(messages: readonly Message[]): ReadonlyMap<string, Message> {
  return new Map(
    messages.flatMap((message): [string, Message][] =>
      message.at && "row" in message.at ? [[`${message.at.row}:${message.at.column}`, message]] : [],
    ),
  );
}

function sameCell(a: Cell, b: Cell): boolean {
  return a.state === b.state && a.value === b.value && a.raw === b.raw && a.note === b.note;
}

/** Which year a pasted annex is of, by the lines over its table: the year before the report's, else its own. */
export function guessTarget(reading: TableReading, year: number | null): AnnexTarget {
  const years = reading.lines.flatMap((line) => yearsIn(line));
  return year !== null && years.includes(year - 1) && !years.includes(year) ? "previous" : "current";
}
