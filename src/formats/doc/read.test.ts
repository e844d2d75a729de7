import { describe, expect, test } from "vitest";
import {
  blocksOf,
  type Change,
  cell,
  doc,
  type Paragraph,
  p,
  rowEnd,
  textsOf,
} from "../../../test/formats/doc/build.ts";
import { compoundOf } from "../../../test/formats/ole/build.ts";
import { UnreadableFile } from "../unreadable.ts";
import { readDoc } from "./read.ts";

const HIDDEN: Change = [0x083c, 1];
const DELETED: Change = [0x0800, 1];
const SPECIAL: Change = [0x0855, 1];

describe("paragraphs", () => {
  test("are text, with line breaks, hyphens and symbols; signs of control are none", () => {
    const symbol = { text: "(", looks: [SPECIAL, [0x6a09, 0, 0, 0xfe, 0xf0]] as const };
    const fonts = Uint8Array.from([
      1,
      0,
      0,
      0,
      59,
      ...new Uint8Array(39),
      ...Buffer.from("Wingdings\u0000", "utf16le"),
    ]);
    expect(
      textsOf({ main: [p(["甲\u000b乙\u001e丙\u001f丁\u0002\u0005\u0008\u000c", symbol])], raw: { 15: fonts } }),
    ).toEqual(["甲\n乙-丙丁☑"]);
  });

  test("may lie in the file in one byte a letter, as Word keeps plain digits", () => {
    expect(textsOf({ main: [p("公开7条“")], narrow: [2] })).toEqual(["公开7条“"]);
  });

  test("hidden text is not text but is said; styles hide too, and a run may turn that round", () => {
    const styles = [
      { name: "正文" },
      { name: "藏", character: [HIDDEN] },
      { name: "藏字", kind: 2, character: [HIDDEN] } as const,
    ];
    const main = [
      p(["看得见", { text: "看不见", looks: [HIDDEN] }, { text: "也不见", looks: [[0x4a30, 2, 0]] }]),
      p(["整段", { text: "却见", looks: [[0x083c, 0x81]] }], [], 1),
    ];
    expect(blocksOf({ main, styles })).toEqual([
      { kind: "paragraph", text: "看得见" },
      { kind: "furniture", text: "看不见也不见", why: "hidden text" },
      { kind: "paragraph", text: "却见" },
      { kind: "furniture", text: "整段", why: "hidden text" },
    ]);
    expect(readDoc(doc({ main, styles })).messages).toMatchObject([{ level: "ask", code: "file.hidden" }]);
  });

  test("deleted text is none; a paragraph whose mark is deleted runs on into the next", () => {
    const main: Paragraph[] = [
      p(["原文", { text: "删去", looks: [DELETED] }, { text: "插入", looks: [[0x0801, 1]] }]),
      { ...p("上半"), endLooks: [DELETED] },
      p("下半"),
    ];
    expect(textsOf(main)).toEqual(["原文插入", "上半下半"]);
  });

  test("a section's end is a paragraph's end, a page break is none", () => {
    const sections = Buffer.alloc(20);
    sections.writeUInt32LE(4, 4);
    const main: Paragraph[] = [{ ...p("甲乙丙"), end: "\u000c" }, p("丁\u000c戊")];
    expect(textsOf({ main, raw: { 6: sections } })).toEqual(["甲乙丙", "丁戊"]);
  });

  test("headings are known by built-in style, by name, by outline level and through the base style", () => {
    const styles = [
      { name: "正文" },
      { name: "heading 1", builtIn: 1 },
      { name: "标题 2" },
      { name: "我的标题", base: 1 },
      { name: "toc 1", builtIn: 19 },
    ];
    const main = [
      p("一", [], 1),
      p("二", [], 2),
      p("三", [], 3),
      p("四", [[0x2640, 3]]),
      p("五", [[0x2640, 9]], 1),
      p("六", [], 4),
    ];
    expect(blocksOf({ main, styles })).toMatchObject([
      { text: "一", outline: 1 },
      { text: "二", outline: 2 },
      { text: "三", outline: 1 },
      { text: "四", outline: 4 },
      { text: "五" },
      { text: "六", why: "table of contents" },
    ]);
  });

  test("a fast save's changes over whole pieces count", () => {
    expect(blocksOf({ main: [p("甲")], over: [HIDDEN] })).toMatchObject([{ kind: "furniture", text: "甲" }]);
  });
});

describe("fields", () => {
  const field = (code: string, result?: string): string =>
    `\u0013${code}${result === undefined ? "" : `\u0014${result}`}\u0015`;

  test("show their result and not their code", () => {
    expect(textsOf([p(`见${field(' HYPERLINK "http://x" ', "网站")}。`)])).toEqual(["见网站。"]);
  });

  test("a table of contents is furniture", () => {
    const main = [p(`\u0013 TOC \\o \u0014${field("PAGEREF", "一、概况")}`), p("二、公开\u0015"), p("正文")];
    expect(blocksOf(main)).toMatchObject([
      { why: "table of contents", text: "一、概况" },
      { why: "table of contents", text: "二、公开" },
      { kind: "paragraph", text: "正文" },
    ]);
  });

  test("pictures and embedded workbooks are said", () => {
    const picture = { text: "\u0001", looks: [SPECIAL] };
    const { messages } = readDoc(doc({ main: [p([picture, `\u0013 EMBED Excel.Sheet.8 \u0014`, picture, "\u0015"])] }));
    expect(messages.map(({ code }) => code)).toEqual(["file.pictures", "file.embedded"]);
    expect(messages[0]?.text).toContain("1 幅");
  });

  test("that do not pair up swallow nothing", () => {
    expect(textsOf([p("甲\u0013乙"), p("丙")]).join("")).toContain("丙");
  });
});

describe("automatic numbers", () => {
  const lists = [
    [
      { format: 39, text: "\u0000、" },
      { format: 39, text: "\uff08\u0001\uff09" },
      { format: 0, text: "\u0002." },
    ],
    [{ format: 18, text: "\u0000", start: 3 }],
  ];
  const item = (text: string, list: number, level = 0): Paragraph =>
    p(text, [
      [0x460b, list, 0],
      [0x260a, level],
    ]);

  test("stand before the text, each level anew under the next", () => {
    const main = [
      item("基本情况", 1),
      item("领导", 1, 1),
      item("制度", 1, 1),
      item("公开", 1),
      item("数量", 1, 1),
      item("网站", 1, 2),
      item("圈", 2),
    ];
    expect(textsOf({ main, lists })).toEqual([
      "一、基本情况",
      "\uff08一\uff09领导",
      "\uff08二\uff09制度",
      "二、公开",
      "\uff08一\uff09数量",
      "1.网站",
      "③ 圈".replace(" ", ""),
    ]);
  });

  test("come from the style, unless the paragraph takes them off", () => {
    const styles = [{ name: "正文" }, { name: "heading 1", builtIn: 1, paragraph: [[0x460b, 1, 0]] as const }];
    const main = [p("甲", [], 1), p("乙", [[0x460b, 0, 0]], 1), p("丙", [], 1)];
    expect(textsOf({ main, lists, styles })).toEqual(["一、甲", "乙", "二、丙"]);
  });

  test("lists that are cut off give no number, and no fault", () => {
    const main = [item("甲", 1)];
    const whole = doc({ main, lists });
    expect(readDoc(whole).value.blocks).toMatchObject([{ text: "一、甲" }]);
    expect(textsOf({ main, raw: { 73: Uint8Array.of(1, 0), 74: Uint8Array.of(9, 0, 0, 0) } })).toEqual(["甲"]);
  });
});

describe("files that cannot be read", () => {
  test.each([
    ["encrypted", "encrypted", doc({ main: [p("甲")], flags: 0x100 })],
    ["from before Word 97", "word-95", doc({ main: [p("甲")], version: 0x65 })],
    ["without text", "doc.no-text", compoundOf({ WordDocument: new Uint8Array(10) })],
    [
      "without the table stream",
      "doc.no-text",
      compoundOf({ WordDocument: Uint8Array.of(0xec, 0xa5, 0xc1, ...new Uint8Array(2000)) }),
    ],
    ["with a head of something else", "doc.damaged", compoundOf({ WordDocument: new Uint8Array(2000) })],
  ])("%s", (_, code, bytes) => {
    let error: unknown;
    try {
      readDoc(bytes);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(UnreadableFile);
    expect(error).toMatchObject({ code });
    expect((error as UnreadableFile).message).toMatch(/请[^\n]*。$/);
  });

  test("bytes turned over one by one: read, or told in one sentence, and soon", () => {
    const bytes = doc({
      main: [
        p("一、概况"),
        cell("甲"),
        cell("乙"),
        rowEnd([0, 2000, 4000]),
        p("\u0013PAGE\u0014\u0015尾", [[0x460b, 1, 0]]),
      ],
      lists: [[{ format: 0, text: "\u0000." }]],
      styles: [{ name: "正文" }],
    });
    for (let at = 0; at < bytes.length; at += 7) {
      const broken = Uint8Array.from(bytes);
      broken[at] = (broken[at] ?? 0) ^ 0xff;
      try {
        expect(readDoc(broken).value.blocks.length).toBeLessThan(1000);
      } catch (error) {
        expect(error).toBeInstanceOf(UnreadableFile);
      }
    }
  });
});
