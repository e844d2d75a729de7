import { describe, expect, test } from "vitest";
import {
  blocksOf,
  type Change,
  cell,
  defineRow,
  IN_TABLE,
  type Paragraph,
  p,
  rowEnd,
  word,
} from "../../../test/formats/doc/build.ts";

const DELETED: Change = [0x0800, 1];

describe("tables", () => {
  const tableOf = (main: readonly Paragraph[]): unknown =>
    blocksOf([...main, p("后")]).map((block) =>
      block.kind === "table" ? block.rows.map((row) => row.map(shown)) : block.text,
    );
  const shown = ({ text, colSpan, rowSpan }: { text: string; colSpan?: number; rowSpan?: number }): string =>
    `${text}${colSpan ? `<${colSpan}` : ""}${rowSpan ? `^${rowSpan}` : ""}`;

  test("are rows of cells; a cell has several paragraphs", () => {
    const main = [
      p("甲一", [IN_TABLE]),
      cell("甲二"),
      cell("乙"),
      rowEnd([0, 2000, 4000]),
      cell("丙"),
      cell(""),
      rowEnd([0, 2000, 4000]),
    ];
    expect(tableOf(main)).toEqual([
      [
        ["甲一\n甲二", "乙"],
        ["丙", ""],
      ],
      "后",
    ]);
  });

  test("cells span the columns that their edges reach over", () => {
    const main = [
      cell("甲"),
      cell("乙"),
      rowEnd([-108, 4000, 6000]),
      cell("丙"),
      cell("丁"),
      cell("戊"),
      rowEnd([-108, 2000, 4000, 6000]),
      cell("己"),
      rowEnd([-108, 6000]),
    ];
    expect(tableOf(main)).toEqual([[["甲<2", "乙"], ["丙", "丁", "戊"], ["己<3"]], "后"]);
  });

  test("a line that a hand dragged a little makes no new column", () => {
    const main = [cell("甲"), cell("乙"), rowEnd([0, 2000, 4000]), cell("丙"), cell("丁"), rowEnd([0, 2090, 4000])];
    expect(tableOf(main)).toEqual([
      [
        ["甲", "乙"],
        ["丙", "丁"],
      ],
      "后",
    ]);
  });

  test("cells merged downwards are one", () => {
    const main = [
      cell("甲"),
      cell("乙"),
      rowEnd([0, 2000, 4000], [0x60, 0]),
      cell(""),
      cell("丙"),
      rowEnd([0, 2000, 4000], [0x20, 0]),
      cell("藏"),
      cell("丁"),
      rowEnd([0, 2000, 4000], [0x20, 0]),
    ];
    expect(tableOf(main)).toEqual([[["甲^3", "乙"], ["丙"], ["丁"]], "藏", "后"]);
  });

  test.each([
    ["the first cell marked 1, as Word 97 does", [1, 2, 2]],
    ["the first cell marked 2, as the documents of the format say", [2, 1, 1]],
    ["the first cell marked 3", [3, 1, 1]],
  ])("cells merged across in the old way: %s", (_, flags) => {
    const edges = [0, 1000, 2000, 3000, 4000];
    const main = [
      cell("甲"),
      cell(""),
      cell(""),
      cell("乙"),
      rowEnd(edges, [...flags, 0]),
      cell("丙"),
      cell("丁"),
      cell("戊"),
      cell("己"),
      rowEnd(edges),
    ];
    expect(tableOf(main)).toEqual([
      [
        ["甲<3", "乙"],
        ["丙", "丁", "戊", "己"],
      ],
      "后",
    ]);
  });

  test("changes behind the row's definition count: merged, split, widened", () => {
    const edges = [0, 1000, 2000, 3000];
    const main = [
      cell("甲"),
      cell(""),
      cell("乙"),
      rowEnd(edges, [], [[0x5624, 0, 2]]),
      cell("丙"),
      cell("丁"),
      cell("戊"),
      rowEnd(edges, [1, 2, 0], [[0x5625, 0, 2]]),
      cell("己"),
      cell("庚"),
      cell("辛"),
      rowEnd(
        [0, 500, 1000, 2000],
        [],
        [
          [0x7623, 0, 2, ...word(1000)],
          [0xd62b, 2, 1, 3],
        ],
      ),
      cell("壬"),
      cell("癸"),
      cell(""),
      rowEnd(edges, [0, 0, 0x20]),
    ];
    expect(tableOf(main)).toEqual([
      [
        ["甲<2", "乙"],
        ["丙", "丁", "戊"],
        ["己", "庚", "辛^2"],
        ["壬", "癸"],
      ],
      "后",
    ]);
  });

  test("the definition of a wide row lies in the Data stream", () => {
    const list = [...word(0xd608), ...defineRow([0, 2000, 4000], [1, 2]).slice(1)];
    const data = Uint8Array.from([0, 0, ...word(list.length), ...list]);
    const end: Paragraph = { runs: [], looks: [IN_TABLE, [0x2417, 1], [0x646b, 2, 0, 0, 0]], end: "\u0007" };
    const main = [cell("甲"), cell(""), end, cell("乙"), cell("丙"), rowEnd([0, 2000, 4000]), p("后")];
    expect(blocksOf({ main, data })).toMatchObject([
      { rows: [[{ text: "甲", colSpan: 2 }], [{ text: "乙" }, { text: "丙" }]] },
      { text: "后" },
    ]);
  });

  test("a row whose end says nothing of its cells is laid out like the row above", () => {
    const bare: Paragraph = { runs: [], looks: [IN_TABLE, [0x2417, 1]], end: "\u0007" };
    const main = [cell("甲"), cell("乙"), rowEnd([0, 2000, 4000]), cell("丙"), cell("丁"), bare];
    expect(tableOf(main)).toEqual([
      [
        ["甲", "乙"],
        ["丙", "丁"],
      ],
      "后",
    ]);
  });

  test("a table inside a cell follows the table around it; deleted rows are gone", () => {
    const inner = (text: string): Paragraph => p(text, [IN_TABLE, [0x6649, 2, 0, 0, 0], [0x244b, 1]]);
    const innerEnd: Paragraph = p("", [
      IN_TABLE,
      [0x6649, 2, 0, 0, 0],
      [0x244b, 1],
      [0x244c, 1],
      defineRow([0, 500, 1000]),
    ]);
    const gone = (paragraph: Paragraph): Paragraph => ({
      ...paragraph,
      runs: paragraph.runs.map((run) => ({ text: String(run), looks: [DELETED] })),
      endLooks: [DELETED],
    });
    const main = [
      p("外", [IN_TABLE]),
      inner("内一"),
      inner("内二"),
      innerEnd,
      inner("内三"),
      inner("内四"),
      innerEnd,
      cell(""),
      cell("外二"),
      rowEnd([0, 2000, 4000]),
      ...[cell("删"), cell("去"), rowEnd([0, 2000, 4000])].map(gone),
      cell("外三"),
      cell("外四"),
      rowEnd([0, 2000, 4000]),
    ];
    expect(tableOf(main)).toEqual([
      [
        ["外", "外二"],
        ["外三", "外四"],
      ],
      [
        ["内一", "内二"],
        ["内三", "内四"],
      ],
      "后",
    ]);
  });
});
