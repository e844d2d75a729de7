import type { Block, SourceDocument, Table } from "../core/document.ts";
import type { Report } from "../core/report/report.ts";

/** One line of a file as it was read; the contract between the processes has the same shape. */
export type SourceLine =
  /** Where a file begins, when there are several. */
  | { readonly kind: "file"; readonly name: string }
  | { readonly kind: "paragraph"; readonly number: number; readonly text: string }
  | { readonly kind: "row"; readonly cells: readonly string[] }
  | { readonly kind: "furniture"; readonly text: string; readonly why: string };

/** The documents as lines from top to bottom, paragraphs counted through from 1; each under its name. */
export function sourceLines(documents: readonly (SourceDocument & { readonly name: string })[]): SourceLine[] {
  let number = 0;
  const linesOf = (block: Block): SourceLine[] => {
    switch (block.kind) {
      case "paragraph":
        number += 1;
        return [{ kind: "paragraph", number, text: block.text }];
      case "table":
        return rowsOf(block);
      case "furniture":
        return [{ kind: "furniture", text: block.text, why: block.why }];
    }
  };
  return documents.flatMap(({ name, blocks }): SourceLine[] => [
    ...(documents.length > 1 ? [{ kind: "file" as const, name }] : []),
    ...blocks.flatMap(linesOf),
  ]);
}

function rowsOf({ rows }: Table): SourceLine[] {
  return rows.map((row) => ({ kind: "row", cells: row.map(({ text }) => text) }));
}

/** A report file has no text around its report: its lines are the sections and the filled cells themselves. */
export function reportLines(report: Report): SourceLine[] {
  const texts = report.sections.flatMap(({ heading, paragraphs }) =>
    heading === "" ? paragraphs : [heading, ...paragraphs],
  );
  return [
    ...texts.map((text, i): SourceLine => ({ kind: "paragraph", number: i + 1, text })),
    ...report.tables.flatMap(({ cells }) =>
      cells.map(({ label, unit, value, raw, state }): SourceLine => {
        const shown = value ?? raw ?? (state === "na" ? "/" : "");
        return { kind: "row", cells: [label, unit, shown] };
      }),
    ),
  ];
}
