import { Reading } from "../../src/contract/review.ts";
import { formatReportJson } from "../../src/core/report/format-json.ts";
import { parseReportJson } from "../../src/core/report/json.ts";
import type { Report } from "../../src/core/report/report.ts";
import { halfWidth } from "../../src/core/text/fold.ts";
import type { SourceLine } from "../../src/formats/source-lines.ts";
import { shippedForms } from "../support/forms.ts";

/** How the reading of one file ended. */
export type Ended =
  | { readonly kind: "read"; readonly reading: unknown }
  /** One sentence for the clerk. */
  | { readonly kind: "refused"; readonly sentence: string }
  /** Ended from outside, as main does it: it took more memory than it may. */
  | { readonly kind: "limit" }
  /** Ended from outside: it took more time than it may. */
  | { readonly kind: "hang" }
  /** Anything that is no clean refusal. */
  | { readonly kind: "crash"; readonly error: string };

/** What is wrong with the way in which a reading ended; empty when nothing is. */
export function faultsOf(ended: Ended): string[] {
  switch (ended.kind) {
    case "read":
      return faultsOfReading(ended.reading);
    case "refused":
      return faultsOfSentence(ended.sentence);
    case "limit":
      return ["above the memory that a file may take"];
    case "hang":
      return ["no end within the time that a file may take"];
    case "crash":
      return [`crash: ${ended.error}`];
  }
}

/** Marks of a program that speaks to itself. */
const NOT_FOR_CLERKS = /undefined|\bnull\b|NaN|\[object|Error\b|\bat \S+:\d+|\.[jt]s\b|_|\n/;

/** One whole Chinese sentence that says what to do. English is left to names: Word, PDF, docx, MB. */
function faultsOfSentence(sentence: string): string[] {
  const faults: string[] = [];
  if (NOT_FOR_CLERKS.test(sentence)) faults.push(`a sentence of the program's own: ${sentence}`);
  if (!/^[^\n]*[\u4e00-\u9fff].*请.*。$/.test(sentence)) faults.push(`no sentence that says what to do: ${sentence}`);
  if (/[A-Za-z]+ [A-Za-z]+ [A-Za-z]+/.test(sentence)) faults.push(`English: ${sentence}`);
  return faults;
}

function faultsOfReading(value: unknown): string[] {
  const shaped = Reading.safeParse(value);
  if (!shaped.success) return [`the window would not take it: ${JSON.stringify(shaped.error.issues.slice(0, 3))}`];
  const { report, source } = shaped.data;
  const json = formatReportJson(report);
  const again = parseReportJson(JSON.parse(JSON.stringify(json)));
  if (!again.ok) return [`not the contract's: ${JSON.stringify(again.faults.slice(0, 3))}`];
  const faults: string[] = [];
  if (JSON.stringify(formatReportJson(again.report)) !== JSON.stringify(json)) faults.push("not the same after JSON");
  // A message quotes the source, which may well say NaN.
  const said = JSON.stringify(source);
  for (const { text } of report.messages) {
    const [own] = /undefined|NaN|\[object/.exec(text) ?? [];
    if ((own !== undefined && !said.includes(own)) || !/[\u4e00-\u9fff]/.test(text)) faults.push(`a message: ${text}`);
  }
  const lost = lostLetters(source, report);
  if (lost !== "") faults.push(`lost: ${lost}`);
  return faults;
}

/** Letters of the form's own words: a label is printed as the form has it, whatever the source's spelling was. */
const OF_THE_FORM = new Set(halfWidth(JSON.stringify(shippedForms.map(({ file }) => file))));

/** Characters that the source has more often than report, `extra`, `dropped` and messages together. */
function lostLetters(source: readonly SourceLine[], report: Report): string {
  const left = new Map<string, number>();
  const count = (text: string, by: number) => {
    for (const letter of halfWidth(text)) left.set(letter, (left.get(letter) ?? 0) + by);
  };
  for (const line of source) {
    if (line.kind === "row") for (const cell of line.cells) count(cell, 1);
    else if (line.kind !== "file") count(line.text, 1);
  }
  const { sections, tables, annex, title, unit, extra, dropped, messages } = report;
  const walk = (value: unknown): void => {
    if (typeof value === "string") count(value, -1);
    else if (typeof value === "object" && value !== null) Object.values(value).forEach(walk);
  };
  walk([
    sections,
    tables,
    annex,
    title,
    unit,
    extra,
    dropped.map(({ text }) => text),
    messages.map(({ text }) => text),
  ]);
  return [...left]
    .filter(([letter, more]) => more > 0 && !OF_THE_FORM.has(letter) && !/[\s\p{P}\p{S}\p{C}0]/u.test(letter))
    .map(([letter, more]) => `${letter}×${more}`)
    .join(" ");
}
