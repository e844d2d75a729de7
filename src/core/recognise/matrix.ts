import { append, smallest } from "../append.ts";
import { type Table, type TableCell, tableGrid } from "../document.ts";
import type { TableOfForm } from "../form/form.ts";
import type { TableBlock } from "../form/schema.ts";
import { fold, trimText } from "../text/fold.ts";
import { alignLabels } from "./align.ts";
import { mergeBrokenLabels } from "./broken-labels.ts";
import type { LabelIndex } from "./labels.ts";
import { columnsByHead, headsOf, isHead, isPartOfHead, type MatrixHeads } from "./matrix-columns.ts";
import { bodyRow, fit, isFigure, type Lineup, lineupOf, looseLine } from "./matrix-lines.ts";
import { labelIndex } from "./table.ts";
import { type BodyRow, Output, type TableReading } from "./table-output.ts";

/**
 * How surely a source table is this table of the form: the rows and heads of it that are known beyond doubt.
 * A table of one row without a name is known by its heads alone.
 */
export function matrixScore(table: Table, form: TableOfForm): number {
  const heads = headsOf(form);
  const index = labelIndex(form);
  // Most cells of most tables hold the same few numbers and units.
  const texts = new Set(table.rows.flatMap((row) => row.map(({ text }) => trimText(text))));
  texts.delete("");
  const known = new Set([...texts].filter((text) => isHead(text, heads) || index.knows(text)).map(fold));
  return known.size;
}

/**
 * Reads a table of a section, which is a matrix: columns under heads of one or more lines, rows beside labels that may
 * span several of them, or blocks with heads of their own. Several source tables are one that was cut at page ends.
 * Every value is right or has a message at its cell; every text is in the cells, in `lines`, extra or dropped.
 */
export function readMatrix(tables: readonly Table[], form: TableOfForm): TableReading {
  const out = new Output(
    form,
    tables.some((table) => table.doubtful),
  );
  const index = labelIndex(form);
  const lines = form.form.blocks ? blockLines(tables, form, form.form.blocks, out) : columnLines(tables, form, out);
  const rows = mergeBrokenLabels(
    lines.filter((line) => line.label !== "" || line.row.some((text) => text !== "")),
    index,
  );
  const aligned = alignLabels(
    rows.map(({ label }) => label),
    index,
  );
  for (const [i, line] of rows.entries()) out.readRow(line, aligned[i] ?? null);
  return out.finish();
}

/** The texts of a row, each cell once however far it spans. */
function distinct(row: readonly (TableCell | null)[]): string[] {
  return row.filter((cell, c) => cell !== null && cell !== row[c - 1]).map((cell) => trimText(cell?.text ?? ""));
}

/** Blocks: a title line, a line of heads, rows; the heads say which columns follow, else the block of the row does. */
function blockLines(
  tables: readonly Table[],
  form: TableOfForm,
  blocks: readonly TableBlock[],
  out: Output,
): BodyRow[] {
  const heads = headsOf(form);
  const index = labelIndex(form);
  let keys: readonly string[] | null = null;
  let head: readonly string[] = [];
  return tables.flatMap((table) =>
    sourceLines(table, index, heads).flatMap((texts): BodyRow[] => {
      const filled = texts.filter((text) => text !== "");
      if (filled.length === 0) return [];
      const [label = "", ...values] = texts;
      if (filled.every((text) => isHead(text, heads))) {
        const leaves = filled.flatMap((text) => heads.leaves.find(({ names }) => names.has(fold(text)))?.key ?? []);
        keys = leaves.length > 0 ? leaves : null;
        head = texts;
        return [];
      }
      const block = blocks.find(({ rows }) => rows.some((id) => namesRow(form, id, label)));
      const own = block?.columns ?? keys ?? [];
      // Heads that belong to another block are not these values': the table lost a line.
      const here = keys && block && keys.every((key) => block.columns.includes(key)) ? keys : own;
      if (here.length === 0) {
        out.keepLine(filled.join("  "));
        return [];
      }
      const placed = underHeads(texts, head, here.length) ?? fit(values, here.length);
      return [bodyRow(label, placed.values, here, placed.sure)];
    }),
  );
}

/**
 * The values under the heads of a line with a place for each; `null` where the lines are not alike. With a text beside
 * the heads' places nothing is sure.
 */
function underHeads(
  texts: readonly string[],
  head: readonly string[],
  count: number,
): { readonly values: readonly string[]; readonly sure: boolean } | null {
  const places = head.flatMap((text, place) => (text !== "" && place > 0 ? [place] : []));
  if (texts.length !== head.length || places.length !== count) return null;
  const beside = texts.filter((text, place) => text !== "" && place > 0 && !places.includes(place));
  return beside.length > 0 ? null : { values: places.map((place) => texts[place] ?? ""), sure: true };
}

function namesRow(form: TableOfForm, id: string, label: string): boolean {
  const row = form.rows.get(id);
  return row !== undefined && [row.label, ...(row.variants ?? [])].some((name) => fold(name) === fold(label));
}

function columnLines(tables: readonly Table[], form: TableOfForm, out: Output): BodyRow[] {
  const heads = headsOf(form);
  const index = labelIndex(form);
  const keys = heads.leaves.map(({ key }) => key);
  const lines: BodyRow[] = [];
  let places: Map<string, number> | null = null;
  let lineup: Lineup | null = null;
  for (const table of tables) {
    const spans = table.rows.some((row) => row.some(({ colSpan = 1, rowSpan = 1 }) => colSpan > 1 || rowSpan > 1));
    if (table.flow || !spans) {
      const texts = sourceLines(table, index, heads);
      lineup = (table.flow ? null : lineupOf(texts, keys.length)) ?? lineup;
      for (const line of texts)
        append(lines, looseLine(line, form, heads, index, keys, table.flow ? null : lineup, out));
      continue;
    }
    const grid = tableGrid(table);
    const first = grid.findIndex((row) => !isHeadRow(row, form, heads, index));
    const body = first < 0 ? [] : grid.slice(first);
    const head = first < 0 ? grid : grid.slice(0, first);
    places = columnsByHead(nearestHeads(head), heads) ?? places ?? lastPlaces(grid[0]?.length ?? 0, keys);
    for (const cell of new Set(head.flat()))
      if (cell && trimText(cell.text) !== "" && !isPartOfHead(cell.text, heads)) out.keepLine(trimText(cell.text));
    append(lines, gridLines(body, places, form, heads, index, out));
  }
  return lines;
}

/** A row of heads: no figure, and no row of the form beyond the corner. */
function isHeadRow(
  row: readonly (TableCell | null)[],
  { form }: TableOfForm,
  heads: MatrixHeads,
  index: LabelIndex,
): boolean {
  const texts = distinct(row).filter((text) => text !== "");
  if (form.labels !== "none" && texts.some((text) => index.knows(text) && !isHead(text, heads))) return false;
  return texts.length > 0 && !texts.some(isFigure);
}

/** Over each place the lowest head. */
function nearestHeads(head: readonly (readonly (TableCell | null)[])[]): string[] {
  const width = head[0]?.length ?? 0;
  return Array.from({ length: width }, (_, c) => head.findLast((row) => (row[c]?.text ?? "") !== "")?.[c]?.text ?? "");
}

function lastPlaces(width: number, keys: readonly string[]): Map<string, number> {
  return new Map(keys.map((key, i) => [key, width - keys.length + i]));
}

function gridLines(
  body: readonly (readonly (TableCell | null)[])[],
  places: ReadonlyMap<string, number>,
  form: TableOfForm,
  heads: MatrixHeads,
  index: LabelIndex,
  out: Output,
): BodyRow[] {
  const begin = smallest(places.values());
  const keys = [...places.keys()];
  const used = new Set(places.values());
  const complete = keys.length === heads.leaves.length;
  return body.flatMap((row, r): BodyRow[] => {
    const labels = row.slice(0, begin).filter((cell, c) => cell !== null && cell !== row[c - 1]);
    const names = labels.map((cell) => trimText(cell?.text ?? ""));
    const values = keys.map((key) => trimText(row[places.get(key) ?? -1]?.text ?? ""));
    const left = row.filter(
      (cell, c) => c >= begin && !used.has(c) && cell && !isCovered(row, c, used) && cell.text !== "",
    );
    const all = distinct(row).filter((text) => text !== "");
    if (all.every((text) => isHead(text, heads)) && !all.some(isFigure)) return [];
    if (form.form.labels === "none") {
      if (values.every((text) => text === "")) return [];
      return [bodyRow(form.valueRows[0]?.label ?? "", values, keys, complete)];
    }
    const leaf = names.at(-1) ?? "";
    // A head that spans the rows below is told once, with its first row.
    const above = names
      .slice(0, -1)
      .filter(
        (name, i) => name !== "" && labels[i] !== body[r - 1]?.[row.indexOf(labels[i] ?? null)] && index.knows(name),
      )
      .map((name) => bodyRow(name, [], [], true));
    const unknown = names
      .slice(0, -1)
      .filter((name, i) => labels[i] !== body[r - 1]?.[row.indexOf(labels[i] ?? null)] && !index.knows(name));
    for (const text of [...unknown, ...left.map((cell) => cell?.text ?? "")])
      if (text !== "" && !isPartOfHead(text, heads)) out.keepLine(text);
    // A label that reaches into the values' places has moved them: the source's spans are wrong.
    const moved = begin > 0 && row[begin] !== null && row[begin] === row[begin - 1];
    const own = moved ? distinct(row.slice(begin)).slice(1) : values;
    return [...above, bodyRow(leaf, own, keys, complete && left.length === 0 && !moved)];
  });
}

/** True for a place that belongs to a cell which is read at another place. */
function isCovered(row: readonly (TableCell | null)[], c: number, used: ReadonlySet<number>): boolean {
  return row.some((cell, other) => other !== c && cell === row[c] && used.has(other));
}

/** The lines of a table; where the source lost their ends, one begins at each label of a row that carries values. */
function sourceLines(table: Table, index: LabelIndex, heads: MatrixHeads): string[][] {
  if (!table.flow) return tableGrid(table).map(distinct);
  const lines: string[][] = [];
  for (const [cell] of table.rows) {
    const text = trimText(cell?.text ?? "");
    const line = lines.at(-1);
    const begins = index.knows(text) || isHead(text, heads);
    // Heads that follow each other without figures between them are one line; each label begins one.
    const label = index.knows(text) && !isHead(text, heads);
    if (!line || label || (begins && line.some((other) => other === "" || isFigure(other)))) lines.push([text]);
    else line.push(text);
  }
  return lines;
}
