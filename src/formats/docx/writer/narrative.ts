import { AlignmentType, Bookmark, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from "docx";
import { contentFromSections } from "../../../core/content/from-sections.ts";
import { narrativeOf } from "../../../core/content/of-report.ts";
import { printContent, textOf } from "../../../core/content/print.ts";
import type { PrintedParagraph, PrintedTable } from "../../../core/content/printed.ts";
import type { Align } from "../../../core/content/types.ts";
import type { Form, TableOfForm } from "../../../core/form/form.ts";
import type { Preset } from "../../../core/paper/preset.ts";
import { tablesBehind } from "../../../core/paper/section-tables.ts";
import { usualTitle } from "../../../core/recognise/front.ts";
import type { Report } from "../../../core/report/report.ts";
import { richParagraph } from "./figures.ts";
import type { Marker } from "./marker.ts";
import { matrixTable } from "./matrix.ts";
import { carried, isBlank, runs } from "./runs.ts";
import type { StyleId } from "./styles.ts";
import { fromPoints, textWidth } from "./units.ts";

const HEADINGS = ["PaperBody", "Heading1", "Heading2", "Heading3", "Heading4"] as const satisfies readonly StyleId[];

/** Title and sections. */
export function narrative(report: Report, form: Form, preset: Preset, marker: Marker): (Paragraph | Table)[] {
  return [...title(report, form, preset, marker), ...sectionBlocks(report, form, preset, marker)];
}

/** The title on the paper: the report's own, else the form's usual one; `null` while unit or year is open. */
export function printedTitle(report: Report, form: Form): string | null {
  return report.title ?? usualTitle(form, report.unit, report.year);
}

function title(report: Report, form: Form, preset: Preset, marker: Marker): Paragraph[] {
  const text = printedTitle(report, form);
  if (text === null || isBlank(text)) return [];
  const name = marker({ kind: report.title === null ? "proposed" : "title" });
  const indent = titleIndent(text, preset);
  return [
    new Paragraph({
      style: "Title" satisfies StyleId,
      children: [new Bookmark({ id: name, children: runs(text) })],
      ...(indent > 0 ? { indent: { left: indent, right: indent } } : {}),
    }),
  ];
}

/**
 * A title of several lines must not end in one lonely character: both sides move in until its lines are about
 * equal. A line break in the text would do it too, but would come back as part of the title.
 */
function titleIndent(text: string, preset: Preset): number {
  const size = fromPoints(preset.text.title.size);
  const fits = Math.floor(textWidth(preset) / size);
  const width = Math.ceil([...carried(text)].reduce((sum, c) => sum + (c.charCodeAt(0) < 0x100 ? 0.5 : 1), 0));
  if (text.includes("\n") || width <= fits) return 0;
  const lines = Math.ceil(width / fits);
  const wanted = Math.min(Math.ceil(width / lines) + 1, fits);
  return Math.floor((textWidth(preset) - wanted * size) / 2);
}

/** The report's narrative document, where it has one that says the same; else its paragraphs, ranked by their numbers. */
function printed(report: Report) {
  const narrative = narrativeOf(report);
  const content = narrative.kind === "content" ? narrative.content : contentFromSections(report.sections);
  return printContent(content, report.tables);
}

function sectionBlocks(report: Report, form: Form, preset: Preset, marker: Marker): (Paragraph | Table)[] {
  const sections = printed(report);
  const tables = tablesBehind(
    form,
    sections.map(({ key }) => key),
  ).map((behind) => behind.flatMap((table) => filledTable(table, report, preset)));
  // Tables alone, without a text, are a report too.
  if (sections.length === 0) return tables.flat();
  return sections.flatMap(({ key, heading, blocks }, i) => {
    const preamble = form.sections.get(key)?.preamble === true;
    const head = heading && !isBlank(textOf(heading)) ? [written(heading, marker({ kind: "section", key }))] : [];
    let first = preamble && head.length === 0;
    const body = blocks.flatMap((block): (Paragraph | Table)[] => {
      if (block.kind === "table") return tableOf(block, preset);
      if (isBlank(textOf(block))) return [];
      const name = first ? marker({ kind: "preamble" }) : undefined;
      first = false;
      return [written(block, name)];
    });
    return [...head, ...body, ...(tables[i] ?? [])];
  });
}

/** A table of a section, as far as the report has it. */
function filledTable(table: TableOfForm, { tables }: Report, preset: Preset): Table[] {
  const filled = tables.find(({ key }) => key === table.form.key);
  return filled ? [matrixTable(table, filled, preset)] : [];
}

const ALIGNMENTS = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;

function written({ rank, align, runs: text }: PrintedParagraph, bookmark?: string): Paragraph {
  return richParagraph(text, look(HEADINGS[rank ?? 0] ?? "PaperBody", align), bookmark);
}

function look(style: StyleId, align: Align | null) {
  return { style, ...(align ? { alignment: ALIGNMENTS[align] } : {}) };
}

/** A table inside the text: full width, columns of one width. One without any text is no table on the paper. */
function tableOf({ rows }: PrintedTable, preset: Preset): Table[] {
  const columns = Math.max(...rows.map((row) => row.reduce((sum, { colSpan }) => sum + colSpan, 0)));
  if (rows.every((row) => row.every(({ paragraphs }) => paragraphs.every((one) => isBlank(textOf(one)))))) return [];
  const width = Math.floor(textWidth(preset) / columns);
  const lines = rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: row.map(
          ({ paragraphs, colSpan, rowSpan }) =>
            new TableCell({
              columnSpan: colSpan,
              rowSpan,
              children: paragraphs.map(({ runs: text, align }) => richParagraph(text, look("PaperTable", align))),
            }),
        ),
      }),
  );
  return [
    new Table({
      rows: lines,
      columnWidths: Array.from({ length: columns }, () => width),
      width: { size: width * columns, type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
    }),
  ];
}
