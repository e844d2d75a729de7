import type { Preset, TextLook } from "../../../core/paper/preset.ts";
import { fromMillimetres, fromPoints } from "./units.ts";

/** Every look is a named style, so that an office can change it in Word for the whole file at once. */
export type StyleId =
  | "PaperBody"
  | "Title"
  | "Heading1"
  | "Heading2"
  | "Heading3"
  | "Heading4"
  | "PaperAnnexNote"
  | "PaperAnnexNumber"
  | "PaperAnnexTitle"
  | "PaperAnnexYear"
  | "PaperAnnexLine"
  | "PaperSignOff"
  | "PaperTableHead"
  | "PaperTable"
  | "PaperTableCentred"
  | "PaperPageNumber";

interface StyleXml {
  readonly id: StyleId;
  /** What Word lists it as; Word's own styles are known by their English names. */
  readonly name: string;
  readonly next?: StyleId;
  readonly look: TextLook;
  readonly paragraph: ParagraphLook;
}

/** Lengths in twips. */
interface ParagraphLook {
  /** From line to line, exactly. */
  readonly line: number;
  readonly before?: number;
  readonly after?: number;
  readonly indent?: boolean;
  readonly align?: "both" | "center";
  readonly outline?: number;
  readonly keepNext?: boolean;
  /** LibreOffice stretches lines to the grid's pitch, and gives type of 22 pt two lines of it. */
  readonly offGrid?: boolean;
}

/**
 * `styles.xml` of a preset. Written here and not through the docx package: that has no `w:snapToGrid` and no
 * `w:widowControl` for styles, and brings a dozen styles that no official document has. Headings are Word's own
 * (the navigation pane lists them), with nothing of their usual blue.
 */
export function stylesXml(preset: Preset): string {
  const { text } = preset;
  const line = preset.grid.linePitch;
  const around = { line: fromPoints(preset.table.aroundLine), offGrid: true };
  const inTable = { line: fromPoints(preset.table.line), offGrid: true };
  const body: ParagraphLook = { line, indent: true, align: "both" };
  const heading = (level: 1 | 2 | 3 | 4): StyleXml => ({
    id: `Heading${level}`,
    name: `heading ${level}`,
    next: "PaperBody",
    look: text[`heading${level}`],
    paragraph: { ...body, keepNext: true, outline: level - 1 },
  });
  const styles: readonly StyleXml[] = [
    { id: "PaperBody", name: "公文正文", look: text.body, paragraph: body },
    // One free line under the title.
    {
      id: "Title",
      name: "Title",
      next: "PaperBody",
      look: text.title,
      paragraph: { line, after: line, align: "center", offGrid: true },
    },
    heading(1),
    heading(2),
    heading(3),
    heading(4),
    { id: "PaperAnnexNote", name: "公文附件说明", look: text.body, paragraph: { ...body, before: line } },
    { id: "PaperAnnexNumber", name: "公文附件序号", look: text.annexNumber, paragraph: { line } },
    // The number stands on line 1 and the title on line 3.
    {
      id: "PaperAnnexTitle",
      name: "公文附件标题",
      look: text.annexTitle,
      paragraph: { line, before: line, align: "center", offGrid: true },
    },
    { id: "PaperAnnexYear", name: "公文附件年度", look: text.annexLine, paragraph: { ...around, align: "center" } },
    { id: "PaperAnnexLine", name: "公文附件行", look: text.annexLine, paragraph: around },
    { id: "PaperSignOff", name: "公文附件落款", look: text.annexLine, paragraph: around },
    { id: "PaperTableHead", name: "公文表头", look: text.tableHead, paragraph: { ...inTable, align: "center" } },
    { id: "PaperTable", name: "公文表格", look: text.table, paragraph: inTable },
    { id: "PaperTableCentred", name: "公文表格居中", look: text.table, paragraph: { ...inTable, align: "center" } },
    {
      id: "PaperPageNumber",
      name: "公文页码",
      look: text.pageNumber,
      paragraph: { line: fromPoints(text.pageNumber.size), offGrid: true },
    },
  ];
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles xmlns:w="${WORD}">` +
    `<w:docDefaults><w:rPrDefault>${runXml(text.body, preset, LANGUAGE)}</w:rPrDefault>` +
    `<w:pPrDefault>${paragraphXml({ line }, preset)}</w:pPrDefault></w:docDefaults>` +
    `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>` +
    `<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">` +
    `<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>` +
    `<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>` +
    `<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>` +
    `${styles.map((style) => styleXml(style, preset)).join("")}</w:styles>`
  );
}

const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const LANGUAGE = '<w:lang w:val="en-US" w:eastAsia="zh-CN"/>';

function styleXml({ id, name, next, look, paragraph }: StyleXml, preset: Preset): string {
  return (
    `<w:style w:type="paragraph"${id.startsWith("Paper") ? ' w:customStyle="1"' : ""} w:styleId="${id}">` +
    `<w:name w:val="${name}"/><w:basedOn w:val="Normal"/>${next ? `<w:next w:val="${next}"/>` : ""}<w:qFormat/>` +
    `${paragraphXml(paragraph, preset)}${runXml(look, preset, "")}</w:style>`
  );
}

/** Children stand in the schema's order (CT_PPrBase); Word refuses files where they do not. */
function paragraphXml(look: ParagraphLook, preset: Preset): string {
  const chars = preset.firstLineIndent;
  // Both: Word goes by the characters, LibreOffice and older WPS by the length.
  const indent = `<w:ind w:firstLineChars="${chars * 100}" w:firstLine="${fromPoints(preset.text.body.size * chars)}"/>`;
  return [
    "<w:pPr>",
    look.keepNext ? "<w:keepNext/>" : "",
    // Every page has its 22 lines: none is left free to keep two lines together.
    '<w:widowControl w:val="0"/>',
    look.offGrid ? '<w:snapToGrid w:val="0"/>' : "",
    `<w:spacing w:before="${look.before ?? 0}" w:after="${look.after ?? 0}" w:line="${look.line}" w:lineRule="exact"/>`,
    look.indent ? indent : "",
    look.align ? `<w:jc w:val="${look.align}"/>` : "",
    look.outline === undefined ? "" : `<w:outlineLvl w:val="${look.outline}"/>`,
    "</w:pPr>",
  ].join("");
}

/** Children in the order of CT_RPr. */
function runXml(look: TextLook, preset: Preset, language: string): string {
  const font = attribute(look.font);
  const latin = attribute(look.latin ?? look.font);
  // The body's spacing makes 28 characters of a line; other sizes are not counted by the line.
  const spacing = look.size === preset.text.body.size ? preset.grid.characterSpacing : 0;
  const bold = look.bold ? "1" : "0";
  return (
    `<w:rPr><w:rFonts w:ascii="${latin}" w:hAnsi="${latin}" w:eastAsia="${font}" w:cs="${latin}"/>` +
    `<w:b w:val="${bold}"/><w:bCs w:val="${bold}"/><w:i w:val="0"/><w:iCs w:val="0"/><w:color w:val="000000"/>` +
    `<w:spacing w:val="${spacing}"/><w:sz w:val="${look.size * 2}"/><w:szCs w:val="${look.size * 2}"/>${language}</w:rPr>`
  );
}

function attribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

/** From the page's lower edge to the lower edge of the number's line, so that its dash lies `below` the text. */
export function footerDistance(preset: Preset): number {
  const halfLine = fromPoints(preset.text.pageNumber.size / 2);
  return Math.max(fromMillimetres(preset.page.bottom - preset.pageNumber.below) - halfLine, 0);
}
