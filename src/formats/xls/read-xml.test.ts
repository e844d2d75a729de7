import { describe, expect, it } from "vitest";
import { brief, codes } from "../../../test/formats/xlsx/build.ts";
import { readExcelXml } from "./read-xml.ts";

/** A workbook as Excel 2003 and later save it as XML; `rows` and `more` go into its only sheet. */
function book(rows: string, more = ""): Uint8Array {
  return new TextEncoder().encode(`<?xml version="1.0"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="http://www.w3.org/TR/REC-html40">
 <Styles>
  <Style ss:ID="Default" ss:Name="Normal"><NumberFormat/></Style>
  <Style ss:ID="count"><NumberFormat ss:Format="0&quot;条&quot;"/></Style>
  <Style ss:ID="share"><NumberFormat ss:Format="Percent"/></Style>
  <Style ss:ID="day"><NumberFormat ss:Format="Short Date"/></Style>
 </Styles>
 <Worksheet ss:Name="统计表"><Table>${rows}</Table>${more}</Worksheet>
</Workbook>`);
}

const cell = (text: string | number, attributes = "") =>
  `<Cell ${attributes}><Data ss:Type="${typeof text === "number" ? "Number" : "String"}">${text}</Data></Cell>`;
const row = (cells: readonly string[], attributes = "") => `<Row ${attributes}>${cells.join("")}</Row>`;
const HEAD = row([cell("统计指标"), cell("单位"), cell("统计数")]);

describe("a workbook saved as XML", () => {
  it("gives places by index, merges, formats and dates", async () => {
    const { value, messages } = await readExcelXml(
      book(
        row([cell("附件2", 'ss:MergeAcross="2"')]) +
          row([cell("统计指标"), cell("单位"), cell("统计数")], 'ss:Index="3"') +
          row([cell("(一)公开数"), cell("条"), cell(7, 'ss:StyleID="count"')]) +
          row([cell("(二)占比"), cell(0.618, 'ss:Index="3" ss:StyleID="share"')]) +
          row([
            cell("日期"),
            '<Cell ss:Index="3" ss:StyleID="day"><Data ss:Type="DateTime">2019-01-04T00:00:00.000</Data></Cell>',
          ]),
      ),
    );
    expect(messages).toEqual([]);
    expect(brief(value.blocks)).toEqual([
      "附件2",
      [
        ["统计指标", "单位", "统计数"],
        ["(一)公开数", "条", "7条"],
        ["(二)占比", "", "61.80%"],
        ["日期", "", "2019/1/4"],
      ],
    ]);
  });

  it("keeps a text in several colours whole", async () => {
    const rich =
      '<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40">(一)<B>公开</B><Font html:Color="#FF0000">数</Font></ss:Data></Cell>';
    const { value } = await readExcelXml(book(HEAD + row([rich, cell("条"), cell(7)])));
    expect(brief(value.blocks)).toEqual([
      [
        ["统计指标", "单位", "统计数"],
        ["(一)公开数", "条", "7"],
      ],
    ]);
  });

  it("names hidden rows and sheets", async () => {
    const read = await readExcelXml(
      book(
        HEAD + row([cell("(一)公开数"), cell("条"), cell(7)], 'ss:Hidden="1"'),
        "<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>",
      ),
    );
    expect(codes(read)).toEqual(["xlsx.hidden-sheet", "xlsx.hidden-rows"]);
  });

  it("is refused with a DOCTYPE, cut off, or with a place beyond Excel's own", async () => {
    const whole = new TextDecoder().decode(book(HEAD));
    const refused = [
      whole.replace("<Workbook", '<!DOCTYPE x [<!ENTITY a "b">]><Workbook'),
      whole.slice(0, -20),
      whole.replace("<Row", '<Row ss:Index="9999999"'),
    ];
    for (const text of refused)
      await expect(readExcelXml(new TextEncoder().encode(text))).rejects.toMatchObject({ name: "UnreadableFile" });
  });
});
