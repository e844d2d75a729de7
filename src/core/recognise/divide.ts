import type { Block, Paragraph, Table } from "../document.ts";
import type { Form, TableOfForm } from "../form/form.ts";
import type { AnnexForm } from "../form/schema.ts";
import { parseMark } from "../marks.ts";
import type { Dropped } from "../report/report.ts";
import { fold, trimText } from "../text/fold.ts";
import { furniture } from "../text/furniture.ts";
import { annexLine } from "./annex.ts";
import { countKnownRows } from "./table.ts";
import { matchTitle, withoutNumber } from "./titles.ts";

export type Content = Paragraph | Table;

/** Page numbers, running heads and the surroundings of a web page go to `dropped`. */
export function withoutFurniture(source: readonly Block[]): { blocks: Content[]; dropped: Dropped[] } {
  const kept: Content[] = [];
  const contents = tableOfContents(source);
  const dropped: Dropped[] = contents.map(({ text }) => ({ text: trimText(text), why: "table of contents" }));
  for (const block of source.filter((one) => !contents.includes(one as Paragraph))) {
    if (block.kind === "furniture") dropped.push({ text: block.text, why: furniture(block.text) ?? block.why });
    else if (block.kind === "table") kept.push(block);
    else {
      const text = trimText(block.text);
      const why = block.mark === undefined ? furniture(text) : null;
      if (why) dropped.push({ text, why });
      else if (text !== "") kept.push({ ...block, text });
    }
  }
  return { blocks: kept, dropped };
}

const MOST_CONTENTS = 60;

/** The lines behind a line 目录, as long as each comes again further on, whether a page number stands behind it or not. */
function tableOfContents(blocks: readonly Block[]): Paragraph[] {
  const start = blocks.findIndex((block) => block.kind === "paragraph" && fold(block.text) === "目录");
  if (start < 0) return [];
  const name = (text: string) => fold(text.replace(/[\s.…·\-]*\d{1,3}\s*$/, ""));
  const behind = blocks.slice(start + 1, start + 1 + MOST_CONTENTS);
  const end = behind.findIndex((block, i) => {
    if (block.kind !== "paragraph") return true;
    const own = name(block.text);
    return !blocks
      .slice(start + 2 + i)
      .some((other) => other.kind === "paragraph" && own !== "" && name(other.text) === own);
  });
  const lines = behind.slice(0, end < 0 ? behind.length : end);
  if (lines.length < 3) return [];
  return [blocks[start], ...lines].flatMap((block) => (block?.kind === "paragraph" ? [block] : []));
}

/** A document, parted. */
export interface Parts {
  readonly narrative: readonly Paragraph[];
  readonly annexLines: readonly Paragraph[];
  readonly tables: readonly Table[];
  readonly form: TableOfForm | null;
  /** Text behind the annex that is no narrative. */
  readonly rest: readonly string[];
}

/** Parts the annex (its head, its table wherever it was cut, its sign-off) from the narrative around it. */
export function divide(blocks: readonly Content[], form: Form): Parts {
  const annex = form.file.annex;
  const table = annex ? form.tables.get(annex.table) : undefined;
  if (!annex || !table) return { narrative: flatten(blocks), annexLines: [], tables: [], form: null, rest: [] };
  const enough = Math.max(3, Math.min(5, table.form.rows.length / 3));
  const known = blocks.map((block) => (block.kind === "table" ? countKnownRows(block, table) : 0));
  const main = known.filter((count) => count >= enough).length;
  // Once the table is found, its cut-off ends count as well, be they ever so short.
  const isAnnex = blocks.map((block, i) => {
    const count = known[i] ?? 0;
    return block.kind === "table" && main > 0 && count >= (main > (count >= enough ? 1 : 0) ? 2 : 1);
  });
  const first = isAnnex.indexOf(true);
  const last = isAnnex.lastIndexOf(true);
  if (first < 0) return { narrative: flatten(blocks), annexLines: [], tables: [], form: table, rest: [] };
  const isLine = (block: Content | undefined) => block?.kind === "paragraph" && isAnnexLine(block, annex, table);
  const kindOf = (block: Content | undefined) =>
    block?.kind === "paragraph" ? annexLine(block.text, annex, table.form)?.kind : undefined;
  let from = first;
  while (from > 0 && first - from < 8 && isLine(blocks[from - 1])) {
    // Over a title of its own, `附件：…` is the last line of the text, which announces the annex.
    if (kindOf(blocks[from - 1]) === "headed" && blocks.slice(from, first).some((block) => kindOf(block) === "title"))
      break;
    from -= 1;
  }
  let to = last + 1;
  while (to < blocks.length && isLine(blocks[to])) to += 1;
  // A table of something else between the parts of the annex is lines of it.
  const inside = blocks.slice(from, to).filter((_, i) => !isAnnex[from + i]);
  const before = flatten(blocks.slice(0, from));
  const behind = flatten(blocks.slice(to));
  const goesOn =
    before.length === 0 ||
    behind.some(
      ({ text, mark }) => mark !== undefined || (matchTitle(withoutNumber(text), form)[0]?.score ?? 0) > 0.85,
    );
  return {
    narrative: goesOn ? [...before, ...behind] : before,
    annexLines: flatten(inside),
    tables: blocks.filter((_, i) => isAnnex[i]).flatMap((block) => (block.kind === "table" ? [block] : [])),
    form: table,
    rest: goesOn ? [] : behind.map(({ text }) => text),
  };
}

/**
 * The parts of a text whose table lies in another file: lines at its end that stand over such a table (附件2, its
 * title, 填报单位) are the annex's, when a number or a title is among them.
 */
export function headOfAnnexElsewhere(parts: Parts, form: Form): Parts {
  const annex = form.file.annex;
  const { form: table, narrative } = parts;
  if (!annex || !table) return parts;
  const from = narrative.findLastIndex((line) => !isAnnexLine(line, annex, table)) + 1;
  const lines = narrative.slice(from);
  const headed = lines.some((line) => /^(?:number|title)$/.test(annexLine(line.text, annex, table.form)?.kind ?? ""));
  return headed ? { ...parts, narrative: narrative.slice(0, from), annexLines: lines } : parts;
}

function isAnnexLine(paragraph: Paragraph, annex: AnnexForm, table: TableOfForm): boolean {
  return isAnnexMark(paragraph) || annexLine(paragraph.text, annex, table.form) !== null;
}

function isAnnexMark(paragraph: Paragraph): boolean {
  const kind = paragraph.mark === undefined ? undefined : parseMark(paragraph.mark)?.kind;
  return kind === "annex-number" || kind === "annex-title" || kind === "proposed";
}

/** Tables in the narrative become paragraphs, a line a row: a frame around a title is no table. */
export function flatten(blocks: readonly Content[]): Paragraph[] {
  return blocks.flatMap((block): Paragraph[] => {
    if (block.kind === "paragraph") return [block];
    return block.rows.flatMap((row): Paragraph[] => {
      const text = trimText(
        row
          .map((cell) => cell.text)
          .filter((cell) => cell !== "")
          .join("\t"),
      );
      return text === "" ? [] : [{ kind: "paragraph", text }];
    });
  });
}
