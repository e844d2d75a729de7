import { append } from "../append.ts";
import { bindFigures } from "../content/bind-figures.ts";
import type { Form } from "../form/form.ts";
import { EMPTY_ANNEX, type Message, REPORT_SCHEMA, type Report } from "../report/report.ts";
import { chooseForm } from "./choose-form.ts";
import { flatten } from "./divide.ts";
import { type FileReading, type NamedDocument, readFiles } from "./file-reading.ts";
import { unitOf, yearOf } from "./identity.ts";
import type { TableReading } from "./table-output.ts";
import { joinAnnexes, joinNarratives } from "./together.ts";
import { joinTables } from "./together-tables.ts";

/**
 * Turns what the readers found in the files of one report into that report, through the form's data alone. The order
 * of the files does not matter. Nothing of the source vanishes: its text is in the sections, the table, the annex,
 * `extra` or `dropped`. Files that are no such report give an empty report with everything in `extra` and a warning.
 */
export function recognise(documents: readonly NamedDocument[], forms: readonly Form[]): Report {
  const form = chooseForm({ blocks: documents.flatMap(({ blocks }) => blocks) }, forms);
  const files = readFiles(documents, form);
  const known = files.reduce((sum, file) => sum + file.known, 0);
  if (known === 0 && files.every(({ table, inText }) => table === null && inText.length === 0))
    return nothingRecognised(form, files);

  const narrative = joinNarratives(files);
  const found = tablesOf(files, form);
  const annex = joinAnnexes(files, annexLabels(form));
  const messages: Message[] = [...narrative.messages, ...found.flatMap((table) => table.messages), ...annex.messages];
  append(messages, missingTables(found, form));
  if (known === 0)
    messages.push({
      level: "warning",
      code: "sections-missing",
      text: "没有找到各部分的标题，只读出了统计表。正文如在另一个文件里，请一起导入。",
    });
  const prose = narrative.paragraphs.map(({ text }) => text);
  const year = yearOf(files, prose, form, messages);
  const unit = unitOf(files, annex.annex.unit, prose, messages);
  const unplaced = [...files.flatMap(({ extra }) => extra), ...annex.extra, ...narrative.extra];
  if (unplaced.length > 0) {
    messages.push({
      level: "warning",
      code: "text-unplaced",
      text: `有 ${unplaced.length} 段文字不知道放在哪里，原样保留在“未归入”里，请核对。`,
    });
  }
  const tables = found.map(({ table }) => table);
  const content = bindFigures(narrative.sections, narrative.paragraphs, tables);
  return {
    schema: REPORT_SCHEMA,
    form: form.id,
    year,
    unit,
    title: narrative.title,
    sections: narrative.sections,
    tables,
    annex: annex.annex,
    extra: [...unplaced, ...found.flatMap((table) => table.extra)],
    dropped: [
      ...files.flatMap(({ dropped }) => dropped),
      ...narrative.dropped,
      ...found.flatMap((table) => table.dropped),
    ],
    messages,
    ...(content ? { content } : {}),
  };
}

/** The form's tables that the files have, in the form's order. */
function tablesOf(files: readonly FileReading[], form: Form): TableReading[] {
  return [...form.tables.values()].flatMap((table) => {
    const named = files.flatMap(({ name, table: annex, inText }) =>
      [...(annex ? [annex] : []), ...inText]
        .filter((reading) => reading.table.key === table.form.key)
        .map((reading) => ({ name, table: reading })),
    );
    return joinTables(named, table) ?? [];
  });
}

function missingTables(found: readonly TableReading[], form: Form): Message[] {
  const keys = new Set(found.map(({ table }) => table.key));
  return form.file.tables
    .filter(({ key }) => !keys.has(key))
    .map(({ section, title }): Message => {
      const missing = { level: "warning", code: "table-missing" } as const;
      return section === undefined
        ? { ...missing, text: "没有找到统计表，只读出了文字部分。统计表如在另一个文件里，请一起导入。" }
        : { ...missing, text: `没有找到“${title}”的表格。如在另一个文件里，请一起导入。`, at: { section } };
    });
}

/** What the fields of the sign-off are called; 填报单位 has a message of its own. */
function annexLabels({ file: { annex } }: Form): Map<string, string> {
  return new Map((annex?.signOff ?? []).map(({ key, label }) => [key, label]));
}

function nothingRecognised(form: Form, files: readonly FileReading[]): Report {
  return {
    schema: REPORT_SCHEMA,
    form: form.id,
    year: null,
    unit: null,
    title: null,
    sections: [],
    tables: [],
    annex: EMPTY_ANNEX,
    extra: files.flatMap(({ blocks }) => flatten(blocks).map(({ text }) => text)),
    dropped: files.flatMap(({ dropped }) => dropped),
    messages: [
      {
        level: "warning",
        code: "no-report",
        text: "这个文件不像政府信息公开工作年度报告：没有找到各部分的标题，也没有统计表。文字原样保留在“未归入”里。",
      },
    ],
  };
}
