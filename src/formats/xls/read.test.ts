import { describe, expect, it } from "vitest";
import { compound, join, oldStream, record, u16, xls } from "../../../test/formats/xls/build.ts";
import { brief, codes } from "../../../test/formats/xlsx/build.ts";
import { gbk } from "../../../test/support/gbk.ts";
import { openCompound } from "../ole/compound.ts";
import { UnreadableFile } from "../unreadable.ts";
import { readXls } from "./read.ts";

const ROWS = [
  ["附件2"],
  ["统计指标", "单位", "统计数"],
  ["(一)公开数", "条", 7],
  ["(二)经费", "万元", 25.1],
  ["(三)占比", "", "61.8%"],
];

const OLD = [{ name: gbk("表"), rows: [[gbk("公开数"), gbk("条"), 7]] }];

describe("a workbook of Excel 97 to 2003", () => {
  it("reads as the same workbook in xlsx does", async () => {
    const { value, messages } = await readXls(xls(ROWS));
    expect(messages).toEqual([]);
    expect(brief(value.blocks)).toEqual([
      "附件2",
      [
        ["统计指标", "单位", "统计数"],
        ["(一)公开数", "条", "7"],
        ["(二)经费", "万元", "25.1"],
        ["(三)占比", "", "61.8%"],
      ],
    ]);
  });

  it("is refused when the stream was cut off, wherever", async () => {
    const stream = openCompound(xls(ROWS)).stream("Workbook");
    if (!stream) throw new Error("no stream");
    for (let length = 4; length < stream.length; length += 97) {
      const cut = compound({ Workbook: stream.slice(0, length) });
      await expect(readXls(cut), `${length} bytes`).rejects.toThrow(UnreadableFile);
    }
  });

  it("is refused with its reason when it is encrypted, and when there is no workbook in it", async () => {
    const locked = oldStream(OLD, [record(0x002f, u16(0), u16(1), u16(2))]);
    await expect(readXls(compound({ Book: locked }))).rejects.toThrow("密码");
    await expect(readXls(compound({ Other: new Uint8Array(5000) }))).rejects.toThrow("不是完整的 Excel");
  });
});

describe("a workbook of Excel 5 and 95", () => {
  it("has its texts in GBK", async () => {
    const { value } = await readXls(compound({ Book: oldStream(OLD) }));
    expect(brief(value.blocks)).toEqual([[["公开数", "条", "7"]]]);
  });

  it("names what is hidden, and reads it last", async () => {
    const read = await readXls(
      compound({
        Book: oldStream([
          { name: gbk("A"), hidden: true, rows: [[gbk("表"), 1]] },
          {
            name: gbk("B"),
            hiddenRows: [1],
            rows: [
              [gbk("公开数"), 7],
              [gbk("条"), 8],
            ],
          },
        ]),
      }),
    );
    expect(brief(read.value.blocks)).toEqual([
      [
        ["公开数", "7"],
        ["条", "8"],
      ],
      [["表", "1"]],
    ]);
    expect(codes(read)).toEqual(["xlsx.hidden-rows", "xlsx.hidden-sheet"]);
  });

  it("ends where its padding begins", async () => {
    const padded = join([oldStream(OLD), new Uint8Array(5000)]);
    expect(brief((await readXls(compound({ Book: padded }))).value.blocks)).toEqual([[["公开数", "条", "7"]]]);
  });
});
