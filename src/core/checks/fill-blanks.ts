import { applyEdit } from "../edit/apply.ts";
import type { Form, TableOfForm } from "../form/form.ts";
import { type Put, putTexts } from "../grid/put.ts";
import { isNoneWord } from "../recognise/value.ts";
import type { CellPlace, Report } from "../report/report.ts";
import { findingsOf } from "./check.ts";
import type { Finding, Mend } from "./finding.ts";
import { BLANK_CELLS } from "./generic.ts";
import { proposals, reckonedCells } from "./proposals.ts";

/**
 * Puts 0 into blank cells, and into blank totals what their parts then come to. Left blank is every cell where
 * that would make the checks speak (0 against last year's 46, 0 人 trained in 3 classes), and every cell in which
 * somebody wrote something that is no number: these a person has to look at.
 */
export function fillBlanks(blanks: readonly CellPlace[], report: Report, form: Form, table: TableOfForm): Mend | null {
  const silent = new Set(findingsOf(report, form).map(identity));
  let open = blanks.filter((place) => saysNothing(place, report, table));
  for (;;) {
    const puts = textsFor(open, report, form, table);
    const edit = putTexts(report, table, puts);
    const questioned = findingsOf(applyEdit(report, edit), form)
      .filter((found) => found.severity !== "info" && found.code !== BLANK_CELLS.code && !silent.has(identity(found)))
      .flatMap(({ cells }) => cells.map(address));
    const left = open.filter((place) => !questioned.includes(address(place)));
    if (left.length === open.length) return puts.length === 0 ? null : { label: labelFor(puts, blanks.length), edit };
    open = left;
  }
}

/** 0 for the cells that no rule gives a number for, then what the rules give, totals of totals last. */
function textsFor(open: readonly CellPlace[], report: Report, form: Form, table: TableOfForm): Put[] {
  const reckoned = reckonedCells(form, table.form.key);
  const isTotal = ({ row, column }: CellPlace) => reckoned.has(`${row}:${column}`);
  const puts: Put[] = open.filter((place) => !isTotal(place)).map((place) => ({ ...place, text: "0" }));
  const wanted = new Set(open.filter(isTotal).map(address));
  for (let more = true; more; ) {
    const now = applyEdit(report, putTexts(report, table, puts));
    const sums = proposals(now, form).filter((proposal) => wanted.has(address(proposal)));
    puts.push(...sums.map(({ row, column, value }) => ({ row, column, text: value })));
    more = sums.length > 0;
  }
  return puts;
}

/** Blank, or a word for none (`无`) that is asked about as a 0. */
function saysNothing({ row, column }: CellPlace, report: Report, table: TableOfForm): boolean {
  const cells = report.tables.find(({ key }) => key === table.form.key)?.cells ?? [];
  const raw = cells.find((cell) => cell.row === row && cell.column === column)?.raw;
  return raw === undefined || isNoneWord(raw);
}

/** `填 0`, `都填 0`, `17 格填 0`, `填 11`, `填 0 和合计`: what it does, and of how many where that is not all. */
function labelFor(puts: readonly Put[], blanks: number): string {
  const totals = puts.filter(({ text }) => text !== "0");
  if (puts.length === 1) return `填 ${puts[0]?.text ?? ""}`;
  const what = totals.length === 0 ? "填 0" : totals.length === puts.length ? "填合计" : "填 0 和合计";
  return puts.length === blanks ? `都${what}` : `${puts.length} 格${what}`;
}

function identity({ code, cells }: Finding): string {
  return [code, ...cells.map(address)].join(" ");
}

function address({ table, row, column }: CellPlace): string {
  return `${table}:${row}:${column}`;
}
