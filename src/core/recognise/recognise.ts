import { bindFigures } from "../content/bind-figures.ts";
import type { Paragraph, SourceDocument } from "../document.ts";
import { type Form, servesYear } from "../form/form.ts";
import { parseMark } from "../marks.ts";
import { type Dropped, EMPTY_ANNEX, type Message, REPORT_SCHEMA, type Report } from "../report/report.ts";
import { readAnnex } from "./annex-reading.ts";
import { askUnit, askYear } from "./ask.ts";
import { chooseForm } from "./choose-form.ts";
import { type Content, divide, flatten, withoutFurniture } from "./divide.ts";
import { readTitle, unitFromTitle, yearsIn } from "./front.ts";
import { readSections } from "./sections.ts";

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
  if (annex.annex.unit && fromTitle && !alike(annex.annex.unit, fromTitle)) {
    messages.push({
      level: "ask",
      code: "unit-differs",
      text: `填报单位是“${annex.annex.unit}”，标题里是“${fromTitle}”，用的是填报单位，请核对。`,
    });
  }
  const unit = annex.annex.unit ?? fromTitle ?? askUnit(prose, messages);
  const extra = [...annex.extra, ...(table?.extra ?? [])];
  if (annex.extra.length > 0) {
    messages.push({
      level: "warning",
      code: "text-unplaced",
      text: `有 ${annex.extra.length} 段文字不知道放在哪里，原样保留在“未归入”里，请核对。`,
    });
  }
  const tables = table ? [table.table] : [];
  const content = bindFigures(reading.sections, titled.rest, tables);
  return {
    schema: REPORT_SCHEMA,
    form: form.id,
    year: year ?? null,
    unit,
    title: titled.title,
    sections: reading.sections,
    tables,
    annex: annex.annex,
    extra,
    dropped: [...dropped, ...titled.dropped, ...annex.dropped, ...(table?.dropped ?? [])],
    messages,
    ...(content ? { content } : {}),
  };
}

/** 启新街道 and 启新街道办事处 are one office. */
function alike(a: string, b: string): boolean {
  return a.includes(b) || b.includes(a);
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
