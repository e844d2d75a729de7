import { type CellLookup, figureText } from "../../core/content/figure.ts";
import type { FigureRef } from "../../core/content/types.ts";
import { columnName, type Form, plainLabel, rowPath, type TableOfForm } from "../../core/form/form.ts";
import type { ColumnForm } from "../../core/form/schema.ts";
import type { ReportTable } from "../../core/report/report.ts";
import { fold } from "../../core/text/fold.ts";
import { typeset } from "../../core/text/typeset.ts";
import { pinyinInitials } from "./pinyin.ts";

/** A cell that can be put into the text. */
export interface FigureItem {
  readonly ref: FigureRef;
  /** 三（一）1 */
  readonly path: string;
  readonly label: string;
  readonly unit: string;
  /** What the column is called, where it is not the only one of this year. */
  readonly column: string;
  /** What it is found by, folded. */
  readonly keys: readonly string[];
}

/** Every cell of the report that carries a value, in the form's order: this year's columns, then others. */
export function figureItems(form: Form, tables: readonly ReportTable[]): FigureItem[] {
  return tables.flatMap(({ key, cells }) => {
    const table = form.tables.get(key);
    const columns = table?.form.columns ?? [];
    const rank = (column: string) =>
      columns.findIndex((candidate) => candidate.key === column && candidate.role === "current");
    return cells
      .toSorted((a, b) => Number(rank(b.column) >= 0) - Number(rank(a.column) >= 0))
      .map((cell): FigureItem => {
        const row = table?.rows.get(cell.row);
        const label = plainLabel(row?.label ?? cell.label);
        const path = table && row ? rowPath(table, cell.row) : "";
        const known = columns.find((candidate) => candidate.key === cell.column);
        const column = table && known ? nameOfColumn(table, known) : cell.column;
        return {
          ref: { table: key, row: cell.row, column: cell.column, format: "arabic" },
          path,
          label,
          unit: cell.unit,
          column,
          keys: [path + label, label, cell.row, ...(column === "" ? [] : [label + column, column + label])].flatMap(
            (name) => [fold(name), pinyinInitials(fold(name))],
          ),
        };
      });
  });
}

/** A column of several as people say it, and one of last year; empty for the only one of this year. */
function nameOfColumn(table: TableOfForm, column: ColumnForm): string {
  return column.role === "current" && table.currentColumns.length === 1 ? "" : typeset(columnName(table, column));
}

/** The items that a clerk means by `query` (label, place or pinyin initials), the best first. */
export function searchItems(items: readonly FigureItem[], query: string): readonly FigureItem[] {
  const wanted = fold(query);
  if (wanted === "") return items;
  const score = ({ keys }: FigureItem) => {
    if (keys.some((key) => key === wanted)) return 3;
    if (keys.some((key) => key.startsWith(wanted))) return 2;
    return keys.some((key) => key.includes(wanted)) ? 1 : 0;
  };
  return items
    .map((item) => ({ item, score: score(item) }))
    .filter((found) => found.score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ item }) => item);
}

/** What a figure's cell is called: `三（一）1 当面申请数`, `三（七） 总计（自然人）`. */
export function figureName(form: Form, lookup: CellLookup, ref: FigureRef): string {
  const table = form.tables.get(ref.table);
  const label = table?.rows.get(ref.row)?.label ?? lookup(ref)?.label ?? ref.row;
  const path = table ? rowPath(table, ref.row) : "";
  const known = table?.columns.get(ref.column);
  const column = table && known ? nameOfColumn(table, known) : "";
  const row = `${path} ${plainLabel(label)}`.trim();
  if (column === "") return row;
  return table?.form.labels === "none" ? column : `${row}（${column}）`;
}

/** The value beside an item of the list. */
export function itemValue({ ref }: FigureItem, lookup: CellLookup): string {
  return figureText(lookup(ref), "arabic");
}
