import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatHtml, parseHtmlTables } from "./html.ts";
import { formatTsv, parseTsv } from "./tsv.ts";

const text = fc.string({ unit: fc.constantFrom("7", "七", " ", "\t", "\n", '"', "<", "&", ";", "条") });
const block = fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { maxLength: 5 });

describe("tabs and lines", () => {
  it("what is copied is pasted as the same block", () => {
    fc.assert(
      fc.property(block, (rows) => {
        expect(parseTsv(formatTsv(rows))).toEqual(rows);
      }),
    );
  });

  it.each([
    [
      "Excel's line ends",
      "1\t2\r\n3\t4\r\n",
      [
        ["1", "2"],
        ["3", "4"],
      ],
    ],
    ["no end of the last line", "1\n2", [["1"], ["2"]]],
    ["old line ends", "1\r2", [["1"], ["2"]]],
    ["an empty line between", "1\n\n2\n", [["1"], [""], ["2"]]],
    ["a tab at the end", "1\t", [["1", ""]]],
    ["a line break in a cell", '"一\r\n二"\t3\n', [["一\n二", "3"]]],
    ["a quote that is not closed", '"7\t8', [['"7', "8"]]],
    ["a quote inside a text", '7"\t8', [['7"', "8"]]],
    ["nothing", "", []],
  ])("%s", (_, source, rows) => {
    expect(parseTsv(source)).toEqual(rows);
  });
});

describe("tables of HTML", () => {
  it("what is copied is pasted as the same block", () => {
    const tidy = fc.string({ unit: fc.constantFrom("7", "七", '"', "<", "&", ";", "'", ">") });
    fc.assert(
      fc.property(fc.array(fc.array(tidy, { minLength: 1 }), { minLength: 1 }), (rows) => {
        const [table] = parseHtmlTables(formatHtml(rows));
        expect(table?.rows.map((row) => row.map((cell) => cell.text))).toEqual(rows);
      }),
    );
  });

  it("reads what Excel writes around and between the cells", () => {
    const html = `<html><head><style><!-- td {mso: "<td>9</td>"} --></style></head><body><!--StartFragment-->
      <table><col width=72><tr><td colspan=2 class="xl65">合&#35745;</td></tr>
      <tr><td x:num="7">7</td><td style='a:">"'>&nbsp;<![if !x]>八<br>九<![endif]></td></tr></table><!--EndFragment-->`;
    expect(parseHtmlTables(html)).toEqual([
      { kind: "table", rows: [[{ text: "合计", colSpan: 2 }], [{ text: "7" }, { text: "八\n九" }]] },
    ]);
  });

  it("takes cells that are never closed, and a table in a cell as its text", () => {
    const [table] = parseHtmlTables("<table><tr><td>1<td>2<table><tr><td>3</td></tr></table></td><tr><td>4");
    expect(table?.rows.map((row) => row.map((cell) => cell.text))).toEqual([["1", "2\n3"], ["4"]]);
  });

  it("never throws, and finds no table where there is none", () => {
    fc.assert(fc.property(fc.string(), (html) => void parseHtmlTables(html)));
    expect(parseHtmlTables("<p>7</p>")).toEqual([]);
  });
});
