import type { TableOfForm } from "../form/form.ts";
import type { ColumnForm, TableBlock } from "../form/schema.ts";
import { withLocalSign } from "../report/local-sign.ts";
import type { ReportTable } from "../report/report.ts";
import { typeset } from "../text/typeset.ts";
import { type AnnexValue, printedValue } from "./annex.ts";
import { type Line, linesOf } from "./lines.ts";

/** One cell of a table as it is printed; places that a span covers are not listed again. */
export interface MatrixCell {
  readonly text: string;
  /** Exact decimal text when the cell holds a number, so that a spreadsheet gets a number. */
  readonly number: string | null;
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly role: "title" | "head" | "label" | "value";
  /** The report's cell that stands here, of a `value`. */
  readonly place?: { readonly row: string; readonly column: string };
  /** The key of the column that a `head` stands over alone. */
  readonly column?: string;
}

/** A table of a section as the form prints it, for every writer alike: texts are final, looks are the writer's. */
export interface Matrix {
  /** How many columns of the finest division there are. */
  readonly width: number;
  /** How many of them name the rows: they want more room than the others. */
  readonly labelWidth: number;
  /** Rows at the top that are repeated on each page. */
  readonly headRows: number;
  readonly rows: readonly (readonly MatrixCell[])[];
}

/** Lays out a table of a section, empty where the report has nothing of it. */
export function matrixOf(table: TableOfForm, filled: ReportTable | undefined): Matrix {
  const printed = printedColumns(table);
  const rows = linesOf(table, filled?.cells ?? []).map((line) => ({ ...line, label: printedLabel(line) }));
  return table.form.blocks ? inBlocks(table, table.form.blocks, rows) : inColumns(table, printed, rows);
}

/** The form's own words with Chinese punctuation; an office's row as the office wrote it, and that it is its own. */
function printedLabel({ form, label, note }: Line): string {
  return form ? typeset(label + note) : withLocalSign(label + note);
}

function printedColumns({ currentColumns }: TableOfForm): readonly ColumnForm[] {
  return currentColumns.filter(({ print }) => print);
}

function cell(text: string, role: MatrixCell["role"], colSpan = 1, rowSpan = 1): MatrixCell {
  return { text, number: null, colSpan, rowSpan, role };
}

function valueCell({ id, cells }: Line, column: ColumnForm, colSpan = 1): MatrixCell {
  const { text, number }: AnnexValue = printedValue(cells.get(column.key));
  return { text, number, colSpan, rowSpan: 1, role: "value", place: { row: id, column: column.key } };
}

/** Each block under its own line and heads; blocks of fewer columns share the width evenly. */
function inBlocks(table: TableOfForm, blocks: readonly TableBlock[], lines: readonly Line[]): Matrix {
  const division = blocks.map(({ columns }) => columns.length).reduce(leastCommonMultiple, 1);
  const width = division + 1;
  const own = lines.filter(({ form }) => !form);
  const rows = blocks.flatMap((block, i): MatrixCell[][] => {
    const span = division / block.columns.length;
    const columns = block.columns.flatMap((key) => table.columns.get(key) ?? []);
    const here = lines.filter(({ id }) => block.rows.includes(id));
    // Rows that no block knows stand where they stood, at the latest in the last one.
    const others = own.filter((line) => blockOf(line, lines, blocks) === i);
    return [
      [cell(typeset(block.title), "title", width)],
      [cell(table.form.labelHeader.label, "head"), ...columns.map(({ label }) => cell(typeset(label), "head", span))],
      ...[...here, ...others].map((line) => [
        cell(line.label, "label"),
        ...columns.map((column) => valueCell(line, column, span)),
      ]),
    ];
  });
  return { width, labelWidth: 1, headRows: 0, rows };
}

function blockOf(line: Line, lines: readonly Line[], blocks: readonly TableBlock[]): number {
  const before = lines.slice(0, lines.indexOf(line)).findLast(({ form }) => form);
  return Math.max(
    0,
    blocks.findIndex(({ rows }) => before !== undefined && rows.includes(before.id)),
  );
}

function leastCommonMultiple(a: number, b: number): number {
  const divisor = (m: number, n: number): number => (n === 0 ? m : divisor(n, m % n));
  return (a * b) / divisor(a, b);
}

function inColumns(table: TableOfForm, columns: readonly ColumnForm[], lines: readonly Line[]): Matrix {
  const { labels = "list", corner, labelHeader } = table.form;
  const values = lines.filter(({ form }) => form?.kind !== "header");
  const depth = labels === "spans" ? Math.max(1, ...values.map(({ form }) => form?.level ?? 1)) : 1;
  const labelWidth = labels === "none" ? 0 : depth;
  const head = headRows(columns);
  const [first = [], ...others] = head;
  const top =
    labelWidth === 0 ? first : [cell(typeset(corner ?? labelHeader.label), "head", labelWidth, head.length), ...first];
  const body =
    labels === "spans" ? spanned(lines, depth) : listed(labels === "none" ? values : lines, labels !== "none");
  return {
    width: labelWidth + columns.length,
    labelWidth,
    headRows: head.length,
    rows: [
      top,
      ...others,
      ...body.map(({ line, labels: names }) => [
        ...names,
        ...columns.map((column) => (line.form?.kind === "header" ? cell("", "label") : valueCell(line, column))),
      ]),
    ],
  };
}

interface BodyRow {
  readonly line: Line;
  readonly labels: readonly MatrixCell[];
}

function listed(lines: readonly Line[], named: boolean): BodyRow[] {
  return lines.map((line) => ({ line, labels: named ? [cell(line.label, "label")] : [] }));
}

/** A header row is one cell beside all the rows under it; a row's own label takes the width that those leave. */
function spanned(lines: readonly Line[], depth: number): BodyRow[] {
  const rows: BodyRow[] = [];
  let waiting: { readonly line: Line; readonly level: number }[] = [];
  for (const line of lines) {
    const { level } = line;
    if (line.form?.kind === "header") {
      waiting.push({ line, level });
      continue;
    }
    const heads = waiting.map((head) => cell(head.line.label, "label", 1, rowsUnder(head.line, lines)));
    waiting = [];
    rows.push({ line, labels: [...heads, cell(line.label, "label", Math.max(1, depth - level + 1))] });
  }
  return rows;
}

function rowsUnder(head: Line, lines: readonly Line[]): number {
  const after = lines.slice(lines.indexOf(head) + 1);
  const level = head.form?.level ?? 1;
  const end = after.findIndex(({ form }) => form !== undefined && form.level <= level);
  return (end < 0 ? after : after.slice(0, end)).filter(({ form }) => form?.kind !== "header").length;
}

/** The heads of the columns, row by row: what neighbours share stands over them once. */
export function headRows(columns: readonly ColumnForm[]): MatrixCell[][] {
  const height = Math.max(...columns.map(({ groups = [] }) => groups.length)) + 1;
  return Array.from({ length: height }, (_, depth) =>
    columns.flatMap((column, i): MatrixCell[] => {
      const { groups = [], label } = column;
      if (depth > groups.length) return [];
      if (depth === groups.length) return [{ ...cell(typeset(label), "head", 1, height - depth), column: column.key }];
      const before = columns[i - 1];
      if (before && shares(before, column, depth)) return [];
      const rest = columns.slice(i);
      const end = rest.findIndex((other) => !shares(column, other, depth));
      return [cell(typeset(groups[depth] ?? ""), "head", end < 0 ? rest.length : end)];
    }),
  );
}

function shares({ groups: a = [] }: ColumnForm, { groups: b = [] }: ColumnForm, depth: number): boolean {
  return b.length > depth && a.slice(0, depth + 1).join("\n") === b.slice(0, depth + 1).join("\n");
}
