import type { Block } from "../../../src/core/document.ts";
import { readDocx } from "../../../src/formats/docx/read.ts";
import { zipOf } from "./zip.ts";

/** The parts of a Word file, each as the XML that stands inside its root, as Word writes it. */
export interface DocxParts {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  /** By relationship id; the type is the id without its digits: `header1`, `footer2`. */
  readonly margins?: Readonly<Record<string, string>>;
  /** Writes the namespaces of "Strict Open XML". */
  readonly strict?: boolean;
  /** The prefix for w:, as generators other than Word choose it. */
  readonly prefix?: string;
}

const TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A whole `.docx` from the parts. */
export function docx(parts: DocxParts): Uint8Array {
  const space = parts.strict ? STRICT : TRANSITIONAL;
  const relationships = parts.strict ? "http://purl.oclc.org/ooxml/officeDocument/relationships" : RELATIONSHIPS;
  const part = (root: string, content: string): string => {
    const xml =
      `<w:${root} xmlns:w="${space}" xmlns:r="${relationships}" xmlns:v="urn:schemas-microsoft-com:vml"` +
      ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"' +
      ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"' +
      ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"' +
      ` xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">${content}</w:${root}>`;
    const named =
      parts.prefix === undefined
        ? xml
        : xml.replaceAll("w:", `${parts.prefix}:`).replace("xmlns:w=", `xmlns:${parts.prefix}=`);
    return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${named}`;
  };
  const files: Record<string, string> = { "word/document.xml": part("document", `<w:body>${parts.body}</w:body>`) };
  const links: string[] = [];
  const add = (type: string, root: string, content: string | undefined, id: string = type): void => {
    if (content === undefined) return;
    files[`word/${id}.xml`] = part(root, content);
    links.push(`<Relationship Id="${id}" Type="${relationships}/${type}" Target="${id}.xml"/>`);
  };
  add("styles", "styles", parts.styles);
  add("numbering", "numbering", parts.numbering);
  add("footnotes", "footnotes", parts.footnotes);
  add("endnotes", "endnotes", parts.endnotes);
  add("comments", "comments", parts.comments);
  for (const [id, content] of Object.entries(parts.margins ?? {})) {
    const type = id.replace(/\d+$/, "");
    add(type, type === "header" ? "hdr" : "ftr", content, id);
  }
  files["word/_rels/document.xml.rels"] = relationshipsFile(links.join(""));
  files["[Content_Types].xml"] = contentTypes(Object.keys(files));
  files["_rels/.rels"] = relationshipsFile(
    `<Relationship Id="rId1" Type="${relationships}/officeDocument" Target="word/document.xml"/>`,
  );
  return zipOf(Object.entries(files).map(([name, data]) => ({ name, data, deflate: true })));
}

function contentTypes(names: readonly string[]): string {
  const kind = (name: string): string =>
    name.includes("document") ? "document.main" : name.replace(/^word\/|\d*\.xml$/g, "");
  const overrides = names
    .filter((name) => name.endsWith(".xml"))
    .map((name) => `<Override PartName="/${name}" ContentType="${WORD_TYPE}.${kind(name)}+xml"/>`);
  return (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="application/xml"/>${overrides.join("")}</Types>`
  );
}

const WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml";

export function relationshipsFile(content: string): string {
  const space = "http://schemas.openxmlformats.org/package/2006/relationships";
  return `<?xml version="1.0"?><Relationships xmlns="${space}">${content}</Relationships>`;
}

/** `<w:p>` with properties and one run for each text. */
export function p(text: string | readonly string[], properties = ""): string {
  const runs = [text].flat().map((t) => `<w:r><w:t xml:space="preserve">${t}</w:t></w:r>`);
  return `<w:p>${properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`}${runs.join("")}</w:p>`;
}

/** A numbered paragraph. */
export function item(text: string, numId: number | string, level = 0): string {
  return p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`);
}

export function tc(content: string, properties = ""): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith("<") ? content : p(content)}</w:tc>`;
}

export function tr(...cells: readonly string[]): string {
  return `<w:tr>${cells.map((cell) => (cell.startsWith("<w:tc>") ? cell : tc(cell))).join("")}</w:tr>`;
}

export function tbl(...rows: readonly string[]): string {
  return `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join("")}</w:tbl>`;
}

export async function blocksOf(parts: DocxParts | string): Promise<readonly Block[]> {
  const read = await readDocx(docx(typeof parts === "string" ? { body: parts } : parts));
  return read.value.blocks;
}

/** The paragraphs' texts; a table or furniture among them fails the comparison by its kind. */
export async function textsOf(parts: DocxParts | string): Promise<string[]> {
  return (await blocksOf(parts)).map((block) => (block.kind === "paragraph" ? block.text : `<${block.kind}>`));
}
