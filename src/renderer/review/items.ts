import { type Form, plainLabel, rowPath } from "../../core/form/form.ts";
import type { Cell, CellPlace, Message, Place, Report } from "../../core/report/report.ts";
import { headingNumber } from "../../core/text/heading.ts";
import { type Answering, answeringOf } from "./answering.ts";
import { nameOfCode } from "./names.ts";

/** How sure the reading is: of an item `low` or `middle`; what is `high` needs no word from the clerk. */
export type Certainty = "low" | "middle" | "high";

/** One thing that the clerk has to look at before the report is put in. */
export interface Item {
  readonly id: string;
  readonly title: string;
  /** Short name of the place, empty for the whole file. */
  readonly place: string;
  readonly certainty: Certainty;
  /** What the reader had to say, one sentence for each place. */
  readonly texts: readonly string[];
  readonly at: readonly Place[];
  /** What the clerk can answer; without one there is only seeing it. */
  readonly answering: Answering | null;
}

/** Codes of which a file can have dozens: they are one item, answered alike. */
const TOGETHER: ReadonlySet<string> = new Set(["row-missing", "value-none-word", "label-unsure", "column-unclear"]);

/** Everything in a reading that is not plain: the reader's messages in their order, then cells that are empty. */
export function itemsOf(report: Report, form: Form): Item[] {
  const groups = new Map<string, Message[]>();
  for (const [i, message] of report.messages.entries()) {
    const key = TOGETHER.has(message.code) ? message.code : `${message.code} ${i}`;
    groups.set(key, [...(groups.get(key) ?? []), message]);
  }
  const items = [...groups].map(([id, messages]) => itemOf(id, messages, report, form));
  const blanks = blankCells(report, form);
  return blanks.length === 0 ? items : [...items, blankItem(blanks, report, form)];
}

/** True for items that must be confirmed; the others are only told. */
export function needsWord(item: Item): boolean {
  return item.certainty !== "high";
}

function itemOf(id: string, messages: readonly Message[], report: Report, form: Form): Item {
  const [first] = messages;
  const code = first?.code ?? "";
  const at = messages.flatMap((message) => (message.at ? [message.at] : []));
  const levels = messages.map(({ level }) => level);
  const certainty = levels.some((level) => level === "error" || level === "warning")
    ? "low"
    : levels.includes("ask")
      ? "middle"
      : "high";
  return {
    id,
    title: nameOfCode(code) + (messages.length > 1 ? `，${messages.length} 处` : ""),
    place: at.length > 1 ? `统计表 ${at.length} 格` : placeName(at[0], report, form),
    certainty,
    texts: messages.map(({ text }) => text),
    at,
    answering: answeringOf(code, at, report),
  };
}

/** Empty cells that are to be filled in and that no message speaks of. */
function blankCells(report: Report, form: Form): CellPlace[] {
  const spoken = new Set(
    report.messages.flatMap(({ at }) => (at && "row" in at ? [`${at.table} ${at.row} ${at.column}`] : [])),
  );
  return report.tables.flatMap(({ key, cells }) => {
    const current = new Set(form.tables.get(key)?.currentColumns.map((column) => column.key));
    return cells
      .filter(({ state, column }) => state === "blank" && current.has(column))
      .map(({ row, column }) => ({ table: key, row, column }))
      .filter(({ table, row, column }) => !spoken.has(`${table} ${row} ${column}`));
  });
}

function blankItem(blanks: readonly CellPlace[], report: Report, form: Form): Item {
  return {
    id: "blank",
    title: `空着的格，${blanks.length} 个`,
    place: blanks.length > 1 ? "统计表" : placeName(blanks[0], report, form),
    certainty: "low",
    texts: [blanks.map((place) => labelOf(place, report)).join("、")],
    at: blanks,
    answering: answeringOf("blank", blanks, report),
  };
}

function labelOf(place: CellPlace, report: Report): string {
  return plainLabel(cellAt(place, report)?.label ?? place.row);
}

export function cellAt({ table, row, column }: CellPlace, report: Report): Cell | undefined {
  return report.tables
    .find(({ key }) => key === table)
    ?.cells.find((cell) => cell.row === row && cell.column === column);
}

function placeName(place: Place | undefined, report: Report, form: Form): string {
  if (!place) return "";
  if ("row" in place) {
    const table = form.tables.get(place.table);
    return `统计表 ${table?.rows.has(place.row) ? rowPath(table, place.row) : labelOf(place, report)}`;
  }
  const section = report.sections.find(({ key }) => key === place.section);
  if (!section) return "";
  return section.heading === ""
    ? "前言"
    : (headingNumber(section.heading)?.label.replace(/、$/, "") ?? section.heading);
}
