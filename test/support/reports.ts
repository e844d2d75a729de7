import fc from "fast-check";
import { formatDecimal } from "../../src/core/decimal.ts";
import { cellKind, type Form, hasCell, type TableOfForm } from "../../src/core/form/form.ts";
import type { ValueType } from "../../src/core/form/schema.ts";
import {
  type Annex,
  type Cell,
  EMPTY_ANNEX,
  REPORT_SCHEMA,
  type Report,
  type ReportTable,
  type Section,
} from "../../src/core/report/report.ts";
import { chineseOrdinal } from "../../src/core/text/heading.ts";

/** Whole reports of a form, as an office might write them: for properties of everything that has an inverse. */

const LETTERS = [
  ..."政府信息公开工作街道办事处全年共制定发布群众咨询办理答复网站专栏目录指南培训会议落实监督保障机制规范完善推进重点领域",
];
const word = fc.array(fc.constantFrom(...LETTERS), { minLength: 2, maxLength: 12 }).map((letters) => letters.join(""));
const figure = fc.integer({ min: 0, max: 9999 }).map(String);
const clause = fc.oneof(
  word,
  fc.tuple(word, figure, fc.constantFrom("条", "件", "次", "人次")).map((parts) => parts.join("")),
  word.map((w) => `“${w}”`),
  word.map((w) => `《${w}办法》`),
);
const sentence = fc.array(clause, { minLength: 1, maxLength: 6 }).map((clauses) => `${clauses.join("，")}。`);
const body = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((sentences) => sentences.join(""));

/** Paragraphs that numbering alone could confuse: sub-headings, lists, years at the start. */
const paragraph = fc.oneof(
  { weight: 4, arbitrary: body },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.integer({ min: 1, max: 9 }), word).map(([n, w]) => `（${chineseOrdinal(n)}）${w}情况`),
  },
  { weight: 1, arbitrary: fc.tuple(fc.integer({ min: 1, max: 12 }), body).map(([n, b]) => `${n}.${b}`) },
  { weight: 1, arbitrary: fc.tuple(fc.integer({ min: 2014, max: 2018 }), body).map(([y, b]) => `${y}年，${b}`) },
  { weight: 1, arbitrary: fc.tuple(fc.integer({ min: 1, max: 9 }), body).map(([n, b]) => `（${n}）${b}`) },
);

const office = fc
  .tuple(
    fc.constantFrom("青禾", "临江", "东湖", "白石", "新民"),
    fc.constantFrom("街道", "镇", "乡", "市教育局", "区财政局"),
  )
  .map((parts) => parts.join(""));
const person = fc.constantFrom("张三", "李四", "王小明", "欧阳海");

function sectionsOf(form: Form): fc.Arbitrary<Section[]> {
  const known = form.file.sections;
  return fc
    .tuple(
      fc.subarray([...known], { minLength: 2 }),
      fc.array(fc.array(paragraph, { maxLength: 5 }), { minLength: known.length, maxLength: known.length }),
      fc.option(word, { freq: 4 }),
    )
    .map(([chosen, bodies, local]) => {
      let number = 0;
      const sections: Section[] = [];
      for (const [i, section] of chosen.entries()) {
        const paragraphs = bodies[i] ?? [];
        if (section.preamble) {
          if (paragraphs.length > 0) sections.push({ key: section.key, heading: "", paragraphs });
          continue;
        }
        number += 1;
        sections.push({ key: section.key, heading: `${chineseOrdinal(number)}、${section.title}`, paragraphs });
      }
      if (local !== null)
        sections.push({
          key: "local-1",
          heading: `${chineseOrdinal(number + 1)}、特色亮点之${local}`,
          paragraphs: ["按要求开展。"],
        });
      return sections;
    });
}

const money = fc
  .tuple(fc.bigInt({ min: 0n, max: 99_999_999n }), fc.integer({ min: 0, max: 6 }))
  .map(([digits, scale]) => {
    let d = digits;
    let s = scale;
    while (s > 0 && d % 10n === 0n) {
      d /= 10n;
      s -= 1;
    }
    return formatDecimal({ digits: d, scale: s });
  });

type CellValue = Pick<Cell, "state" | "value" | "raw">;

function valueOf(type: ValueType): fc.Arbitrary<CellValue> {
  const numbers = { money, count: figure, change: fc.integer({ min: -99, max: 99 }).map(String) }[type];
  return fc.oneof(
    { weight: 6, arbitrary: numbers.map((value): CellValue => ({ state: "number", value })) },
    { weight: 1, arbitrary: fc.constant<CellValue>({ state: "blank", value: null }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom("/", "-", "—").map((raw): CellValue => ({ state: "na", value: null, raw })),
    },
  );
}

/** A filled table of a form: every cell that it has, at times with its local rows and a row of the office's own. */
export function tableOf(table: TableOfForm): fc.Arbitrary<ReportTable> {
  const rows = table.valueRows.flatMap((row) =>
    table.currentColumns.filter(({ key }) => hasCell(table, row.id, key)).map((column) => ({ row, column })),
  );
  return fc
    .tuple(
      fc.tuple(...rows.map(({ row, column }) => valueOf(cellKind(row, column).type))),
      fc.boolean(),
      fc.option(fc.tuple(word, valueOf("count")), { freq: 3 }),
    )
    .map(([values, withLocal, own]) => {
      const cells = rows.flatMap(({ row, column }, i): Cell[] => {
        const value = values[i];
        if (!value || (row.origin === "local" && !withLocal)) return [];
        const { unit } = cellKind(row, column);
        return [{ row: row.id, column: column.key, label: row.label, unit, ...value }];
      });
      // Only a list takes rows of an office's own; the printed matrix has no room for them.
      if (own && table.form.section === undefined) {
        for (const column of table.currentColumns)
          cells.push({ row: "local-1", column: column.key, label: `本地新增的${own[0]}数`, unit: "件", ...own[1] });
      }
      return { key: table.form.key, cells };
    });
}

const annexOf: fc.Arbitrary<Annex> = fc.record({
  number: fc.option(fc.constantFrom("附件", "附件1", "附件2")),
  title: fc.constant(null),
  unit: fc.option(office),
  head: fc.option(person),
  reviewer: fc.option(person),
  filler: fc.option(person),
  phone: fc.option(fc.constantFrom("66274966", "0432-66274966")),
  date: fc.option(fc.constant("2019年1月10日")),
});

/** A table of a section is on the paper only where the section is. */
function standsIn(key: string, sections: readonly Section[], form: Form): boolean {
  const section = form.tables.get(key)?.form.section;
  return sections.some((one) => one.key === section);
}

/** A report as the contract has it: `messages`, `extra` and `dropped` empty, as of a plainly read file. */
export function reportOf(form: Form): fc.Arbitrary<Report> {
  const { from, to } = form.file.years;
  const sectionTables = [...form.tables.values()].filter((table) => table.form.section !== undefined);
  const annexTable = form.file.annex && form.tables.get(form.file.annex.table);
  return fc
    .record({
      year: fc.integer({ min: from, max: to ?? from + 5 }),
      unit: office,
      titled: fc.boolean(),
      sections: sectionsOf(form),
      table: annexTable ? tableOf(annexTable) : fc.constant(null),
      inText: fc.tuple(...sectionTables.map(tableOf)),
      annex: annexOf,
      annexTitle: fc.boolean(),
    })
    .map(
      ({ year, unit, titled, sections, table, inText, annex, annexTitle }): Report => ({
        schema: REPORT_SCHEMA,
        form: form.id,
        year,
        unit,
        title: titled ? form.file.reportTitle.replace("{unit}", unit).replace("{year}", String(year)) : null,
        sections,
        tables: [...(table ? [table] : []), ...inText.filter(({ key }) => standsIn(key, sections, form))],
        annex: !annexTable
          ? EMPTY_ANNEX
          : {
              ...annex,
              unit: titled && annex.unit === null ? null : unit,
              title: annexTitle && annexTable ? annexTable.form.title : null,
            },
        extra: [],
        dropped: [],
        messages: [],
      }),
    );
}
