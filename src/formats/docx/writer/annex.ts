import {
  AlignmentType,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  VerticalAlignTable,
  WidthType,
} from "docx";
import type { AnnexPaper, AnnexRow } from "../../../core/paper/annex.ts";
import type { Preset } from "../../../core/paper/preset.ts";
import type { Marker } from "./marker.ts";
import { paragraph, runs } from "./runs.ts";
import type { StyleId } from "./styles.ts";
import { fromMillimetres, fromPoints, textWidth } from "./units.ts";

/** The annex on its own page: number, title, year, unit, table, sign-off. */
export function annexPages(paper: AnnexPaper, preset: Preset, marker: Marker): (Paragraph | Table)[] {
  const first = { pageBreakBefore: true };
  const head = paper.number
    ? [paragraph(paper.number, "PaperAnnexNumber", marker({ kind: "annex-number" }), first)]
    : [];
  return [
    ...head,
    paragraph(
      paper.title,
      "PaperAnnexTitle",
      marker({ kind: paper.titleProposed ? "proposed" : "annex-title" }),
      head.length === 0 ? first : {},
    ),
    ...(paper.yearLine ? [paragraph(paper.yearLine, "PaperAnnexYear")] : []),
    paragraph(paper.unitLine, "PaperAnnexLine"),
    table(paper, preset),
    ...signOff(paper, preset),
  ];
}

/** Three to a line, evenly spread. A table must not be the last thing of a page: one line stands there in any case. */
function signOff({ signOff: pairs }: AnnexPaper, preset: Preset): Paragraph[] {
  const texts = pairs.map(({ label, value }) => `${label}：${value}`);
  const lines: string[][] = [];
  for (let i = 0; i < texts.length || i === 0; i += 3) lines.push(texts.slice(i, i + 3));
  return lines.map(
    (line) =>
      new Paragraph({
        style: "PaperSignOff" satisfies StyleId,
        children: runs(line.join("\t")),
        tabStops: line.slice(1).map((_, i) => ({
          type: TabStopType.LEFT,
          position: Math.round((textWidth(preset) * (i + 1)) / line.length),
        })),
      }),
  );
}

function table(paper: AnnexPaper, preset: Preset): Table {
  const widths = columnWidths(paper, preset);
  const margin = fromPoints(4);
  return new Table({
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: { left: margin, right: margin, top: 0, bottom: 0, marginUnitType: WidthType.DXA },
    rows: [headerRow(paper, widths, preset), ...paper.rows.map((row) => bodyRow(row, paper, widths, preset))],
  });
}

/** The label takes what unit and values leave, but never less than a third; many values share the rest. */
function columnWidths(paper: AnnexPaper, preset: Preset): number[] {
  const all = textWidth(preset);
  const values = paper.rows[0]?.values.length ?? 0;
  const unit = paper.header.length > values + 1 ? [fromMillimetres(preset.table.unitWidth)] : [];
  const room = Math.floor((all * 2) / 3) - (unit[0] ?? 0);
  const value = Math.min(fromMillimetres(preset.table.valueWidth), Math.floor(room / Math.max(values, 1)));
  const rest = [...unit, ...Array.from({ length: values }, () => value)];
  return [all - rest.reduce((sum, width) => sum + width, 0), ...rest];
}

function headerRow(paper: AnnexPaper, widths: readonly number[], preset: Preset): TableRow {
  const cells = paper.header.map((text, i) => cell([paragraph(text, "PaperTableHead")], widths[i] ?? 0));
  return row(cells, preset, true);
}

function bodyRow(line: AnnexRow, paper: AnnexPaper, widths: readonly number[], preset: Preset): TableRow {
  const hasUnit = paper.header.length > line.values.length + 1;
  const step = fromPoints(preset.text.table.size);
  const label = new Paragraph({
    style: "PaperTable" satisfies StyleId,
    children: runs(line.label + line.note),
    ...(line.level > 1 ? { indent: { left: (line.level - 1) * step } } : {}),
  });
  const rest = [...(hasUnit ? [line.unit] : []), ...line.values.map((value) => value.text)];
  const cells = [
    cell([label], widths[0] ?? 0),
    ...rest.map((text, i) => cell([paragraph(text, "PaperTableCentred")], widths[i + 1] ?? 0)),
  ];
  return row(cells, preset, false);
}

function row(children: readonly TableCell[], preset: Preset, tableHeader: boolean): TableRow {
  return new TableRow({
    children,
    ...(tableHeader ? { tableHeader } : {}),
    cantSplit: true,
    height: { value: fromPoints(preset.table.rowHeight), rule: HeightRule.ATLEAST },
  });
}

function cell(children: readonly Paragraph[], width: number): TableCell {
  return new TableCell({
    children,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
  });
}
