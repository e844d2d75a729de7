import { append } from "../../core/append.ts";
import type { Block, Paragraph, SourceDocument } from "../../core/document.ts";
import { parseMark } from "../../core/marks.ts";
import type { Message, Read } from "../../core/report/report.ts";
import { verifyZip } from "../ooxml/zip.ts";
import { type Run, splitRuns } from "./bulk.ts";
import { sheetTexts } from "./cells.ts";
import { Grid } from "./grid.ts";
import { type Area, CONTINUED_NAME, cellName, isTableName, NARRATIVE_NAME } from "./names.ts";
import { openWorkbook, type Sheet, type Workbook } from "./workbook.ts";

/**
 * Reads an `.xlsx` workbook: the sheets in order, hidden ones last; tables as tables, lines round them as
 * paragraphs. Numbers come as exact decimal text, whatever their format rounds; percentages and dates as shown.
 * @throws UnreadableFile when the bytes are no sound workbook
 */
export async function readXlsx(bytes: Uint8Array): Promise<Read<SourceDocument>> {
  await verifyZip(bytes);
  return readWorkbook(await openWorkbook(bytes));
}

/** A workbook of whatever file kind, sheet by sheet. */
export function readWorkbook(book: Workbook): Read<SourceDocument> {
  const blocks: Block[] = [];
  const messages: Message[] = [];
  const ordered = [...book.sheets.filter((sheet) => !sheet.hidden), ...book.sheets.filter((sheet) => sheet.hidden)];
  const named = namesBySheet(book);
  for (const sheet of ordered) {
    const read = readSheet(sheet, marksOf(named.get(sheet.name) ?? []));
    append(blocks, read.value);
    append(messages, read.messages);
  }
  return { value: { blocks }, messages };
}

/** What our own names say about one sheet; a stranger's workbook has none of them. */
interface Marks {
  readonly table: Area | null;
  readonly narrative: boolean;
  /** Row → the mark of the paragraph in it. */
  readonly rows: ReadonlyMap<number, string>;
  readonly continued: readonly Area[];
}

interface NamedArea {
  readonly name: string;
  readonly area: Area;
}

function namesBySheet({ names }: Workbook): ReadonlyMap<string, readonly NamedArea[]> {
  const found = new Map<string, NamedArea[]>();
  for (const [name, areas] of names)
    for (const area of areas) {
      const here = found.get(area.sheet);
      if (here) here.push({ name, area });
      else found.set(area.sheet, [{ name, area }]);
    }
  return found;
}

function marksOf(named: readonly NamedArea[]): Marks {
  const rows = new Map<number, string>();
  for (const { name, area } of named) if (parseMark(name)) rows.set(area.top, name);
  return {
    table: named.find(({ name }) => isTableName(name))?.area ?? null,
    narrative: named.some(({ name }) => name === NARRATIVE_NAME),
    rows,
    continued: named.filter(({ name }) => name === CONTINUED_NAME).map(({ area }) => area),
  };
}

function readSheet(sheet: Sheet, marks: Marks): Read<Block[]> {
  const { texts, messages } = sheetTexts(sheet, marks.narrative);
  const grid = new Grid(texts, sheet.merges);
  const covered = grid.covered.map(({ row, column, text }) => coveredMessage(sheet, cellName(row, column), text));
  const value = marks.narrative ? readNarrative(grid, marks) : readTables(grid, marks);
  return { value, messages: [...messages, ...covered] };
}

/** Our own narrative sheet: each row is a paragraph, or goes on with the one above. */
function readNarrative(grid: Grid, marks: Marks): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  // A marked row is read even where it is empty: a section may have no heading.
  const rows = new Set([...grid.rows, ...marks.rows.keys()]);
  for (const row of [...rows].sort((a, b) => a - b)) {
    const text = grid.texts(row).join("\t");
    const last = paragraphs.at(-1);
    if (last && marks.continued.some(({ top, bottom }) => row >= top && row <= bottom))
      paragraphs[paragraphs.length - 1] = { ...last, text: last.text + text };
    else paragraphs.push(paragraph(text, marks.rows.get(row)));
  }
  return paragraphs;
}

function paragraph(text: string, mark: string | undefined): Paragraph {
  if (mark === undefined) return { kind: "paragraph", text };
  const outline = parseMark(mark)?.kind === "section" ? { outline: 1 } : {};
  return { kind: "paragraph", text, mark, ...outline };
}

function readTables(grid: Grid, marks: Marks): Block[] {
  const runs = marks.table ? runsAround(grid, marks.table) : splitRuns(grid);
  return runs.flatMap((run): Block[] =>
    run.kind === "table"
      ? [grid.table(run.rows)]
      : run.rows.map((row) => paragraph(grid.texts(row).join("\t"), marks.rows.get(row))),
  );
}

function runsAround(grid: Grid, { top, bottom }: Area): Run[] {
  const runs: Run[] = [
    { kind: "lines", rows: grid.rows.filter((row) => row < top) },
    // A row that nothing was filled into is a row all the same.
    { kind: "table", rows: Array.from({ length: bottom - top + 1 }, (_, i) => top + i) },
    { kind: "lines", rows: grid.rows.filter((row) => row > bottom) },
  ];
  return runs.filter((run) => run.rows.length > 0);
}

function coveredMessage(sheet: Sheet, cell: string, text: string): Message {
  return {
    level: "warning",
    code: "xlsx.covered",
    text: `工作表“${sheet.name}”的单元格 ${cell} 被合并单元格盖住，看不见，没有读入；其中是：${text}`,
  };
}
