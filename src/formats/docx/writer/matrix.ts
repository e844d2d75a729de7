import {
  AlignmentType,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from "docx";
import type { TableOfForm } from "../../../core/form/form.ts";
import { type Matrix, type MatrixCell, matrixOf } from "../../../core/paper/matrix.ts";
import { columnShares, isNarrow, NARROW, placesOf } from "../../../core/paper/matrix-look.ts";
import type { Preset } from "../../../core/paper/preset.ts";
import type { ReportTable } from "../../../core/report/report.ts";
import { runs } from "./runs.ts";
import type { StyleId } from "./styles.ts";
import { fromPoints, textWidth } from "./units.ts";

/** A table inside a section, over the full width of the text. */
export function matrixTable(table: TableOfForm, filled: ReportTable | undefined, preset: Preset): Table {
  const matrix = matrixOf(table, filled);
  const narrow = isNarrow(matrix);
  const widths = columnWidths(matrix, preset);
  const places = placesOf(matrix);
  const margin = fromPoints(narrow ? NARROW.margin : 4);
  return new Table({
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: { left: margin, right: margin, top: 0, bottom: 0, marginUnitType: WidthType.DXA },
    rows: matrix.rows.map(
      (cells, r) =>
        new TableRow({
          ...(r < matrix.headRows ? { tableHeader: true } : {}),
          cantSplit: true,
          height: { value: fromPoints(preset.table.rowHeight), rule: HeightRule.ATLEAST },
          children: cells.map((cell, i) => cellOf(cell, widths, places[r]?.[i] ?? 0, narrow)),
        }),
    ),
  });
}

/** Twips of each column, by their shares; what rounding leaves goes to the innermost labels, and no twip is lost. */
function columnWidths(matrix: Matrix, preset: Preset): number[] {
  const all = textWidth(preset);
  const shares = columnShares(matrix);
  const sum = shares.reduce((total, share) => total + share, 0);
  const widths = shares.map((share) => Math.floor((all * share) / sum));
  const rest = all - widths.reduce((total, one) => total + one, 0);
  return widths.map((one, i) => (i === Math.max(0, matrix.labelWidth - 1) ? one + rest : one));
}

const STYLES = {
  title: "PaperTableHead",
  head: "PaperTableHead",
  label: "PaperTable",
  value: "PaperTableCentred",
} as const satisfies Record<MatrixCell["role"], StyleId>;

function cellOf(cell: MatrixCell, widths: readonly number[], place: number, narrow: boolean): TableCell {
  const { text, role, colSpan, rowSpan } = cell;
  const width = widths.slice(place, place + colSpan).reduce((sum, one) => sum + one, 0);
  const children = [
    new Paragraph({
      style: STYLES[role],
      children: runs(text, false, narrow ? NARROW.size : undefined),
      ...(narrow ? { spacing: { line: fromPoints(NARROW.line) } } : {}),
      // A line over a block is never the last one of a page.
      ...(role === "title" || role === "head" ? { keepNext: true } : {}),
      ...(role === "label" && rowSpan > 1 ? { alignment: AlignmentType.CENTER } : {}),
    }),
  ];
  return new TableCell({
    children,
    columnSpan: colSpan,
    rowSpan,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
  });
}
