import { append } from "../append.ts";
import type { Table } from "../document.ts";
import type { Form } from "../form/form.ts";
import { trimText } from "../text/fold.ts";
import type { Content } from "./divide.ts";
import { labelIndex } from "./table.ts";

const FEWEST_LABELS = 5;
/** How many lines without a tab may stand between two rows: headings of groups, a label broken over lines. */
const MOST_BETWEEN = 2;

/**
 * Tables that were typed with tabs into a text, and those that a reader of old files gives so: runs of paragraphs with
 * tabs become tables when enough of their cells are labels of the form.
 */
export function withTabbedTables(blocks: readonly Content[], form: Form): Content[] {
  const indexes = [...form.tables.values()].map(labelIndex);
  const known = (text: string) => indexes.some((index) => index.knows(text));
  const result: Content[] = [];
  for (let at = 0; at < blocks.length; ) {
    const end = runEnd(blocks, at);
    const table = end > at ? tableOf(blocks.slice(at, end)) : null;
    const labels = table?.rows.filter((row) => row.some(({ text }) => known(text))).length ?? 0;
    if (table && labels >= FEWEST_LABELS) result.push(table);
    else append(result, blocks.slice(at, Math.max(end, at + 1)));
    at = Math.max(end, at + 1);
  }
  return result;
}

function runEnd(blocks: readonly Content[], start: number): number {
  let end = start;
  for (let at = start; at < blocks.length && at - end <= MOST_BETWEEN; at += 1) {
    const block = blocks[at];
    if (block?.kind !== "paragraph" || block.mark !== undefined || block.text.length > 200) break;
    if (block.text.includes("\t")) end = at + 1;
    else if (at === start || /[。;\uff1b]$/.test(block.text)) break;
  }
  return end;
}

function tableOf(blocks: readonly Content[]): Table {
  const lines = blocks.flatMap((block) => (block.kind === "paragraph" ? [block.text] : []));
  return { kind: "table", rows: lines.map((line) => line.split("\t").map((text) => ({ text: trimText(text) }))) };
}
