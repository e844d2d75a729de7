import { describe, expect, it } from "vitest";
import type { Block } from "../../core/document.ts";
import { readText } from "./read.ts";

/** Paragraphs as strings, tables as rows of strings. */
function blocks(text: string): (string | string[][])[] {
  return readText(new TextEncoder().encode(text)).value.blocks.map((block: Block) =>
    block.kind === "table" ? block.rows.map((row) => row.map((cell) => cell.text)) : block.text,
  );
}

describe("plain text", () => {
  it("is one paragraph a line, outer white space off, blank lines left out", () => {
    expect(blocks("\u3000\u3000一、概述\r\n\r\n  做了工作。 \r第三行")).toEqual(["一、概述", "做了工作。", "第三行"]);
  });

  it("takes one cell a line as a table whose rows are to be found", () => {
    const text = "表\n指标 |\n单位 |\n统计数 |\n(一)收到申请数 |\n件 |\n|\n说明。";
    expect(readText(new TextEncoder().encode(text)).value.blocks[1]).toMatchObject({ kind: "table", flow: true });
    expect(blocks(text)).toEqual(["表", [["指标"], ["单位"], ["统计数"], ["(一)收到申请数"], ["件"], [""]], "说明。"]);
  });

  it("takes a bar on a line of its own as the end of the cell before", () => {
    expect(blocks("规章\n|\n0\n|\n规范性文件\n|\n30\n|")).toEqual(["规章", [[""], ["0"], ["规范性文件"], ["30"]]]);
  });

  it("joins a label broken over lines inside a table, and not the line before it", () => {
    expect(blocks("填报单位：\n甲 |\n1.专职人员数\n(不包括网站) |\n人 |\n乙 |\n丙 |")).toEqual([
      "填报单位：",
      [["甲"], ["1.专职人员数\n(不包括网站)"], ["人"], ["乙"], ["丙"]],
    ]);
  });

  it.each([
    ["bars between", "指标 | 单位 | 数 |\n甲 | 件 | 1 |\n乙 | 件 | |"],
    ["bars around", "| 指标 | 单位 | 数 |\n|---|:-:|---|\n| 甲 | 件 | 1 |\n| 乙 | 件 | |"],
    ["a drawn frame", "┌──┬──┬──┐\n│指标│单位│数│\n├──┼──┼──┤\n│甲│件│1│\n│乙│件││\n└──┴──┴──┘"],
    ["tabs", "指标\t单位\t数\n甲\t件\t1\n乙\t件\t"],
  ])("takes rows with %s", (_, text) => {
    expect(blocks(text)).toEqual([
      [
        ["指标", "单位", "数"],
        ["甲", "件", "1"],
        ["乙", "件", ""],
      ],
    ]);
  });

  it("unquotes cells that Excel quoted, line breaks and all", () => {
    expect(blocks('指标\t数\n"甲\n乙"\t1\n"他说""好"""\t2')).toEqual([
      [
        ["指标", "数"],
        ["甲\n乙", "1"],
        ['他说"好"', "2"],
      ],
    ]);
  });

  it("takes columns aligned with spaces, blanks in their place", () => {
    expect(
      blocks(
        "统计指标        单位    上年    本年\n收到申请数      件       1       2\n当面申请数      件               4\n网络申请数      件       5       6",
      ),
    ).toEqual([
      [
        ["统计指标", "单位", "上年", "本年"],
        ["收到申请数", "件", "1", "2"],
        ["当面申请数", "件", "", "4"],
        ["网络申请数", "件", "5", "6"],
      ],
    ]);
  });

  it("does not take prose or a sign-off line for a table", () => {
    const lines = [
      "单位负责人：张三    审核人：李四    填报人：王五",
      "公开情况  如下：",
      "他说  “好”。",
      "请拨打  66274966。",
    ];
    expect(blocks(lines.join("\n"))).toEqual(lines);
  });
});
