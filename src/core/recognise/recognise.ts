import { bindFigures } from "../content/bind-figures.ts";
import type { Form } from "../form/form.ts";
import { EMPTY_ANNEX, type Message, REPORT_SCHEMA, type Report } from "../report/report.ts";
import { chooseForm } from "./choose-form.ts";
import { flatten } from "./divide.ts";
import { type FileReading, type NamedDocument, readFiles } from "./file-reading.ts";
import { unitOf, yearOf } from "./identity.ts";
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
  if (known === 0 && files.every(({ table }) => table === null)) return nothingRecognised(form, files);

  const narrative = joinNarratives(files);
  const table = tableOf(files, form);
  const annex = joinAnnexes(files, annexLabels(form));
  const messages: Message[] = [...narrative.messages, ...(table?.messages ?? []), ...annex.messages];
  if (form.file.annex && !table)
    messages.push({
      level: "warning",
      code: "table-missing",
      text: "没有找到统计表，只读出了文字部分。统计表如在另一个文件里，请一起导入。",
    });
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
  const tables = table ? [table.table] : [];
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
    extra: [...unplaced, ...(table?.extra ?? [])],
    dropped: [...files.flatMap(({ dropped }) => dropped), ...narrative.dropped, ...(table?.dropped ?? [])],
    messages,
    ...(content ? { content } : {}),
  };
}

function tableOf(files: readonly FileReading[], form: Form) {
  const tableForm = form.file.annex && form.tables.get(form.file.annex.table);
  if (!tableForm) return null;
  return joinTables(
    files.flatMap(({ name, table }) => (table ? [{ name, table }] : [])),
    tableForm,
  );
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
