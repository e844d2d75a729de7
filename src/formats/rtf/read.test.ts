import { describe, expect, test } from "vitest";
import type { Block } from "../../core/document.ts";
import { UnreadableFile } from "../unreadable.ts";
import { readRtf } from "./read.ts";

// As Word writes it on a Chinese machine: GBK bytes in a font of that character set, two of them for one \u.
const FONTS =
  "{\\fonttbl{\\f0\\froman\\fcharset0 Times New Roman;}{\\f13\\fnil\\fcharset134{\\*\\falt SimSun}\\'cb\\'ce\\'cc\\'e5;}{\\f14\\fnil\\fcharset2 Wingdings;}}";

function rtf(body: string, more = ""): Uint8Array {
  return Buffer.from(`{\\rtf1\\ansi\\ansicpg936\\uc2\\deff0${FONTS}${more}${body}}`, "latin1");
}

/** Chinese text as GBK bytes, escaped. */
function gbk(text: string): string {
  const pairs: Readonly<Record<string, string>> = {
    中: "d6d0",
    文: "cec4",
    一: "d2bb",
    "、": "a1a2",
    概: "b8c5",
    况: "bff6",
  };
  return [...text].map((letter) => (pairs[letter] ?? "").replace(/../g, "\\'$&")).join("");
}

/** Text in escapes that need no font. */
function u(text: string): string {
  return [...text].map((letter) => (letter < "\u0080" ? letter : `\\u${letter.charCodeAt(0)}\\'a1\\'f5`)).join("");
}

const par = (text: string, looks = ""): string => `\\pard\\plain ${looks}${text}\\par\n`;
const blocksOf = (body: string, more = ""): readonly Block[] => readRtf(rtf(body, more)).value.blocks;
const textsOf = (body: string, more = ""): string[] =>
  blocksOf(body, more).map((block) => (block.kind === "paragraph" ? block.text : `<${block.kind}>`));
const tablesOf = (body: string): unknown =>
  blocksOf(body).map((block) =>
    block.kind === "table"
      ? block.rows.map((row) =>
          row.map(
            ({ text, colSpan, rowSpan }) => `${text}${colSpan ? `<${colSpan}` : ""}${rowSpan ? `^${rowSpan}` : ""}`,
          ),
        )
      : block.text,
  );

describe("text", () => {
  test("stands in GBK, in Unicode with a stand-in behind it, and in words of control", () => {
    expect(
      textsOf(
        par(`{\\f13 ${gbk("中文")}}{\\uc1\\u20013?\\u-225?}\\ldblquote a\\rdblquote\\emdash\\~b\\_c\\line d\\tab e`),
      ),
    ).toEqual(["中文中\uff1f“a”—\u00a0b-c\nd\te"]);
  });

  test("a letter's two bytes may be broken over lines of the file, or stand unescaped", () => {
    expect(textsOf(par("\\f13 \\'d6\r\n\\'d0\u00ce\u00c4"))).toEqual(["中文"]);
  });

  test("under a Western font quotes are quotes, and Chinese bytes are Chinese all the same", () => {
    expect(textsOf(par(`{\\f0 \\'93\\'94}{\\f0 ${gbk("中文")}}`))).toEqual(["“”中文"]);
  });

  test("signs of a symbol font are what they look like", () => {
    expect(textsOf(par("{\\f14 \\'fe\\u-3842\\'fe}"))).toEqual(["☑☑"]);
  });

  test("the Unicode version of two is taken", () => {
    expect(textsOf(par(`{\\upr{??}{\\*\\ud{${u("年报")}}}}`))).toEqual(["年报"]);
  });

  test("what a writer keeps for itself is none", () => {
    expect(textsOf(`{\\*\\generator WPS;}{\\info{\\title x}}{\\*\\unheard of}${par("a{\\*\\xmlopen b}")}`)).toEqual([
      "a",
    ]);
  });
});

describe("paragraphs", () => {
  test("hidden and deleted text is none; a deleted mark joins two paragraphs", () => {
    const body = `${par("a{\\v b}{\\deleted c}{\\revised d}")}\\pard\\plain e{\\deleted f\\par}${par("g")}`;
    expect(blocksOf(body)).toEqual([
      { kind: "paragraph", text: "ad" },
      { kind: "furniture", text: "b", why: "hidden text" },
      { kind: "paragraph", text: "eg" },
    ]);
  });

  test("headings are known by outline level and by the name of the style; lines of contents by theirs", () => {
    const sheet = `{\\stylesheet{\\s0 Normal;}{\\s1\\outlinelevel0 heading 1;}{\\s2 ${u("标题")} 2;}{\\s3 toc 1;}{\\*\\cs10 x;}}`;
    const body =
      par("a", "\\s1\\outlinelevel0 ") +
      par("b", "\\s2 ") +
      par("c", "\\outlinelevel2 ") +
      par("d", "\\s1\\outlinelevel9 ") +
      par("e", "\\s3 ");
    expect(blocksOf(body, sheet)).toEqual([
      { kind: "paragraph", text: "a", outline: 1 },
      { kind: "paragraph", text: "b", outline: 2 },
      { kind: "paragraph", text: "c", outline: 3 },
      { kind: "paragraph", text: "d" },
      { kind: "furniture", text: "e", why: "table of contents" },
    ]);
  });

  test("fields show their result; a table of contents is furniture over its paragraphs", () => {
    const body =
      `\\pard {\\field{\\*\\fldinst TOC \\\\o}{\\fldrslt a{\\field{\\*\\fldinst PAGEREF x}{\\fldrslt 1}}\\par b\\par}}\\pard ` +
      par("{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt c}}");
    expect(blocksOf(body)).toMatchObject([
      { why: "table of contents", text: "a1" },
      { why: "table of contents", text: "b" },
      { kind: "paragraph", text: "c" },
    ]);
  });

  test("notes follow, running heads and comments are furniture, pictures and embedded files are said", () => {
    const body =
      `{\\header ${par("h")}}{\\headerf ${par("h")}}{\\footer ${par("\\emdash\\chpgn\\emdash")}}` +
      par(
        "a{\\footnote\\ftnalt {\\chftn}e}{\\footnote {\\chftn}f}{\\*\\annotation {\\chatn}c}{\\pict\\wmetafile8 0102}{\\object{\\*\\objdata 01}{\\result{\\pict 02}}}",
      );
    const { value, messages } = readRtf(rtf(body));
    expect(
      value.blocks.map((block) => (block.kind === "table" ? "" : `${"why" in block ? block.why : ""}:${block.text}`)),
    ).toEqual([":a", ":f", ":e", "running header:h", "running footer:—1—", "comment:c"]);
    expect(messages.map(({ code }) => code)).toEqual(["file.notes", "file.comments", "file.pictures", "file.embedded"]);
    expect(messages[2]?.text).toContain("1 幅");
  });

  test("a text box is read once, where it is anchored, and not again from its old picture", () => {
    const shape = `{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt ${par("box")}}}{\\shprslt{\\*\\do{\\dptxbxtext ${par("box")}}}}}`;
    expect(textsOf(par(`a${shape}b`))).toEqual(["ab", "box"]);
  });

  test("our own marks are kept", () => {
    expect(blocksOf(par("{\\*\\bkmkstart _nb_title}{\\*\\bkmkend _nb_title}a"))).toEqual([
      { kind: "paragraph", text: "a", mark: "_nb_title" },
    ]);
  });
});

describe("automatic numbers", () => {
  const table =
    `{\\*\\listtable{\\list{\\listlevel\\levelnfc39\\levelnfcn39\\levelfollow0\\levelstartat1{\\leveltext\\'02\\'00\\'a1\\'a2;}{\\levelnumbers\\'01;}}` +
    `{\\listlevel\\levelnfc0\\levelstartat1\\levelfollow1{\\leveltext\\'04\\'00.\\'01.;}{\\levelnumbers;}}{\\listname ;}\\listid7}` +
    `{\\list{\\listlevel\\levelnfc23\\levelstartat1{\\leveltext\\'01\\u-3913 ?;}}\\listid8}}` +
    "{\\*\\listoverridetable{\\listoverride\\listid7\\listoverridecount0\\ls1}{\\listoverride\\listid8\\ls2}{\\listoverride\\listid7{\\lfolevel\\listoverridestartat\\levelstartat5}\\ls3}}";

  test("are counted from the list's definition", () => {
    const body =
      par("a", "\\ls1\\ilvl0 ") +
      par("b", "\\ls1\\ilvl1 ") +
      par("c", "\\ls2 ") +
      par("d", "\\ls1 ") +
      par("e", "\\ls3 ");
    expect(textsOf(body, table)).toEqual(["一、a", "一.1. b", "c", "二、d", "五、e"]);
  });

  test("are taken as the writer put them for programs that know no lists", () => {
    const body = `\\pard {\\listtext\\f13 ${gbk("一、")}\\tab}\\ls9 a\\par \\pard {\\pntext\\f0 (1)\\tab}{\\*\\pn\\pnlvlbody\\pndec}b\\par \\pard {\\pntext\\'b7\\tab}{\\*\\pn\\pnlvlblt}c\\par`;
    expect(textsOf(body, table)).toEqual(["一、a", "(1)b", "c"]);
  });
});

describe("tables", () => {
  const row = (define: string, ...cells: readonly string[]): string =>
    `\\trowd ${define}${cells.map((cell) => `\\pard\\intbl ${cell}\\cell`).join("")}\\row\n`;

  test("are rows of cells that span the columns their edges reach over", () => {
    const body =
      row("\\trleft-108\\cellx2000\\cellx4000", "a\\par b", "c") +
      row("\\trleft-108\\cellx1000\\cellx2000\\cellx4000", "d", "e", "f") +
      par("g");
    expect(tablesOf(body)).toEqual([
      [
        ["a\nb<2", "c"],
        ["d", "e", "f"],
      ],
      "g",
    ]);
  });

  test("cells are merged across and downwards", () => {
    const body =
      row("\\clvmgf\\cellx1000\\clmgf\\cellx2000\\clmrg\\cellx3000", "a", "b", "") +
      row("\\clvmrg\\cellx1000\\cellx2000\\cellx3000", "", "c", "d") +
      par("e");
    expect(tablesOf(body)).toEqual([
      [
        ["a^2", "b<2"],
        ["c", "d"],
      ],
      "e",
    ]);
  });

  test("a table in a cell is one of its own; its rows say nothing of the outer ones", () => {
    const inner =
      "\\pard\\intbl\\itap2 b\\nestcell c\\nestcell{\\*\\nesttableprops\\trowd\\cellx500\\cellx1000\\nestrow}{\\nonesttables\\par}";
    const body = `\\trowd\\cellx2000\\cellx4000\\pard\\intbl a\\par ${inner}${inner}\\pard\\intbl\\cell\\pard\\intbl d\\cell\\row${row("\\cellx2000\\cellx4000", "e", "f")}${par("g")}`;
    expect(tablesOf(body)).toEqual([
      [
        ["a", "d"],
        ["e", "f"],
      ],
      [
        ["b", "c"],
        ["b", "c"],
      ],
      "g",
    ]);
  });

  test("cells without a word of their row are laid out one by one", () => {
    expect(tablesOf("a\\cell b\\cell\\row c\\cell d\\cell\\row\\pard e\\par")).toEqual([
      [
        ["a", "b"],
        ["c", "d"],
      ],
      "e",
    ]);
  });
});

describe("files that are not as they should be", () => {
  test("cut short: what is there is read, and said to be all", () => {
    const whole = rtf(par(u("一、概况")) + par(u("二、公开")));
    const { value, messages } = readRtf(whole.subarray(0, whole.length - 12));
    expect(value.blocks[0]).toMatchObject({ text: "一、概况" });
    expect(messages).toMatchObject([{ level: "warning", code: "file.cut" }]);
  });

  test("closed too early: what follows is none", () => {
    expect(textsOf("a\\par}}b")).toEqual(["a"]);
  });

  test.each([
    ["nested without end", `{\\rtf1 ${"{".repeat(100_000)}`],
    ["nested in fields", `{\\rtf1 ${"{\\field{\\fldrslt ".repeat(50_000)}`],
  ])("%s: one sentence, soon", (_, source) => {
    expect(() => readRtf(Buffer.from(source))).toThrow(UnreadableFile);
  });

  test("numbers beyond all measure, bytes that are none, binary data: no fault", () => {
    const source = "{\\rtf1\\uc99999999\\ansicpg99999999 a\\u99999999 \\'zz\\cellx-99999999\\bin99999999 xx}";
    expect(readRtf(Buffer.from(source)).value.blocks).toHaveLength(1);
    expect(textsOf("a{\\*\\x\\bin3 }}}}b\\par")).toEqual(["ab"]);
  });
});
