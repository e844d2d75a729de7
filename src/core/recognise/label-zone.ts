import type { Columns } from "./columns.ts";
import type { LabelIndex } from "./labels.ts";
import type { SourceRow } from "./rows.ts";
import type { BodyRow } from "./table-output.ts";

const OF_WHICH = /^其中[:\uff1a]?$/;

/**
 * A source row as the rows of the form that it stands for. Labels may take several columns: a group beside its rows
 * (`三、依申请公开情况 | (一)收到申请数`), `其中` beside what it parts, a label that only some rows indent.
 */
export function bodyRows(row: SourceRow, columns: Columns, index: LabelIndex): BodyRow[] {
  const plain: BodyRow = { row, columns, label: row[columns.label] ?? "" };
  const zone = [columns.label, ...(columns.labels ?? [])].sort((a, b) => a - b);
  const filled = zone.filter((c) => (row[c] ?? "") !== "");
  if (zone.length === 1 || filled.length === 0) return [plain];
  const texts = filled.map((c) => row[c] ?? "");
  const whole = texts.join("");
  const own = index.knows(whole) ? whole : (texts.findLast((text) => index.knows(text)) ?? texts.at(-1) ?? "");
  const groups = own === whole ? [] : texts.slice(0, texts.indexOf(own)).filter((text) => !OF_WHICH.test(text));
  const parted = own !== whole && texts.some((text) => OF_WHICH.test(text)) ? `其中:${own}` : own;
  const label = index.knows(parted) ? parted : own;
  // What stands behind the label in its zone is no label: it stays in the row, for the reader to say so.
  const taken = new Set(own === whole ? filled : filled.slice(0, texts.indexOf(own) + 1));
  const rest = row.map((text, c) => (c === columns.label ? label : taken.has(c) ? "" : text));
  const alone = (text: string): BodyRow => ({
    row: row.map((_, c) => (c === columns.label ? text : "")),
    columns,
    label: text,
  });
  return [...groups.map(alone), { row: rest, columns, label }];
}
