import { append } from "../../core/append.ts";
import type { Block, SourceDocument, Table } from "../../core/document.ts";
import type { Message, Read } from "../../core/report/report.ts";
import { UnreadableFile } from "../unreadable.ts";
import { ActualTexts } from "./actual-text.ts";
import { type Columns, columnRuns } from "./columns.ts";
import { damagedPdf, openPdf, type PdfSource } from "./engine.ts";
import { furnitureOf } from "./furniture.ts";
import { gridTable, isInside, ruledGrids } from "./grid.ts";
import { UNKNOWN } from "./letters.ts";
import { linesOf, type TextLine } from "./lines.ts";
import { readPage } from "./page.ts";
import { marginsOf, type PlacedLine, paragraphsOf } from "./paragraphs.ts";
import type { PdfPage } from "./shapes.ts";

/** A yearly report has some ten thousand letters; more than this is a book. */
const MOST_LETTERS = 1_000_000;

/**
 * Reads a PDF that has its text as text. A PDF knows neither paragraphs nor tables, only where each letter stands:
 * lines become paragraphs by their indents and ends, tables come from drawn borders, else from columns, and are
 * marked as doubtful.
 * @throws UnreadableFile when it is encrypted, damaged, or pictures only
 */
export async function readPdf(bytes: Uint8Array): Promise<Read<SourceDocument>> {
  const source = await openPdf(bytes);
  try {
    const pages = await readPages(source, new ActualTexts(bytes));
    return { value: { blocks: blocksOf(pages) }, messages: messagesOf(pages) };
  } finally {
    await source.close();
  }
}

async function readPages(source: PdfSource, actual: ActualTexts): Promise<PdfPage[]> {
  const pages: PdfPage[] = [];
  let letters = 0;
  for (let number = 1; number <= source.pages; number += 1) {
    const page = await pageOf(source, number, actual);
    letters += page.glyphs.length + page.askew.length;
    if (letters > MOST_LETTERS) throw tooLong();
    pages.push(page);
  }
  if (!pages.some(hasText)) throw scanned(pages.length);
  if (unknownIn(pages) > letters / 4) throw withoutLetters();
  return pages;
}

function unknownIn(pages: readonly PdfPage[]): number {
  return pages.reduce((sum, { glyphs }) => sum + glyphs.filter(({ text }) => text === UNKNOWN).length, 0);
}

/** What pdf.js throws on its way through a page says that the file is broken. */
async function pageOf(source: PdfSource, number: number, actual: ActualTexts): Promise<PdfPage> {
  try {
    return await readPage(await source.page(number), actual);
  } catch (error) {
    throw damagedPdf(error);
  }
}

function hasText({ glyphs }: PdfPage): boolean {
  return glyphs.some(({ text }) => text.trim() !== "");
}

/** A page, parted: its tables, and its lines outside them. */
interface Parted {
  readonly page: PdfPage;
  readonly tables: readonly { readonly table: Table; readonly y: number }[];
  readonly lines: readonly TextLine[];
}

function part(page: PdfPage): Parted {
  let rest: readonly PdfPage["glyphs"][number][] = page.glyphs;
  // A table inside a cell of another is read first.
  const grids = ruledGrids(page.rules).sort((a, b) => area(a) - area(b));
  const tables = grids.flatMap((grid) => {
    const inside = rest.filter((glyph) => isInside(grid, glyph));
    if (inside.length === 0) return [];
    rest = rest.filter((glyph) => !isInside(grid, glyph));
    return [{ table: gridTable(grid, inside), y: grid.ys[0] ?? 0 }];
  });
  return { page, tables, lines: linesOf(rest) };
}

function area({ xs, ys }: { readonly xs: readonly number[]; readonly ys: readonly number[] }): number {
  return ((xs.at(-1) ?? 0) - (xs[0] ?? 0)) * ((ys.at(-1) ?? 0) - (ys[0] ?? 0));
}

function blocksOf(pages: readonly PdfPage[]): Block[] {
  const parted = pages.map(part);
  const furniture = furnitureOf(parted.map(({ page, lines }) => ({ height: page.height, lines })));
  const bodies = parted.map(({ lines }) => lines.filter((line) => !furniture.has(line)));
  const whole = marginsOf(bodies.flat());
  const blocks: Block[] = [];
  let open: PlacedLine[] = [];
  let columns: Columns | undefined;
  const close = () => {
    append(blocks, paragraphsOf(open));
    open = [];
  };
  for (const [i, { page, tables, lines }] of parted.entries()) {
    const body = bodies[i] ?? [];
    const margins = marginsOf(body, whole);
    const laid = inOrder(body, tables, columns);
    columns = laid.goesOn;
    for (const item of laid.items) {
      if ("table" in item) {
        close();
        blocks.push(item.table);
      } else open.push({ line: item.line, page: i, margins });
    }
    for (const line of lines) {
      const why = furniture.get(line);
      if (why !== undefined) blocks.push({ kind: "furniture", text: line.text, why });
    }
    for (const { text } of linesOf(upright(page.askew))) blocks.push({ kind: "furniture", text, why: "set askew" });
  }
  close();
  return blocks;
}

/** Askew letters are laid side by side in the order of the file: enough to keep what they say. */
function upright(askew: PdfPage["askew"]): PdfPage["glyphs"] {
  return askew.map((glyph, i) => ({ ...glyph, x: i * glyph.size, y: 0, width: glyph.size }));
}

type Item = { readonly line: TextLine; readonly y: number } | { readonly table: Table; readonly y: number };

/** Lines and tables of a page from top to bottom; runs of lines in columns are tables without borders. */
function inOrder(
  lines: readonly TextLine[],
  tables: readonly { readonly table: Table; readonly y: number }[],
  before: Columns | undefined,
): { readonly items: readonly Item[]; readonly goesOn: Columns | undefined } {
  const items: Item[] = [...tables];
  let goesOn: Columns | undefined;
  let at = 0;
  const takeLines = (end: number) => {
    for (; at < end; at += 1) items.push({ line: lines[at] as TextLine, y: lines[at]?.y ?? 0 });
  };
  for (const { start, rows, columns } of columnRuns(lines, before)) {
    takeLines(start);
    items.push({ table: tableOf(rows), y: lines[start]?.y ?? 0 });
    at = start + rows.length;
    if (at === lines.length) goesOn = columns;
  }
  takeLines(lines.length);
  return { items: items.sort((a, b) => a.y - b.y), goesOn };
}

function tableOf(rows: readonly (readonly string[])[]): Table {
  return { kind: "table", doubtful: true, rows: rows.map((row) => row.map((text) => ({ text }))) };
}

function messagesOf(pages: readonly PdfPage[]): Message[] {
  const messages: Message[] = [];
  const empty = pages.flatMap((page, i) => (hasText(page) ? [] : [i + 1]));
  if (empty.length > 0)
    messages.push({
      level: "warning",
      code: "pdf.page-without-text",
      text: `PDF 的第 ${empty.join("、")} 页没有文字，可能是扫描的图片，没有读入，请对照原文件。`,
    });
  const unknown = unknownIn(pages);
  if (unknown > 0)
    messages.push({
      level: "warning",
      code: "pdf.unknown-letters",
      text: `PDF 里有 ${unknown} 个字没有注明是什么字，显示为“${UNKNOWN}”，请对照原文件补上。`,
    });
  return messages;
}

function scanned(pages: number): UnreadableFile {
  return new UnreadableFile(
    "pdf.scanned",
    `这份 PDF 的 ${pages} 页都没有文字，多半是扫描件，图片里的字读不出来；请找到它的 Word 或 WPS 原稿再导入。`,
  );
}

function withoutLetters(): UnreadableFile {
  return new UnreadableFile(
    "pdf.no-letters",
    "这份 PDF 只画出了字形，没有注明是什么字，读出来会是乱码；请找到它的 Word 或 WPS 原稿再导入。",
  );
}

function tooLong(): UnreadableFile {
  return new UnreadableFile(
    "pdf.long",
    "这份 PDF 的文字太多，不像一份年度报告，没有读取；请只留下报告的几页，另存后再导入。",
  );
}
