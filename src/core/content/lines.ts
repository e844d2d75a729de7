import type { PrintedParagraph, PrintedRun, PrintedTable } from "./printed.ts";

/** A stretch, and where it begins in its line's text (UTF-16 units). */
export interface PlacedRun {
  readonly run: PrintedRun;
  /** Below 0, or `from` plus its length beyond the text, where outer white space of a table's cell is not printed. */
  readonly from: number;
}

/** One of a section's paragraphs, as the report has them. */
export interface PrintedLine {
  readonly text: string;
  readonly runs: readonly PlacedRun[];
}

/**
 * A section's paragraphs: a paragraph is one; a table is one a row, its filled cells parted by tabs, as readers
 * give it back. What has no text is none.
 */
export function linesOf(blocks: readonly (PrintedParagraph | PrintedTable)[]): PrintedLine[] {
  return everyLine(blocks).filter(({ text }) => text.trim() !== "");
}

/** The same with empty ones: every run of the document, in its order, is in one of these. */
export function everyLine(blocks: readonly (PrintedParagraph | PrintedTable)[]): PrintedLine[] {
  return blocks.flatMap((block) => (block.kind === "paragraph" ? [paragraphLine(block)] : block.rows.map(rowLine)));
}

export function paragraphLine({ runs }: PrintedParagraph): PrintedLine {
  let text = "";
  const placed = runs.map((run) => {
    const from = text.length;
    text += run.text;
    return { run, from };
  });
  return { text, runs: placed };
}

function rowLine(row: PrintedTable["rows"][number]): PrintedLine {
  let text = "";
  const placed: PlacedRun[] = [];
  for (const { paragraphs } of row) {
    const cell = joined(paragraphs.map(paragraphLine));
    const printed = cell.text.trim();
    const gap = printed !== "" && text !== "" ? "\t" : "";
    const lead = cell.text.length - cell.text.trimStart().length;
    placed.push(...cell.runs.map(({ run, from }) => ({ run, from: text.length + gap.length + from - lead })));
    text += gap + printed;
  }
  return { text, runs: placed };
}

function joined(lines: readonly PrintedLine[]): PrintedLine {
  let text = "";
  const placed = lines.flatMap((line, i) => {
    if (i > 0) text += "\n";
    const begin = text.length;
    text += line.text;
    return line.runs.map(({ run, from }) => ({ run, from: begin + from }));
  });
  return { text, runs: placed };
}
