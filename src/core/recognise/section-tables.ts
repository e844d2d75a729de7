import type { Paragraph, Table, TableRow } from "../document.ts";
import type { Form, TableOfForm } from "../form/form.ts";
import type { Dropped } from "../report/report.ts";
import { trimText } from "../text/fold.ts";
import { headingNumber } from "../text/heading.ts";
import type { Content } from "./divide.ts";
import { matrixScore, readMatrix } from "./matrix.ts";
import { headsOf, isHead } from "./matrix-columns.ts";
import type { TableReading } from "./table-output.ts";
import { matchTitle, withoutNumber } from "./titles.ts";

/** So many rows and heads must be known before a table is taken for one of the form's. */
const ENOUGH = 3;

/** A document without the tables that the form has inside its sections, and those tables, read. */
export interface WithoutTables {
  readonly blocks: readonly Content[];
  readonly tables: readonly TableReading[];
  readonly dropped: readonly Dropped[];
}

/**
 * Takes the form's section tables out of the text. A table of the source belongs to the one whose rows and heads it
 * has most of; parts of one table, cut at page ends or at its blocks, are read as one.
 */
export function takeSectionTables(blocks: readonly Content[], form: Form): WithoutTables {
  const own = [...form.tables.values()].filter((table) => table.form.section !== undefined);
  if (own.length === 0) return { blocks, tables: [], dropped: [] };
  const taken = new Map<string, Table[]>();
  const rest: Content[] = [];
  const dropped: Dropped[] = [];
  for (const block of blocks.flatMap((one) => cutAtHeadings(one, form))) {
    const best =
      block.kind === "table"
        ? own
            .map((table) => ({ key: table.form.key, score: matrixScore(block, table) }))
            .reduce((a, b) => (b.score > a.score ? b : a))
        : null;
    if (block.kind === "table" && best && best.score >= ENOUGH)
      taken.set(best.key, [...(taken.get(best.key) ?? []), block]);
    else if (isHeadLine(block, own)) dropped.push({ text: block.text, why: "head of a table" });
    else rest.push(block);
  }
  const tables = own.flatMap((table) => {
    const parts = taken.get(table.form.key);
    return parts ? [readMatrix(parts, table)] : [];
  });
  return { blocks: rest, tables, dropped };
}

/**
 * A table of plain text swallows the heading that stands between it and the next one. Where a line in a row's first
 * cell is a section's heading, the table ends, and what stands up to there is text.
 */
function cutAtHeadings(block: Content, form: Form): Content[] {
  if (block.kind !== "table") return [block];
  const parts: Content[] = [];
  let rows: TableRow[] = [];
  const close = () => {
    if (rows.length > 0) parts.push({ ...block, rows });
    rows = [];
  };
  for (const row of block.rows) {
    const lines = row[0]?.text.split("\n") ?? [];
    const last = lines.findLastIndex((line) => isHeading(line, form));
    if (last < 0) {
      rows.push(row);
      continue;
    }
    close();
    for (const text of lines.slice(0, last + 1))
      if (trimText(text) !== "") parts.push({ kind: "paragraph", text: trimText(text) });
    const rest = trimText(lines.slice(last + 1).join("\n"));
    if (rest !== "" || row.length > 1) rows.push([{ ...row[0], text: rest }, ...row.slice(1)]);
  }
  close();
  return parts;
}

function isHeading(line: string, form: Form): boolean {
  return headingNumber(line)?.rank === 1 && (matchTitle(withoutNumber(trimText(line)), form)[0]?.score ?? 0) > 0.85;
}

/** A line of a table's head that stands apart from it, as the first lines of a sheet do: nothing but words of the form. */
function isHeadLine(block: Content, own: readonly TableOfForm[]): block is Paragraph {
  if (block.kind !== "paragraph" || block.mark !== undefined) return false;
  const texts = block.text.split("\t").filter((text) => trimText(text) !== "");
  return texts.length > 0 && own.some((table) => texts.every((text) => isHead(text, headsOf(table))));
}
