import { describe, expect, it } from "vitest";
import { brief, bytesOf, codes, fill, patched, readRows } from "../../../test/formats/xlsx/build.ts";
import { readXlsx } from "./read.ts";

describe("what a cell says", () => {
  it("gives numbers as exact decimals, whatever the format rounds", async () => {
    const read = await readRows(
      [
        ["指标", "数"],
        ["甲", 0.1 + 0.2],
        ["乙", 160.5964],
        ["丙", 1e21],
        ["丁", 7],
      ],
      (sheet) => {
        sheet.getCell("B3").numFmt = "0.0";
      },
    );
    expect(brief(read.value.blocks)).toEqual([
      [
        ["指标", "数"],
        ["甲", "0.3"],
        ["乙", "160.5964"],
        ["丙", "1000000000000000000000"],
        ["丁", "7"],
      ],
    ]);
    expect(codes(read)).toEqual(["xlsx.rounded"]);
    expect(read.messages[0]?.text).toContain("B3");
  });

  it("gives percentages, dates and numbers with words as they are shown", async () => {
    const { value, messages } = await readRows(
      [
        ["a", "b"],
        [0.618, new Date(Date.UTC(2019, 0, 4))],
        [7, new Date(Date.UTC(2019, 0, 4))],
      ],
      (sheet) => {
        sheet.getCell("A2").numFmt = "0.0%";
        sheet.getCell("B2").numFmt = 'yyyy"年"m"月"d"日"';
        sheet.getCell("A3").numFmt = '0"条"';
        sheet.getCell("B3").numFmt = "mm-dd-yy";
      },
    );
    expect(messages).toEqual([]);
    expect(brief(value.blocks)).toEqual([
      [
        ["a", "b"],
        ["61.8%", "2019年1月4日"],
        ["7条", "2019/1/4"],
      ],
    ]);
  });

  it("takes a formula's stored result, and says where there is none", async () => {
    const read = await readRows([
      ["指标", "数"],
      ["甲", { formula: "1+1", result: 2 }],
      ["乙", { formula: "B9", result: 0 }],
      ["丙", { formula: "SUM(B2:B3)" }],
      ["丁", { formula: '"文"&"字"', result: "文字" }],
    ]);
    expect(brief(read.value.blocks)).toEqual([
      [
        ["指标", "数"],
        ["甲", "2"],
        ["乙", "0"],
        ["丙", ""],
        ["丁", "文字"],
      ],
    ]);
    expect(codes(read)).toEqual(["xlsx.uncalculated"]);
    expect(read.messages[0]?.text).toContain("B4");
  });

  it("names errors and logical values", async () => {
    const read = await readRows([
      ["指标", "数"],
      ["甲", { error: "#REF!" }],
      ["乙", true],
    ]);
    expect(brief(read.value.blocks)).toEqual([
      [
        ["指标", "数"],
        ["甲", "#REF!"],
        ["乙", "TRUE"],
      ],
    ]);
    expect(codes(read)).toEqual(["xlsx.error-value", "xlsx.boolean"]);
  });

  it("joins rich text, trims white space of every width, and keeps digits of text", async () => {
    const { value } = await readRows([
      ["\u3000指标 ", "数\u00a0"],
      [{ richText: [{ text: "公开" }, { text: "数", font: { bold: true } }] }, "007"],
      ["网址", { text: "www.example.com", hyperlink: "http://www.example.com" }],
    ]);
    expect(brief(value.blocks)).toEqual([
      [
        ["指标", "数"],
        ["公开数", "007"],
        ["网址", "www.example.com"],
      ],
    ]);
  });

  it("leaves out the reading aids over characters", async () => {
    const bytes = await bytesOf((book) => fill(book.addWorksheet("a"), [["甲"]]));
    const aided = '<si><t>公开数</t><rPh sb="0" eb="2"><t>gongkai</t></rPh></si>';
    const read = await readXlsx(
      await patched(bytes, "xl/sharedStrings.xml", (xml) => xml.replace(/<si>.*<\/si>/, aided)),
    );
    expect(brief(read.value.blocks)).toEqual(["公开数"]);
  });

  it("knows the dates that Chinese Excel stores by a format's number alone", async () => {
    const bytes = await bytesOf((book) => {
      const sheet = fill(book.addWorksheet("a"), [[43469], [43470]]);
      sheet.getCell("A1").numFmt = '"x"0';
      sheet.getCell("A2").numFmt = '"x"0';
    });
    const dated = await patched(bytes, "xl/styles.xml", (xml) =>
      xml.replace(/<numFmts.*<\/numFmts>/, "").replaceAll('numFmtId="164"', 'numFmtId="31"'),
    );
    expect(brief((await readXlsx(dated)).value.blocks)).toEqual(["2019/1/4", "2019/1/5"]);
  });

  it("tells one message for many cells of a kind", async () => {
    const rows = Array.from({ length: 30 }, (_, i) => [`第${i}行`, { formula: "A1" }]);
    const { messages } = await readRows([["指标", "数"], ...rows, ["末行", 1]]);
    expect(messages).toHaveLength(1);
    expect(messages[0]?.text).toContain("30");
  });

  it("passes comments on", async () => {
    const read = await readRows(
      [
        ["指标", "数"],
        ["甲", 1],
      ],
      (sheet) => {
        sheet.getCell("B2").note = "含上年结转";
      },
    );
    expect(codes(read)).toEqual(["xlsx.comment"]);
    expect(read.messages[0]?.text).toContain("含上年结转");
  });
});
