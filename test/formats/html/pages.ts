import { gbk } from "../../support/gbk.ts";

/** An article as sites show it: HTML of its body, and what a site says about it. */
export interface Article {
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** Rows of cells of the table at its end. */
  readonly table: readonly (readonly string[])[];
  /** Lines between the text and the table, and behind the table. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\n", "<br>");
}

const link = (text: string): string => `<a href="http://example.invalid/">${text}</a>`;
const MENU = ["网站首页", "走进青禾", "政务公开", "政务服务", "互动交流", "专题专栏"];
const SIDE = ["政府信息公开指南", "政府信息公开制度", "法定主动公开内容", "政府信息公开年报", "依申请公开"];

function table(rows: Article["table"], looks: string): string {
  const row = (cells: readonly string[]): string =>
    `<tr>${cells.map((cell) => `<td>${cell === "" ? "&nbsp;" : escaped(cell)}</td>`).join("")}</tr>`;
  return `<table ${looks}><tbody>${rows.map(row).join("\n")}</tbody></table>`;
}

/** A county's site of 2010: tables inside tables, GBK, paragraphs made with `<br>` and blanks. */
function oldSite({ title, paragraphs, table: rows, before, after }: Article): Uint8Array {
  const body = [...paragraphs, ...before].map((text) => `　　${escaped(text)}<br>`).join("\r\n<br>");
  return gbk(`<HTML><HEAD><META http-equiv=Content-Type content="text/html; charset=gb2312">
<TITLE>${escaped(title)}_青禾市人民政府</TITLE><SCRIPT>document.write("<p>脚本里的文字。</p>")</SCRIPT>
<STYLE>td { font-size: 9pt }</STYLE></HEAD><BODY>
<TABLE width=980 border=0><TR>${MENU.map((text) => `<TD>${link(text)}`).join("")}</TR></TABLE>
<TABLE width=980><TR><TD width=200 valign=top><UL>${SIDE.map((text) => `<LI>${link(text)}`).join("")}</UL></TD>
<TD valign=top><TABLE width="100%">
<TR><TD>您现在的位置：${link("首页")} &gt; ${link("政务公开")} &gt; 年度报告</TD></TR>
<TR><TD align=center><FONT size=5><B>${escaped(title)}</B></FONT></TD></TR>
<TR><TD align=center>发布时间：2019-01-21 10:02:33　信息来源：青禾街道办事处　浏览次数：102　字体：【${link("大")} ${link("中")} ${link("小")}】</TD></TR>
<TR><TD class=content><DIV id=zoom>${body}<BR>
${table(rows, "border=1 cellSpacing=0")}
${after.map((text) => `<P align=right>${escaped(text)}`).join("\r\n")}</DIV></TD></TR>
<TR><TD align=right>【${link("打印本页")}】 【${link("关闭窗口")}】</TD></TR>
<TR><TD>上一篇：${link("青禾街道二〇一七年度政府信息公开目录")}<BR>下一篇：${link("关于做好防汛工作的通知")}</TD></TR>
</TABLE></TD></TR></TABLE>
<TABLE width=980><TR><TD align=center>主办：青禾市人民政府办公室　技术支持：青禾市信息中心<BR>ICP备案号：吉ICP备00000000号　网站标识码：0000000000</TD></TR></TABLE>
</BODY></HTML>`);
}

/** A site of today: boxes inside boxes, UTF-8, a card of particulars, sharing, friends' links, text hidden for phones. */
function newSite({ title, paragraphs, table: rows, before, after }: Article): Uint8Array {
  const paragraph = (text: string): string =>
    `<p style="text-indent: 2em"><span style="font-family: 仿宋_GB2312">${escaped(text)}</span></p>`;
  return Buffer.from(`<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(title)} - 青禾市人民政府门户网站</title>
<script type="text/javascript">var a = "</div><p>不是正文。</p>";</script></head><body>
<!-- 头部 --><header class="head"><div class="logo"><img src="logo.png" alt="青禾市"></div>
<nav><ul>${MENU.map((text) => `<li>${link(text)}</li>`).join("")}</ul></nav>
<form><input type="text" value="请输入关键字"><button>搜索</button></form></header>
<div class="main"><div class="crumbs">当前位置：${link("首页")} &gt; ${link("政府信息公开")} &gt; ${link("政府信息公开年报")}</div>
<div class="article"><table class="card"><tr><td>索引号：</td><td>00000000/2019-00001</td><td>发布机构：</td><td>青禾街道办事处</td></tr>
<tr><td>成文日期：</td><td>2019年01月10日</td><td>文　号：</td><td>无</td></tr></table>
<h1>${escaped(title)}</h1>
<div class="info"><span>发布日期：2019-01-21</span> <span>来源：青禾街道</span> <span>字号：[ ${link("大")} ${link("中")} ${link("小")} ]</span></div>
<div id="UCAP-CONTENT" class="trs_editor_view">${paragraphs.map(paragraph).join("\n")}
${before.map(paragraph).join("\n")}<div style="overflow-x: auto">${table(rows, 'style="border-collapse: collapse"')}</div>
${after.map(paragraph).join("\n")}</div>
<div class="share"><span>分享到：</span>${["微信", "微博", "QQ空间"].map(link).join(" ")}</div>
<div class="tools">${link("打印")} ${link("关闭")}</div>
<div class="related"><h3>相关文章</h3><ul>${["青禾街道政策解读", "青禾街道工作动态", "青禾街道人事信息"].map((text) => `<li>${link(text)}</li>`).join("")}</ul></div>
</div></div>
<footer><p>主办单位：青禾市人民政府办公室 承办单位：青禾市政务服务中心</p><p>版权所有：青禾市人民政府 ICP备案号：吉ICP备00000000号</p></footer>
<script src="share.js"></script></body></html>`);
}

/** What Word writes as "filtered web page": no site around it, headings as styles, white space of the source. */
function wordPage({ title, paragraphs, table: rows, before, after }: Article): Uint8Array {
  const paragraph = (text: string): string =>
    `<p class=MsoNormal style='text-indent:32.0pt;line-height:28.0pt'><span lang=EN-US\r\nstyle='font-size:16.0pt'>${escaped(text)}<o:p></o:p></span></p>`;
  return gbk(`<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">\r
<head><meta http-equiv=Content-Type content="text/html; charset=gb2312"><meta name=Generator content="Microsoft Word 15">\r
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View></w:WordDocument></xml><![endif]--><style><!-- p.MsoNormal {} --></style></head>\r
<body lang=ZH-CN><div class=WordSection1>\r
<p class=MsoNormal align=center><b>${escaped(title)}</b></p>\r
${[...paragraphs, ...before].map(paragraph).join("\r\n")}
${table(rows, "class=MsoNormalTable border=1")}
${after.map(paragraph).join("\r\n")}
</div></body></html>`);
}

/** The page in a single file, each part packed in its own way. */
function singleFile(html: Uint8Array, encoding: "base64" | "quoted-printable"): Uint8Array {
  const lines = (text: string): string => text.replace(/.{76}/g, "$&\r\n");
  const packed =
    encoding === "base64"
      ? lines(Buffer.from(html).toString("base64"))
      : [...html]
          .map((byte) =>
            byte > 0x7e || byte === 0x3d
              ? `=${byte.toString(16).toUpperCase().padStart(2, "0")}`
              : String.fromCharCode(byte),
          )
          .join("")
          .replace(/[^\r\n]{60,72}(?=[=\w])(?<!=.?)/g, "$&=\r\n");
  return Buffer.from(
    `From: <由 Windows Internet Explorer 7 保存>\r\nSubject: =?gb2312?B?x+C6zA==?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----=_NextPart_000"\r\n\r\nThis is a multi-part message in MIME format.\r\n\r\n------=_NextPart_000\r\nContent-Type: text/html;\r\n\tcharset="gb2312"\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Location: http://example.invalid/a.html\r\n\r\n${packed}\r\n\r\n------=_NextPart_000\r\nContent-Type: image/gif\r\nContent-Transfer-Encoding: base64\r\nContent-Location: http://example.invalid/a.gif\r\n\r\nR0lGODlhAQABAAAAACw=\r\n\r\n------=_NextPart_000--\r\n`,
    "latin1",
  );
}

/** The ways in which an office saves the article: from a site of its own, from Word, as a single file. */
export const PAGES: Readonly<Record<string, (article: Article) => Uint8Array>> = {
  "an old site's page": oldSite,
  "a new site's page": newSite,
  "a page written by Word": wordPage,
  "an old site's page in a single file, quoted-printable": (article) =>
    singleFile(oldSite(article), "quoted-printable"),
  "a page written by Word in a single file, base64": (article) => singleFile(wordPage(article), "base64"),
};
