import { parseDecimal } from "../../core/decimal.ts";
import { applyEdit } from "../../core/edit/apply.ts";
import type { CellPlace, Place, Report } from "../../core/report/report.ts";

/** One of several answers; the first is what was understood. */
export interface Choice {
  readonly label: string;
  readonly apply: (report: Report) => Report;
}

/** How the clerk can answer an item: choose, or correct what was understood. */
export type Answering =
  | { readonly kind: "choices"; readonly choices: readonly Choice[] }
  | {
      readonly kind: "field";
      readonly label: string;
      readonly value: string;
      /** One sentence when the text cannot be taken, `null` when it can. */
      readonly fault: (text: string) => string | null;
      readonly apply: (text: string, report: Report) => Report;
    };

const same = (report: Report): Report => report;

/** What can be answered to a message of this code at these places; `null` where there is only seeing it. */
export function answeringOf(code: string, at: readonly Place[], report: Report): Answering | null {
  const cells = at.filter((place) => "row" in place);
  switch (code) {
    case "blank":
    case "row-missing":
    case "value-none-word":
      return choices(
        { label: "留空", apply: same },
        { label: cells.length > 1 ? "都填 0" : "填 0", apply: (now) => withZeros(now, cells) },
      );
    case "row-local":
      return choices(
        { label: "留作本地增加的行", apply: same },
        { label: "不要这一行", apply: (now) => withoutRows(now, cells) },
      );
    case "section-local":
      return choices(
        { label: "留作本地增加的部分", apply: same },
        { label: "并到上一部分", apply: (now) => withSectionJoined(now, at) },
      );
    case "unit-from-prose":
    case "unit-unknown":
    case "unit-differs":
      return field(
        "单位",
        report.unit ?? "",
        (text) => (text === "" ? "请填写单位名称。" : null),
        (unit, now) => ({ ...now, unit }),
      );
    case "value-unclear":
    case "value-unit":
    case "value-numeral":
    case "column-unclear": {
      const [only] = cells;
      return only && cells.length === 1 ? cellField(only, report) : null;
    }
    default:
      return null;
  }
}

function choices(...all: readonly Choice[]): Answering {
  return { kind: "choices", choices: all };
}

function field(
  label: string,
  value: string,
  fault: (text: string) => string | null,
  apply: (text: string, report: Report) => Report,
): Answering {
  return { kind: "field", label, value, fault, apply };
}

function cellField(place: CellPlace, report: Report): Answering {
  const cell = report.tables
    .find(({ key }) => key === place.table)
    ?.cells.find(({ row, column }) => row === place.row && column === place.column);
  return field(
    "读作",
    cell?.value ?? "",
    (text) => (text === "" || parseDecimal(text) ? null : "这不是数。请填数字，或留空。"),
    // As it was understood: then what the source said stays beside it.
    (text, now) => (text === (cell?.value ?? "") ? now : withCells(now, [place], text === "" ? null : text)),
  );
}

function withZeros(report: Report, places: readonly CellPlace[]): Report {
  return withCells(report, places, "0");
}

/** Puts a value, or nothing, into cells; what the source said there is settled. */
function withCells(report: Report, places: readonly CellPlace[], value: string | null): Report {
  return places.reduce((now, { table, row, column }) => {
    const before = now.tables
      .find(({ key }) => key === table)
      ?.cells.find((cell) => cell.row === row && cell.column === column);
    if (!before) return now;
    const { raw: _raw, ...plain } = before;
    const after = { ...plain, state: value === null ? ("blank" as const) : ("number" as const), value };
    return applyEdit(now, { kind: "cells", table, changes: [{ row, column, before, after }], messages: now.messages });
  }, report);
}

function withoutRows(report: Report, places: readonly CellPlace[]): Report {
  const gone = new Set(places.map(({ table, row }) => `${table} ${row}`));
  return {
    ...report,
    tables: report.tables.map((table) => ({
      ...table,
      cells: table.cells.filter(({ row }) => !gone.has(`${table.key} ${row}`)),
    })),
  };
}

/** The heading becomes a paragraph at the end of the section before; without one before it stays a section. */
function withSectionJoined(report: Report, at: readonly Place[]): Report {
  const keys = new Set(at.flatMap((place) => ("section" in place ? [place.section] : [])));
  const sections = report.sections.reduce<Report["sections"][number][]>((done, section) => {
    const before = done.at(-1);
    if (before && keys.has(section.key)) {
      const paragraphs = [...before.paragraphs, section.heading, ...section.paragraphs];
      done[done.length - 1] = { ...before, paragraphs };
    } else done.push(section);
    return done;
  }, []);
  const { content: _content, ...rest } = report;
  return { ...rest, sections };
}
