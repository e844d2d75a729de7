import { describe, expect, test } from "vitest";
import { item, p, textsOf } from "../../../test/formats/docx/build.ts";

/** A level as Word writes it. */
function level(index: number, format: string, text: string, more = ""): string {
  return `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
}

const OFFICIAL =
  level(0, "chineseCountingThousand", "%1、") +
  level(1, "chineseCountingThousand", "\uff08%2\uff09") +
  level(2, "decimal", "%3.") +
  level(3, "decimal", "\uff08%4\uff09");

function list(levels: string, nums = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'): string {
  return `<w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum>${nums}`;
}

async function read(body: string, numbering: string, styles?: string): Promise<string[]> {
  return textsOf({ body, numbering, ...(styles === undefined ? {} : { styles }) });
}

describe("automatic numbers", () => {
  test("are text, as the reader sees them, and each level starts anew under the next", async () => {
    const body =
      item("基本情况", 1) +
      item("领导机构", 1, 1) +
      item("制度", 1, 1) +
      item("公开", 1) +
      item("数量", 1, 1) +
      item("网站", 1, 2) +
      item("其中", 1, 3);
    expect(await read(body, list(OFFICIAL))).toEqual([
      "一、基本情况",
      "\uff08一\uff09领导机构",
      "\uff08二\uff09制度",
      "二、公开",
      "\uff08一\uff09数量",
      "1.网站",
      "\uff081\uff09其中",
    ]);
  });

  test("a tab invents no space after a mark, but keeps 1. from running into a digit", async () => {
    const body = item("2018年", 1, 2) + item("概况", 1, 2);
    expect(await read(body, list(OFFICIAL))).toEqual(["1. 2018年", "2.概况"]);
  });

  test("a space that the list asks for stays, and a bare number is kept apart from its text", async () => {
    const levels =
      level(0, "decimal", "%1", '<w:suff w:val="space"/>') +
      level(1, "chineseCounting", "第%2部分") +
      level(2, "decimal", "%3", '<w:suff w:val="nothing"/>') +
      level(3, "decimalEnclosedCircle", "%4");
    const body = item("甲", 1) + item("乙", 1, 1) + item("丙", 1, 2) + item("丁", 1, 3);
    expect(await read(body, list(levels))).toEqual(["1 甲", "第一部分 乙", "1丙", "①丁"]);
  });

  test("higher levels stand in the text in their own format, or all in digits with isLgl", async () => {
    const levels =
      level(0, "chineseCounting", "第%1章") +
      level(1, "decimal", "%1.%2 ") +
      level(2, "decimal", "%1.%2.%3 ", "<w:isLgl/>");
    const body = item("甲", 1) + item("乙", 1, 1) + item("丙", 1, 2);
    expect(await read(body, list(levels))).toEqual(["第一章 甲", "一.1  乙", "1.1.1  丙"]);
  });

  test("a bullet is a picture and no text", async () => {
    expect(await read(item("甲", 1), list(level(0, "bullet", "\uf0b7")))).toEqual(["甲"]);
  });

  test("two numbers of one definition count on; a start override begins anew", async () => {
    const nums =
      '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>' +
      '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>' +
      '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>' +
      `<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">${level(0, "upperLetter", "%1)")}</w:lvlOverride></w:num>`;
    const body = [1, 2, 3, 3, 4].map((id) => item("甲", id)).join("");
    expect(await read(body, list(OFFICIAL, nums))).toEqual(["一、甲", "二、甲", "一、甲", "二、甲", "C)甲"]);
  });

  test("a level that was skipped counts as begun", async () => {
    const levels = level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2.") + level(2, "decimal", "%1.%2.%3.");
    const body = item("甲", 1, 1) + item("乙", 1) + item("丙", 1, 2) + item("丁", 1, 1);
    expect(await read(body, list(levels))).toEqual(["1.1.甲", "2.乙", "2.1.1.丙", "2.2.丁"]);
  });

  test("lvlRestart 0 counts through, and lists start where they say", async () => {
    const levels =
      level(0, "decimal", "%1.") +
      level(1, "decimal", "%2)", '<w:lvlRestart w:val="0"/>').replace('<w:start w:val="1"/>', '<w:start w:val="5"/>');
    const body = item("甲", 1) + item("乙", 1, 1) + item("丙", 1) + item("丁", 1, 1);
    expect(await read(body, list(levels))).toEqual(["1.甲", "5)乙", "2.丙", "6)丁"]);
  });

  test("come by way of a style, whose level the list names, over basedOn; numId 0 takes them away", async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="一级"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="二级"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="c"><w:name w:val="子"/><w:basedOn w:val="a"/></w:style>';
    const levels =
      level(0, "decimal", "%1.", '<w:pStyle w:val="a"/>') + level(1, "decimal", "%1.%2、", '<w:pStyle w:val="b"/>');
    const styled = (id: string, more = ""): string => p(id, `<w:pStyle w:val="${id}"/>${more}`);
    const body =
      styled("a") +
      styled("b") +
      styled("c") +
      styled("c", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>');
    expect(await read(body, list(levels), styles)).toEqual(["1.a", "1.1、b", "2.c", "c"]);
  });

  test("a definition that only links to a list style has that style's levels", async () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="gongwen"/></w:abstractNum>' +
      `<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="gongwen"/>${OFFICIAL}</w:abstractNum>` +
      '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>';
    const styles =
      '<w:style w:type="numbering" w:styleId="gongwen"><w:name w:val="公文"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>';
    expect(await read(item("甲", 1) + item("乙", 2), numbering, styles)).toEqual(["一、甲", "二、乙"]);
  });

  test("a list that links to itself, or that is not there, gives no number and no hang", async () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="x"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    const styles =
      '<w:style w:type="numbering" w:styleId="x"><w:basedOn w:val="x"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    expect(await read(item("甲", 1) + item("乙", 9), numbering, styles)).toEqual(["甲", "乙"]);
  });

  test("deleted paragraphs are not counted, empty ones are, and a number alone is text", async () => {
    const deleted =
      '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:del><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>';
    expect(await read(item("甲", 1) + deleted + item("", 1) + item("乙", 1), list(OFFICIAL))).toEqual([
      "一、甲",
      "二、",
      "三、乙",
    ]);
  });
});
