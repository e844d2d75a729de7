import formFile from "../../../resources/forms/gongkai-2014.json" with { type: "json" };
import type { Form } from "../../core/form/form.ts";
import { loadForm } from "../../core/form/load.ts";
import { type Cell, EMPTY_ANNEX, type Report } from "../../core/report/report.ts";

/** For the tests of this folder: the form, and reports with every value 0 but those given (`null` is blank). */
export function form(): Form {
  const loaded = loadForm(formFile);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
  return loaded.form;
}

export type Values = Readonly<Record<string, string | null>>;

export function report(values: Values, before: Values | null = null, more: Partial<Report> = {}): Report {
  const rows = form().tables.get("statistics")?.valueRows ?? [];
  const cell = (row: string, column: string, given: Values): Cell => {
    const value = given[row] === undefined ? "0" : given[row];
    return { row, column, label: row, unit: "件", state: value === null ? "blank" : "number", value };
  };
  return {
    schema: "nianbao.report/1",
    form: "gongkai-2014",
    year: 2018,
    unit: "示范街道",
    title: null,
    sections: [],
    tables: [
      {
        key: "statistics",
        cells: rows.flatMap(({ id }) => [cell(id, "value", values), ...(before ? [cell(id, "previous", before)] : [])]),
      },
    ],
    annex: EMPTY_ANNEX,
    extra: [],
    dropped: [],
    messages: [],
    ...more,
  };
}
