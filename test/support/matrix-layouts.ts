import type { Form } from "../../src/core/form/form.ts";
import { type Matrix, matrixOf } from "../../src/core/paper/matrix.ts";
import { placesOf } from "../../src/core/paper/matrix-look.ts";
import type { Report } from "../../src/core/report/report.ts";

/** The ways in which a table of a section stands in a file without spans of its own. Each writes it as lines. */
export const MATRIX_LAYOUTS = {
  "a web page": (matrix) => [
    "<table>",
    ...matrix.rows.map(
      (cells) =>
        `<tr>${cells.map(({ text, colSpan, rowSpan }) => `<td colspan="${colSpan}" rowspan="${rowSpan}">${text}</td>`).join("")}</tr>`,
    ),
    "</table>",
  ],
  "a row a line, bars between": (matrix) => matrix.rows.map((cells) => cells.map(({ text }) => `${text} |`).join(" ")),
  "a cell a line": (matrix) =>
    matrix.rows.flatMap((cells) => cells.map(({ text }) => (text === "" ? "|" : `${text} |`))),
  "tabs, as a spreadsheet copies": (matrix) => grid(matrix).map((cells) => cells.join("\t")),
  "columns aligned with spaces": (matrix) => {
    const rows = grid(matrix);
    const widths = Array.from(
      { length: matrix.width },
      (_, c) => Math.max(...rows.map((row) => wide(row[c] ?? ""))) + 3,
    );
    return rows.map((row) =>
      row
        .map((text, c) => text + " ".repeat(Math.max(0, (widths[c] ?? 3) - wide(text))))
        .join("")
        .trimEnd(),
    );
  },
} satisfies Record<string, (matrix: Matrix) => string[]>;

export type MatrixLayout = keyof typeof MATRIX_LAYOUTS;

/** Each text at the place where its span begins, the other places of it empty. */
function grid(matrix: Matrix): string[][] {
  return matrix.rows.map((cells, r) => {
    const row = Array.from({ length: matrix.width }, () => "");
    const places = placesOf(matrix)[r] ?? [];
    for (const [i, { text }] of cells.entries()) row[places[i] ?? 0] = text;
    return row;
  });
}

function wide(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e7f ? 2 : 1), 0);
}

/** A report of a form with section tables as one file; `change` is what happens to a table on the way. */
export function asMatrixFile(
  report: Report,
  form: Form,
  layout: MatrixLayout,
  change: (matrix: Matrix) => Matrix = (matrix) => matrix,
): Uint8Array {
  const web = layout === "a web page";
  const line = (text: string) => (web ? `<p>${text}</p>` : text);
  const lines = [
    ...(report.title === null ? [] : [line(report.title)]),
    ...report.sections.flatMap(({ key, heading, paragraphs }) => [
      ...(heading === "" ? [] : [line(heading)]),
      ...paragraphs.map(line),
      ...[...form.tables.values()]
        .filter((table) => table.form.section === key)
        .flatMap((table) => {
          const filled = report.tables.find((one) => one.key === table.form.key);
          return filled ? MATRIX_LAYOUTS[layout](change(matrixOf(table, filled))) : [];
        }),
    ]),
  ];
  const text = lines.join("\n");
  return new TextEncoder().encode(web ? `<html><meta charset="utf-8"><body>${text}</body></html>` : text);
}
