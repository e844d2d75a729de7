import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { borders, line, type PageInput, pdf } from "../../../test/formats/pdf/build.ts";
import cmaps from "./cmaps.json" with { type: "json" };
import { Operator, PathEnd } from "./operators.ts";
import { readPdf } from "./read.ts";

const library = createRequire(import.meta.url).resolve("pdfjs-dist/package.json");

/** Paragraphs as text, tables as rows of texts, furniture with its reason. */
async function blocks(...pages: readonly PageInput[]) {
  const { value } = await readPdf(pdf(pages));
  return value.blocks.map((block) => {
    if (block.kind === "table") return block.rows.map((row) => row.map(({ text }) => text));
    return block.kind === "paragraph" ? block.text : [block.why, block.text];
  });
}

/** 28 letters, a whole line of an official document. */
const FULL = "为了更好地开展政府信息公开工作街道成立政府信息公开领导小";

describe("lines become paragraphs", () => {
  it("by their indents and ends, with nothing between Han letters", async () => {
    const texts = [
      line("一、基本工作情况", 120, 2),
      line(FULL.slice(0, 26), 148, 2),
      line(FULL, 176),
      line("组。", 204),
      line("（一）建立制度情况", 232, 2),
      line(`${FULL.slice(0, 25)}。`, 260, 2),
      line("另一段。", 288, 2),
    ];
    expect(await blocks({ texts })).toEqual([
      "一、基本工作情况",
      `${FULL.slice(0, 26)}${FULL}组。`,
      "（一）建立制度情况",
      `${FULL.slice(0, 25)}。`,
      "另一段。",
    ]);
  });

  it("over a page's end, without the page numbers and running heads between them", async () => {
    const page = (number: number, ...texts: readonly ReturnType<typeof line>[]): PageInput => ({
      texts: [
        { x: 80, y: 60, size: 10, text: "青禾街道政府信息公开工作年度报告" },
        ...texts,
        { x: 290, y: 780, size: 12, text: String(number) },
      ],
    });
    const all = await blocks(
      page(1, line(FULL.slice(2), 120, 2), line(FULL, 148), line(FULL, 176)),
      page(2, line("组。", 120), line(FULL.slice(2), 148, 2), line(FULL, 176), line("组。", 204)),
      page(3, line("第三段。", 120, 2)),
    );
    expect(all.filter((block) => typeof block === "string")).toEqual([
      `${FULL.slice(2)}${FULL}${FULL}组。`,
      `${FULL.slice(2)}${FULL}组。`,
      "第三段。",
    ]);
    expect(all.filter((block) => typeof block !== "string")).toEqual(
      [1, 2, 3].flatMap((number) => [
        ["running header", "青禾街道政府信息公开工作年度报告"],
        ["page number", String(number)],
      ]),
    );
  });

  it("where a web address does not fit on the line before it", async () => {
    const texts = [
      line(FULL.slice(0, 26), 120, 2),
      line(FULL.slice(0, 20), 148),
      line(`http://www.huadian.gov.cn${FULL.slice(0, 15)}`, 176),
      line(FULL, 204),
    ];
    expect(await blocks({ texts })).toEqual([
      `${FULL.slice(0, 26)}${FULL.slice(0, 20)}http://www.huadian.gov.cn${FULL.slice(0, 15)}${FULL}`,
    ]);
  });

  it("without indents by their headings", async () => {
    const texts = [line("青禾街道政府信息公开工作年度报告", 120), line("一、概述", 148), line("做了工作。", 176)];
    expect(await blocks({ texts })).toEqual(["青禾街道政府信息公开工作年度报告", "一、概述", "做了工作。"]);
  });

  it("letters printed twice for bold are one, and letters set askew are no text", async () => {
    const texts = [
      line("一、概述", 120),
      { ...line("一、概述", 120), x: 80.4 },
      { x: 200, y: 400, text: "仅供参考", size: 60, turned: 45 },
    ];
    expect(await blocks({ texts })).toEqual([["set askew", "仅供参考"], "一、概述"]);
  });

  it("letters that a font names by their radicals are letters", async () => {
    expect(await blocks({ texts: [line("\u2f00、\u2f2f作为\u2ea0", 120)] })).toEqual(["一、工作为民"]);
  });
});

const XS = [80, 300, 380, 460];

describe("tables", () => {
  it("come from their borders, broken labels and merged places included", async () => {
    const ys = [100, 130, 170, 200, 230];
    const texts = [
      { x: 90, y: 120, text: "统计指标", size: 12 },
      { x: 310, y: 120, text: "单位", size: 12 },
      { x: 390, y: 120, text: "统计数", size: 12 },
      { x: 90, y: 147, text: "（一）主动公开政府信息数（不", size: 12 },
      { x: 90, y: 162, text: "同渠道计1条）", size: 12 },
      { x: 310, y: 154, text: "条", size: 12 },
      { x: 390, y: 154, text: "7", size: 12 },
      { x: 90, y: 190, text: "（二）其他", size: 12 },
      { x: 390, y: 184, text: "3", size: 9 },
      { x: 390, y: 196, text: "4", size: 9 },
      { x: 150, y: 220, text: "说明", size: 12 },
    ];
    // The last row is one place.
    const lines = borders(XS, ys).filter(([x1, , x2]) => x1 !== x2 || x1 === 80 || x1 === 460);
    for (const x of [300, 380]) lines.push([x, 100, x, 200]);
    const { value } = await readPdf(pdf([{ texts, lines }]));
    expect(value.blocks).toEqual([
      {
        kind: "table",
        doubtful: true,
        rows: [
          [{ text: "统计指标" }, { text: "单位" }, { text: "统计数" }],
          [{ text: "（一）主动公开政府信息数（不同渠道计1条）" }, { text: "条" }, { text: "7" }],
          [{ text: "（二）其他" }, { text: "" }, { text: "3\n4" }],
          [{ text: "说明", colSpan: 3 }],
        ],
      },
    ]);
  });

  it("come from columns where there are no borders, and go on over the page's end", async () => {
    const row = (y: number, label: string, value: string) => [
      { x: 80, y, text: label, size: 12 },
      { x: 310, y, text: "件", size: 12 },
      { x: 390, y, text: value, size: 12 },
    ];
    const first = [
      line("各项数字如下：", 80, 2),
      ...row(120, "收到申请数", "12"),
      ...row(140, "当面申请数", "3"),
      { x: 80, y: 160, text: "通过当地邮政部门寄送的书面申请", size: 12 },
      ...row(180, "数", "9"),
    ];
    expect(await blocks({ texts: first }, { texts: row(120, "网络申请数", "4") })).toEqual([
      "各项数字如下：",
      [
        ["收到申请数", "件", "12"],
        ["当面申请数", "件", "3"],
        ["通过当地邮政部门寄送的书面申请", "", ""],
        ["数", "件", "9"],
      ],
      [["网络申请数", "件", "4"]],
    ]);
  });

  it("are neither a frame round a text nor a sign-off line", async () => {
    const texts = [line("通知", 120), line("单位负责人：张三", 300), { x: 300, y: 300, text: "审核人：李四" }];
    expect(await blocks({ texts, lines: borders([70, 200], [90, 140]) })).toEqual([
      "通知",
      "单位负责人：张三\t审核人：李四",
    ]);
  });
});

describe("glyphs that are no letters", () => {
  it("are what the mark round them says", async () => {
    const texts = [line("公开数", 120), { x: 200, y: 120, text: "", actual: "7" }];
    expect(await blocks({ texts })).toEqual(["公开数\t7"]);
  });

  it("are shown as unknown and said where nothing tells them, and refused where most are", async () => {
    const unknown = { x: 136, y: 120, text: "\u0001" };
    const few = await readPdf(pdf([{ texts: [line("公开数", 120), unknown] }]));
    expect(few.value.blocks).toEqual([{ kind: "paragraph", text: "公开数\ufffd" }]);
    expect(few.messages).toMatchObject([{ level: "warning", code: "pdf.unknown-letters" }]);
    await expect(readPdf(pdf([{ texts: [unknown] }]))).rejects.toMatchObject({ code: "pdf.no-letters" });
  });
});

describe("fonts that are not in the file", () => {
  it.each(["UniGB-UCS2-H", "GBK-EUC-H", "Identity-H"] as const)("are read by Adobe's tables: %s", async (coding) => {
    const { value } = await readPdf(pdf([{ texts: [line("公开数7", 120)] }], { coding }));
    expect(value.blocks).toEqual([{ kind: "paragraph", text: "公开数7" }]);
  });

  it("the tables and the operators' numbers are those of the library", async () => {
    for (const [name, table] of Object.entries(cmaps))
      expect(Buffer.from(table, "base64"), name).toEqual(
        readFileSync(join(dirname(library), "cmaps", `${name}.bcmap`)),
      );
    const { OPS } = await import("pdfjs-dist/legacy/build/pdf.mjs");
    expect([Operator.save, Operator.transform, Operator.show, Operator.font, Operator.path]).toEqual([
      OPS.save,
      OPS.transform,
      OPS.showText,
      OPS.setFont,
      OPS.constructPath,
    ]);
    const named = {
      restore: OPS.restore,
      beginText: OPS.beginText,
      charSpacing: OPS.setCharSpacing,
      wordSpacing: OPS.setWordSpacing,
      scale: OPS.setHScale,
      leading: OPS.setLeading,
      rise: OPS.setTextRise,
      move: OPS.moveText,
      leadingMove: OPS.setLeadingMoveText,
      textMatrix: OPS.setTextMatrix,
      nextLine: OPS.nextLine,
      formBegin: OPS.paintFormXObjectBegin,
      formEnd: OPS.paintFormXObjectEnd,
      annotationBegin: OPS.beginAnnotation,
      annotationEnd: OPS.endAnnotation,
      markBegin: OPS.beginMarkedContent,
      markBeginWithText: OPS.beginMarkedContentProps,
      markEnd: OPS.endMarkedContent,
    };
    expect(Operator).toMatchObject(named);
    expect(PathEnd).toEqual(
      Object.fromEntries(Object.keys(PathEnd).map((name) => [name, OPS[name as keyof typeof OPS]])),
    );
  });
});

describe("what cannot be read is named", () => {
  const password = "/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -44";
  const key = "00".repeat(32);

  it.each([
    ["pictures only", pdf([{ lines: [[80, 80, 300, 80]] }]), "扫描"],
    ["a password", pdf([{ texts: [line("密", 120)] }], { trailer: `${password} /O <${key}> /U <${key}> >>` }), "密码"],
    ["no pages", new TextEncoder().encode("%PDF-1.7\nnothing more"), "损坏"],
  ])("%s", async (_, bytes, cause) => {
    await expect(readPdf(bytes)).rejects.toMatchObject({
      name: "UnreadableFile",
      message: expect.stringContaining(cause),
    });
  });

  it("a page without text among others is said", async () => {
    const { messages } = await readPdf(pdf([{ texts: [line("一、概述", 120)] }, {}]));
    expect(messages).toMatchObject([
      { level: "warning", code: "pdf.page-without-text", text: expect.stringContaining("第 2 页") },
    ]);
  });
});
