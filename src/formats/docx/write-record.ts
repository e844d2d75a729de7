import {
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
import type { Preset } from "../../core/paper/preset.ts";
import type { RecordPaper, RecordPart } from "../../core/record/paper.ts";
import { packDocument } from "./writer/document.ts";
import { paragraph, runs } from "./writer/runs.ts";
import type { StyleId } from "./writer/styles.ts";
import { fromPoints, textWidth } from "./writer/units.ts";

/** Shares of the two columns of the facts, in hundredths. */
const FACTS = [18, 82];

/** Writes a check record as a Word file in the preset's look: facts, one table a part, lines to be signed. */
export async function writeRecordDocx(paper: RecordPaper, preset: Preset): Promise<Uint8Array> {
  const children = [
    paragraph(paper.title, "Title"),
    paragraph(paper.subject, "PaperAnnexYear"),
    table(
      paper.facts.map(({ name, value }) => [name, value]),
      FACTS,
      preset,
    ),
    ...paper.parts.flatMap((part) => partOf(part, preset)),
    signOff(paper, preset),
  ];
  return packDocument({ title: `${paper.title} ${paper.subject}`, author: "年报通", children }, preset);
}

function partOf({ heading, columns, rows }: RecordPart, preset: Preset): (Paragraph | Table)[] {
  const head = paragraph(heading, "Heading1");
  if (rows.length === 0) return [head, paragraph("无。", "PaperBody")];
  const names = columns.map(({ name }) => name);
  const shares = columns.map(({ share }) => share);
  return [head, table(rows, shares, preset, names)];
}

/** A table over the whole width; the shares of its columns are hundredths. A head is repeated on every page. */
function table(
  rows: readonly (readonly string[])[],
  shares: readonly number[],
  preset: Preset,
  head?: string[],
): Table {
  const widths = shares.map((share) => Math.floor((textWidth(preset) * share) / 100));
  const row = (texts: readonly string[], style: StyleId, tableHeader: boolean) =>
    new TableRow({
      cantSplit: true,
      tableHeader,
      height: { value: fromPoints(preset.table.rowHeight), rule: HeightRule.ATLEAST },
      children: texts.map(
        (text, i) =>
          new TableCell({
            children: [paragraph(text, style)],
            width: { size: widths[i] ?? 0, type: WidthType.DXA },
            verticalAlign: VerticalAlignTable.CENTER,
          }),
      ),
    });
  const margin = fromPoints(4);
  return new Table({
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    margins: { left: margin, right: margin, top: 0, bottom: 0, marginUnitType: WidthType.DXA },
    rows: [
      ...(head ? [row(head, "PaperTableHead", true)] : []),
      ...rows.map((texts) => row(texts, "PaperTable", false)),
    ],
  });
}

/** Names to be signed behind, evenly spread over one line. */
function signOff({ signOff: names }: RecordPaper, preset: Preset): Paragraph {
  const width = textWidth(preset);
  return new Paragraph({
    style: "PaperSignOff" satisfies StyleId,
    spacing: { before: preset.grid.linePitch },
    keepLines: true,
    children: runs(names.map((name) => `${name}：`).join("\t")),
    tabStops: names
      .slice(1)
      .map((_, i) => ({ type: TabStopType.LEFT, position: Math.round((width * (i + 1)) / names.length) })),
  });
}
