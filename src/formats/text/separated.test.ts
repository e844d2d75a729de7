import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { brief } from "../../../test/formats/xlsx/build.ts";
import { readText } from "./read.ts";
import { readSeparated } from "./separated.ts";

const blocks = (text: string) => brief(readText(new TextEncoder().encode(text)).value.blocks);

const TABLE = [
  ["统计指标", "单位", "统计数"],
  ["(一)公开数", "条", "7"],
  ["(二)经费", "万元", "25.1"],
];

describe("a CSV file", () => {
  it.each([
    ["commas", "附件2,,\n统计表,,\n统计指标,单位,统计数\n(一)公开数,条,7\n(二)经费,万元,25.1\n"],
    ["semicolons", "附件2;;\n统计表;;\n统计指标;单位;统计数\n(一)公开数;条;7\n(二)经费;万元;25.1"],
    [
      "quotes",
      '"附件2","",""\r\n"统计表"\r\n"统计指标","单位","统计数"\r\n"(一)公开数","条","7"\r\n"(二)经费","万元","25.1"\r\n',
    ],
    [
      "its separator announced",
      "sep=;\r\n附件2\r\n统计表\r\n统计指标;单位;统计数\r\n(一)公开数;条;7\r\n(二)经费;万元;25.1",
    ],
    ["short rows round the table", "附件2\n统计表\n统计指标,单位,统计数\n(一)公开数,条,7\n(二)经费,万元,25.1"],
    ["forced texts", '附件2,,\n统计表,,\n统计指标,单位,统计数\n(一)公开数,条,="7"\n(二)经费,万元,="25.1"'],
  ])("with %s is the sheet that it was saved from", (_, text) => {
    expect(blocks(text)).toEqual(["附件2", "统计表", TABLE]);
  });

  it("keeps separators, quotes and line ends inside quotes", () => {
    const text = '指标,单位,数\n"甲,乙",件,"1,234"\n"他说""好""\n再见",件,2\n丙,件,\n';
    expect(blocks(text)).toEqual([
      [
        ["指标", "单位", "数"],
        ["甲,乙", "件", "1,234"],
        ['他说"好"\n再见', "件", "2"],
        ["丙", "件", ""],
      ],
    ]);
  });

  it("is read back letter by letter, whatever its fields hold", () => {
    const field = fc.string({ unit: fc.constantFrom(...'公开7,;"\n') }).map((text) => text.trim());
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(fc.array(fc.tuple(field, field), { minLength: 3, maxLength: 8 }), (rows) => {
        const filled = rows.map(([a, b]) => [`甲${a}`, `乙${b}`, "1"]);
        const text = filled.map((row) => row.map(quoted).join(",")).join("\n");
        expect(brief(readSeparated(text) ?? [])).toEqual([filled]);
      }),
    );
  });
});

describe("a text that is no CSV", () => {
  it.each([
    ["three sentences with one comma each", "各科室,现通知如下\n明天开会,不得缺席\n特此通知,请遵照"],
    [
      "prose with as many commas in each line",
      "他来了,他看了,他走了。\n我来了,我看了,我走了。\n你来了,你看了,你走了。",
    ],
    ["a quote that is never closed", '"甲,1\n乙,2\n丙,3\n丁,4'],
  ])("stays as it is: %s", (_, text) => {
    expect(blocks(text)).toEqual(text.split("\n"));
  });

  it("may have a CSV table in it", () => {
    const text = `一、概述\n做了工作,取得了成效,还有差距。\n${TABLE.map((row) => row.join(",")).join("\n")}\n联系电话:66274966`;
    expect(blocks(text)).toEqual(["一、概述", "做了工作,取得了成效,还有差距。", TABLE, "联系电话:66274966"]);
  });

  it("of many lines takes no longer than its length", () => {
    const lines = Array.from({ length: 60_000 }, (_, i) => `第${i}行,有两个,逗号`);
    expect(blocks(lines.join("\n"))).toHaveLength(60_000);
  });
});
