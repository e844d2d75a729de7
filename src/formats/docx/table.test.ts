import { describe, expect, test } from "vitest";
import { blocksOf, p, tbl, tc, tr } from "../../../test/formats/docx/build.ts";
import { type Table, tableGrid } from "../../core/document.ts";

const RESTART = '<w:vMerge w:val="restart"/>';
const CONTINUE = "<w:vMerge/>";
const span = (columns: number): string => `<w:gridSpan w:val="${columns}"/>`;

async function table(body: string): Promise<Table> {
  const [block, ...rest] = await blocksOf(body);
  if (block?.kind !== "table" || rest.length > 0) throw new Error(`not one table: ${JSON.stringify([block, ...rest])}`);
  return block;
}

describe("tables", () => {
  test("cells hold their paragraphs line by line, trimmed", async () => {
    const cell = tc(`${p("\u3000统计指标 ")}${p("")}${p("(不同渠道)")}`);
    expect(await table(tbl(tr(cell, "条")))).toEqual({
      kind: "table",
      rows: [[{ text: "统计指标\n(不同渠道)" }, { text: "条" }]],
    });
  });

  test("merges across and down become spans, and the grid is whole", async () => {
    const found = await table(
      tbl(
        tr(tc("表头", span(2)), tc("数", RESTART)),
        tr(tc("甲", RESTART), tc("1"), tc("", CONTINUE)),
        tr(tc("", CONTINUE), tc("2"), tc("丙")),
      ),
    );
    expect(found.rows).toEqual([
      [
        { text: "表头", colSpan: 2 },
        { text: "数", rowSpan: 2 },
      ],
      [{ text: "甲", rowSpan: 2 }, { text: "1" }],
      [{ text: "2" }, { text: "丙" }],
    ]);
    expect(tableGrid(found).map((row) => row.map((cell) => cell?.text))).toEqual([
      ["表头", "表头", "数"],
      ["甲", "1", "数"],
      ["甲", "2", "丙"],
    ]);
  });

  test("the old hMerge merges as gridSpan does", async () => {
    const found = await table(tbl(tr(tc("甲", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>"), tc("乙"))));
    expect(found.rows).toEqual([[{ text: "甲", colSpan: 2 }, { text: "乙" }]]);
  });

  test("a continued cell without a beginning, or of another width, is a cell of its own", async () => {
    const found = await table(
      tbl(tr(tc("甲", CONTINUE), "乙"), tr(tc("丙", RESTART), "丁"), tr(tc("戊", span(2) + CONTINUE))),
    );
    expect(found.rows).toEqual([
      [{ text: "甲" }, { text: "乙" }],
      [{ text: "丙" }, { text: "丁" }],
      [{ text: "戊", colSpan: 2 }],
    ]);
  });

  test("text under a merged cell is not shown by Word, and not lost", async () => {
    const blocks = await blocksOf(tbl(tr(tc("甲", RESTART), "1"), tr(tc("盖住", CONTINUE), "2")));
    expect(blocks[0]).toMatchObject({ rows: [[{ text: "甲", rowSpan: 2 }, { text: "1" }], [{ text: "2" }]] });
    expect(blocks[1]).toEqual({ kind: "furniture", text: "盖住", why: "text under a merged cell" });
  });

  test("skipped columns before a row keep its cells in their columns", async () => {
    const short = `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${tc("乙")}</w:tr>`;
    expect((await table(tbl(tr("甲", "1"), short))).rows).toEqual([
      [{ text: "甲" }, { text: "1" }],
      [{ text: "" }, { text: "乙" }],
    ]);
  });

  test("rows and cells inside content controls are rows and cells", async () => {
    const row = `<w:sdt><w:sdtPr/><w:sdtContent>${tr("甲", "1")}</w:sdtContent></w:sdt>`;
    const cells = `<w:tr>${tc("乙")}<w:sdt><w:sdtContent>${tc("2")}</w:sdtContent></w:sdt></w:tr>`;
    expect((await table(tbl(row, cells))).rows).toEqual([
      [{ text: "甲" }, { text: "1" }],
      [{ text: "乙" }, { text: "2" }],
    ]);
  });

  test("deleted rows and cells are gone, inserted ones are there", async () => {
    const deleted = `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${tc("旧")}${tc("0")}</w:tr>`;
    const inserted = `<w:tr><w:trPr><w:ins w:id="2"/></w:trPr>${tc("新")}${tc("x", "<w:cellDel/>")}${tc("9")}</w:tr>`;
    expect((await table(tbl(tr("甲", "1"), deleted, inserted))).rows).toEqual([
      [{ text: "甲" }, { text: "1" }],
      [{ text: "新" }, { text: "9" }],
    ]);
  });

  test("a table of one cell is a frame: its content stands in the text", async () => {
    expect(await blocksOf(tbl(tr(tc(p("一、概况") + p("正文")))))).toEqual([
      { kind: "paragraph", text: "一、概况" },
      { kind: "paragraph", text: "正文" },
    ]);
  });

  test("one column around another table is layout too", async () => {
    const inner = tbl(tr("甲", "1"), tr("乙", "2"));
    const blocks = await blocksOf(tbl(tr(tc(p("标题"))), tr(tc(p("前") + inner + p("后")))));
    expect(blocks.map((block) => (block.kind === "table" ? block.rows.length : block.text))).toEqual([
      "标题",
      "前",
      2,
      "后",
    ]);
  });

  test("a nested table of some size follows the outer one; a small one is lines of its cell", async () => {
    const grid = tbl(tr("甲", "1"), tr("乙", "2"));
    const line = tbl(tr("丙", "3"));
    const blocks = await blocksOf(tbl(tr(tc(p("左") + grid + p("")), tc(p("右") + line + p("末")))));
    expect(blocks).toMatchObject([
      { rows: [[{ text: "左" }, { text: "右\n丙\t3\n末" }]] },
      {
        rows: [
          [{ text: "甲" }, { text: "1" }],
          [{ text: "乙" }, { text: "2" }],
        ],
      },
    ]);
  });
});
