import { compare, formatDecimal } from "../decimal.ts";
import type { Statement } from "../form/schema.ts";
import { Reader, type Saying } from "../prose/sayings.ts";
import type { Report } from "../report/report.ts";
import { finding } from "./check-value.ts";
import type { Finding } from "./finding.ts";
import type { Grid } from "./grid.ts";
import { type Layout, nameOf, placeOf } from "./layout.ts";
import { compileSide, type Side, tally } from "./side.ts";

/** The statements of one table, ready to be held against any text. */
export interface StatementCheck {
  readonly reader: Reader;
  readonly sides: ReadonlyMap<Statement, { readonly is: Side; readonly mayBe: Side | null }>;
}

const NO_LINE = { row: null, column: null };

export function statementCheck(layout: Layout): StatementCheck | null {
  const statements = (layout.table.form.statements ?? []).map((statement) => withColumns(statement, layout));
  if (statements.length === 0) return null;
  const sides = statements.map(
    (statement) =>
      [
        statement,
        {
          is: compileSide(layout, statement.is, NO_LINE),
          mayBe: statement.mayBe ? compileSide(layout, statement.mayBe.value, NO_LINE) : null,
        },
      ] as const,
  );
  return { reader: new Reader(statements), sides: new Map(sides) };
}

/**
 * What the text says of the table and the table does not, in the order of the text. Silent where the table's number is
 * blank or not applicable (blanks have a finding of their own), where the sentence speaks of another year, and where
 * the text estimates (`约`, `余`).
 */
export function statementFindings(
  { reader, sides }: StatementCheck,
  grid: Grid,
  { sections, year }: Pick<Report, "sections" | "year">,
): Finding[] {
  const found: Finding[] = [];
  for (const { key, paragraphs } of sections) {
    let start = 0;
    for (const paragraph of paragraphs) {
      for (const saying of reader.read(paragraph)) {
        const side = sides.get(saying.statement);
        if (!side || isOfAnotherYear(saying, year)) continue;
        const said = disagreement(saying, side, grid);
        if (said) found.push({ ...said, section: key, offset: start + saying.from });
      }
      start += paragraph.length + 1;
    }
  }
  return found;
}

function isOfAnotherYear(saying: Saying, year: number | null): boolean {
  return saying.year === "before" || (saying.year !== null && saying.year !== year);
}

function disagreement(saying: Saying, side: { is: Side; mayBe: Side | null }, grid: Grid): Finding | null {
  const is = tally(side.is, grid);
  if (is.numbers === 0 || is.missing > 0 || compare(is.known, saying.value) === 0) return null;
  const { statement, quote, denied } = saying;
  const cells = side.is.slots.map((slot) => placeOf(grid.layout, slot));
  const expected = formatDecimal(is.known);
  const both = { expected, actual: formatDecimal(saying.value) };
  const other = side.mayBe && tally(side.mayBe, grid);
  if (statement.mayBe && other?.missing === 0 && compare(other.known, saying.value) === 0) {
    const text = statement.mayBe.text.replaceAll("{said}", quote).replaceAll("{value}", expected);
    return { ...finding({ ...statement, severity: "ask" }, text, cells), ...both };
  }
  const name = statement.name ? `“${statement.name}”` : nameOfFirst(side.is, grid.layout);
  const text = denied
    ? `正文写“${quote}”，表内${name}为 ${expected}。`
    : `正文写“${quote}”，表内${name}为 ${expected}，两处不一致。`;
  return { ...finding(statement, text, cells), ...both };
}

function nameOfFirst({ slots: [slot] }: Side, layout: Layout): string {
  return slot === undefined ? "" : `“${nameOf(layout, slot)}”`;
}

/** A bare row is that row in the first column of this year. */
function withColumns(statement: Statement, { table }: Layout): Statement {
  const column = table.currentColumns[0]?.key ?? "";
  const whole = (address: string) => (address.includes(":") ? address : `${address}:${column}`);
  const complete = (expression: Statement["is"]): Statement["is"] => {
    if (typeof expression === "string") return whole(expression);
    if ("number" in expression) return expression;
    return {
      sum: expression.sum.map(whole),
      ...(expression.minus ? { minus: expression.minus.map(whole) } : {}),
    };
  };
  return {
    ...statement,
    is: complete(statement.is),
    ...(statement.mayBe ? { mayBe: { ...statement.mayBe, value: complete(statement.mayBe.value) } } : {}),
  };
}
