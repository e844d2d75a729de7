// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { cleanPasted } from "./clean.ts";

/** Clipboard HTML by hand, in the manner of each program. */
function paste(html: string): { html: string; said: string | null } {
  const source = document.createElement("div");
  source.innerHTML = html;
  const { clean, dropped } = cleanPasted(source);
  return { html: clean.innerHTML, said: dropped.sentence() };
}

describe("from Word", () => {
  it("keeps paragraphs, bold and alignment, and leaves looks behind", () => {
    const { html, said } = paste(`
<!--StartFragment-->
<p class=MsoNormal align=center style='text-align:center'><b><span style='font-size:22.0pt;font-family:方正小标宋简体;color:red'>标题</span></b></p>
<p class=MsoNormal style='text-indent:32.0pt;line-height:150%'><span lang=EN-US style='font-size:16.0pt'>2018</span><span style='font-size:16.0pt;
font-family:仿宋_GB2312'>年，我街道认真贯彻<b>《条例》</b>，主动
公开政府信息。<span lang=EN-US><o:p></o:p></span></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<!--EndFragment-->`);
    expect(html).toBe(
      '<p data-align="center"><strong>标题</strong></p><p>2018年，我街道认真贯彻<strong>《条例》</strong>，主动公开政府信息。</p>',
    );
    expect(said).toBe("粘贴时按公文格式整理，没有带入：颜色、字体字号。");
  });

  it("keeps automatic numbers as text and bullets as a list", () => {
    const numbered = (number: string, text: string) =>
      `<p class=MsoListParagraph style='margin-left:21.0pt;text-indent:-21.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${number}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>${text}</p>`;
    expect(paste(numbered("（一）", "领导机构") + numbered("1.", "严格审查")).html).toBe(
      "<p>（一）领导机构</p><p>1.严格审查</p>",
    );
    expect(paste(numbered("·", "甲") + numbered("·", "乙") + "<p>丙</p>").html).toBe(
      "<ul><li><p>甲</p></li><li><p>乙</p></li></ul><p>丙</p>",
    );
    expect(paste(numbered("\uf06c", "甲")).html).toBe("<ul><li><p>甲</p></li></ul>");
  });

  it("drops pictures, comments, deletions and hidden text, and says so once", () => {
    const { html, said } = paste(
      `<p>甲<!--[if gte vml 1]><v:shape><v:imagedata src="x"/></v:shape><![endif]--><![if !vml]><img src="file:///c:/a.png"><img src="b"><![endif]>乙` +
        `<del cite="mailto:x">旧</del><ins cite="mailto:x">新</ins><span class=MsoCommentReference>[1]</span><span style='display:none;mso-hide:all'>密</span></p>` +
        `<div style='mso-element:comment-list'><p>批</p></div>`,
    );
    expect(html).toBe("<p>甲乙新</p>");
    expect(said).toBe(
      "粘贴时按公文格式整理，没有带入：图片 2 张、批注 2 处、修订中已删除的文字 1 处、隐藏的文字 1 处。",
    );
  });

  it("keeps tables with merged cells, without their borders and widths", () => {
    const { html } = paste(
      `<table class=MsoTableGrid border=1 style='border-collapse:collapse'><tr style='height:20pt'><td width=100 colspan=2 valign=top style='width:75pt'><p class=MsoNormal align=center style='text-align:center'>项目</p></td></tr><tr><td rowspan="2"><p>甲</p><p>乙</p></td><td></td></tr><tr><td>丙</td></tr></table>`,
    );
    expect(html).toBe(
      '<table><tbody><tr><td colspan="2"><p data-align="center">项目</p></td></tr><tr><td rowspan="2"><p>甲</p><p>乙</p></td><td><p></p></td></tr><tr><td><p>丙</p></td></tr></tbody></table>',
    );
  });
});

describe("from WPS", () => {
  it("keeps the text, with its font tags gone", () => {
    const { html, said } = paste(
      `<html><head><meta name="Generator" content="WPS Office"><style>p.MsoNormal{margin:0}</style></head><body><!--StartFragment--><p class="MsoNormal" style="text-indent:32.0000pt;mso-char-indent-count:2.0000;" ><span style="mso-spacerun:'yes';font-family:仿宋_GB2312;mso-hansi-font-family:Calibri;font-size:16.0000pt;" ><font face="仿宋_GB2312" >全年受理申请</font>12<font face="仿宋_GB2312" >件。</font></span><span style="font-family:仿宋_GB2312;" ><o:p></o:p></span></p><p class="MsoNormal" style="mso-list:l0 level1 lfo1;"><![if !supportLists]><span style="mso-list:Ignore;font-family:楷体">（二）<span>&nbsp;</span></span><![endif]><b><span style="font-weight:bold">回应解读</span></b></p><!--EndFragment--></body></html>`,
    );
    expect(html).toBe("<p>全年受理申请12件。</p><p>（二）<strong>回应解读</strong></p>");
    expect(said).toBe("粘贴时按公文格式整理，没有带入：字体字号。");
  });

  it("knows the full-width space of fonts from before Unicode", () => {
    expect(paste("<p>\ue5e5\ue5e5第一段\ue5e5后</p>").html).toBe("<p>第一段\u3000后</p>");
  });

  it("reads cells of its spreadsheet", () => {
    const { html } = paste(
      `<table width="144" border="0" cellpadding="0"><colgroup><col width="72" span="2"></colgroup><tbody><tr height="18"><td class="et2" height="18" x:str>指标</td><td class="et2" x:num="7">7</td></tr></tbody></table>`,
    );
    expect(html).toBe("<table><tbody><tr><td><p>指标</p></td><td><p>7</p></td></tr></tbody></table>");
  });
});

describe("from the web", () => {
  it("makes paragraphs of whatever stands in blocks", () => {
    const { html, said } = paste(
      `<div class="art"><h1>关于公开的通知</h1><div>　　第一段<a href="http://x.gov.cn">链接</a>。<br>第二行</div>散着的字<p style="color:#f00"><em>强调</em> and  some   English</p><script>alert(1)</script><input value="x"></div>`,
    );
    expect(html).toBe("<p>关于公开的通知</p><p>第一段链接。<br>第二行</p><p>散着的字</p><p>强调 and some English</p>");
    expect(said).toBe("粘贴时按公文格式整理，没有带入：链接（文字保留）、网页控件、颜色、下划线、斜体等。");
  });

  it("keeps one level of lists", () => {
    const { html, said } = paste("<ol><li>甲<ul><li>子</li></ul></li><li><p>乙</p><p>又</p></li></ol><p>完</p>");
    expect(html).toBe(
      "<ol><li><p>甲</p></li></ol><ul><li><p>子</p></li></ul><ol><li><p>乙</p><p>又</p></li></ol><p>完</p>",
    );
    expect(said).toBe("粘贴时按公文格式整理，没有带入：多级列表的层次。");
  });

  it("takes a frame of one cell, and tables in tables, for what they hold", () => {
    expect(paste("<table><tr><td><p>甲</p><p>乙</p></td></tr></table>").html).toBe("<p>甲</p><p>乙</p>");
    expect(
      paste("<table><tr><td>甲</td><td><table><tr><td>子</td><td>丑</td></tr></table></td></tr></table>").html,
    ).toBe("<table><tbody><tr><td><p>甲</p></td><td><p>子</p><p>丑</p></td></tr></tbody></table>");
  });

  it("says nothing where nothing was lost", () => {
    expect(paste("<p>甲</p><p>乙</p>")).toEqual({ html: "<p>甲</p><p>乙</p>", said: null });
    expect(paste("只有字")).toEqual({ html: "<p>只有字</p>", said: null });
  });
});
