import type { CellPlace } from "../report/report.ts";
import { chineseOrdinal } from "../text/heading.ts";
import { typeset } from "../text/typeset.ts";
import { columnName, type Form, plainLabel, rowPath, type TableOfForm } from "./form.ts";

/** What people call tables and cells of a form that has several of them. */

/**
 * `统计表` where it is the form's only one; `表三` after the number of the section that it stands in alone; else its
 * title.
 */
export function tableName(form: Form, key: string): string {
  const table = form.tables.get(key);
  if (!table || form.tables.size === 1) return "统计表";
  const { section, title } = table.form;
  const inSection = [...form.tables.values()].filter((other) => other.form.section === section);
  const numbered = form.file.sections.filter(({ preamble, origin }) => !preamble && origin === "national");
  const at = numbered.findIndex((candidate) => candidate.key === section);
  return at >= 0 && inSection.length === 1 ? `表${chineseOrdinal(at + 1)}` : typeset(title);
}

/** A table by name and title, for where there is room: its short name first. */
export function tableTitle(form: Form, key: string): string {
  const name = tableName(form, key);
  const title = typeset(form.tables.get(key)?.form.title ?? "");
  return form.tables.size === 1 || name === title ? title : `${name} ${title}`;
}

/** A cell's column, where there are several: `总计`, `行政复议 结果维持`; empty where the row alone says which cell it is. */
function columnPart(table: TableOfForm, column: string): string {
  const form = table.columns.get(column);
  return form && table.currentColumns.length > 1 ? typeset(columnName(table, form)) : "";
}

/**
 * A cell as people say it on the telephone: `统计表 三（一）`, `表三 三（七） 总计`. `label` is what the report calls a
 * row that the form does not know.
 */
export function cellPlaceName(form: Form, { table: key, row, column }: CellPlace, label = row): string {
  const table = form.tables.get(key);
  if (!table) return `${tableName(form, key)} ${label}`;
  const known = table.rows.get(row);
  const path = known ? rowPath(table, row) || typeset(plainLabel(known.label)) : typeset(plainLabel(label));
  const line = table.form.labels === "none" ? "" : path;
  return [tableName(form, key), line, columnPart(table, column)].filter((part) => part !== "").join(" ");
}
