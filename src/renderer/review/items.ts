import { type Form, plainLabel } from "../../core/form/form.ts";
import { cellPlaceName, tableName } from "../../core/form/names.ts";
import type { CellPlace, Message, Place, Report } from "../../core/report/report.ts";
import { headingNumber } from "../../core/text/heading.ts";
import { type Choice, choicesFor, placeChoices } from "./answering.ts";
import { nameOfCode } from "./names.ts";
import { cellAt } from "./settling.ts";

/** How sure the reading is: of an item `low` or `middle`; what is `high` needs no word from the clerk. */
export type Certainty = "low" | "middle" | "high";

/** One thing that the clerk has to look at before the report is put in. */
export interface Item {
  readonly id: string;
  /** What it is about: items of one code can be confirmed together. */
  readonly code: string;
  readonly title: string;
  /** Short name of the place, empty for the whole file. */
  readonly place: string;
  readonly certainty: Certainty;
  /** What the reader had to say, one sentence for each place. */
  readonly texts: readonly string[];
  /** A heading and the body that ran on behind it, in place of what the reader had to say. */
  readonly heading?: { readonly heading: string; readonly body: string };
  /** Cells that are empty, by label. */
  readonly blanks?: readonly string[];
  readonly at: readonly Place[];
  /** What the clerk can answer; without any there is only seeing it. */
  readonly choices: readonly Choice[];
}

/** Codes of which a file can have dozens: they are one item, answered alike. */
const TOGETHER: ReadonlySet<string> = new Set(["row-missing", "value-none-word", "label-unsure", "column-unclear"]);
/** Texts without a place are asked about one by one as long as they are so few. */
const FEW_TEXTS = 12;

/** Everything in a reading that is not plain: the reader's messages in their order, texts without a place, empty cells. */
export function itemsOf(report: Report, form: Form): Item[] {
  const groups = new Map<string, Message[]>();
  const about = textsAbout(report);
  for (const [i, message] of report.messages.entries()) {
    if (message.code === "text-unplaced") continue;
    const key = TOGETHER.has(message.code) ? message.code : `${message.code} ${i}`;
    groups.set(key, [...(groups.get(key) ?? []), message]);
  }
  const items = [...groups].map(([id, messages]) => itemOf(id, messages, about, report, form));
  return [...items, ...unplacedItems(new Set(about.values()), report), ...blankItems(report, form)];
}

/** True for items that must be confirmed; the others are only told. */
export function needsWord(item: Item): boolean {
  return item.certainty !== "high";
}

function itemOf(
  id: string,
  messages: readonly Message[],
  about: ReadonlyMap<Message, string>,
  report: Report,
  form: Form,
): Item {
  const [first] = messages;
  const code = first?.code ?? "";
  const at = messages.flatMap((message) => (message.at ? [message.at] : []));
  const levels = messages.map(({ level }) => level);
  const certainty = levels.some((level) => level === "error" || level === "warning")
    ? "low"
    : levels.includes("ask")
      ? "middle"
      : "high";
  const texts = messages.flatMap((message) => about.get(message) ?? []);
  return {
    id,
    code,
    title: nameOfCode(code) + (messages.length > 1 ? `，${messages.length} 处` : ""),
    place: at.length > 1 ? `${tablesOf(at, form)} ${at.length} 格` : placeName(at[0], report, form),
    certainty,
    texts: messages.map(({ text }) => text),
    ...(code === "heading-run-in" ? headingOf(at[0], report) : {}),
    at,
    choices: texts.length > 0 ? placeChoices(texts, report) : choicesFor(code, at, report, form),
  };
}

function headingOf(place: Place | undefined, report: Report): Pick<Item, "heading"> {
  const section = report.sections.find(({ key }) => place && "section" in place && key === place.section);
  return section ? { heading: { heading: section.heading, body: section.paragraphs[0] ?? "" } } : {};
}

/** Messages that speak of a text that has no place: they are asked about together. */
function textsAbout(report: Report): Map<Message, string> {
  const pairs = new Map<Message, string>();
  for (const message of report.messages) {
    if (message.at || !message.code.startsWith("row-")) continue;
    const text = report.extra.find((one) => message.text.includes(`“${one}”`));
    if (text !== undefined) pairs.set(message, text);
  }
  return pairs;
}

/** Text that was read and belongs nowhere. A file that is no report at all is not taken apart. */
function unplacedItems(spoken: ReadonlySet<string>, report: Report): Item[] {
  if (report.messages.some(({ code }) => code === "no-report")) return [];
  const texts = report.extra.filter((text) => !spoken.has(text));
  const item = (id: string, some: readonly string[]): Item => ({
    id,
    code: "unplaced",
    title: some.length > 1 ? `没有归处的文字，${some.length} 段` : "没有归处的文字",
    place: "",
    certainty: "low",
    texts: some,
    at: [],
    choices: placeChoices(some, report),
  });
  if (texts.length > FEW_TEXTS) return [item("unplaced", texts)];
  return texts.map((text, i) => item(`unplaced ${i}`, [text]));
}

/** Empty cells that are to be filled in and that no message speaks of. */
function blankItems(report: Report, form: Form): Item[] {
  const key = ({ table, row, column }: CellPlace) => `${table} ${row} ${column}`;
  const spoken = new Set(report.messages.flatMap(({ at }) => (at && "row" in at ? [key(at)] : [])));
  const blanks = report.tables.flatMap(({ key: table, cells }) => {
    const current = new Set(form.tables.get(table)?.currentColumns.map((column) => column.key));
    return cells
      .filter(({ state, column }) => state === "blank" && current.has(column))
      .map(({ row, column }) => ({ table, row, column }))
      .filter((place) => !spoken.has(key(place)));
  });
  if (blanks.length === 0) return [];
  return [
    {
      id: "blank",
      code: "blank",
      title: `空着的格，${blanks.length} 个`,
      place: blanks.length > 1 ? tablesOf(blanks, form) : placeName(blanks[0], report, form),
      certainty: "low",
      texts: [],
      blanks: blanks.map((place) => labelOf(place, report)),
      at: blanks,
      choices: choicesFor("blank", blanks, report, form),
    },
  ];
}

export function labelOf(place: CellPlace, report: Report): string {
  return plainLabel(cellAt(place, report)?.label ?? place.row);
}

/** The tables of these places, each once: `表二、表三`. */
function tablesOf(places: readonly Place[], form: Form): string {
  const keys = new Set(places.flatMap((place) => ("row" in place ? [place.table] : [])));
  return [...keys].map((key) => tableName(form, key)).join("、");
}

function placeName(place: Place | undefined, report: Report, form: Form): string {
  if (!place) return "";
  if ("row" in place) return cellPlaceName(form, place, labelOf(place, report));
  const section = report.sections.find(({ key }) => key === place.section);
  if (!section) return "";
  return section.heading === ""
    ? "前言"
    : (headingNumber(section.heading)?.label.replace(/、$/, "") ?? section.heading);
}
