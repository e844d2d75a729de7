import { describe, expect, it } from "vitest";
import {
  brief,
  bytesOf,
  codes,
  FIRST_SHEET,
  fill,
  patched,
  readBook,
  readRows,
} from "../../../test/formats/xlsx/build.ts";
import { UnreadableFile } from "../unreadable.ts";
import { readXlsx } from "./read.ts";

const HEADER = ["统计指标", "单位", "统计数"];

describe("a table and the lines round it", () => {
  it("takes title, number, year and unit above and sign-off below as paragraphs", async () => {
    const { value, messages } = await readRows([
      ["附件2"],
      ["政府信息公开情况统计表"],
      ["(2018年度)"],
      ["填报单位:青禾镇", null, "单位:条"],
      HEADER,
      ["一、主动公开情况", "—"],
      ["(一)主动公开政府信息数", "条", 7],
      ["其中:主动公开规范性文件数", "条"],
      [],
      ["单位负责人:张三", "审核人:李四", "填报人:王五"],
      ["联系电话:", 66274966],
      ["填报日期:2019年1月4日"],
    ]);
    expect(messages).toEqual([]);
    expect(brief(value.blocks)).toEqual([
      "附件2",
      "政府信息公开情况统计表",
      "(2018年度)",
      "填报单位:青禾镇\t单位:条",
      [
        HEADER,
        ["一、主动公开情况", "—", ""],
        ["(一)主动公开政府信息数", "条", "7"],
        ["其中:主动公开规范性文件数", "条", ""],
      ],
      "单位负责人:张三\t审核人:李四\t填报人:王五",
      "联系电话:\t66274966",
      "填报日期:2019年1月4日",
    ]);
  });

  it("knows labels by a full-width colon as well", async () => {
    const { value } = await readRows([
      ["填报单位(盖章)\uff1a青禾镇", null, "2018年"],
      HEADER,
      ["(一)公开数", "条", 7],
      ["单位负责人\uff1a", "审核人\uff1a李四"],
    ]);
    expect(brief(value.blocks)).toEqual([
      "填报单位(盖章)\uff1a青禾镇\t2018年",
      [HEADER, ["(一)公开数", "条", "7"]],
      "单位负责人\uff1a\t审核人\uff1a李四",
    ]);
  });

  it("keeps rows of one cell that stand inside the table", async () => {
    const { value } = await readRows([
      HEADER,
      ["一、主动公开情况"],
      ["(一)主动公开政府信息数", "条", 7],
      [],
      ["二、回应解读情况"],
      ["(一)回应热点数", "次", 0],
      ["(二)人大建议公开数"],
      ["注:本表由办公室填报"],
    ]);
    expect(brief(value.blocks)).toEqual([
      [
        HEADER,
        ["一、主动公开情况", "", ""],
        ["(一)主动公开政府信息数", "条", "7"],
        ["二、回应解读情况", "", ""],
        ["(一)回应热点数", "次", "0"],
        ["(二)人大建议公开数", "", ""],
      ],
      "注:本表由办公室填报",
    ]);
  });

  it("keeps a row that may be a sign-off and may be a figure in the table", async () => {
    const { value } = await readRows([HEADER, ["(一)公开数", "条", 7], ["合计:", "条", 7]]);
    expect(brief(value.blocks)).toEqual([[HEADER, ["(一)公开数", "条", "7"], ["合计:", "条", "7"]]]);
  });

  it("parts two tables on one sheet", async () => {
    const { value } = await readRows([
      ["附件1"],
      ["甲表"],
      ["项目", "数量"],
      ["一", 1],
      ["附件2"],
      ["乙表"],
      ["项目", "数量"],
      ["二", 2],
      [],
      ["丙表"],
      ["项目", "数量"],
      ["三", 3],
    ]);
    expect(brief(value.blocks)).toEqual([
      "附件1",
      "甲表",
      [
        ["项目", "数量"],
        ["一", "1"],
      ],
      "附件2",
      "乙表",
      [
        ["项目", "数量"],
        ["二", "2"],
      ],
      "丙表",
      [
        ["项目", "数量"],
        ["三", "3"],
      ],
    ]);
  });

  it("reads a sheet of text as paragraphs", async () => {
    const { value } = await readRows([["一、基本工作情况"], [], ["第一段\n第二行"], [2018]]);
    expect(brief(value.blocks)).toEqual(["一、基本工作情况", "第一段\n第二行", "2018"]);
  });

  it("drops columns in which nothing stands, and keeps a column of numbers before the labels", async () => {
    const { value } = await readRows([
      [null, "序号", null, "指标", "单位", "上年数", "统计数"],
      [null, 1, null, "公开数", "条", 5, 7],
    ]);
    expect(brief(value.blocks)).toEqual([
      [
        ["序号", "指标", "单位", "上年数", "统计数"],
        ["1", "公开数", "条", "5", "7"],
      ],
    ]);
  });
});

describe("merged cells", () => {
  it("become spans over what is filled, and covered places are not listed", async () => {
    const { value } = await readRows(
      [
        ["统计表"],
        ["类别", "指标", null, "统计数"],
        ["甲", "公开数", null, 7],
        [null, "办结数", null, 8],
        ["乙", "其他", "细目", 9],
      ],
      (sheet) => {
        sheet.mergeCells("A1:D1");
        sheet.mergeCells("B2:C2");
        sheet.mergeCells("A3:A4");
      },
    );
    expect(value.blocks).toEqual([
      { kind: "paragraph", text: "统计表" },
      {
        kind: "table",
        rows: [
          [{ text: "类别" }, { text: "指标", colSpan: 2 }, { text: "统计数" }],
          [{ text: "甲", rowSpan: 2 }, { text: "公开数" }, { text: "" }, { text: "7" }],
          [{ text: "办结数" }, { text: "" }, { text: "8" }],
          [{ text: "乙" }, { text: "其他" }, { text: "细目" }, { text: "9" }],
        ],
      },
    ]);
  });

  it("do not widen a table over columns that hold nothing", async () => {
    const { value } = await readRows(
      [
        ["指标", null, null, "数"],
        ["公开数", null, null, 7],
      ],
      (sheet) => {
        sheet.mergeCells("A1:C1");
        sheet.mergeCells("A2:C2");
      },
    );
    expect(brief(value.blocks)).toEqual([
      [
        ["指标", "数"],
        ["公开数", "7"],
      ],
    ]);
  });

  it("say what they hide", async () => {
    const bytes = await bytesOf((book) =>
      fill(book.addWorksheet("a"), [
        ["指标", "数"],
        ["公开数", 7],
        ["甲", 1],
      ]),
    );
    const merge = '<mergeCells count="1"><mergeCell ref="A2:B2"/></mergeCells>';
    const read = await readXlsx(await patched(bytes, FIRST_SHEET, (xml) => xml.replace("</sheetData>", `$&${merge}`)));
    expect(codes(read)).toEqual(["xlsx.covered"]);
    expect(read.messages[0]?.text).toMatch(/B2.*7$/);
  });
});

describe("what is hidden", () => {
  it("is read, hidden sheets last, and said", async () => {
    const read = await readBook((book) => {
      fill(book.addWorksheet("旧表", { state: "veryHidden" }), [["旧"]]);
      const sheet = fill(book.addWorksheet("新表"), [
        ["指标", "数", "备注"],
        ["甲", 1, "x"],
        ["乙", 2, "y"],
      ]);
      sheet.getRow(3).hidden = true;
      sheet.getColumn(3).hidden = true;
      book.addWorksheet("空表", { state: "hidden" });
    });
    expect(brief(read.value.blocks)).toEqual([
      [
        ["指标", "数", "备注"],
        ["甲", "1", "x"],
        ["乙", "2", "y"],
      ],
      "旧",
    ]);
    expect(codes(read)).toEqual(["xlsx.hidden-rows", "xlsx.hidden-columns", "xlsx.hidden-sheet"]);
    expect(read.messages[0]?.text).toContain("第 3 行");
    expect(read.messages[1]?.text).toContain("C 列");
  });
});

describe("files that are no workbook", () => {
  it("are refused in one Chinese sentence", async () => {
    const book = await bytesOf((b) => fill(b.addWorksheet("a"), [[1]]));
    const flipped = book.slice();
    flipped[Math.floor(book.length / 2)] = (flipped[Math.floor(book.length / 2)] ?? 0) ^ 0xff;
    for (const bytes of [new Uint8Array(), new TextEncoder().encode("文字"), book.slice(0, 900), flipped]) {
      const failure = await readXlsx(bytes).then(
        () => null,
        (error: unknown) => error,
      );
      expect(failure).toBeInstanceOf(UnreadableFile);
      expect((failure as UnreadableFile).message).toMatch(/[\u4e00-\u9fff].*。$/);
    }
  });

  it("with a million places laid out wide are refused and do not exhaust the machine", async () => {
    const bytes = await bytesOf((book) => {
      const sheet = book.addWorksheet("a");
      for (let i = 1; i <= 1200; i += 1) {
        sheet.getCell(i, i).value = i;
        sheet.getCell(i, i + 1).value = i;
      }
    });
    await expect(readXlsx(bytes)).rejects.toMatchObject({ code: "xlsx.large" });
  });
});
