import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Matrix } from "../../src/core/paper/matrix.ts";
import type { Cell, Report } from "../../src/core/report/report.ts";
import { readReport } from "../../src/formats/read.ts";
import { shippedForms } from "../support/forms.ts";
import { asMatrixFile, MATRIX_LAYOUTS, type MatrixLayout } from "../support/matrix-layouts.ts";
import { reportOf } from "../support/reports.ts";

const layouts = Object.keys(MATRIX_LAYOUTS) as MatrixLayout[];
const forms = shippedForms.filter(({ file }) => file.tables.some(({ section }) => section !== undefined));
const cases = forms.flatMap((form) => layouts.map((layout) => ({ form, layout, name: `${form.id}, ${layout}` })));

const read = (bytes: Uint8Array) => readReport([{ name: "报告", bytes }], shippedForms);

function cellsOf({ tables }: Report): Map<string, Cell> {
  return new Map(tables.flatMap(({ key, cells }) => cells.map((cell) => [`${key} ${cell.row}:${cell.column}`, cell])));
}

function said({ messages }: Report): Set<string> {
  return new Set(messages.flatMap(({ at }) => (at && "row" in at ? [`${at.table} ${at.row}:${at.column}`] : [])));
}

const LOCAL = new Set(
  forms.flatMap(({ file }) =>
    file.tables.flatMap(({ rows }) => rows.flatMap(({ origin, label }) => (origin === "local" ? [label] : []))),
  ),
);

/** Cells that came in as something else, and of those the ones without a word about it. */
function wrong(report: Report, again: Report): { all: string[]; unsaid: string[] } {
  const found = cellsOf(again);
  const messages = said(again);
  const all = [...cellsOf(report)].flatMap(([place, { state, value, label }]) => {
    const other = found.get(place);
    // A row of the office's own that is not in the file is nobody's loss.
    if (!other && LOCAL.has(label)) return [];
    return other?.state === state && other.value === value ? [] : [place];
  });
  return { all, unsaid: all.filter((place) => !messages.has(place)) };
}

/** A report with every section, so that every table has its place. */
function whole(form: (typeof forms)[number]): fc.Arbitrary<Report> {
  return reportOf(form).filter(({ tables }) => tables.length === form.tables.size);
}

describe.each(cases)("a report of the form $name", ({ form, layout }) => {
  it("has every cell right or said, whatever is blank or not applicable", async () => {
    await fc.assert(
      fc.asyncProperty(whole(form), async (report) => {
        const again = await read(asMatrixFile(report, form, layout));
        expect(again.form).toBe(form.id);
        expect(wrong(report, again).unsaid).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it("comes in exact where every cell is filled", async () => {
    await fc.assert(
      fc.asyncProperty(whole(form), fc.nat(999), async (report, n) => {
        const tables = report.tables.map((table) => ({
          ...table,
          cells: table.cells.map(
            ({ raw: _, ...cell }, i): Cell => ({ ...cell, state: "number", value: String((n * (i + 1)) % 997) }),
          ),
        }));
        const filled = { ...report, tables };
        const again = await read(asMatrixFile(filled, form, layout));
        expect(wrong(filled, again).all).toEqual([]);
        expect([...said(again)]).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });
});

describe.each(cases)("accidents on the way: $name", ({ form, layout }) => {
  const accidents = {
    "a row lost": (matrix: Matrix, pick: number): Matrix => withoutRow(matrix, plainRow(matrix, pick)),
    "a label broken over two lines of its cell": (matrix: Matrix, pick: number): Matrix =>
      changeLabel(matrix, pick, (text) => (layout === "a web page" ? `${text.slice(0, 6)}<br>${text.slice(6)}` : text)),
    "white space and full-width signs in a label": (matrix: Matrix, pick: number): Matrix =>
      changeLabel(matrix, pick, (text) => ` ${text.replace(/\./, "．").replaceAll("、", "、 ")}`),
  };

  it.each(Object.entries(accidents))("%s: every cell right or said", async (_, happen) => {
    await fc.assert(
      fc.asyncProperty(whole(form), fc.nat(), async (report, pick) => {
        const again = await read(asMatrixFile(report, form, layout, (matrix) => happen(matrix, pick)));
        expect(wrong(report, again).unsaid).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });
});

/** A row of one label and its figures, none of which spans rows. */
function plainRow({ rows, headRows }: Matrix, pick: number): number {
  const plain = rows.flatMap((cells, r) =>
    r >= headRows && cells[0]?.role === "label" && cells.every(({ rowSpan }) => rowSpan === 1) ? [r] : [],
  );
  return plain[pick % Math.max(1, plain.length)] ?? -1;
}

/** The table without a row; what spans it from above spans one row less, as in a program that deletes a row. */
function withoutRow(matrix: Matrix, lost: number): Matrix {
  return {
    ...matrix,
    rows: matrix.rows.flatMap((cells, r) =>
      r === lost
        ? []
        : [cells.map((cell) => (r < lost && r + cell.rowSpan > lost ? { ...cell, rowSpan: cell.rowSpan - 1 } : cell))],
    ),
  };
}

function changeLabel(matrix: Matrix, pick: number, change: (text: string) => string): Matrix {
  const at = plainRow(matrix, pick);
  return {
    ...matrix,
    rows: matrix.rows.map((cells, r) =>
      r === at ? cells.map((cell) => (cell.role === "label" ? { ...cell, text: change(cell.text) } : cell)) : cells,
    ),
  };
}
