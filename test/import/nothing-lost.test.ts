import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatReportJson } from "../../src/core/report/format-json.ts";
import { fold } from "../../src/core/text/fold.ts";
import { readReport } from "../../src/formats/read.ts";
import { form2014 } from "../support/forms.ts";
import { type Content, KINDS, type Kind } from "../support/kinds.ts";

/** Words that no form has, each once in a file: whatever place it is put in, it must come out somewhere. */
const LETTERS = [..."甲乙丙丁戊己庚辛壬癸"];
const word = (n: number) => `异${[...String(n + 100)].map((digit) => LETTERS[Number(digit)]).join("")}文`;

const PRINTED = (form2014.file.tables[0]?.rows ?? []).filter(({ origin }) => origin === "national");

/** Where something is put in that does not belong there. */
interface Accidents {
  /** Before which row of the table a row of words stands. */
  readonly rows: readonly number[];
  /** Which rows have a word for their value. */
  readonly values: readonly number[];
  readonly column: "none" | "words" | "some words";
  readonly sections: boolean;
  readonly headless: boolean;
}

const place = fc.integer({ min: 0, max: PRINTED.length - 1 });
const accidents: fc.Arbitrary<Accidents> = fc.record({
  rows: fc.uniqueArray(place, { maxLength: 4 }),
  values: fc.uniqueArray(place, { maxLength: 4 }),
  column: fc.constantFrom("none", "words", "some words"),
  sections: fc.boolean(),
  headless: fc.boolean(),
});

function contentOf({ rows, values, column, sections, headless }: Accidents): { content: Content; words: string[] } {
  const words: string[] = [];
  const one = () => {
    words.push(word(words.length));
    return words.at(-1) as string;
  };
  const known = form2014.file.sections.filter(({ preamble }) => !preamble).map(({ title }) => title);
  const before = [
    `${one()}街道2018年政府信息公开工作年度报告`,
    `${one()}。`,
    ...(sections
      ? known.flatMap((title, i) => [`${"一二三四五六七八"[i]}、${title}`, `（一）${one()}`, `${one()}，${one()}。`])
      : []),
    "附件2",
    "政府信息公开情况统计表",
    `填报单位：${one()}`,
    one(),
  ];
  const extra = (put: boolean) => (column === "none" ? [] : [put ? one() : ""]);
  const table = PRINTED.flatMap(({ label, unit, kind }, i) => [
    ...(rows.includes(i) ? [[one(), one(), one(), ...extra(true)]] : []),
    [
      label,
      unit,
      values.includes(i) ? one() : kind === "header" ? "" : String(i),
      ...extra(column === "words" || i % 7 === 0),
    ],
  ]);
  const head = headless ? [] : [["统计指标", "单位", "统计数", ...(column === "none" ? [] : [one()])]];
  const after = [`单位负责人：${one()}`, one(), `${one()}，${one()}。`];
  return { content: { before, rows: [...head, ...table], after }, words };
}

describe.each(Object.keys(KINDS) as Kind[])("a %s file", (kind) => {
  it("comes out whole: report + extra + dropped have every word of it", async () => {
    await fc.assert(
      fc.asyncProperty(accidents, async (chosen) => {
        const { content, words } = contentOf(chosen);
        const bytes = await KINDS[kind](content);
        const { messages: _, ...report } = await readReport([{ name: "报告", bytes }], [form2014]);
        const kept = fold(JSON.stringify(formatReportJson({ ...report, messages: [] })));
        expect(words.filter((one) => !kept.includes(fold(one)))).toEqual([]);
      }),
      { numRuns: kind === "pdf" ? 8 : 20 },
    );
  });
});
