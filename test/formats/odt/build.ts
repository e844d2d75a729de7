import type { Block } from "../../../src/core/document.ts";
import { readOdt } from "../../../src/formats/odt/read.ts";
import { zipOf } from "../docx/zip.ts";

/** The parts of an OpenDocument text, each as the XML that stands inside its element. */
export interface OdtParts {
  readonly body: string;
  /** In `content.xml`. */
  readonly automatic?: string;
  /** In `styles.xml`. */
  readonly styles?: string;
  readonly pages?: string;
  readonly manifest?: string;
}

const SPACES = ["office", "style", "text", "table", "manifest"]
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat(
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"',
    'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
  )
  .join(" ");
const TYPE = "application/vnd.oasis.opendocument.text";

/** A whole `.odt` from the parts. */
export function odt({ body, automatic = "", styles = "", pages = "", manifest = "" }: OdtParts): Uint8Array {
  const content = `<office:document-content ${SPACES}><office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
  const sheet = `<office:document-styles ${SPACES}><office:styles>${styles}</office:styles><office:master-styles>${pages}</office:master-styles></office:document-styles>`;
  return zipOf([
    { name: "mimetype", data: TYPE },
    { name: "content.xml", data: content, deflate: true },
    { name: "styles.xml", data: sheet, deflate: true },
    { name: "META-INF/manifest.xml", data: `<manifest:manifest ${SPACES}>${manifest}</manifest:manifest>` },
  ]);
}

/** The same in one file. */
export function flatOdt({ body, automatic = "", styles = "" }: OdtParts): Uint8Array {
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n<office:document ${SPACES} office:mimetype="${TYPE}"><office:styles>${styles}</office:styles><office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document>`,
  );
}

export function p(text: string, style = ""): string {
  return `<text:p${style === "" ? "" : ` text:style-name="${style}"`}>${text}</text:p>`;
}

export async function blocksOf(parts: OdtParts | string): Promise<readonly Block[]> {
  return (await readOdt(odt(typeof parts === "string" ? { body: parts } : parts))).value.blocks;
}

/** The paragraphs' texts; a table or furniture among them fails the comparison by its kind. */
export async function textsOf(parts: OdtParts | string): Promise<string[]> {
  return (await blocksOf(parts)).map((block) => (block.kind === "paragraph" ? block.text : `<${block.kind}>`));
}
