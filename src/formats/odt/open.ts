import { child, descendants, type XmlElement } from "../ooxml/tree.ts";
import { parseXmlPart } from "../ooxml/xml.ts";
import { openZip } from "../ooxml/zip.ts";
import { refusal } from "../refusals.ts";
import { UnreadableFile } from "../unreadable.ts";

/** The parts of an OpenDocument text, whether they lie in a zip or in one file. */
export interface TextDocument {
  /** `office:text` */
  readonly body: XmlElement;
  /** The roots that hold styles: what a later one says of a name holds. */
  readonly styles: readonly XmlElement[];
}

/** Opens an `.odt`. @throws UnreadableFile when it is damaged, encrypted, dangerous, or no text */
export async function openOdt(bytes: Uint8Array): Promise<TextDocument> {
  const zip = await openZip(bytes);
  const part = async (name: string): Promise<XmlElement | null> => {
    const found = await zip.read(name);
    return found ? parseXmlPart(found) : null;
  };
  const manifest = await part("META-INF/manifest.xml");
  if (manifest && descendants(manifest, "manifest:encryption-data").length > 0) throw refusal("encrypted");
  const content = await part("content.xml");
  const styles = await part("styles.xml");
  return { body: textOf(content), styles: [styles, content].filter((root) => root !== null) };
}

/** Opens a `.fodt`, which is one XML file. @throws UnreadableFile */
export function openFlatOdt(bytes: Uint8Array): TextDocument {
  const root = parseXmlPart(bytes);
  return { body: textOf(root), styles: [root] };
}

function textOf(root: XmlElement | null): XmlElement {
  const text = child(child(root ?? undefined, "office:body"), "office:text");
  if (text) return text;
  throw new UnreadableFile(
    "odt.no-text",
    "这个 OpenDocument 文件里没有正文，读不了。请用 WPS 或 LibreOffice 打开，另存为 docx 后再导入。",
  );
}
