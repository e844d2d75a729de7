import type { Form } from "../../src/core/form/form.ts";
import { annexPaper } from "../../src/core/paper/annex.ts";
import type { Report } from "../../src/core/report/report.ts";

/** The ways in which a statistics table stands in a text file. Each writes rows of cells as lines. */
export const LAYOUTS = {
  "one cell a line": (rows) => rows.flat().map((cell) => (cell === "" ? "|" : `${cell} |`)),
  "one row a line": (rows) => rows.map((row) => `${row.join(" | ")} |`),
  "bars on both sides": (rows) => rows.map((row) => `| ${row.join(" | ")} |`),
  markdown: (rows) =>
    rows.flatMap((row, i) => [`| ${row.join(" | ")} |`, ...(i === 0 ? [`|${row.map(() => "---").join("|")}|`] : [])]),
  tabs: (rows) => rows.map((row) => row.join("\t")),
  "tabs, line ends trimmed": (rows) => rows.map((row) => row.join("\t").trimEnd()),
  "commas, quoted where needed": (rows) =>
    rows.map((row) => row.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",")),
  "semicolons, all quoted": (rows) => rows.map((row) => row.map((cell) => `"${cell}"`).join(";")),
  "columns aligned with spaces": (rows) => {
    const columns = [0, 1, 2].map((c) => Math.max(...rows.map((row) => wide(row[c] ?? ""))) + 3);
    return rows.map((row) =>
      row
        .map((cell, c) => cell + " ".repeat((columns[c] ?? 3) - wide(cell)))
        .join("")
        .trimEnd(),
    );
  },
} satisfies Record<string, (rows: readonly (readonly string[])[]) => string[]>;

export type Layout = keyof typeof LAYOUTS;

/** Half-width columns that a text takes in a fixed-pitch Chinese font. */
function wide(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e7f ? 2 : 1), 0);
}

/** The rows of the printed table, head included. */
function tableRows(report: Report, form: Form): string[][] {
  const paper = annexPaper(report, form);
  if (!paper) return [];
  return [
    [...paper.header],
    ...paper.rows.map((row) => [row.label + row.note, row.unit, ...row.values.map(({ text }) => text)]),
  ];
}

/** A report as the text that an office would save: narrative, annex head, table, sign-off. */
export function asText(report: Report, form: Form, layout: Layout): string {
  const paper = annexPaper(report, form);
  const lines = [
    ...(report.title === null ? [] : [report.title]),
    ...report.sections.flatMap(({ heading, paragraphs }) => [...(heading === "" ? [] : [heading]), ...paragraphs]),
    ...(paper
      ? [
          ...(paper.number === null ? [] : [paper.number]),
          ...(paper.titleProposed ? [] : [paper.title]),
          paper.yearLine,
          paper.unitLine,
          ...LAYOUTS[layout](tableRows(report, form)),
          paper.signOff.map(({ label, value }) => `${label}：${value}`).join("    "),
        ]
      : []),
  ];
  return `${lines.join("\n")}\n`;
}
