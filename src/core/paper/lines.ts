import type { TableOfForm } from "../form/form.ts";
import type { RowForm } from "../form/schema.ts";
import type { Cell } from "../report/report.ts";

/** One row of a report's table, in the order in which it is shown and printed. */
export interface Line {
  readonly id: string;
  /** `undefined` for a row of the office's own. */
  readonly form: RowForm | undefined;
  /** 1 is the outermost. */
  readonly level: number;
  readonly label: string;
  /** What the form prints in brackets behind the label; empty where it has none. */
  readonly note: string;
  readonly unit: string;
  /** By column. */
  readonly cells: ReadonlyMap<string, Cell>;
}

const NO_CELLS: ReadonlyMap<string, Cell> = new Map();

/** The form's rows, local ones where the report has them, and rows of the office's own behind the row they followed. */
export function linesOf(table: TableOfForm, cells: readonly Cell[]): Line[] {
  const byRow = cellsByRow(cells);
  const lines = table.form.rows
    .filter(({ id, origin }) => origin === "national" || byRow.has(id))
    .map((form): Line => {
      const { id, level, label, note = "", unit } = form;
      return { id, form, level, label, note, unit, cells: byRow.get(id) ?? NO_CELLS };
    });
  let before: string | undefined;
  for (const { row, label, unit } of cells) {
    if (!table.rows.has(row) && row !== before && !lines.some(({ id }) => id === row)) {
      const at = lines.findIndex(({ id }) => id === before);
      const level = lines[at]?.level ?? 1;
      lines.splice(at + 1, 0, {
        id: row,
        form: undefined,
        level,
        label,
        note: "",
        unit,
        cells: byRow.get(row) ?? NO_CELLS,
      });
    }
    before = row;
  }
  return lines;
}

function cellsByRow(cells: readonly Cell[]): Map<string, Map<string, Cell>> {
  const rows = new Map<string, Map<string, Cell>>();
  for (const cell of cells) {
    const row = rows.get(cell.row);
    if (row) row.set(cell.column, cell);
    else rows.set(cell.row, new Map([[cell.column, cell]]));
  }
  return rows;
}
