import { HyperFormula, type SimpleCellAddress } from "hyperformula";
import { check } from "../src/core/checks/check.ts";
import { addressesOf } from "../src/core/form/address.ts";
import type { Form, TableOfForm } from "../src/core/form/form.ts";
import type { Condition, Expression, Relation, Test } from "../src/core/form/schema.ts";
import type { Report } from "../src/core/report/report.ts";

/** The relations of a form as a spreadsheet: values in column A, one formula a relation in column B. */
export class SumSheet {
  readonly #engine: HyperFormula;
  readonly #table: TableOfForm;
  readonly #codes: readonly string[];

  constructor(table: TableOfForm) {
    this.#table = table;
    const formulas = table.form.relations.flatMap((relation) =>
      formulasOf(relation, (row) => `A${this.#place(row).row + 1}`).map((formula) => ({
        code: relation.code,
        formula,
      })),
    );
    this.#codes = formulas.map(({ code }) => code);
    const height = Math.max(table.valueRows.length, formulas.length);
    const cells = Array.from({ length: height }, (_, i) => [
      i < table.valueRows.length ? 0 : null,
      formulas[i] ? `=${formulas[i].formula}` : null,
    ]);
    this.#engine = HyperFormula.buildFromArray(cells, { licenseKey: "gpl-v3" });
  }

  set(row: string, value: number): void {
    this.#engine.setCellContents(this.#place(row), [[value]]);
  }

  /** The codes of the relations that do not hold. */
  broken(): Set<string> {
    return new Set(this.#codes.filter((_, i) => this.#engine.getCellValue({ sheet: 0, row: i, col: 1 }) === false));
  }

  #place(row: string): SimpleCellAddress {
    return { sheet: 0, row: this.#table.valueRows.findIndex(({ id }) => id === row), col: 0 };
  }
}

type CellOf = (row: string) => string;

function formulasOf(relation: Relation, cellOf: CellOf): string[] {
  if (relation.kind === "contradiction") return [`NOT(${condition(relation.when, cellOf)})`];
  return (relation.each ?? [""]).map((member) => test(relation, (row) => cellOf(row === "$" ? member : row)));
}

function condition(when: Condition, cellOf: CellOf): string {
  if ("all" in when) return `AND(${when.all.map((part) => test(part, cellOf)).join(",")})`;
  if ("any" in when) return `OR(${when.any.map((part) => condition(part, cellOf)).join(",")})`;
  return test(when, cellOf);
}

function test({ left, is, right }: Pick<Test, "left" | "is" | "right">, cellOf: CellOf): string {
  return `${expression(left, cellOf)}${is}${expression(right, cellOf)}`;
}

function expression(value: Expression, cellOf: CellOf): string {
  if (typeof value === "string") return cellOf(value);
  return "sum" in value ? `SUM(${value.sum.map(cellOf).join(",")})` : value.number;
}

/** One edit for each row that carries a value: the same for both sides. */
export interface Edit {
  readonly row: string;
  readonly index: number;
  readonly value: number;
}

export function edits(report: Report, round: number): Edit[] {
  return (report.tables[0]?.cells ?? []).map(({ row }, index) => ({ row, index, value: (index * 7 + round * 3) % 20 }));
}

/** The report after an edit, as the window makes it: nothing is changed in place. */
export function edited(report: Report, { index, value }: Edit): Report {
  const [table] = report.tables;
  const cell = table?.cells[index];
  if (!table || !cell) throw new Error(`no cell ${index}`);
  const cells = table.cells.with(index, { ...cell, value: String(value) });
  return { ...report, tables: [{ ...table, cells }, ...report.tables.slice(1)] };
}

/**
 * Both must find the same: a race against something that computes less would be none. Only where two relations
 * bind the same cells (parts ≤ total, parts = total) do ours say the graver one alone.
 * @throws Error
 */
export function compareFindings(report: Report, form: Form, sheet: SumSheet): void {
  const relations = form.tables.get("statistics")?.form.relations ?? [];
  const cellsOf = new Map(relations.map((relation) => [relation.code, addressesOf(relation).sort().join()]));
  let current = report;
  for (const edit of edits(report, 1)) {
    current = edited(current, edit);
    sheet.set(edit.row, edit.value);
    const ours = new Set(check(current, form).flatMap(({ code }) => (cellsOf.has(code) ? [code] : [])));
    const told = new Set([...ours].map((code) => cellsOf.get(code)));
    const theirs = sheet.broken();
    const tooMany = [...ours].filter((code) => !theirs.has(code));
    const missing = [...theirs].filter((code) => !told.has(cellsOf.get(code)));
    if (tooMany.length + missing.length > 0)
      throw new Error(`after ${edit.row}: HyperFormula finds ${missing} where we do not, and not ${tooMany}`);
  }
}
