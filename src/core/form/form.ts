import { typeset } from "../text/typeset.ts";
import type { ColumnForm, FormFile, RowForm, SectionForm, TableForm, ValueType } from "./schema.ts";

/** A form file that passed every test, with the look-ups that its users need. Made by `loadForm` only. */
export interface Form {
  readonly id: string;
  readonly file: FormFile;
  readonly sections: ReadonlyMap<string, SectionForm>;
  readonly tables: ReadonlyMap<string, TableOfForm>;
}

export interface TableOfForm {
  readonly form: TableForm;
  readonly rows: ReadonlyMap<string, RowForm>;
  /** Rows that carry values: all but headers, in the form's order. */
  readonly valueRows: readonly RowForm[];
  readonly columns: ReadonlyMap<string, ColumnForm>;
  /** Columns that are filled in and checked, in the form's order. */
  readonly currentColumns: readonly ColumnForm[];
  /** The column of last year that belongs to a current one. */
  readonly previousOf: ReadonlyMap<string, string>;
}

export function makeForm(file: FormFile): Form {
  return {
    id: file.id,
    file,
    sections: new Map(file.sections.map((section) => [section.key, section])),
    tables: new Map(file.tables.map((table) => [table.key, makeTable(table)])),
  };
}

/** The look-ups of one table. */
export function makeTable(form: TableForm): TableOfForm {
  const currentColumns = form.columns.filter((column) => column.role === "current");
  const [first] = currentColumns;
  return {
    form,
    rows: new Map(form.rows.map((row) => [row.id, row])),
    valueRows: form.rows.filter((row) => row.kind !== "header"),
    columns: new Map(form.columns.map((column) => [column.key, column])),
    currentColumns,
    previousOf: new Map(
      form.columns.flatMap(({ key, role, of = first?.key }): [string, string][] =>
        role === "previous" && of !== undefined ? [[of, key]] : [],
      ),
    ),
  };
}

/** What the cells of a row and column hold. Header rows and local rows hold counts, as far as anybody knows. */
export interface CellKind {
  readonly type: ValueType;
  /** At most this many decimal places; 0 but for money. */
  readonly decimals: number;
  readonly unit: string;
}

/** The kind of a cell: the column's own word counts before the row's. */
export function cellKind(row: RowForm | undefined, column: ColumnForm | undefined): CellKind {
  return {
    type: column?.type ?? row?.type ?? "count",
    decimals: column?.decimals ?? row?.decimals ?? 0,
    unit: column?.unit ?? row?.unit ?? "",
  };
}

/** False where a table is made of blocks and the row's block does not have the column. */
export function hasCell({ form, columns }: TableOfForm, row: string, column: string): boolean {
  const block = form.blocks?.find(({ rows }) => rows.includes(row));
  if (!block) return true;
  return block.columns.includes(columns.get(column)?.of ?? column);
}

/** True when the form is the one for reports of that year. */
export function servesYear(form: Form, year: number): boolean {
  const { from, to } = form.file.years;
  return year >= from && (to === undefined || year <= to);
}

/**
 * The name of a row as people say it on the telephone: the numbers of its headings from the outside in,
 * `三（一）1` for row 3.1.1; the label itself where it has no number.
 */
export function rowPath(table: TableOfForm, id: string): string {
  const row = table.rows.get(id);
  if (!row) return id;
  const own = /^(?:([一二三四五六七八九十]+)、|([(\uff08][一二三四五六七八九十]+[)\uff09])|(\d+)[.\uff0e、])/.exec(
    row.label,
  );
  const outer = row.parent ? rowPath(table, row.parent) : "";
  return outer + typeset(own ? (own[1] ?? own[2] ?? own[3] ?? "") : "");
}

/** A row's number and label in one: `三（一）收到申请数`, `四、行政复议数量`. */
export function rowName(table: TableOfForm, { id, label }: RowForm): string {
  const path = rowPath(table, id);
  return path + (/[一二三四五六七八九十]$/.test(path) ? "、" : "") + plainLabel(label);
}

/** A column as people say it: by its own head where that is like no other, else by the heads above it as well. */
export function columnName({ form }: TableOfForm, column: ColumnForm): string {
  const alone = form.columns.filter(({ label, role }) => label === column.label && role === column.role).length === 1;
  return alone ? column.label : [...(column.groups ?? []), column.label].join(" ");
}

const OF_WHICH = /^其中[:\uff1a]/;
const NUMBER = /^(?:[一二三四五六七八九十]+、|[(\uff08][一二三四五六七八九十]+[)\uff09]|\d+[.\uff0e、])/;

/** A row's label without its number and without `其中:`, for comparing and for sentences: `收到申请数`. */
export function plainLabel(label: string): string {
  return label.replace(OF_WHICH, "").replace(NUMBER, "").replace(OF_WHICH, "");
}
