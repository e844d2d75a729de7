import { append } from "../append.ts";
import { type Form, servesYear } from "../form/form.ts";
import type { Message } from "../report/report.ts";
import { askUnit, askYear } from "./ask.ts";
import type { FileReading } from "./file-reading.ts";
import { unitFromTitle, yearFromProse, yearsIn } from "./front.ts";

/** A thing that a file says of itself, and where it says so: `“报告.docx”的标题`. */
interface Said<T> {
  readonly value: T;
  readonly where: string;
}

function said<T>(
  files: readonly FileReading[],
  place: string,
  of: (file: FileReading) => T | null | undefined,
): Said<T>[] {
  const named = files.length > 1;
  return files.flatMap((file) => {
    const value = of(file);
    return value === null || value === undefined ? [] : [{ value, where: named ? `“${file.name}”的${place}` : place }];
  });
}

function titleOf({ title, usualTitle }: FileReading): string {
  return title ?? usualTitle ?? "";
}

/** The year of the annex, else of the title, else of the prose; years that differ are said, and none is asked for. */
export function yearOf(
  files: readonly FileReading[],
  prose: readonly string[],
  form: Form,
  messages: Message[],
): number | null {
  const years = [
    ...said(files, "统计表", ({ annexYear }) => annexYear),
    ...said(files, "标题", (file) => yearsIn(titleOf(file))[0]),
  ];
  const [first] = years;
  const other = years.find(({ value }) => value !== first?.value);
  if (first && other)
    messages.push({
      level: "warning",
      code: "year-differs",
      text: `${first.where}写的是 ${first.value} 年，${other.where}写的是 ${other.value} 年，用的是 ${first.value} 年，请核对。`,
    });
  else if (first) askAboutProse(files, first, messages);
  const year = first?.value ?? askYear(prose, messages);
  if (year !== null && !servesYear(form, year)) {
    const { from, to } = form.file.years;
    messages.push({
      level: "warning",
      code: "year-outside-form",
      text: `这份报告是 ${year} 年度的，“${form.file.title}”只用于 ${from}${to ? `—${to}` : " 年起"}年度，请核对年度。`,
    });
  }
  return year;
}

/** A text in a file of its own may be of another year than the table that lies beside it. */
function askAboutProse(files: readonly FileReading[], year: Said<number>, messages: Message[]): void {
  for (const { name, annexYear, known, title, paragraphs } of files) {
    if (files.length === 1 || annexYear !== undefined || known === 0 || (title !== null && yearsIn(title).length > 0))
      continue;
    const spoken = yearFromProse(paragraphs.map(({ text }) => text));
    if (spoken !== null && spoken !== year.value)
      messages.push({
        level: "ask",
        code: "year-differs",
        text: `${year.where}写的是 ${year.value} 年，“${name}”的正文里最常出现的是 ${spoken} 年，用的是 ${year.value} 年，请核对。`,
      });
  }
}

/** 填报单位, else the name in the title, else the prose's; names of different offices are said. */
export function unitOf(
  files: readonly FileReading[],
  filled: string | null,
  prose: readonly string[],
  messages: Message[],
): string | null {
  const units = [
    ...said(files, "填报单位", ({ annex }) => annex.unit),
    ...said(files, "标题", ({ title }) => unitFromTitle(title ?? "")),
  ];
  const unit = filled ?? units[0]?.value ?? unitUnsaid(files, prose, messages);
  const first = units.find(({ value }) => value === unit);
  const other = units.find(({ value }) => unit !== null && !alike(value, unit));
  if (first && other)
    messages.push({
      level: "ask",
      code: "unit-differs",
      text: `${first.where}是“${first.value}”，${other.where}是“${other.value}”，用的是“${first.value}”，请核对。`,
    });
  return unit;
}

/**
 * The name that the prose has most, with an ask. A title that our own writer supplied knows better; where the prose
 * says the same, the name may come from there, and the ask stays.
 */
function unitUnsaid(files: readonly FileReading[], prose: readonly string[], messages: Message[]): string | null {
  const asked: Message[] = [];
  const spoken = askUnit(prose, asked);
  const known = files.map(({ usualTitle }) => unitFromTitle(usualTitle ?? "")).find((name) => name !== null);
  if (known === undefined || known === spoken) append(messages, asked);
  return known ?? spoken;
}

/** 启新街道 and 启新街道办事处 are one office. */
function alike(a: string, b: string): boolean {
  return a.includes(b) || b.includes(a);
}
