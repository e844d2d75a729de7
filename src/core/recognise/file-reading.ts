import type { Paragraph, SourceDocument } from "../document.ts";
import type { Form } from "../form/form.ts";
import { parseMark } from "../marks.ts";
import type { Annex, Dropped, Message, Section } from "../report/report.ts";
import { headingNumber } from "../text/heading.ts";
import { readAnnex } from "./annex-reading.ts";
import { type Content, divide, headOfAnnexElsewhere, type Parts, withoutFurniture } from "./divide.ts";
import { readTitle, yearsIn } from "./front.ts";
import { takeSectionTables } from "./section-tables.ts";
import { readSections } from "./sections.ts";
import { withTabbedTables } from "./tabbed.ts";
import type { TableReading } from "./table-output.ts";

/** A document and the name of the file that it was read from; the name stands in messages. */
export interface NamedDocument extends SourceDocument {
  readonly name: string;
}

/** What one file says, before the files of a report are laid together. */
export interface FileReading {
  readonly name: string;
  /** The file's text and tables, for a file that nothing was found in. */
  readonly blocks: readonly Content[];
  readonly title: string | null;
  /** The title that our own writer put in for a report without one: no text of the report, but it says whose it is. */
  readonly usualTitle: string | null;
  readonly sections: readonly Section[];
  /** How many headings are the form's own. */
  readonly known: number;
  /** The narrative's paragraphs as they were read, the title left out. */
  readonly paragraphs: readonly Paragraph[];
  readonly annex: Annex;
  /** The year that stands in the annex. */
  readonly annexYear: number | undefined;
  readonly table: TableReading | null;
  /** Tables inside the sections. */
  readonly inText: readonly TableReading[];
  readonly extra: readonly string[];
  readonly dropped: readonly Dropped[];
  readonly messages: readonly Message[];
}

/** Reads each file by itself, in an order that does not depend on the order in which they were given. */
export function readFiles(documents: readonly NamedDocument[], form: Form): FileReading[] {
  const files = documents.map(({ name, blocks: source }) => {
    const { blocks, dropped } = withoutFurniture(source);
    return { name, blocks: withTabbedTables(blocks, form), dropped };
  });
  const inText = files.map(({ blocks }) => takeSectionTables(blocks, form));
  const parted = inText.map(({ blocks }) => divide(blocks, form));
  const tables = parted.filter((parts) => parts.tables.length > 0).length;
  const readings = files.map(({ name, blocks, dropped }, i): FileReading => {
    const own = parted[i] as Parts;
    // A text whose table lies in another file may still close with the lines over that table.
    const parts = own.tables.length === 0 && tables > 0 ? headOfAnnexElsewhere(own, form) : own;
    const titled = readTitled(parts.narrative);
    const reading = readSections(titled.rest, form);
    const annex = readAnnex(parts, form);
    return {
      name,
      blocks,
      title: titled.title,
      usualTitle: titled.dropped.find(({ text }) => yearsIn(text).length > 0)?.text ?? null,
      sections: reading.sections,
      known: reading.known,
      paragraphs: titled.rest,
      annex: annex.annex,
      annexYear: annex.year,
      table: annex.table,
      inText: inText[i]?.tables ?? [],
      extra: [...annex.extra, ...(inText[i]?.tables ?? []).flatMap(({ lines }) => lines)],
      dropped: [...dropped, ...titled.dropped, ...annex.dropped, ...(inText[i]?.dropped ?? [])],
      messages: reading.messages,
    };
  });
  return readings.sort(inOrder);
}

/** Texts before tables, the one that begins with the earlier section first; the rest by length and by name. */
function inOrder(a: FileReading, b: FileReading): number {
  return (
    Number(b.known > 0) - Number(a.known > 0) ||
    firstNumber(a) - firstNumber(b) ||
    lengthOf(b) - lengthOf(a) ||
    (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
  );
}

function firstNumber({ sections }: FileReading): number {
  const numbers = sections.flatMap(({ heading }) => headingNumber(heading)?.ordinal ?? []);
  return numbers[0] ?? 0;
}

function lengthOf({ paragraphs, table }: FileReading): number {
  return paragraphs.reduce((sum, { text }) => sum + text.length, table?.table.cells.length ?? 0);
}

/** So many paragraphs at most are looked at for a title. */
const FRONT = 6;

function readTitled(narrative: readonly Paragraph[]): { title: string | null; rest: Paragraph[]; dropped: Dropped[] } {
  const kindOf = ({ mark }: Paragraph) => (mark === undefined ? undefined : parseMark(mark)?.kind);
  const own = narrative.filter((paragraph) => kindOf(paragraph) !== "proposed");
  const dropped = narrative
    .filter((paragraph) => kindOf(paragraph) === "proposed")
    .map(({ text }) => ({ text, why: "supplied by the program" }));
  const marked = own.filter((paragraph) => kindOf(paragraph) === "title");
  const rest = own.filter((paragraph) => kindOf(paragraph) !== "title");
  if (marked.length > 0) return { title: marked.map(({ text }) => text).join("\n"), rest, dropped };
  // A title that our writer supplied stands before everything else; a program that wrote the file anew may have lost
  // the mark of the first paragraph alone.
  if (narrative[0] && kindOf(narrative[0]) === "proposed") return { title: null, rest, dropped };
  const { title, from, to } = readTitle(own.slice(0, FRONT).map(({ text }) => text));
  return { title, rest: [...own.slice(0, from), ...own.slice(to)], dropped };
}
