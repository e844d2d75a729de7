import { relationFaults, repeated, unknownFields } from "./relation-faults.ts";
import type { FormFile, TableForm } from "./schema.ts";
import type { Fault } from "./shape.ts";

/** What a shape cannot say about a form file: things named must be there, codes must be its own, and so on. */
export function* fileFaults(file: FormFile): Generator<Fault> {
  const { from, to } = file.years;
  if (to !== undefined && to < from) yield { place: "years", reason: `截止年 ${to} 早于起始年 ${from}` };
  yield* unknownFields(file.reportTitle, ["unit", "year"], "reportTitle");
  yield* sectionFaults(file);
  yield* annexFaults(file);
  yield* fromFaults(file);
  yield* repeated(
    file.tables.map((t) => t.key),
    "tables",
    "key",
  );
  for (const [i, table] of file.tables.entries()) {
    const place = `tables.${i}`;
    yield* rowFaults(table, place);
    yield* columnFaults(table, place);
    yield* placeFaults(file, table, place);
    yield* blockFaults(table, place);
    yield* relationFaults(table, place, otherCodes(file, i));
  }
}

/** A table is the annex's, or stands in the text of one section. */
function* placeFaults(file: FormFile, table: TableForm, place: string): Generator<Fault> {
  const { section } = table;
  const inAnnex = file.annex?.table === table.key;
  if (section === undefined) {
    if (!inAnnex) yield { place: `${place}.section`, reason: "既不是附件里的表，又没有写明在哪一部分" };
  } else if (inAnnex) yield { place: `${place}.section`, reason: "附件里的表不在正文里" };
  else if (!file.sections.some(({ key }) => key === section)) {
    yield { place: `${place}.section`, reason: `没有名为“${section}”的部分` };
  }
}

/** Blocks share out the value rows: each stands in one of them. */
function* blockFaults({ blocks, rows, columns }: TableForm, place: string): Generator<Fault> {
  if (!blocks) return;
  const taken = new Set<string>();
  for (const [i, block] of blocks.entries()) {
    const at = `${place}.blocks.${i}`;
    for (const id of block.rows) {
      const row = rows.find((one) => one.id === id);
      if (!row || row.kind === "header") yield { place: `${at}.rows`, reason: `没有“${id}”这一行，或它不填数` };
      if (taken.has(id)) yield { place: `${at}.rows`, reason: `“${id}”已经在前面的一块里` };
      taken.add(id);
    }
    for (const key of block.columns) {
      if (!columns.some((column) => column.key === key && column.role === "current")) {
        yield { place: `${at}.columns`, reason: `没有“${key}”这一本年的列` };
      }
    }
  }
  for (const row of rows) {
    if (row.kind !== "header" && !taken.has(row.id)) {
      yield { place: `${place}.blocks`, reason: `“${row.id}”不在任何一块里` };
    }
  }
}

/** Codes of the tables before, which a table may not use again: a finding's code names one relation of the form. */
function otherCodes(file: FormFile, before: number): string[] {
  return file.tables
    .slice(0, before)
    .flatMap((table) => [
      ...table.relations.map(({ code }) => code),
      ...(table.yearOnYear ? [table.yearOnYear.code] : []),
    ]);
}

function* sectionFaults(file: FormFile): Generator<Fault> {
  yield* repeated(
    file.sections.map((s) => s.key),
    "sections",
    "key",
  );
  for (const [i, section] of file.sections.entries()) {
    if (section.preamble && i > 0) yield { place: `sections.${i}`, reason: "前言只能是第一部分" };
    if (!section.preamble && section.title === "") yield { place: `sections.${i}.title`, reason: "标题不能为空" };
    if (/^local-\d+$/.test(section.key)) {
      yield { place: `sections.${i}.key`, reason: `“${section.key}”留给表式之外的部分` };
    }
  }
}

function* annexFaults(file: FormFile): Generator<Fault> {
  const annex = file.annex;
  if (!annex) return;
  if (!file.tables.some((table) => table.key === annex.table)) {
    yield { place: "annex.table", reason: `没有名为“${annex.table}”的表` };
  }
  yield* unknownFields(annex.yearLine, ["year"], "annex.yearLine");
  yield* repeated(
    annex.signOff.map((line) => line.key),
    "annex.signOff",
    "key",
  );
}

/** Old forms are other files: of them only the names on this side can be checked. */
function* fromFaults({ from = [], sections, tables }: FormFile): Generator<Fault> {
  yield* repeated(
    from.map(({ form }) => form),
    "from",
    "form",
  );
  for (const [i, old] of from.entries()) {
    for (const [k, { to }] of old.sections.entries())
      if (!sections.some(({ key }) => key === to))
        yield { place: `from.${i}.sections.${k}.to`, reason: `没有名为“${to}”的部分` };
    for (const [k, { to }] of (old.tables ?? []).entries())
      if (!tables.some(({ key }) => key === to))
        yield { place: `from.${i}.tables.${k}.to`, reason: `没有名为“${to}”的表` };
  }
}

function* rowFaults(table: TableForm, place: string): Generator<Fault> {
  yield* repeated(
    table.rows.map((row) => row.id),
    `${place}.rows`,
    "id",
  );
  // A parent stands before its children, so a chain of parents cannot close into a ring.
  const levels = new Map<string, number>();
  for (const [i, row] of table.rows.entries()) {
    const at = `${place}.rows.${i}`;
    const above = row.parent === undefined ? 0 : levels.get(row.parent);
    if (above === undefined) yield { place: `${at}.parent`, reason: `上级行“${row.parent}”不存在或排在后面` };
    else if (row.level <= above) yield { place: `${at}.level`, reason: `层级 ${row.level} 不比上级行深` };
    levels.set(row.id, row.level);
    if ((row.kind === "header") !== (row.type === undefined)) {
      yield { place: `${at}.type`, reason: row.kind === "header" ? "分类行没有数值类型" : "缺少数值类型" };
    }
    if (row.type !== undefined && (row.type === "money") !== (row.decimals !== undefined)) {
      yield {
        place: `${at}.decimals`,
        reason: row.type === "money" ? "金额行要写明最多几位小数" : "只有金额行有小数位数",
      };
    }
    if (/^local-\d+$/.test(row.id)) yield { place: `${at}.id`, reason: `“${row.id}”留给表式之外的行` };
  }
}

function* columnFaults(table: TableForm, place: string): Generator<Fault> {
  yield* repeated(
    table.columns.map((column) => column.key),
    `${place}.columns`,
    "key",
  );
  if (!table.columns.some((column) => column.role === "current")) {
    yield { place: `${place}.columns`, reason: "没有本年的列" };
  }
  for (const [i, { role, of, type, decimals }] of table.columns.entries()) {
    const at = `${place}.columns.${i}`;
    if (
      of !== undefined &&
      (role !== "previous" || !table.columns.some(({ key, role: r }) => key === of && r === "current"))
    )
      yield { place: `${at}.of`, reason: "只有上年的列可以写明它对应哪一本年的列" };
    if ((type === "money") !== (decimals !== undefined))
      yield { place: `${at}.decimals`, reason: "金额列要写明最多几位小数，别的列没有小数位数" };
  }
  const year = table.yearOnYear;
  for (const role of year ? (["current", "previous"] as const) : []) {
    const column = table.columns.find(({ key }) => key === year?.[role]);
    if (!column) yield { place: `${place}.yearOnYear.${role}`, reason: `没有“${year?.[role]}”这一列` };
    else if (column.role !== role) {
      const wanted = role === "current" ? "本年" : "上年";
      yield { place: `${place}.yearOnYear.${role}`, reason: `“${column.key}”不是${wanted}的列` };
    }
  }
}
