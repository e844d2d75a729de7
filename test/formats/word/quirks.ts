import { docx, item, p, tbl, tc, tr } from "../docx/build.ts";

const AUTHOR = 'w:author="审" w:date="2018-01-01T00:00:00Z"';
const run = (text: string, properties = ""): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const sign = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const code = (text: string): string => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
const line = (...runs: readonly string[]): string => `<w:p>${runs.join("")}</w:p>`;

const level = (index: number, format: string, text: string): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const LEVELS =
  level(0, "chineseCounting", "%1、") +
  level(1, "chineseCounting", "\uff08%2\uff09") +
  level(2, "decimal", "%3.") +
  level(3, "decimalEnclosedCircle", "%4");
const NUMBERING =
  `<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>${LEVELS}</w:abstractNum>` +
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>' +
  '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride></w:num>';

const STYLES =
  '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>' +
  '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>' +
  '<w:style w:type="character" w:styleId="h"><w:name w:val="藏"/><w:rPr><w:vanish/></w:rPr></w:style>';

const width = (twips: number, more = ""): string => `<w:tcW w:w="${twips}" w:type="dxa"/>${more}`;
const span = (columns: number): string => `<w:gridSpan w:val="${columns}"/>`;
const grid = (...columns: readonly number[]): string =>
  `<w:tblGrid>${columns.map((column) => `<w:gridCol w:w="${column}"/>`).join("")}</w:tblGrid>`;
const table = (columns: readonly number[], ...rows: readonly string[]): string =>
  tbl(...rows).replace("<w:tblGrid/>", grid(...columns));
const FIRST = '<w:vMerge w:val="restart"/>';
const COVERED = "<w:vMerge/>";

const MERGED = table(
  [2000, 2000, 2000, 2000],
  tr(tc("甲", width(4000, span(2))), tc("乙", width(2000, FIRST)), tc("丙", width(2000))),
  tr(tc("丁", width(2000)), tc("戊", width(2000)), tc("", width(2000, COVERED)), tc("己", width(2000))),
  tr(tc("庚", width(2000, FIRST)), tc("辛", width(6000, span(3)))),
  tr(tc("", width(2000, COVERED)), tc(p("壬一") + p("壬二"), width(2000)), tc("癸", width(4000, span(2)))),
);
const INNER = table(
  [900, 900],
  tr(tc("内一", width(900)), tc("内二", width(900))),
  tr(tc("内三", width(900)), tc("内四", width(900))),
);
const NESTED = table(
  [4000, 4000],
  tr(tc(p("外") + INNER + p(""), width(4000)), tc("外二", width(4000))),
  tr(tc("外三", width(4000)), tc("外四", width(4000))),
);
/** A text box as Word 2010 and later anchor it. */
const BOX =
  '<w:r><w:drawing xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">' +
  '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">' +
  '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>2000000</wp:posOffset></wp:positionH>' +
  '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx="1800000" cy="700000"/><wp:wrapNone/>' +
  '<wp:docPr id="1" name="框"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">' +
  '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1800000" cy="700000"/></a:xfrm><a:prstGeom prst="rect"/></wps:spPr>' +
  `<wps:txbx><w:txbxContent>${p("框里文字")}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>` +
  "</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>";

const note = (kind: string, text: string): string =>
  `<w:${kind} w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:${kind}>` +
  `<w:${kind} w:type="continuationSeparator" w:id="1"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:${kind}>` +
  `<w:${kind} w:id="2"><w:p><w:r><w:${kind}Ref/></w:r>${run(text)}</w:p></w:${kind}>`;

/** A Word file with everything that a reader of words can trip over, as a docx that other programs can write anew. */
export const QUIRKS = docx({
  styles: STYLES,
  numbering: NUMBERING,
  footnotes: note("footnote", "脚注文字"),
  endnotes: note("endnote", "尾注文字"),
  comments: `<w:comment w:id="0" ${AUTHOR} w:initials="审">${p("批注文字")}</w:comment>`,
  margins: {
    header1: p("页眉文字"),
    footer1: line(run("— "), sign("begin"), code(" PAGE "), sign("separate"), run("1"), sign("end"), run(" —")),
  },
  body:
    p("标题样式", '<w:pStyle w:val="1"/>') +
    item("基本情况", 1) +
    item("领导", 1, 1) +
    item("制度", 1, 1) +
    item("公开", 1) +
    item("数量", 1, 1) +
    item("网站", 1, 2) +
    item("圈", 1, 3) +
    item("另起", 2) +
    line(run("看得见"), run("看不见", "<w:vanish/>"), run("样式藏", '<w:rStyle w:val="h"/>'), run("又见")) +
    line(
      run("原文"),
      `<w:ins w:id="1" ${AUTHOR}>${run("插入")}</w:ins>`,
      `<w:del w:id="2" ${AUTHOR}><w:r><w:delText>删除</w:delText></w:r></w:del>`,
      run("之后"),
    ) +
    line(`<w:pPr><w:rPr><w:del w:id="3" ${AUTHOR}/></w:rPr></w:pPr>`, run("上半")) +
    p("下半") +
    line(
      run("有脚注"),
      '<w:r><w:footnoteReference w:id="2"/></w:r>',
      run("之后"),
      '<w:r><w:endnoteReference w:id="2"/></w:r>',
    ) +
    line(
      run("软"),
      "<w:r><w:br/></w:r>",
      run("行"),
      "<w:r><w:tab/></w:r>",
      run("跳"),
      '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>',
    ) +
    line(
      '<w:commentRangeStart w:id="0"/>',
      run("被批注"),
      '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
    ) +
    MERGED +
    p("表间") +
    NESTED +
    p("表后") +
    line(run("框前"), BOX, run("框后")) +
    p("尾") +
    '<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:footerReference w:type="default" r:id="footer1"/></w:sectPr>',
});

/** Lists whose numbers run on, start anew and stand inside one another in any order. */
export function numbersDocx(places: readonly (readonly [list: number, depth: number])[]): Uint8Array {
  const levels =
    level(0, "chineseCounting", "%1、") +
    level(1, "decimal", "%1.%2、") +
    level(2, "upperRoman", "%2.%3)") +
    level(3, "decimalEnclosedCircle", "%4");
  const definition = (id: number): string =>
    `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>${levels}</w:abstractNum>`;
  const number = (id: number, definitionId: number, more = ""): string =>
    `<w:num w:numId="${id}"><w:abstractNumId w:val="${definitionId}"/>${more}</w:num>`;
  const anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
  const numbering = definition(0) + definition(1) + number(1, 0) + number(2, 1) + number(3, 0, anew);
  return docx({ body: places.map(([list, depth], i) => item(`x${i}`, list, depth)).join(""), numbering });
}
