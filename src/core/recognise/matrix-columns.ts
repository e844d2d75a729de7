import type { TableOfForm } from "../form/form.ts";
import type { ColumnForm } from "../form/schema.ts";
import { fold } from "../text/fold.ts";

/** Every head of a matrix by which its columns are known, folded. */
export interface MatrixHeads {
  /** Heads of the columns themselves, in the form's order. */
  readonly leaves: readonly { readonly key: string; readonly names: ReadonlySet<string> }[];
  /** Every word of the head: groups, corner, the label column's head. */
  readonly words: ReadonlySet<string>;
}

const prepared = new WeakMap<TableOfForm, MatrixHeads>();

export function headsOf(table: TableOfForm): MatrixHeads {
  const known = prepared.get(table);
  if (known) return known;
  const { corner, labelHeader, blocks = [] } = table.form;
  const leaves = table.currentColumns.map((column) => ({ key: column.key, names: new Set(namesOf(column)) }));
  const words = new Set(
    [
      ...(corner ? [corner] : []),
      labelHeader.label,
      ...(labelHeader.variants ?? []),
      ...table.currentColumns.flatMap(({ groups = [] }) => groups),
      ...blocks.flatMap(({ title, variants = [] }) => [title, ...variants]),
    ].map(fold),
  );
  for (const { names } of leaves) for (const name of names) words.add(name);
  const heads: MatrixHeads = { leaves, words };
  prepared.set(table, heads);
  return heads;
}

function namesOf({ label, variants = [] }: ColumnForm): string[] {
  return [label, ...variants].map(fold);
}

/** True for a text that stands in the head of the printed form. */
export function isHead(text: string, heads: MatrixHeads): boolean {
  return heads.words.has(fold(text));
}

/** True also for a piece of a head that was broken over lines: `商业` of 商业企业. */
export function isPartOfHead(text: string, heads: MatrixHeads): boolean {
  const folded = fold(text);
  return folded !== "" && !/\d/.test(folded) && [...heads.words].some((word) => word.includes(folded));
}

/**
 * Which place of the source holds which column, by the heads over the places; `null` where the heads do not tell.
 * Names repeat (结果维持 stands three times), so the places must follow the form's order; a few may be missing.
 *
 * @param titles the nearest head over each place, empty where there is none
 */
export function columnsByHead(titles: readonly string[], heads: MatrixHeads): Map<string, number> | null {
  const found = new Map<string, number>();
  let from = 0;
  for (const { key, names } of heads.leaves) {
    const at = titles.findIndex((title, place) => place >= from && names.has(fold(title)));
    if (at < 0) continue;
    found.set(key, at);
    from = at + 1;
  }
  return found.size >= Math.max(2, heads.leaves.length - 2) ? found : null;
}
