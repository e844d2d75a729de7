import type { Report, Section } from "../../src/core/report/report.ts";
import { dice } from "../support/dice.ts";
import { EMPTY_REPORT } from "../support/stored.ts";

const WORDS = [
  "主动公开",
  "依申请公开",
  "按照条例要求，",
  "办理",
  "7 条",
  "群众",
  "。",
  "进一步完善",
  "\u{20bb7}野家",
  "\n",
];
const SECTIONS = 6;
const LONGEST = 300;
const MOST_PARAGRAPHS = 12;

/** Where every database of the torture begins. */
export const FIRST: Report = {
  ...EMPTY_REPORT,
  sections: Array.from(
    { length: SECTIONS },
    (_, n): Section => ({ key: `part-${n}`, heading: `第${n}部分`, paragraphs: [] }),
  ),
  tables: [
    {
      key: "statistics",
      cells: Array.from({ length: 66 }, (_, n) => ({
        row: String(n),
        column: "value",
        label: `指标${n}`,
        unit: "条",
        state: "blank" as const,
        value: null,
      })),
    },
  ],
};

/**
 * The state of revision `number`, made of the one before by a change that the seed alone decides: whoever knows the
 * seed knows every state.
 */
export function nextState(before: Report, number: number, seed: number): Report {
  const next = dice(seed ^ Math.imul(number, 0x9e3779b1));
  const roll = next();
  // The number itself: no two states are the same.
  const report = { ...before, title: `第 ${number} 次` };
  if (roll < 0.2) return { ...report, tables: fillCell(report, next) };
  if (roll < 0.22) return { ...report, extra: pasted(number) };
  return { ...report, sections: report.sections.with(Math.floor(next() * SECTIONS), typed(report, next)) };
}

function fillCell(report: Report, next: () => number): Report["tables"] {
  return report.tables.map((table) => {
    const at = Math.floor(next() * table.cells.length);
    const value = String(Math.floor(next() * 1_000));
    return { ...table, cells: table.cells.map((cell, i) => (i === at ? { ...cell, state: "number", value } : cell)) };
  });
}

/** Something large that has nothing in common with what was there: it is kept whole, over several pages. */
function pasted(number: number): string[] {
  return Array.from({ length: 200 }, (_, line) => `贴进来的第 ${number} 份材料的第 ${line} 行，${WORDS.join("")}`);
}

function typed({ sections }: Report, next: () => number): Section {
  const section = sections[Math.floor(next() * SECTIONS)] ?? { key: "", heading: "", paragraphs: [] };
  const paragraphs = [...section.paragraphs];
  const at = Math.floor(next() * (paragraphs.length + 1));
  const word = WORDS[Math.floor(next() * WORDS.length)] ?? "";
  const text = paragraphs[at] ?? "";
  if (text.length > LONGEST || paragraphs.length > MOST_PARAGRAPHS) paragraphs.splice(at, 1);
  else paragraphs[at] = text + word;
  return { ...section, paragraphs };
}
