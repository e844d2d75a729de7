import type { Form } from "../../core/form/form.ts";
import type { CellPlace, Place, Report } from "../../core/report/report.ts";
import { joined, placed, renamed, resplit, runOn, runTogether, withCells, withoutRows } from "./settling.ts";

/** One of several answers; the first is what was understood. */
export interface Choice {
  readonly label: string;
  /** What has to be typed for this answer. */
  readonly field?: Field;
  /** Cells that are filled in one by one for this answer. */
  readonly cells?: readonly CellPlace[];
  readonly apply: (report: Report, text: string) => Report;
}

export interface Field {
  readonly label: string;
  /** What was understood. */
  readonly value: string;
  /** One sentence when the text cannot be taken, `null` when it can. */
  readonly fault: (text: string) => string | null;
}

const same = (report: Report): Report => report;

/** What can be answered to a message of this code at these places; empty where there is only seeing it. */
export function choicesFor(code: string, at: readonly Place[], report: Report, form: Form): readonly Choice[] {
  const cells = at.filter((place) => "row" in place);
  const [section] = at.flatMap((place) => ("section" in place ? [place.section] : []));
  switch (code) {
    case "blank":
    case "row-missing":
    case "value-none-word":
      return [
        { label: "留空", apply: same },
        { label: cells.length > 1 ? "都填 0" : "填 0", apply: (now) => withCells(now, cells, "0", form) },
        { label: cells.length > 1 ? "分开填…" : "填别的…", cells, apply: same },
      ];
    case "row-local":
      return [
        { label: "留作本地增加的行", apply: same },
        { label: "不要这一行", apply: (now) => withoutRows(now, cells) },
      ];
    case "section-local":
      return section === undefined ? [] : sectionChoices(section, "留作本地增加的部分", report, form);
    case "heading-run-in":
      return section === undefined ? [] : splitChoices(section, report);
    case "unit-from-prose":
    case "unit-unknown":
    case "unit-differs":
      return [{ label: "", field: unitField(report), apply: (now, unit) => ({ ...now, unit }) }];
    case "year-from-prose":
    case "year-unknown":
    case "year-differs":
      return [{ label: "", field: yearField(report), apply: (now, year) => ({ ...now, year: Number(year) }) }];
    case "value-unclear":
    case "value-unit":
    case "cell-unit-differs":
    case "cell-by-place":
    case "value-numeral":
    case "files-differ":
    case "column-unclear":
      if (cells.length <= 1) return cells.length === 0 ? [] : [{ label: "", cells, apply: same }];
      return [
        { label: "照读出的", apply: same },
        { label: "分开改…", cells, apply: same },
        { label: "都留空", apply: (now) => withCells(now, cells, "", form) },
      ];
    default:
      return [];
  }
}

function unitField(report: Report): Field {
  const fault = (text: string) => (text === "" ? "请填写单位名称。" : null);
  return { label: "单位", value: report.unit ?? "", fault };
}

function yearField(report: Report): Field {
  const fault = (text: string) => (/^(?:19|20)\d\d$/.test(text) ? null : "请填四位数的年度，比如 2017。");
  return { label: "年度", value: report.year === null ? "" : String(report.year), fault };
}

/** What a section can be: as it was read, no section at all, or one that the form names and the report lacks. */
export function sectionChoices(key: string, asRead: string, report: Report, form: Form): readonly Choice[] {
  const at = report.sections.findIndex((section) => section.key === key);
  const there = new Set(report.sections.map((section) => section.key));
  const missing = form.file.sections.filter((section) => !section.preamble && !there.has(section.key));
  return [
    { label: asRead, apply: same },
    ...(at > 0 ? [{ label: "不是标题，并到上一部分", apply: (now: Report) => joined(now, key) }] : []),
    ...missing.map(({ key: to, title }) => ({
      label: `就是“${title}”`,
      apply: (now: Report) => renamed(now, key, to),
    })),
  ];
}

/** A heading that ran on into the body: where it ends, or that it is none. */
function splitChoices(key: string, report: Report): readonly Choice[] {
  const section = report.sections.find((one) => one.key === key);
  if (!section) return [];
  const whole = runOn(section);
  const fault = (text: string) =>
    text !== "" && whole.startsWith(text) ? null : "标题要和原文的开头一样，只能改在哪里断开。";
  return [
    { label: "在这里断开", apply: same },
    { label: "不是标题", apply: (now) => runTogether(now, key) },
    {
      label: "换个位置…",
      field: { label: "标题到", value: section.heading, fault },
      apply: (now, text) => resplit(now, key, text),
    },
  ];
}

/** Where texts go that were read and belong nowhere. */
export function placeChoices(texts: readonly string[], report: Report): readonly Choice[] {
  const each = (section: string | null) => (now: Report) =>
    texts.reduce((next, text) => placed(next, text, section), now);
  return [
    { label: "留在“未归入”，带进报告", apply: same },
    ...report.sections.map(({ key, heading }) => ({
      label: `放到“${heading === "" ? "前言" : heading}”末尾`,
      apply: each(key),
    })),
    { label: "不带进报告", apply: each(null) },
  ];
}
