import type { Block, Paragraph, SourceDocument, Table } from "../document.ts";
import type { Form, TableOfForm } from "../form/form.ts";
import { servesYear } from "../form/form.ts";
import { parseMark } from "../marks.ts";
import { type Annex, type Dropped, EMPTY_ANNEX, type Message, REPORT_SCHEMA, type Report } from "../report/report.ts";
import { trimText } from "../text/fold.ts";
import { furniture } from "../text/furniture.ts";
import { annexLine } from "./annex.ts";
import { readTitle, unitFromTitle, yearFromProse, yearsIn } from "./front.ts";
import { readSections } from "./sections.ts";
import { countKnownRows, readTable, type TableReading } from "./table.ts";
import { matchTitle } from "./titles.ts";
import { unitFromProse } from "./unit.ts";

/**
 * Turns what a reader found into a report, through the form's data alone. Nothing of the source vanishes: its
 * text is in the sections, the table, the annex, `extra` or `dropped`. A document that is no such report gives
 * an empty report with everything in `extra` and a warning.
 */
export function recognise(document: SourceDocument, forms: readonly Form[]): Report {
  const form = chooseForm(document, forms);
  const { blocks, dropped } = withoutFurniture(document.blocks);
  const parts = divide(blocks, form);
  const annex = readAnnex(parts, form);
  const titled = readTitled(parts.narrative);
  const reading = readSections(titled.rest, form);
  const table = annex.table;
  const prose = titled.rest.map(({ text }) => text);
  const messages: Message[] = [...reading.messages, ...(table?.messages ?? [])];

  const hasTable = table !== null;
  if (reading.known === 0 && !hasTable) return nothingRecognised(form, blocks, dropped);
  if (form.file.annex && !hasTable)
    messages.push({
      level: "warning",
      code: "table-missing",
      text: "没有找到统计表，只读出了文字部分。统计表如在另一个文件里，请一起导入。",
    });
  if (reading.known === 0)
    messages.push({
      level: "warning",
      code: "sections-missing",
      text: "没有找到各部分的标题，只读出了统计表。正文如在另一个文件里，请一起导入。",
    });

  const year = annex.year ?? (titled.title === null ? undefined : yearsIn(titled.title)[0]) ?? askYear(prose, messages);
  if (year !== null && year !== undefined && !servesYear(form, year)) {
    const { from, to } = form.file.years;
    messages.push({
      level: "warning",
      code: "year-outside-form",
      text: `这份报告是 ${year} 年度的，“${form.file.title}”只用于 ${from}${to ? `—${to}` : " 年起"}年度，请核对年度。`,
    });
  }
  const fromTitle = titled.title === null ? null : unitFromTitle(titled.title);
  const unit = annex.annex.unit ?? fromTitle ?? askUnit(prose, messages);
  const extra = [...annex.extra, ...(table?.extra ?? [])];
  if (annex.extra.length > 0) {
    messages.push({
      level: "warning",
      code: "text-unplaced",
      text: `有 ${annex.extra.length} 段文字不知道放在哪里，原样保留在“未归入”里，请核对。`,
    });
  }
  return {
    schema: REPORT_SCHEMA,
    form: form.id,
    year: year ?? null,
    unit,
    title: titled.title,
    sections: reading.sections,
    tables: table ? [table.table] : [],
    annex: annex.annex,
    extra,
    dropped: [...dropped, ...titled.dropped, ...annex.dropped, ...(table?.dropped ?? [])],
    messages,
  };
}

/** The form whose rows and section titles the document has most of; the first of equals. */
function chooseForm(document: SourceDocument, forms: readonly Form[]): Form {
  const [first] = forms;
  if (!first) throw new Error("recognise needs at least one form");
  const score = (form: Form) => {
    let points = 0;
    for (const block of document.blocks) {
      if (block.kind === "table") for (const table of form.tables.values()) points += countKnownRows(block, table);
      else if (block.kind === "paragraph" && block.text.length <= 60)
        points += (matchTitle(stripNumber(block.text), form)[0]?.score ?? 0) > 0.85 ? 3 : 0;
    }
    return points;
  };
  return forms.length === 1 ? first : forms.reduce((best, form) => (score(form) > score(best) ? form : best), first);
}

function stripNumber(text: string): string {
  return text.replace(/^[^\p{Script=Han}]*[一二三四五六七八九十]+[、.]/u, "");
}

type Content = Paragraph | Table;

function withoutFurniture(blocks: readonly Block[]): { blocks: Content[]; dropped: Dropped[] } {
  const kept: Content[] = [];
  const dropped: Dropped[] = [];
  for (const block of blocks) {
    if (block.kind === "furniture") dropped.push({ text: block.text, why: block.why });
    else if (block.kind === "table") kept.push(block);
    else {
      const text = trimText(block.text);
      const why = block.mark === undefined ? furniture(text) : null;
      if (why) dropped.push({ text, why });
      else if (text !== "") kept.push({ ...block, text });
    }
  }
  return { blocks: kept, dropped };
}

interface Parts {
  readonly narrative: readonly Paragraph[];
  readonly annexLines: readonly Paragraph[];
  readonly tables: readonly Table[];
  readonly form: TableOfForm | null;
  /** Text behind the annex that is no narrative. */
  readonly rest: readonly string[];
}

/** Parts the annex (its head, its table wherever it was cut, its sign-off) from the narrative around it. */
function divide(blocks: readonly Content[], form: Form): Parts {
  const annex = form.file.annex;
  const table = annex ? form.tables.get(annex.table) : undefined;
  if (!annex || !table) return { narrative: flatten(blocks), annexLines: [], tables: [], form: null, rest: [] };
  const enough = Math.max(3, Math.min(5, table.form.rows.length / 3));
  const known = blocks.map((block) => (block.kind === "table" ? countKnownRows(block, table) : 0));
  const main = known.some((count) => count >= enough);
  // Once the table is found, its cut-off ends count as well, be they ever so short.
  const isAnnex = blocks.map(
    (block, i) =>
      block.kind === "table" && main && (known[i] ?? 0) >= (known.some((n, k) => k !== i && n >= enough) ? 2 : 1),
  );
  const first = isAnnex.indexOf(true);
  const last = isAnnex.lastIndexOf(true);
  if (first < 0) return { narrative: flatten(blocks), annexLines: [], tables: [], form: table, rest: [] };
  const isLine = (block: Content | undefined) =>
    block?.kind === "paragraph" && (isAnnexMark(block) || annexLine(block.text, annex, table.form) !== null);
  let from = first;
  while (from > 0 && first - from < 8 && isLine(blocks[from - 1])) from -= 1;
  let to = last + 1;
  while (to < blocks.length && isLine(blocks[to])) to += 1;
  const inside = blocks.slice(from, to);
  const before = flatten(blocks.slice(0, from));
  const behind = flatten(blocks.slice(to));
  const goesOn =
    before.length === 0 ||
    behind.some(({ text, mark }) => mark !== undefined || (matchTitle(stripNumber(text), form)[0]?.score ?? 0) > 0.85);
  return {
    narrative: goesOn ? [...before, ...behind] : before,
    annexLines: inside.flatMap((block) => (block.kind === "paragraph" ? [block] : [])),
    tables: blocks.filter((_, i) => isAnnex[i]).flatMap((block) => (block.kind === "table" ? [block] : [])),
    form: table,
    rest: goesOn ? [] : behind.map(({ text }) => text),
  };
}

function isAnnexMark(paragraph: Paragraph): boolean {
  const kind = paragraph.mark === undefined ? undefined : parseMark(paragraph.mark)?.kind;
  return kind === "annex-number" || kind === "annex-title" || kind === "proposed";
}

/** Tables in the narrative become paragraphs, a line a row: a frame around a title is no table. */
function flatten(blocks: readonly Content[]): Paragraph[] {
  return blocks.flatMap((block): Paragraph[] => {
    if (block.kind === "paragraph") return [block];
    return block.rows.flatMap((row): Paragraph[] => {
      const text = trimText(
        row
          .map((cell) => cell.text)
          .filter((cell) => cell !== "")
          .join("\t"),
      );
      return text === "" ? [] : [{ kind: "paragraph", text }];
    });
  });
}

interface AnnexReading {
  readonly annex: Annex;
  readonly year: number | undefined;
  readonly table: TableReading | null;
  readonly extra: readonly string[];
  readonly dropped: readonly Dropped[];
}

function readAnnex(parts: Parts, form: Form): AnnexReading {
  const annexForm = form.file.annex;
  const table = parts.form && parts.tables.length > 0 ? readTable(parts.tables, parts.form) : null;
  const annex: { -readonly [K in keyof Annex]: Annex[K] } = { ...EMPTY_ANNEX };
  const extra: string[] = [];
  const dropped: Dropped[] = [];
  let year: number | undefined;
  if (!annexForm || !parts.form || !table) return { annex, year, table, extra: [...parts.rest], dropped };
  const lines: readonly Pick<Paragraph, "text" | "mark">[] = [
    ...parts.annexLines,
    ...table.lines.map((text) => ({ text })),
  ];
  for (const { text, mark } of lines) {
    const kind = mark === undefined ? undefined : parseMark(mark)?.kind;
    if (kind === "proposed") {
      dropped.push({ text, why: "supplied by the program" });
      continue;
    }
    const marked = kind === "annex-number" ? "number" : kind === "annex-title" ? "title" : null;
    const part = marked ? ({ kind: marked, text } as const) : annexLine(text, annexForm, parts.form.form);
    if (part?.kind === "number" && annex.number === null) annex.number = part.text;
    else if (part?.kind === "title" && annex.title === null) {
      annex.title = part.text;
      year ??= yearsIn(part.text)[0];
    } else if (part?.kind === "year") year = part.year;
    else if (part?.kind === "fields") {
      for (const [key, value] of Object.entries(part.fields)) {
        const field = key as keyof Annex;
        if (annex[field] === null) annex[field] = value;
        else if (value !== null && value !== annex[field]) extra.push(text);
      }
    } else extra.push(text);
  }
  return { annex, year, table, extra: [...extra, ...parts.rest], dropped };
}

function readTitled(narrative: readonly Paragraph[]): { title: string | null; rest: Paragraph[]; dropped: Dropped[] } {
  const marks = narrative.map(({ mark }) => (mark === undefined ? undefined : parseMark(mark)?.kind));
  if (marks.some((kind) => kind !== undefined)) {
    const title = narrative.filter((_, i) => marks[i] === "title").map(({ text }) => text);
    return {
      title: title.length > 0 ? title.join("\n") : null,
      rest: narrative.filter((_, i) => marks[i] !== "title" && marks[i] !== "proposed"),
      dropped: narrative
        .filter((_, i) => marks[i] === "proposed")
        .map(({ text }) => ({ text, why: "supplied by the program" })),
    };
  }
  const { title, titleLines } = readTitle(narrative.slice(0, 3).map(({ text }) => text));
  return { title, rest: narrative.slice(titleLines), dropped: [] };
}

function askYear(prose: readonly string[], messages: Message[]): number | null {
  const year = yearFromProse(prose);
  if (year !== null)
    messages.push({ level: "ask", code: "year-from-prose", text: `年度是从正文里推断的：${year}，请核对。` });
  else messages.push({ level: "ask", code: "year-unknown", text: "没有找到报告的年度，请填写。" });
  return year;
}

function askUnit(prose: readonly string[], messages: Message[]): string | null {
  const unit = unitFromProse(prose);
  if (unit !== null)
    messages.push({
      level: "ask",
      code: "unit-from-prose",
      text: `填报单位和标题里没有单位名称，正文里最常出现的是“${unit}”，请核对。`,
    });
  else messages.push({ level: "ask", code: "unit-unknown", text: "没有找到填报单位的名称，请填写。" });
  return unit;
}

function nothingRecognised(form: Form, blocks: readonly Content[], dropped: readonly Dropped[]): Report {
  return {
    schema: REPORT_SCHEMA,
    form: form.id,
    year: null,
    unit: null,
    title: null,
    sections: [],
    tables: [],
    annex: EMPTY_ANNEX,
    extra: flatten(blocks).map(({ text }) => text),
    dropped,
    messages: [
      {
        level: "warning",
        code: "no-report",
        text: "这个文件不像政府信息公开工作年度报告：没有找到各部分的标题，也没有统计表。文字原样保留在“未归入”里。",
      },
    ],
  };
}
