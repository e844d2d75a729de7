import { describe, expect, test } from "vitest";
import { gbk } from "../../../test/support/gbk.ts";
import type { Block } from "../../core/document.ts";
import { UnreadableFile } from "../unreadable.ts";
import { readHtml, readMht } from "./read.ts";

const blocksOf = (html: string): readonly Block[] => readHtml(Buffer.from(html)).value.blocks;
const shown = (block: Block): string =>
  block.kind === "furniture"
    ? `(${block.why}) ${block.text}`
    : block.kind === "paragraph"
      ? block.text
      : block.rows
          .map((row) =>
            row
              .map(
                ({ text, colSpan, rowSpan }) => `${text}${colSpan ? `<${colSpan}` : ""}${rowSpan ? `^${rowSpan}` : ""}`,
              )
              .join(" | "),
          )
          .join("\n");
const textsOf = (html: string): string[] => blocksOf(html).map(shown);

describe("characters", () => {
  test.each([
    ["UTF-8 without a word", Buffer.from("<p>年报“甲”</p>")],
    ["UTF-8, although the page says GBK", Buffer.from("<meta charset=gb2312><p>年报“甲”</p>")],
    ["GBK, as the page says", gbk('<meta http-equiv=Content-Type content="text/html; charset=gb2312"><p>年报“甲”</p>')],
    ["GBK, although the page says UTF-8", gbk('<meta charset="utf-8"><p>年报“甲”</p>')],
    ["UTF-16", Buffer.from("\ufeff<p>年报“甲”</p>", "utf16le")],
  ])("%s", (_, bytes) => {
    expect(readHtml(bytes).value.blocks).toEqual([{ kind: "paragraph", text: "年报“甲”" }]);
  });

  test("references by name and by number, and what only looks like one", () => {
    expect(textsOf("<p>&ldquo;A&amp;B&rdquo;&#8212;&#x4e00;&#150;&nbsp&middot;C&D &unheard; &#xd800;</p>")).toEqual([
      "“A&B”—一–\u00a0·C&D &unheard; &#xd800;",
    ]);
  });

  test("white space of the source is one space, and none between Chinese letters over a line's end", () => {
    expect(textsOf("<p>\n  政府\r\n  信息 <b> 公开</b>\n7 条</p>")).toEqual(["政府信息 公开 7 条"]);
  });
});

describe("paragraphs", () => {
  test("end where elements do, although their ends were left out", () => {
    expect(textsOf("<p>a<p>b<div>c<p>d</div>e<h2>f</h2><ul><li>g<li>h</ul>i</p>j")).toEqual([..."abcdefghij"]);
  });

  test("headings have their rank", () => {
    expect(blocksOf("<h1>a</h1><h3>b</h3>")).toEqual([
      { kind: "paragraph", text: "a", outline: 1 },
      { kind: "paragraph", text: "b", outline: 3 },
    ]);
  });

  test("a break begins a paragraph before an indent or a number, behind a heading or a sentence, and alone", () => {
    expect(
      textsOf(
        "<div>关于青禾街道<br>年报<br><br>前言<br>　　甲<br>&nbsp;&nbsp;&nbsp;&nbsp;乙<br>一、概况<br>丙。<br>丁</div>",
      ),
    ).toEqual(["关于青禾街道\n年报", "前言", "甲", "乙", "一、概况", "丙。", "丁"]);
  });

  test("deleted text, scripts, styles and comments are none; hidden text is said", () => {
    const html =
      "<p>a<del>b</del><!-- c --><script>'<p>d</p>'</script><style>e{}</style><span style='display: none'>f</span>g</p>";
    expect(textsOf(html)).toEqual(["ag", "(hidden text) f"]);
    expect(readHtml(Buffer.from(html)).messages).toMatchObject([{ code: "file.hidden" }]);
  });

  test("our own marks are kept, and signs of symbol fonts are what they look like", () => {
    expect(blocksOf('<p><a name="_nb_title"></a>a<font face="Wingdings">\uf0fe</font></p>')).toEqual([
      { kind: "paragraph", text: "a☑", mark: "_nb_title" },
    ]);
  });
});

describe("lists", () => {
  test("have the numbers that a browser shows; bullets are none", () => {
    const html =
      "<ol><li>a<li>b<ol type=a><li>c</ol><li value=7>d</ol><ol start=3 style='list-style-type: cjk-ideographic'><li>e</ol><ul><li>f</ul><ol style='list-style: none'><li>g</ol>";
    expect(textsOf(html)).toEqual(["1.a", "2.b", "a.c", "7.d", "三、e", "f", "g"]);
  });

  test("Word writes its numbers out, with blanks behind them", () => {
    const item = (number: string, text: string): string =>
      `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${number}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>${text}</p>`;
    expect(textsOf(item("一、", "概况") + item("1.", "2018年") + item("§", "点"))).toEqual([
      "一、概况",
      "1. 2018年",
      "点",
    ]);
  });

  test("what Word says beside the text is told: contents, comments, running heads", () => {
    const html =
      "<p class=MsoToc1>概况 1</p><p>正文</p><div style='mso-element:comment-list'><p>批注</p></div><div title=header><p>页眉</p></div><div style='mso-element:footer'><p>— 1 —</p></div>";
    expect(textsOf(html)).toEqual([
      "(table of contents) 概况 1",
      "正文",
      "(comment) 批注",
      "(running header) 页眉",
      "(running footer) — 1 —",
    ]);
  });
});

describe("tables", () => {
  test("have spans, header cells, several paragraphs in a cell, and ends that were left out", () => {
    expect(textsOf("<table><tr><th colspan=2>a<th rowspan=2>b<tr><td><p>c</p><p>d</p><td>&nbsp;</table>")).toEqual([
      "a<2 | b^2\nc\nd | ",
    ]);
  });

  test("a span beyond all measure, or to the end, or none", () => {
    expect(textsOf("<table><tr><td rowspan=0>a<td colspan=0>b<tr><td colspan=99999>c</table>")).toEqual([
      "a^2 | b\nc<1000",
    ]);
  });

  test("what stands between the cells stands above; hidden rows are said", () => {
    expect(textsOf("<table><caption>x</caption>y<tr><td>a<td>b<tr style='display:none'><td>c<td>d</table>")).toEqual([
      "x",
      "y",
      "a | b",
      "(hidden text) cd",
    ]);
  });

  test("that only lay the page out are read as the page", () => {
    const data = "<table><tr><td>a<td>1<tr><td>b<td>2</table>";
    expect(textsOf(`<table><tr><td>左<td><p>上</p>${data}<p>下</p></table>`)).toEqual([
      "左",
      "上",
      "a | 1\nb | 2",
      "下",
    ]);
    expect(textsOf(`<table><tr><td>左<td>${"长".repeat(700)}</table>`)).toEqual(["左", "长".repeat(700)]);
    expect(textsOf("<table role=presentation><tr><td>左<td>右</table>")).toEqual(["左", "右"]);
    expect(textsOf("<table><tr><td>上<tr><td>下</table>")).toEqual(["上", "下"]);
  });
});

describe("the article of a site's page", () => {
  const menu = ["首页", "公开", "服务", "互动"].map((text) => `<li><a href=x>${text}</a>`).join("");
  const prose = "我街道全年主动公开政府信息若干条，办理依申请公开若干件，具体情况如下。";

  test("is what holds all prose; the title above it is kept, the site's own words are dropped", () => {
    const html = `<title>青禾街道年度报告_青禾市</title><ul>${menu}</ul><h2>青禾街道年度报告</h2><p>点击数：7</p><div id=c><p>${prose}</p><p>一、概况</p><p>见<a href=x>附件</a>。</p><p>2019年1月</p></div><div>版权所有</div>`;
    expect(textsOf(html)).toEqual([
      "(page title) 青禾街道年度报告_青禾市",
      "(web navigation) 首页",
      "(web navigation) 公开",
      "(web navigation) 服务",
      "(web navigation) 互动",
      "青禾街道年度报告",
      "(web navigation) 点击数：7",
      prose,
      "一、概况",
      "见附件。",
      "2019年1月",
      "(web navigation) 版权所有",
    ]);
  });

  test("takes its title from the window's, when the page shows none", () => {
    const html = `<title>青禾街道年度报告_青禾市政府</title><ul>${menu}</ul><div><p>${prose}</p></div>`;
    expect(textsOf(html).filter((text) => !text.startsWith("(web"))).toEqual([
      "青禾街道年度报告",
      "(page title) _青禾市政府",
      prose,
    ]);
  });

  test("what the site hides outside of the article is the site's, and nothing to ask about", () => {
    const html = `<div style="display:none">手机版</div><ul>${menu}</ul><div id=c><p>${prose}</p><p>甲<i hidden>乙</i></p><p>${prose}</p></div>`;
    expect(textsOf(html).filter((text) => text.includes("手机版") || text.includes("乙"))).toEqual([
      "(web navigation) 手机版",
      "(hidden text) 乙",
    ]);
    expect(readHtml(Buffer.from(html)).messages).toHaveLength(1);
  });

  test("a page without a site around it is kept whole, and one without an article too", () => {
    expect(textsOf(`<p>来信</p><p>${prose}</p><p>关闭</p>`)).toEqual(["来信", prose, "关闭"]);
    expect(textsOf(`<ul>${menu}</ul>`)).toEqual(["首页", "公开", "服务", "互动"]);
  });
});

describe("pages in a single file", () => {
  const mht = (parts: string): Uint8Array =>
    Buffer.from(
      `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="=b"\r\n\r\n${parts}--=b--\r\n`,
      "latin1",
    );
  const part = (head: string, body: string): string => `--=b\r\n${head}\r\n\r\n${body}\r\n`;

  test("parts inside parts, each in its own packing and character set", () => {
    const inner = `Content-Type: multipart/alternative; boundary=c\r\n\r\n--c\r\nContent-Type: text/html; charset=gb2312\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>=D6=D0=\r\n=CE=C4</p>\r\n--c--`;
    const bytes = mht(`--=b\r\n${inner}\r\n${part("Content-Type: image/png", "x")}`);
    expect(readMht(bytes).value.blocks.map(shown)).toEqual(["中文"]);
  });

  test("a page of frames gives the frame with the text", () => {
    const bytes = mht(
      part("Content-Type: text/html", "<frameset><frame src=a></frameset>") +
        part("Content-Type: text/html", "<p>menu</p>") +
        part(
          "Content-Type: text/html\r\nContent-Transfer-Encoding: base64",
          Buffer.from("<p>the article</p>").toString("base64"),
        ),
    );
    expect(readMht(bytes).value.blocks.map(shown)).toEqual(["the article", "(web navigation) menu"]);
  });

  test("other pages of the file are furniture: Word's running heads, a site's frames", () => {
    const head = (name: string): string => `Content-Type: text/html\r\nContent-Location: file:///C:/x/${name}`;
    const bytes = mht(
      part(head("a.htm"), "<p>text</p>") +
        part(head("a.files/header.htm"), "<div style='mso-element:header'><p>head</p></div><p>line</p>"),
    );
    expect(readMht(bytes).value.blocks.map(shown)).toEqual(["text", "(running header) head", "(running header) line"]);
  });

  test.each([
    ["without a part", "mht.empty", () => readMht(mht(""))],
    ["without a page", "html.no-text", () => readMht(mht(part("Content-Type: image/png", "x")))],
    [
      "a page without text",
      "html.no-text",
      () => readHtml(Buffer.from("<html><body><script>x</script><img src=a></body>")),
    ],
  ])("%s: one sentence", (_, code, read) => {
    expect(read).toThrow(UnreadableFile);
    expect(read).toThrow(expect.objectContaining({ code }));
  });
});

describe("pages made to exhaust", () => {
  test.each([
    ["tags that never end", "<a ".repeat(400_000)],
    ["comments that never end", "<!--".repeat(400_000)],
    ["a quote that never ends", `${'<a b="c" '.repeat(100_000)}d="`],
    ["elements without end, one inside the other", "<div>".repeat(200_000)],
    ["tables without end, one inside the other", "<table><tr><td>x<td>y".repeat(50_000)],
    ["lists without end, one inside the other", "<ul><li>".repeat(100_000)],
    ["cells that span everything", `<table>${"<tr><td rowspan=1000 colspan=1000>1<td>2".repeat(2000)}</table>`],
    ["signs that are no tags", "<".repeat(1_000_000)],
    ["breaks without end", "a<br>".repeat(200_000)],
  ])(
    "%s: read, or one sentence, soon",
    (_, html) => {
      try {
        expect(blocksOf(`甲${html}`).length).toBeGreaterThan(0);
      } catch (error) {
        expect(error).toBeInstanceOf(UnreadableFile);
      }
    },
    5_000,
  );
});
