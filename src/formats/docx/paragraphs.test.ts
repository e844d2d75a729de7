import { describe, expect, test } from "vitest";
import { blocksOf, docx, p, textsOf } from "../../../test/formats/docx/build.ts";
import { readDocx } from "./read.ts";

const run = (content: string, properties = ""): string => `<w:r><w:rPr>${properties}</w:rPr>${content}</w:r>`;
const t = (text: string): string => `<w:t xml:space="preserve">${text}</w:t>`;

describe("paragraphs", () => {
  test("outer white space goes, empty ones are left out, inner white space stays", async () => {
    expect(await textsOf(p("\u3000\u3000启 新\u3000街道 ") + p("") + p("\u3000"))).toEqual(["启 新\u3000街道"]);
  });

  test("w:t without xml:space loses its ends, as in Word; entities and CDATA are text", async () => {
    expect(
      await textsOf("<w:p><w:r><w:t> 甲 </w:t><w:t>&lt;乙&amp;&#x4e19;<![CDATA[<丁>]]></w:t></w:r></w:p>"),
    ).toEqual(["甲<乙&丙<丁>"]);
  });

  test("tabs, breaks, hyphens and symbols", async () => {
    const body = `<w:p>${run(
      `${t("甲")}<w:tab/>${t("乙")}<w:br/>${t("丙")}<w:br w:type="page"/><w:noBreakHyphen/>${t("丁")}<w:softHyphen/>` +
        '<w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Wingdings 2" w:char="F0A3"/><w:sym w:font="Wingdings" w:char="F081"/><w:sym w:font="宋体" w:char="4E00"/>',
    )}</w:p>`;
    expect(await textsOf(body)).toEqual(["甲\t乙\n丙-丁☑□①一"]);
  });

  test("zero-width characters stay, a byte order mark does not", async () => {
    expect(await textsOf(p("甲\u200b乙\ufeff丙"))).toEqual(["甲\u200b乙丙"]);
  });

  test("content controls, hyperlinks and unknown wrappers keep their text", async () => {
    const body =
      `<w:sdt><w:sdtPr/><w:sdtContent>${p("块")}</w:sdtContent></w:sdt>` +
      `<w:p><w:sdt><w:sdtContent>${run(t("行内"))}</w:sdtContent></w:sdt><w:hyperlink>${run(t("链接"))}</w:hyperlink>` +
      `<w:smartTag>${run(t("标记"))}</w:smartTag><w:unheardOf>${run(t("未知"))}</w:unheardOf></w:p>` +
      `<w:customXml>${p("自定义")}</w:customXml><m:oMathPara><m:t>x</m:t></m:oMathPara>`;
    expect(await textsOf(body)).toEqual(["块", "行内链接标记未知", "自定义"]);
  });

  test("of a ruby text only the base is read", async () => {
    const body = `<w:p><w:r><w:ruby><w:rt>${run(t("zhèng"))}</w:rt><w:rubyBase>${run(t("政"))}</w:rubyBase></w:ruby></w:r></w:p>`;
    expect(await textsOf(body)).toEqual(["政"]);
  });

  test("strict files and other prefixes read alike", async () => {
    const body = p("甲");
    expect(await textsOf({ body, strict: true })).toEqual(["甲"]);
    expect(await textsOf({ body, prefix: "ns0" })).toEqual(["甲"]);
  });
});

describe("tracked changes", () => {
  test("insertions are text, deletions and moved-away text are not", async () => {
    const body = `<w:p>${run(t("公开"))}<w:del>${run("<w:delText>7</w:delText>")}</w:del><w:ins>${run(t("9"))}</w:ins>${run(t("条"))}<w:moveFrom>${run(t("旧"))}</w:moveFrom><w:moveTo>${run(t("新"))}</w:moveTo></w:p>`;
    expect(await textsOf(body)).toEqual(["公开9条新"]);
  });

  test("a deleted paragraph mark joins two paragraphs; the second's properties hold", async () => {
    const body = p("前半", "<w:rPr><w:del/></w:rPr>") + p("后半", '<w:outlineLvl w:val="0"/>') + p("后");
    expect(await blocksOf(body)).toEqual([
      { kind: "paragraph", text: "前半后半", outline: 1 },
      { kind: "paragraph", text: "后" },
    ]);
  });

  test("a deleted mark at the very end, or before a table, loses no text", async () => {
    const deleted = p("甲", "<w:rPr><w:del/></w:rPr>");
    expect(await textsOf(deleted)).toEqual(["甲"]);
    expect(
      await textsOf(`${deleted}<w:tbl><w:tr><w:tc>${p("乙")}</w:tc><w:tc>${p("丙")}</w:tc></w:tr></w:tbl>`),
    ).toEqual(["甲", "<table>"]);
  });

  test("a style separator lets the body run on behind its heading", async () => {
    const body = p("一、概况。", "<w:rPr><w:vanish/><w:specVanish/></w:rPr>") + p("正文");
    expect(await textsOf(body)).toEqual(["一、概况。正文"]);
  });
});

describe("fields", () => {
  const sign = (type: string): string => run(`<w:fldChar w:fldCharType="${type}"/>`);
  const code = (text: string): string => run(`<w:instrText xml:space="preserve">${text}</w:instrText>`);

  test("show their result and not their code, also inside another field's code", async () => {
    const inner = sign("begin") + code("PAGE") + sign("separate") + run(t("99")) + sign("end");
    const body = `<w:p>${run(t("共"))}${sign("begin")}${code(" IF ")}${inner}${sign("separate")}${run(t("7"))}${sign("end")}${run(t("条"))}</w:p>`;
    expect(await textsOf(body)).toEqual(["共7条"]);
  });

  test("a simple field shows its result; 带圈字符 has none and is put together", async () => {
    const body = `<w:p><w:fldSimple w:instr="DATE">${run(t("2019年"))}</w:fldSimple>${sign("begin")}${code("eq \\o\\ac(○,2)")}${sign("end")}</w:p>`;
    expect(await textsOf(body)).toEqual(["2019年②"]);
  });

  test("a field that never ends hides nothing of the rest", async () => {
    expect(await textsOf(`<w:p>${sign("begin")}${code("TOC")}${run(t("甲"))}</w:p>${p("乙")}`)).toEqual(["甲", "乙"]);
  });
});

describe("text boxes", () => {
  const box = (text: string): string => `<w:txbxContent>${p(text)}</w:txbxContent>`;
  const both = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box("框")}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box("框")}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`;

  test("are read once, before or after the text that they hang on", async () => {
    expect(await textsOf(`<w:p><w:r>${both}</w:r>${run(t("正文"))}</w:p>`)).toEqual(["框", "正文"]);
    expect(await textsOf(`<w:p>${run(t("正文"))}<w:r>${both}</w:r></w:p>`)).toEqual(["正文", "框"]);
  });

  test("of old files have only the VML form; an empty Choice gives way to its Fallback", async () => {
    expect(await textsOf(`<w:p><w:r><w:pict><v:textbox>${box("框")}</v:textbox></w:pict></w:r></w:p>`)).toEqual(["框"]);
    const fallback = `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="x"/><mc:Fallback>${t("后备")}</mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    expect(await textsOf(fallback)).toEqual(["后备"]);
  });
});

describe("headings and marks", () => {
  test("outline comes from the paragraph, the style's level or name, over basedOn", async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="my"><w:name w:val="我的标题"/><w:basedOn w:val="1"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="标题 2"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="lvl"><w:name w:val="x"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>';
    const styled = (id: string, more = ""): string => p("题", `<w:pStyle w:val="${id}"/>${more}`);
    const body =
      styled("1") +
      styled("my") +
      styled("2") +
      styled("lvl") +
      styled("1", '<w:outlineLvl w:val="9"/>') +
      styled("无") +
      p("题", '<w:outlineLvl w:val="3"/>');
    const outlines = (await blocksOf({ body, styles })).map((block) =>
      block.kind === "paragraph" ? block.outline : null,
    );
    expect(outlines).toEqual([1, 1, 2, 3, undefined, undefined, 4]);
  });

  test("our bookmarks become marks, inside a paragraph or before it; others do not, nor one on nothing", async () => {
    const mark = (name: string): string => `<w:bookmarkStart w:id="1" w:name="${name}"/><w:bookmarkEnd w:id="1"/>`;
    const body = `<w:p>${mark("_Toc1")}${mark("_nb_title")}${run(t("甲"))}</w:p>${mark("_nb_preamble")}${p("乙")}<w:p>${mark("_nb_annex__title")}</w:p>${mark("_GoBack")}${p("丙")}`;
    expect(await blocksOf(body)).toEqual([
      { kind: "paragraph", text: "甲", mark: "_nb_title" },
      { kind: "paragraph", text: "乙", mark: "_nb_preamble" },
      { kind: "paragraph", text: "丙" },
    ]);
  });
});

describe("hidden text", () => {
  test("is not text but is said, and kept as furniture", async () => {
    const styles =
      '<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="hp"><w:rPr><w:vanish/></w:rPr></w:style>';
    const body =
      `<w:p>${run(t("看得见"))}${run(t("看不见"), "<w:vanish/>")}${run(t("也看不见"), '<w:rStyle w:val="h"/>')}${run(t("又见"), '<w:vanish w:val="0"/>')}</w:p>` +
      p("整段", '<w:pStyle w:val="hp"/>');
    const { value, messages } = await readDocx(docx({ body, styles }));
    expect(value.blocks).toEqual([
      { kind: "paragraph", text: "看得见又见" },
      { kind: "furniture", text: "看不见也看不见", why: "hidden text" },
      { kind: "furniture", text: "整段", why: "hidden text" },
    ]);
    expect(messages).toMatchObject([{ level: "ask", code: "file.hidden" }]);
    expect(messages[0]?.text).toContain("看不见");
  });
});
