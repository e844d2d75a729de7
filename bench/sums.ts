import { HyperFormula, type SimpleCellAddress } from "hyperformula";
import { check } from "../src/core/checks/check.ts";
import { layOut } from "../src/core/checks/layout.ts";
import { linesOf } from "../src/core/checks/lines.ts";
import type { Line } from "../src/core/checks/side.ts";
import { addressesOf, parseAddress, withMember } from "../src/core/form/address.ts";
import type { Form, TableOfForm } from "../src/core/form/form.ts";
import type { Condition, Expression, Relation, Test } from "../src/core/form/schema.ts";
import type { Report } from "../src/core/report/report.ts";

/** The relations of a form as a spreadsheet: values in column A, one formula a relation and line in column B. */
export class SumSheet {
  readonly #engine: HyperFormula;
  /** By table, row and column: the row of the spreadsheet. */
  readonly #places: ReadonlyMap<string, number>;
  readonly #codes: readonly string[];

  /** @param report  whose cells and values it has at first */
  constructor(form: Form, report: Report) {
    const cells = report.tables.flatMap(({ key, cells: own }) => own.map((cell) => ({ ...cell, key })));
    this.#places = new Map(cells.map(({ key, row, column }, i) => [`${key}:${row}:${column}`, i]));
    const formulas = [...form.tables.values()].flatMap((table) =>
      table.form.relations
        .filter((relation) => concerns(relation, table, report))
        .flatMap((relation) =>
          formulasOf(relation, table, (address, line) => `A${this.#rowOf(table, address, line) + 1}`),
        ),
    );
    this.#codes = formulas.map(({ code }) => code);
    const rows = Array.from({ length: Math.max(cells.length, formulas.length) }, (_, i) => [
      cells[i] ? Number(cells[i].value) : null,
      formulas[i] ? `=${formulas[i].formula}` : null,
    ]);
    this.#engine = HyperFormula.buildFromArray(rows, { licenseKey: "gpl-v3" });
  }

  set({ table, row, column, value }: Edit): void {
    this.#engine.setCellContents(this.#address(`${table}:${row}:${column}`), [[value]]);
  }

  /** The codes of the relations that do not hold. */
  broken(): Set<string> {
    return new Set(this.#codes.filter((_, i) => this.#engine.getCellValue({ sheet: 0, row: i, col: 1 }) === false));
  }

  #address(place: string): SimpleCellAddress {
    const row = this.#places.get(place);
    if (row === undefined) throw new Error(`no cell ${place}`);
    return { sheet: 0, row, col: 0 };
  }

  #rowOf({ form }: TableOfForm, address: string, line: Line): number {
    const { row, column } = parseAddress(address);
    return this.#address(`${form.key}:${row ?? line.row}:${column ?? line.column}`).row;
  }
}

/** Relations with last year's values, or of units of another kind, are silent in the sample. */
function concerns(relation: Relation, { columns }: TableOfForm, { unit }: Report): boolean {
  if (relation.unit && !new RegExp(relation.unit.matches, "u").test(unit ?? "")) return false;
  return !addressesOf(relation).some((address) => columns.get(parseAddress(address).column ?? "")?.role === "previous");
}

/** Where a relation's address stands in the spreadsheet, in one line of the relation. */
type CellOf = (address: string, line: Line) => string;

function formulasOf(relation: Relation, table: TableOfForm, cellOf: CellOf): { code: string; formula: string }[] {
  const { code } = relation;
  return linesOf(layOut(table), relation).flatMap((line) => {
    const at = (address: string) => cellOf(address, line);
    if (relation.kind === "contradiction") return [{ code, formula: `NOT(${condition(relation.when, at)})` }];
    return (relation.each ?? [""]).map((member) => {
      const [left, right] = [withMember(relation.left, member), withMember(relation.right, member)];
      return { code, formula: test({ ...relation, left, right }, at) };
    });
  });
}

type At = (address: string) => string;

function condition(when: Condition, at: At): string {
  if ("all" in when) return `AND(${when.all.map((part) => test(part, at)).join(",")})`;
  if ("any" in when) return `OR(${when.any.map((part) => condition(part, at)).join(",")})`;
  return test(when, at);
}

function test({ left, is, right }: Pick<Test, "left" | "is" | "right">, at: At): string {
  return `${expression(left, at)}${is}${expression(right, at)}`;
}

function expression(value: Expression, at: At): string {
  if (typeof value === "string") return at(value);
  if ("number" in value) return value.number;
  const less = value.minus ? `-SUM(${value.minus.map(at).join(",")})` : "";
  return `SUM(${value.sum.map(at).join(",")})${less}`;
}

/** A number that is put into a cell: the same for both sides. */
export interface Edit {
  readonly table: string;
  readonly row: string;
  readonly column: string;
  /** The table's and the cell's index in the report. */
  readonly at: readonly [table: number, cell: number];
  readonly value: number;
}

/** One edit for each cell of a report. */
export function edits({ tables }: Report, round: number): Edit[] {
  return tables
    .flatMap(({ key: table, cells }, t) =>
      cells.map(({ row, column }, c) => ({ table, row, column, at: [t, c] as const })),
    )
    .map((place, n) => ({ ...place, value: (n * 7 + round * 3) % 20 }));
}

/** The edit that puts back what the report has there. */
export function putBack({ tables }: Report, edit: Edit): Edit {
  const [table, cell] = edit.at;
  return { ...edit, value: Number(tables[table]?.cells[cell]?.value) };
}

/** The report after an edit, as the window makes it: nothing is changed in place. */
export function edited(report: Report, { at, value }: Edit): Report {
  const table = report.tables[at[0]];
  const cell = table?.cells[at[1]];
  if (!table || !cell) throw new Error(`no cell ${at}`);
  const cells = table.cells.with(at[1], { ...cell, value: String(value) });
  return { ...report, tables: report.tables.with(at[0], { ...table, cells }) };
}

/**
 * Both must find the same: a race against something that computes less would be none. Only where two relations
 * bind the same cells (parts ≤ total, parts = total) do ours say the graver one alone.
 * @throws Error
 */
export function compareFindings(report: Report, form: Form): void {
  const relations = [...form.tables.values()].flatMap((table) => table.form.relations);
  const cellsOf = new Map(relations.map((relation) => [relation.code, addressesOf(relation).sort().join()]));
  const sheet = new SumSheet(form, report);
  let current = report;
  for (const edit of edits(report, 1)) {
    current = edited(current, edit);
    sheet.set(edit);
    const ours = new Set(check(current, form).flatMap(({ code }) => (cellsOf.has(code) ? [code] : [])));
    const told = new Set([...ours].map((code) => cellsOf.get(code)));
    const theirs = sheet.broken();
    const tooMany = [...ours].filter((code) => !theirs.has(code));
    const missing = [...theirs].filter((code) => !told.has(cellsOf.get(code)));
    if (tooMany.length + missing.length > 0)
      throw new Error(`after ${edit.row}: HyperFormula finds ${missing} where we do not, and not ${tooMany}`);
  }
}
